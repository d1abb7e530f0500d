"""What the seeker wrote: an ask, thanks for a particular help, what came of it, a favor done."""

from typing import Final

from askwell.domain.cues import Cue, CueType
from askwell.guide.cues.frame import Frame, is_role
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import cue

ASK_LEAST: Final = 2.5
THANKS_LEAST: Final = 3.0
CLOSED_LEAST: Final = 5.0
GIVEN_LEAST: Final = 3.0


def to_a_person(frame: Frame) -> bool:
    return any(not is_role(p) for p in frame.others)


def ask(frame: Frame) -> Cue | None:
    """The question or request for information, advice, feedback or time."""
    best: tuple[float, Sentence] | None = None
    for sentence in frame.sentences:
        weight = sentence.tags.get("request", 0.0)
        score = weight + (1.0 if sentence.asks else 0.0)
        if not weight and not sentence.asks:
            continue
        score += 0.5 if sentence.asks and frame.work else 0.0
        score += 0.5 if "openly" in {t for s in frame.sentences for t in s.tags} else 0.0
        score -= 2.0 if "logistics" in sentence.tags else 0.0
        score -= 2.0 if frame.private else 0.0
        score -= 1.5 if sentence.has("generic-return", "gave", "enclosed-out") else 0.0
        if score >= ASK_LEAST and (best is None or score > best[0]):
            best = (score, sentence)
    return cue(CueType.ASK, best[1], score=best[0], least=ASK_LEAST) if best else None


def thanks(frame: Frame, *, asks: bool) -> Cue | None:
    """Gratitude for something particular; thanks in advance, and a bare "thanks" under a request, are manners."""
    best: tuple[float, Sentence] | None = None
    count = len(frame.sentences)
    for at, sentence in enumerate(frame.sentences):
        weight = max(sentence.tags.get("thanks-for", 0.0), sentence.tags.get("thanks", 0.0))
        if not weight or sentence.has("thanks-nothing"):
            continue
        bare = "thanks-for" not in sentence.tags
        near = frame.near(at, "you-did") or (not asks and frame.weight("you-did") > 0)
        score = weight + (1.5 if near else 0.0) - (2.5 if frame.private else 0.0)
        score -= 1.0 if bare and asks and at >= count - 2 else 0.0
        if score >= THANKS_LEAST and (best is None or score > best[0]):
            best = (score, sentence)
    return cue(CueType.THANKS, best[1], score=best[0], least=THANKS_LEAST) if best else None


def closed(frame: Frame) -> Cue | None:
    """What came of a help: something done with it or an outcome, and a word that ties it to the helper."""
    did = came = tie = 0.0
    best, top = None, 0.0
    for sentence in frame.sentences:
        if sentence.asks:
            continue
        tags = sentence.tags
        hushed = 0.3 if "not-yet" in tags else 1.0
        did += tags.get("followed", 0.0) * hushed
        came += tags.get("outcome", 0.0) * hushed
        tie = max(tie, tags.get("you-did", 0.0)) + (0.5 if "you-did" in tags else 0.0)
        worth = tags.get("outcome", 0.0) + tags.get("followed", 0.0) + tags.get("report", 0.0)
        if worth > top:
            best, top = sentence, worth
    report = max((s.tags.get("report", 0.0) for s in frame.everything), default=0.0)
    score = min(did, 3.0) + min(came, 4.0) + min(tie, 2.5) + report - (2.5 if frame.private else 0.0)
    if best is None or score < CLOSED_LEAST or not (came or did >= 3.0) or not (tie or report):
        return None
    return cue(CueType.CLOSED, best, score=score, least=CLOSED_LEAST)


def given(frame: Frame, *, introduces: bool) -> Cue | None:
    """A favor the seeker does: something useful sent, an introduction, a particular offer."""
    best: tuple[float, Sentence] | None = None
    for sentence in frame.sentences:
        tags = sentence.tags
        score = tags.get("gave", 0.0) * 0.6 + tags.get("enclosed-out", 0.0) + tags.get("gift-promise", 0.0)
        if not score or sentence.has("generic-return", "not-a-gift", "own-news") or (sentence.asks and "gift-promise" not in tags):
            continue
        score += 0.5 if any("gave" in s.tags for s in frame.sentences if s is not sentence) else 0.0
        score -= 2.0 if frame.private and frame.work == 0 else 0.0
        if score >= GIVEN_LEAST and (best is None or score > best[0]):
            best = (score, sentence)
    if best is None and introduces:
        sentence = next((s for s in frame.everything if "introduce" in s.tags), frame.subject)
        best = (GIVEN_LEAST + 1.0, sentence)
    return cue(CueType.GIVEN, best[1], score=best[0], least=GIVEN_LEAST) if best else None
