"""A forecast from her own counts: each pace simulated, guarded, and told as spans, the fan and what moves it most."""

from collections.abc import Callable

import numpy as np

from askwell.guide.forecast import draws as drawn
from askwell.guide.forecast import parameters as given
from askwell.guide.forecast.draws import Dice, Draws, Floats
from askwell.guide.forecast.engine import Paths, reached, run
from askwell.guide.forecast.own import Own
from askwell.guide.forecast.told import GOAL, HORIZON, Forecast, Pace, Span, Week

SEARCHES = 2000  # simulated for each pace; ten thousand change no figure by a week
LOW, MIDDLE, HIGH = 0.10, 0.50, 0.90
# The same dice every day and on any computer, so that figures move with her counts alone; other dice for the rates, for
# what other ways would change in them, and for the lives drawn, which are the same for every way of going on. Of forty
# such threes these tell what lies nearest to the mean of all.
RATES, CHANGES, LIVES = 78, 79, 80
FAN = (0.10, 0.25, 0.50, 0.75, 0.90)
BLURRED_BY = 8  # weeks after which a count of the fan is blurred by half a person, so that it has no steps
PARTS = 5  # steps in which the guard's range is gone through
ENOUGH_ASKS, ENOUGH_WEEKS = 5, 1.0
Change = Callable[[Own, Draws, Dice], Draws]

PACES: dict[str, Change] = {
    "waiting": drawn.waiting,
    "asking": drawn.asking,
    "one-more": lambda _, now, __: drawn.one_more(now),
}
MOVES: dict[str, Change] = {
    "clear": drawn.clearly,
    "both": lambda own, now, dice: drawn.clearly(own, drawn.one_more(now), dice),
}


def foretell(own: Own, *, searches: int = SEARCHES, weeks: int = HORIZON) -> Forecast | None:
    """The forecast of these counts; None where there is too little of her own to go on."""
    if own.asks < ENOUGH_ASKS or own.weeks < ENOUGH_WEEKS:
        return None
    now = drawn.present(own, Dice(RATES, searches))
    base = run(own, now, weeks=weeks, seed=LIVES)
    present = Pace("present", _middle(now.asks), _goal(base), span(base.offer, weeks), _by_then(base))
    changed = {}
    for name, change in {**PACES, **MOVES}.items():
        draws = change(own, now, Dice(CHANGES, searches))
        changed[name] = draws, run(own, draws, weeks=weeks, seed=LIVES)
    told = {name: _pace(name, draws, paths, base, weeks=weeks) for name, (draws, paths) in changed.items()}
    return Forecast(
        paces=(present, *(told[name] for name in PACES)),
        moves=tuple(told[name] for name in MOVES),
        fan=_fan(base, changed["waiting"][1], changed["asking"][1]),
        referrals=own.names,
        asks=own.asks,
        searches=searches,
        horizon=weeks,
        past=own.by_week,
        applies=own.notes_applications,
        offered=own.referred_offers + own.cold_offers > 0,
    )


def _pace(name: str, draws: Draws, paths: Paths, base: Paths, *, weeks: int) -> Pace:
    offer = guarded(base.offer, paths.offer, weeks=weeks)
    return Pace(name, _middle(draws.asks), _goal(paths), offer, _by_then(paths))


def _by_then(paths: Paths) -> int:
    return round(float(np.median(paths.referrals[-1])))


def _middle(values: Floats) -> float:
    return round(float(np.median(values)), 1)


def _goal(paths: Paths) -> Span:
    return span(reached(paths.referrals, goal=GOAL), paths.referrals.shape[0] - 1)


def span(times: Floats, weeks: int) -> Span:
    """The middle and the band of eight in ten; None beyond the horizon."""
    low, middle, high = (_within(float(one), weeks) for one in np.quantile(times, (LOW, MIDDLE, HIGH), method="lower"))
    return Span(low, middle, high)


def _within(value: float, weeks: int) -> float | None:
    return value if value <= weeks else None


def guarded(before: Floats, after: Floats, *, weeks: int) -> Span:
    """The span of an offer after a change of ways, moved only part of the way that the funnel would have it.

    The funnel tells two characters apart, and the odds between them are far above what trials found that help to search
    does (evidence.md section 6). So for each week the chance moves a part of the way on the scale of log-odds, and that
    part is as uncertain as the trials are.
    """
    grid = np.linspace(0, weeks, 4 * weeks + 1)
    first, second = _chances(before, grid), _chances(after, grid)
    parts = np.linspace(given.EFFECT.low, given.EFFECT.high, PARTS)
    moved = np.mean([drawn.toward(first, second, part=float(part)) for part in parts], axis=0)
    low, middle, high = (_first(moved, grid, chance) for chance in (LOW, MIDDLE, HIGH))
    return Span(low, middle, high)


def _chances(times: Floats, grid: Floats) -> Floats:
    """How many offers have come by each week, never quite none or all."""
    found = np.searchsorted(np.sort(times), grid, side="right") / times.size
    edge = 1 / (2 * times.size)
    return np.asarray(np.clip(found, edge, 1 - edge), dtype=np.float64)


def _first(chances: Floats, grid: Floats, wanted: float) -> float | None:
    """When so many offers have come; None where not within the horizon."""
    at = int(np.searchsorted(chances, wanted))
    if at >= grid.size:
        return None
    if at == 0:
        return float(grid[0])
    before, after = chances[at - 1], chances[at]
    return float(grid[at - 1] + (wanted - before) / (after - before) * (grid[at] - grid[at - 1]))


def _fan(base: Paths, waiting: Paths, asking: Paths) -> tuple[Week, ...]:
    weeks, searches = base.referrals.shape
    blurred = np.minimum(1.0, np.arange(weeks) / BLURRED_BY)[:, None] * np.linspace(-0.5, 0.5, searches)
    bands = np.maximum(np.quantile(base.referrals + blurred, FAN, axis=1), base.referrals[0, 0])
    others = (np.median(paths.referrals + blurred, axis=1) for paths in (waiting, asking))
    rows = zip(*bands, *others, strict=True)
    return tuple(Week(week, *map(float, row)) for week, row in enumerate(rows))
