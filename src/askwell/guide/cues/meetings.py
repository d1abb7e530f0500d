"""Whether a time for a conversation is agreed in a message, not merely proposed."""

import re
from typing import Final

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.frame import Frame, from_person, is_role
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.times import PRECISE
from askwell.guide.cues.verdict import Reading, reading

_US: Final = frozenset("i we us me you see call meet confirmed perfect works great fine good suits".split())
_CONDITION: Final = re.compile(r"^(?:if|when|once|unless|whenever|or|maybe|perhaps|any)\b")
LEAST: Final = 3.5


def _agreement(frame: Frame, sentence: Sentence, around: list[Sentence]) -> float:
    """Words that accept, in the sentence or in a short one beside it; in an answer, a plain time is acceptance too."""
    agrees = sentence.tags.get("agree", 0.0)
    if not agrees:
        beside = [s for s in around if "agree" in s.tags and not s.asks and len(s.words) <= 8]
        agrees = 1.5 if beside else 0.0
    if not agrees and frame.answers and sentence.moment == PRECISE:
        agrees = 1.0
    return agrees


def _score(frame: Frame, at: int) -> float:
    sentence = frame.sentences[at]
    time = 0.0 if sentence.asks else sentence.moment.exactness
    if not time or _CONDITION.match(sentence.plain):
        return 0.0
    around = frame.sentences[max(0, at - 1) : at] + frame.sentences[at + 1 : at + 2]
    if any(s.asks and s.moment.exactness for s in around):
        return 0.0
    agrees = _agreement(frame, sentence, around)
    if not agrees or (not sentence.moment.day and _US.isdisjoint(sentence.bag)):
        return 0.0
    score = agrees + min(time, 2.5) + sentence.tags.get("meet-kind", 0.0) * 0.5
    score += 0.5 if frame.answers or frame.asked else 0.0
    return score - (2.0 if "propose" in sentence.tags else 0.0) - frame.distance


def meeting(frame: Frame) -> Reading | None:
    """The sentence that settles a time with a person, if one does."""
    if not from_person(frame):
        return None
    if frame.direction is Direction.OUT and all(is_role(p) for p in frame.others):
        return None
    scored = [(_score(frame, at), at) for at in range(len(frame.sentences))]
    score, at = max(scored, default=(0.0, 0), key=lambda pair: pair[0])
    return reading(CueType.MEETING, frame.sentences[at], score=score, least=LEAST) if score else None


def names_a_time(sentence: Sentence) -> bool:
    """Whether a sentence that is no question names a day with a time of day, or an hour."""
    return not sentence.asks and sentence.moment.exactness >= 1
