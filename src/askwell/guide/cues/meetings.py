"""Whether a time for a conversation is agreed in a message, not merely proposed."""

import re
from typing import Final

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.frame import Frame, from_person, is_role
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import cue

_DAY: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\btomorrow\b|\btonight\b|\btoday\b|\bthis (?:morning|afternoon|evening)\b"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes)\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec)[a-z]* \d{1,2}\b"
)
_CLOCK: Final = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|h|o clock)\b|\bnoon\b|\bmidday\b|\bat (?:half past |quarter (?:past|to) )?"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\bhalf past\b|\b(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve) (?:o clock|thirty|fifteen|sharp)\b"
)
LEAST: Final = 3.5


def _time(plain: str) -> float:
    return (1.0 if _DAY.search(plain) else 0.0) + (1.5 if _CLOCK.search(plain) else 0.0)


def _score(frame: Frame, sentence: Sentence, *, before: Sentence | None) -> float:
    agrees = sentence.tags.get("agree", 0.0)
    time = _time(sentence.plain)
    if not agrees and before is not None and "agree" in before.tags and not before.asks and len(before.plain.split()) <= 5:
        agrees = before.tags["agree"]
    if not agrees or not time or sentence.asks:
        return 0.0
    score = agrees + min(time, 2.0) + sentence.tags.get("meet-kind", 0.0) * 0.5
    score += 0.5 if frame.answers or frame.asked else 0.0
    return score - (2.0 if "propose" in sentence.tags else 0.0)


def meeting(frame: Frame) -> Cue | None:
    """The sentence that settles a time with a person, if one does."""
    if not from_person(frame) or frame.private:
        return None
    if frame.direction is Direction.OUT and all(is_role(p) for p in frame.others):
        return None
    best: tuple[float, Sentence] | None = None
    before: Sentence | None = None
    for sentence in frame.sentences:
        score = _score(frame, sentence, before=before)
        if score >= LEAST and (best is None or score > best[0]):
            best = (score, sentence)
        before = sentence
    return cue(CueType.MEETING, best[1], score=best[0], least=LEAST) if best else None
