"""What the rules read in a message, how far above or below what counts, and what the message as a whole adds."""

from collections.abc import Iterable
from dataclasses import dataclass
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


class Leaning(NamedTuple):
    """What a message as a whole adds to the odds of a cue, and what share of the odds by hand counts beside it."""

    base: float = 0.0
    odds: float = 1.0
    unnamed: float = 0.0


UNTAUGHT: Final = Leaning()
