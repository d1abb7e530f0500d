"""Which of the things noticed another message bears out: an ask that was answered, thanks for a help that was given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from askwell.domain.cues import CueType

LIKELY: Final = 0.75  # neither side of a pair may be less likely than this
HELPING: Final = frozenset({CueType.HELP, CueType.OFFER, CueType.REFERRAL, CueType.INTRODUCTION})
ANSWERING: Final = HELPING | {CueType.DECLINE, CueType.MEETING}
PLAIN: Final = frozenset({CueType.HELP, CueType.OFFER, CueType.DECLINE})  # where nobody else's name may be mistaken
AFTER_HELP: Final = frozenset({CueType.THANKS, CueType.CLOSED})


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a message tells: with whom, when, and how likely it is so."""

    id: str
    kind: CueType
    person: str
    at: datetime
    confidence: float


def borne_out(told: Iterable[Told]) -> frozenset[str]:
    """The ids of what is likely by itself, and fits what another message with the same person tells."""
    by_person: dict[str, list[Told]] = {}
    for one in told:
        if one.person and one.confidence >= LIKELY:
            by_person.setdefault(one.person, []).append(one)
    return frozenset(one.id for known in by_person.values() for one in known if _fits(one, known))


def _fits(one: Told, known: Sequence[Told]) -> bool:
    """Asks fit an answer at any time: whoever has helped may be asked again."""
    if one.kind is CueType.ASK:
        return any(other.kind in ANSWERING for other in known)
    if one.kind in AFTER_HELP:
        return any(other.kind in ANSWERING and other.at <= one.at for other in known)
    return one.kind in PLAIN and any(other.kind is CueType.ASK and other.at <= one.at for other in known)
