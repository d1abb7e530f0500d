"""What the rules read in a message, how far above or below what counts, and what the message as a whole adds."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Final, NamedTuple, TypeVar

from askwell.domain.cues import CueType
from askwell.guide.cues.plain import Sentence

SURE: Final = 0.9
FAINT: Final = -2.0  # so far below what counts, the rules have seen nothing


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing the rules may have found: where, and by what margin; below 0 they alone would not claim it."""

    kind: CueType
    sentence: Sentence
    margin: float
    people: tuple[str, ...] = ()
    about: str = ""
    said: float | None = None  # what the model says of it, where that is known already


def reading(
    kind: CueType, sentence: Sentence, *, score: float, least: float, people: Iterable[str] = (), about: str = ""
) -> Reading | None:
    margin = score - least
    return Reading(kind, sentence, margin, tuple(dict.fromkeys(people)), about) if margin >= FAINT else None


N = TypeVar("N", int, float)


def pieces(bends: Sequence[N], weights: Iterable[N]) -> Iterator[tuple[N, N]]:
    """The straight pieces of a line before, between and behind its bends: its rise there, and to what it comes at 0.

    From each bend but the last it rises by so much more.
    """
    rise, at_zero = type(bends[0])(0), type(bends[0])(0)
    yield rise, at_zero
    for bend, weight in zip(bends, weights, strict=False):
        rise += weight
        at_zero -= weight * bend
        yield rise, at_zero
    yield type(rise)(0), rise * bends[-1] + at_zero


@dataclass(frozen=True)
class Line:
    """What a figure adds: from each bend but the last one so much more for each unit; behind the last no more."""

    bends: tuple[float, ...]
    weights: tuple[float, ...]
    _pieces: tuple[tuple[float, float], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_pieces", tuple(pieces(self.bends, self.weights)))

    def __call__(self, value: float) -> float:
        rise, at_zero = self._pieces[bisect_left(self.bends, value)]
        return rise * value + at_zero

    @property
    def most(self) -> float:
        """The most it adds; it is found at a bend."""
        return max(self(bend) for bend in self.bends)


class Leaning(NamedTuple):
    """What a message as a whole makes of a kind of cue: its odds, with what the odds by hand then add to them.

    `unnamed` is added for a referral to nobody by full name, `unread` where the rules found nothing. All this counts by
    `share`, and the odds by hand by the rest. `most` are the highest odds that could come of it.
    """

    base: float = 0.0
    odds: Line = Line((0.0,), ())
    unnamed: float = 0.0
    unread: float = 0.0
    share: float = 0.0
    most: float = inf


UNTAUGHT: Final = Leaning()
