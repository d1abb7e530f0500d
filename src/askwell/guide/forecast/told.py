"""A forecast as it is told: spans of weeks, paces side by side, what moves it most, the fan, how sure it is."""

from dataclasses import dataclass

GOAL = 100  # referrals
HORIZON = 52  # weeks; what lies beyond is said to be longer than a year


@dataclass(frozen=True, slots=True)
class Span:
    """Weeks from now: the middle, and between which eight times in ten it falls. None is beyond the horizon."""

    low: float | None
    middle: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Pace:
    """One way of going on: `name` for programs, `asks` a week; to 100 referrals and to an offer.

    `by_then` is how many referrals there would be at the horizon, in the middle.
    """

    name: str
    asks: float
    to_goal: Span
    to_offer: Span
    by_then: int = 0


@dataclass(frozen=True, slots=True)
class Week:
    """Referrals at the end of one week from now: eight times in ten from `low` to `high`, half of it in between."""

    week: int
    low: float
    lower: float
    middle: float
    upper: float
    high: float
    waiting: float
    asking: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What may lie ahead. `paces` are present, waiting, asking and one-more; `moves` what one change, and two, do.

    `asks` are those of her own that it rests on, `referrals` how many there are now, `past` how many there were at
    the end of each week so far. `applies` tells whether applications of hers are noted, `offered` whether one of them
    has come to an offer.
    """

    paces: tuple[Pace, ...]
    moves: tuple[Pace, ...]
    fan: tuple[Week, ...]
    referrals: int
    asks: int
    searches: int
    horizon: int = HORIZON
    past: tuple[int, ...] = ()
    applies: bool = True
    offered: bool = False

    def pace(self, name: str) -> Pace:
        return next(one for one in (*self.paces, *self.moves) if one.name == name)

    @property
    def present(self) -> Pace:
        return self.pace("present")

    @property
    def is_there(self) -> bool:
        """Whether the hundredth referral has come already."""
        return self.referrals >= GOAL
