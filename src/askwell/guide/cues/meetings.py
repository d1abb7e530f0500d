"""Whether a time for a conversation is agreed in a message, not merely proposed."""

import re
from typing import Final

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.frame import Frame, from_person, is_role
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import cue

_MONTH: Final = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_NUMBER: Final = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_DAY: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
    r"|\b(?:tomorrow|tonight|this (?:morning|afternoon|evening))\b"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{1,2}} {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b"
)
_CLOCK: Final = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|h|hrs|o clock)\b|\b\d{1,2}h\d{0,2}\b|\bnoon\b|\bmidday\b"
    r"|\b(?:at|around|by|from|day|for|um|til|till|after) (?:half (?:past )?|quarter (?:past|to) )?"
    rf"(?:\d{{1,2}}|{_NUMBER})\b(?! (?:minutes|days|weeks|years|people))"
    rf"|\b(?:half|quarter) (?:past|to) \w+|\bhalf {_NUMBER}\b|\b{_NUMBER} (?:o clock|thirty|fifteen|sharp)\b"
    rf"|^{_NUMBER} works\b"
)
_SOFT: Final = re.compile(
    r"\b(?:morning|afternoon|evening|lunchtime|lunch|breakfast|after work|before work|first thing)\b"
)
_US: Final = frozenset("i we us me you see call meet confirmed perfect works great fine".split())
_CONDITION: Final = re.compile(r"^(?:if|when|once|unless|whenever|or|maybe|perhaps|any)\b")
LEAST: Final = 3.5


def _time(plain: str) -> float:
    """How exactly a time is named: a day, a clock."""
    clock = 1.5 if _CLOCK.search(plain) else 0.5 if _SOFT.search(plain) else 0.0
    return (1.0 if _DAY.search(plain) else 0.0) + clock


def names_a_time(plain: str) -> bool:
    return _time(plain) > 0


def _agreement(frame: Frame, sentence: Sentence, around: list[Sentence]) -> float:
    """Words that accept, in the sentence or in a short one beside it; in an answer, a plain time is acceptance too."""
    agrees = sentence.tags.get("agree", 0.0)
    if not agrees:
        beside = [s for s in around if "agree" in s.tags and not s.asks and len(s.plain.split()) <= 8]
        agrees = 1.5 if beside else 0.0
    if not agrees and frame.answers and _DAY.search(sentence.plain) and _CLOCK.search(sentence.plain):
        agrees = 1.0
    return agrees


def _score(frame: Frame, at: int) -> float:
    sentence = frame.sentences[at]
    time = 0.0 if sentence.asks or _CONDITION.match(sentence.plain) else _time(sentence.plain)
    around = frame.sentences[max(0, at - 1) : at] + frame.sentences[at + 1 : at + 2]
    if not time or any(s.asks and _time(s.plain) for s in around):
        return 0.0
    agrees = _agreement(frame, sentence, around)
    if not agrees or (not _DAY.search(sentence.plain) and _US.isdisjoint(sentence.plain.split())):
        return 0.0
    score = agrees + min(time, 2.5) + sentence.tags.get("meet-kind", 0.0) * 0.5
    score += 0.5 if frame.answers or frame.asked else 0.0
    return score - (2.0 if "propose" in sentence.tags else 0.0) - frame.distance


def meeting(frame: Frame) -> Cue | None:
    """The sentence that settles a time with a person, if one does."""
    if not from_person(frame):
        return None
    if frame.direction is Direction.OUT and all(is_role(p) for p in frame.others):
        return None
    scored = [(_score(frame, at), at) for at in range(len(frame.sentences))]
    score, at = max(scored, default=(0.0, 0), key=lambda pair: pair[0])
    return cue(CueType.MEETING, frame.sentences[at], score=score, least=LEAST) if score >= LEAST else None
