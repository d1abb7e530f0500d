"""What somebody wrote to the seeker: an offer, help in the message itself, a refusal."""

from typing import Final

from askwell.domain.cues import Cue, CueType
from askwell.guide.cues.frame import Frame, tokens
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import cue

OFFER_LEAST: Final = 2.5
HELP_LEAST: Final = 3.5
DECLINE_LEAST: Final = 2.5
_HELPFUL: Final = ("answer", "advise", "inform", "feedback", "imperative", "enclosed", "vacancy")
_SHE: Final = ("she ", "he ", "they ", "her ", "his ", "tell her", "tell him", "say ")


def _bias(frame: Frame) -> float:
    """What the world the message speaks of adds: an answer to an ask, work words; home and errands take away."""
    score = 0.5 if frame.work else 0.0
    score += 0.5 if frame.asked or frame.answers else 0.0
    return score - (2.5 if frame.private else 0.5 * min(frame.home, 2))


def offer(frame: Frame, *, meeting: str = "") -> Cue | None:
    """The sentence that promises or proposes to do something for the seeker later."""
    best: tuple[float, Sentence] | None = None
    for sentence in frame.sentences:
        weight = sentence.tags.get("offer", 0.0)
        if not weight or sentence.has("no-offer", "introduce", "sent-with-you-copied", "refuse") or sentence.text == meeting:
            continue
        score = weight + _bias(frame)
        if score >= OFFER_LEAST and (best is None or score > best[0]):
            best = (score, sentence)
    return cue(CueType.OFFER, best[1], score=best[0], least=OFFER_LEAST) if best else None


def _about_others(sentence: Sentence, people: frozenset[str]) -> bool:
    """Whether a sentence describes a person who is introduced or pointed to: that is no information of its own."""
    return bool(tokens(sentence.text) & people) or sentence.plain.startswith(_SHE)


def _worth(sentence: Sentence) -> float:
    tags = sentence.tags
    score = sum(tags.get(tag, 0.0) for tag in _HELPFUL)
    if sentence.has("refuse", "not-now", "offer", "agree", "sorry"):
        score *= 0.4
    return min(score, 3.5)


def help_given(frame: Frame, *, people: frozenset[str] = frozenset()) -> Cue | None:
    """The sentence that tells most, if the message as a whole gives information, advice or feedback."""
    total, best, top = _bias(frame), None, 0.0
    for sentence in frame.sentences:
        if sentence.asks or (people and _about_others(sentence, people)):
            continue
        worth = _worth(sentence)
        total += worth
        if worth > top:
            best, top = sentence, worth
    if frame.message.forwarded.strip() and frame.work:
        total, best = total + 2.0, best or (frame.sentences or [frame.subject])[0]
    if best is None or total < HELP_LEAST:
        return None
    return cue(CueType.HELP, best, score=2.5 + total / 3, least=HELP_LEAST)


def decline(frame: Frame) -> Cue | None:
    """The sentence that says no, or not now."""
    best: tuple[float, Sentence] | None = None
    sorry = 0.5 if any("sorry" in s.tags for s in frame.sentences) else 0.0
    for sentence in frame.sentences:
        weight = max(sentence.tags.get("refuse", 0.0), sentence.tags.get("not-now", 0.0))
        if not weight or sentence.has("no-refusal") or sentence.asks:
            continue
        both = 0.5 if sentence.has("refuse") and sentence.has("not-now") else 0.0
        score = weight + both + sorry + (0.0 if not frame.private else -2.0)
        score += 0.5 if frame.answers or frame.asked else 0.0
        score -= 1.0 if frame.words > 120 else 0.0
        if score >= DECLINE_LEAST and (best is None or score > best[0]):
            best = (score, sentence)
    return cue(CueType.DECLINE, best[1], score=best[0], least=DECLINE_LEAST) if best else None
