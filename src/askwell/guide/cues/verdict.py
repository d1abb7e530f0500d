"""What the rules read in a message, how far above or below what counts, and what the message as a whole adds."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Final, NamedTuple

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


class Line(NamedTuple):
    """What a figure adds: from each bend but the last one so much more for each unit; behind the last no more."""

    bends: tuple[float, ...]
    weights: tuple[float, ...]

    def __call__(self, value: float) -> float:
        most, added = min(value, self.bends[-1]), 0.0
        for bend, weight in zip(self.bends, self.weights, strict=False):
            if most > bend:
                added += (most - bend) * weight
        return added

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
