"""Hardness as it is told: the figure, its band in kind words, eight parts with what each is made of, the stretch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from askwell.domain.books import Books
from askwell.domain.plans import Promise
from askwell.guide.hardness.behavior import Behavior, behavior
from askwell.guide.hardness.scale import ENOUGH, WEIGHTS, Name, gain, scores, total
from askwell.guide.hardness.words import LABELS, MADE_OF, SAYS, stretch_of


class Band(StrEnum):
    """Where the figure stands: up to 39 more waiting than asking, from 70 on asking openly."""

    SOFT = "soft"
    BETWEEN = "between"
    HARD = "hard"


BETWEEN_FROM, HARD_FROM = 40, 70
LEAST_GAIN = 0.05  # of a stretch that is worth a word


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its figure (None where there is nothing to go by), what it is made of, and its own stretch.

    `gain` is what that stretch would add to the whole within a week, in points. `was` is its figure a month ago.
    """

    name: Name
    label: str
    score: int | None
    weight: float
    made_of: str
    stretch: str
    gain: float
    was: int | None = None


@dataclass(frozen=True, slots=True)
class Hardness:
    """0 to 100. `next` is the part whose stretch would add most, None where nothing is left to add."""

    score: int
    band: Band
    say: str
    parts: tuple[Part, ...]
    next: Part | None
    behavior: Behavior
    was: int | None = None


def measure(
    kept: Books, promises: Iterable[Promise], *, pace: int | None = None, before: Hardness | None = None
) -> Hardness | None:
    """Hardness at the moment of the books; None where there is too little to measure. `before` is a month ago's."""
    return told_of(behavior(kept, promises, pace=pace), before=before)


def told_of(found: Behavior, *, before: Hardness | None = None) -> Hardness | None:
    """The same of counts alone."""
    if found.acts < ENOUGH:
        return None
    known = scores(found)
    was = {part.name: part.score for part in before.parts} if before else {}
    parts = tuple(_part(name, found, known, was) for name in Name)
    score = round(total(known))
    band = _band(score)
    return Hardness(
        score=score,
        band=band,
        say=SAYS[str(band)],
        parts=parts,
        next=max((p for p in parts if p.gain >= LEAST_GAIN), key=lambda p: p.gain, default=None),
        behavior=found,
        was=before.score if before else None,
    )


def _part(name: Name, found: Behavior, known: Mapping[Name, float | None], was: Mapping[Name, int | None]) -> Part:
    score = known[name]
    return Part(
        name=name,
        label=LABELS[name],
        score=None if score is None else round(score),
        weight=WEIGHTS[name],
        made_of=MADE_OF[name](found),
        stretch=stretch_of(name, found),
        gain=round(gain(name, found), 1),
        was=was.get(name),
    )


def _band(score: int) -> Band:
    if score < BETWEEN_FROM:
        return Band.SOFT
    return Band.HARD if score >= HARD_FROM else Band.BETWEEN
