"""What whole mails have taught beyond each sentence: figures of a message that give the odds of its cues.

A sentence may say "ask for Mr. Roe" in any mail. Whether it points a seeker to somebody shows in the rest: what all
sentences tell taken as one, whether another kind of cue is heard more strongly, whether she had written before. Each
figure moves the odds along a line with a bend; where the bends lie and how steep the lines are was fitted to labeled
mails by training/whole.py, and lies beside the weights of the models as whole thousandths.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from math import inf, log
from pkgutil import get_data
from typing import Final, NamedTuple

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.frame import UNSAID, Frame
from askwell.guide.cues.judging import UNHEARD
from askwell.guide.cues.lanes import WIDE, Lanes
from askwell.guide.cues.verdict import Leaning, Line, pieces

FILE: Final = "whole.weights"
LEAST: Final = -1.5  # below, a score tells nothing more
FEW, ENOUGH = 5, 15  # words: so few are read sentence by sentence, from so many on it is the whole that tells
MOST_QUESTIONS: Final = 3
MOST_WORDS: Final = 8  # of work, or of home, that are counted
THOUSAND, MILLION = 1000, 1_000_000
_IN: Final = "referral introduction offer help decline auto meeting".split()
_OUT: Final = "ask thanks closed given meeting".split()
KINDS: Final = {
    Direction.IN: tuple(sorted(map(CueType, _IN))),
    Direction.OUT: tuple(sorted(map(CueType, _OUT))),
}
_OF_MESSAGE: Final = "tells sentences words answers questions unasked distance forwards others work home".split()
# Those of one kind: the odds by hand, a referral to nobody by full name, nothing found by rules, and `of_kind`.
OWN: Final = ("odds", "unnamed", "unread", "second", "mean")


def names(direction: Direction) -> tuple[str, ...]:
    """What the figures of a message are called: the best score of each kind, that of all as one, then the rest."""
    kinds = KINDS[direction]
    return (*kinds, *(f"{kind}-together" for kind in kinds), "anything", *_OF_MESSAGE)


def figures(seen: Frame) -> tuple[float, ...]:
    """The figures of a message in the order of `names`; none where the models were not asked."""
    if not seen.heard:
        return ()
    kinds = KINDS[seen.direction]
    heard = sum([score > UNHEARD for score in next(iter(seen.heard.values()))])
    return (
        *[max(LEAST, max(seen.heard[kind]) / 1000) for kind in kinds],
        *seen.together,
        seen.tells,
        log(1 + heard),
        log(1 + seen.words),
        float(seen.answers),
        float(min(MOST_QUESTIONS, sum([sentence.asks for sentence in seen.sentences]))),
        float(seen.unasked),
        seen.distance,
        float(seen.forwards),
        float(bool(seen.thirds)),
        float(min(MOST_WORDS, seen.work)),
        float(min(MOST_WORDS, seen.home)),
    )


def of_kind(scores: Sequence[int]) -> tuple[float, float]:
    """Two more figures of one kind: its second best score, and the mean of all that were heard."""
    known = [score for score in scores if score > UNHEARD]
    if not known:
        return LEAST, UNSAID
    known.sort()
    second = known[-2] / 1000 if len(known) > 1 else LEAST
    return max(LEAST, second), sum(known) / (1000 * len(known))


class Taught(NamedTuple):
    """The weights of one kind of cue: its start, of the bends of all figures of a message, and its own lines.

    `unnamed`, `unread` and `most` follow from its lines: what those two add, and the most that all but the last two do.
    """

    start: float
    weights: tuple[float, ...]
    own: tuple[Line, ...]
    unnamed: float
    unread: float
    most: float

    @classmethod
    def of(cls, start: float, weights: Sequence[float], own: Sequence[Line]) -> "Taught":
        odds, *marks = own[:3]
        unnamed, unread = (line(1.0) for line in marks)
        most = odds.most + max(0.0, unnamed, unread, unnamed + unread)
        return cls(start, tuple(weights), tuple(own), unnamed, unread, most)


@dataclass(frozen=True)
class Whole:
    """What was taught of one direction: where the lines of the figures of a message bend, and each kind."""

    bends: tuple[tuple[float, ...], ...]
    kinds: Mapping[CueType, Taught]

    @cached_property
    def _lanes(self) -> Lanes:
        return Lanes(len(self.kinds), WIDE)

    @cached_property
    def _lines(self) -> list[tuple[tuple[float, ...], tuple[tuple[int, int], ...]]]:
        """The bends of each figure, and the pieces of its line in thousandths, those of all kinds side by side."""
        every = zip(*(taught.weights for taught in self.kinds.values()), strict=True)
        packed = (self._lanes.packed(enumerate(map(_thousandths, weights))) for weights in every)
        return [
            (bends, tuple(pieces(tuple(map(_thousandths, bends)), islice(packed, len(bends) - 1))))
            for bends in self.bends
        ]

    def added(self, told: Sequence[float]) -> list[float]:
        """What the figures of a message add to the odds of each kind."""
        total = 0
        for value, (bends, line) in zip(told, self._lines, strict=True):
            at = bisect_left(bends, value)
            if at:
                rise, at_zero = line[at]
                total += rise * round(THOUSAND * value) + at_zero
        return [number / MILLION for number in self._lanes.unpacked(total)]


def _thousandths(value: float) -> int:
    return round(THOUSAND * value)


def bent(values: Sequence[float], bends: Sequence[tuple[float, ...]]) -> Iterator[float]:
    """How far each value lies behind each of its bends but the last, which it does not pass."""
    for value, places in zip(values, bends, strict=True):
        most = min(value, places[-1])
        for place in places[:-1]:
            yield most - place if most > place else 0.0


def telling(seen: Frame) -> float:
    """How far a message is long enough to tell something as a whole; the rest is left to its sentences."""
    return max(0.0, min(1.0, (seen.words - FEW) / (ENOUGH - FEW)))


def leanings(seen: Frame) -> dict[CueType, Leaning]:
    """What the message as a whole makes of each kind of cue, with the weights of the package."""
    return lean(seen, load()[seen.direction])


def lean(seen: Frame, whole: Whole) -> dict[CueType, Leaning]:
    """The same with any weights."""
    told = figures(seen)
    if not told:
        return {}
    share = telling(seen)
    every = zip(whole.kinds.items(), whole.added(told), strict=True)
    return {kind: _leaning(taught, added, seen.heard[kind], share) for (kind, taught), added in every}


def _leaning(taught: Taught, added: float, scores: Sequence[int], share: float) -> Leaning:
    odds, _, _, of_second, of_mean = taught.own
    second, mean = of_kind(scores)
    base = taught.start + added + of_second(second) + of_mean(mean)
    return Leaning(base, odds, taught.unnamed, taught.unread, share, base + taught.most if share == 1.0 else inf)


@cache
def load() -> Mapping[Direction, Whole]:
    return parse((get_data("askwell.guide.learned", FILE) or b"").decode())


def parse(text: str) -> dict[Direction, Whole]:
    """The weights from their file, all in thousandths: remarks, then for each direction its bends and its kinds."""
    bends: dict[Direction, list[tuple[float, ...]]] = {side: [] for side in KINDS}
    starts: dict[tuple[Direction, CueType], tuple[float, ...]] = {}
    own: dict[tuple[Direction, CueType], list[Line]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        side, what, name, *numbers = line.split()
        told = tuple(int(number) / 1000 for number in numbers)
        if what == "bends":
            bends[Direction(side)].append(told)
        elif what == "kind":
            starts[Direction(side), CueType(name)] = told
        else:
            half = (len(told) + 1) // 2
            own.setdefault((Direction(side), CueType(what)), []).append(Line(told[:half], told[half:]))
    return {
        side: Whole(
            tuple(bends[side]),
            {kind: Taught.of(told[0], told[1:], own[of, kind]) for (of, kind), told in starts.items() if of is side},
        )
        for side in KINDS
    }
