"""How sure a score makes us, and the cue it becomes."""

from collections.abc import Iterable
from typing import Final

from askwell.domain.cues import Cue, CueType
from askwell.guide.cues.plain import Sentence

SURE: Final = 0.9


def confidence(score: float, *, least: float) -> float:
    """From 0.55 at the least score that counts, up to 0.97."""
    return round(min(0.97, 0.55 + 0.21 * (score - least)), 2)


def cue(
    kind: CueType, sentence: Sentence, *, score: float, least: float, people: Iterable[str] = (), about: str = ""
) -> Cue:
    return Cue(
        type=kind,
        people=tuple(dict.fromkeys(people)),
        evidence=sentence.text,
        confidence=confidence(score, least=least),
        about=about,
    )
