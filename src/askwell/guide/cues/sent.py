"""What the seeker wrote: an ask, thanks for a particular help, what came of it, a favor done."""

import re
from typing import Final

from askwell.domain.cues import CueType
from askwell.guide.cues import wording
from askwell.guide.cues.frame import Frame, is_role
from askwell.guide.cues.introducing import joins_others
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.tenses import deeds
from askwell.guide.cues.verdict import Reading, reading

SHORT_QUESTION: Final = 6
ASK_LEAST: Final = 2.5
THANKS_LEAST: Final = 3.0
CLOSED_LEAST: Final = 4.5
PLAIN_STORY: Final = 5.5  # from here on a story of what happened needs no word that ties it to the helper
GIVEN_LEAST: Final = 3.0
_RESULTS: Final = wording.words("results")
_OF_YOURS: Final = re.compile(
    r"\byour (?!time|team|company|day|family|reply|message|email|kids|end|side|week|mother|house|own|help\b)[a-z]+"
)
LONG_ENOUGH: Final = 12  # words; a shorter message with a bare "thanks" is manners
_SIGNING_OFF: Final = 2  # among so many last sentences a bare "thank you" is manners


def to_a_person(frame: Frame) -> bool:
    return any(not is_role(p) for p in frame.others)


def _ask_score(frame: Frame, sentence: Sentence) -> float:
    weight = sentence.tags.get("request", 0.0)
    if not weight and not sentence.asks:
        return 0.0
    full = 2.5 if len(sentence.words) > SHORT_QUESTION and frame.distance == 0 else 1.75
    score = max(weight, full if sentence.asks else 0.0) + (1.0 if sentence.asks and weight else 0.0)
    score += 0.5 if frame.work else 0.0
    score += 0.5 if frame.openly else 0.0
    score -= 2.0 if "logistics" in sentence.tags else 0.0
    score -= (
        1.5
        if sentence.has("generic-return", "gave", "enclosed-out", "thanks-for", "report") and not sentence.asks
        else 0.0
    )
    return score - 0.5 * frame.distance


def ask(frame: Frame) -> Reading | None:
    """The question or request for information, advice, feedback or time."""
    scored = [(_ask_score(frame, s), s) for s in frame.sentences]
    score, sentence = max(scored, default=(0.0, frame.subject), key=lambda pair: pair[0])
    return reading(CueType.ASK, sentence, score=score, least=ASK_LEAST)


def _thanks_score(frame: Frame, at: int, *, asks: bool) -> float:
    sentence = frame.sentences[at]
    weight = max(sentence.tags.get("thanks-for", 0.0), sentence.tags.get("thanks", 0.0))
    if not weight or "thanks-nothing" in sentence.tags:
        return 0.0
    near = frame.near(at, "you-did", before=2) or (not asks and frame.weight("you-did") > 0)
    signing_off = at >= len(frame.sentences) - _SIGNING_OFF
    score = weight + (1.5 if near and not (asks and signing_off) else 0.0)
    if "thanks-for" not in sentence.tags:
        score += 1.0 if not asks and frame.words >= LONG_ENOUGH else 0.0
        score -= 1.0 if asks and signing_off else 0.0
    elif "thanks" not in sentence.tags and not any("thanks" in s.tags for s in frame.sentences):
        score -= 1.0  # "that was kind", without a word of thanks anywhere
    return score - frame.distance


def thanks(frame: Frame, *, asks: bool) -> Reading | None:
    """Gratitude for something particular; thanks in advance, and a bare "thanks" under a request, are manners."""
    scored = [(_thanks_score(frame, at, asks=asks), -at) for at in range(len(frame.sentences))]
    if not scored:
        return None
    score, place = max(scored)
    return reading(CueType.THANKS, frame.sentences[-place], score=score, least=THANKS_LEAST)


def _told(sentence: Sentence) -> tuple[float, float]:
    """What a sentence says was done, and what came of it; how the search began is neither."""
    if sentence.asks or ("openly" in sentence.tags and not sentence.has("you-did", "report", "outcome")):
        return 0.0, 0.0
    hushed = 0.3 if "not-yet" in sentence.tags else 1.0
    done = deeds(sentence)
    did = max(sentence.tags.get("followed", 0.0), 1.0 if done.mine else 0.0)
    came = max(sentence.tags.get("outcome", 0.0), 0.75 if done.others else 0.0)
    return did * hushed, came * hushed


def closed(frame: Frame, *, asks: bool) -> Reading | None:
    """What came of a help: something done with it or an outcome, and a word that ties it to the helper."""
    told = [_told(s) for s in frame.sentences]
    did, came = min(sum(d for d, _ in told), 3.0), min(sum(c for _, c in told), 4.0)
    ties = sum(
        1 for s in frame.sentences if "you-did" in s.tags or ("thanks-for" in s.tags and "thanks-nothing" not in s.tags)
    )
    report = max((s.tags.get("report", 0.0) for s in frame.everything), default=0.0)
    tie = min(1.5 * ties, 2.5) or (
        1.0 if any("your" in s.pieces and _OF_YOURS.search(s.plain) for s in frame.sentences) else 0.0
    )
    results = set().union(*(s.bag & _RESULTS for s in frame.sentences))
    score = (
        did
        + came
        + tie
        + report
        + 0.5 * min(len(results), 3)
        - frame.distance
        - (2.0 if asks and frame.openly else 0.0)
    )
    if not (came or did >= 2.5) or not (tie or report or did + came >= PLAIN_STORY):
        score = min(score, CLOSED_LEAST - 1.0)
    best = max(zip(told, frame.sentences, strict=True), key=lambda pair: sum(pair[0]), default=None)
    return reading(CueType.CLOSED, best[1], score=score, least=CLOSED_LEAST) if best else None


def _gift(frame: Frame, sentence: Sentence, *, asks: bool) -> float:
    tags = sentence.tags
    promise = 0.0 if sentence.has("generic-return", "own-news") else tags.get("gift-promise", 0.0)
    score = max(tags.get("gave", 0.0), tags.get("enclosed-out", 0.0), promise)
    if not score or "not-a-gift" in tags or (sentence.asks and not promise) or sentence.has("thanks-for"):
        return 0.0
    score += 1.0 if any(s.has("gift-hint", "gave") for s in frame.sentences) else 0.0
    score -= 1.5 if asks and promise else 0.0
    return score - (0.5 * frame.distance)


def given(frame: Frame, *, asks: bool, meeting: str = "") -> Reading | None:
    """A favor the seeker does: something useful sent, an introduction, a particular offer."""
    scored = [(_gift(frame, s, asks=asks), s) for s in frame.sentences if s.text != meeting]
    score, sentence = max(scored, default=(0.0, frame.subject), key=lambda pair: pair[0])
    if score < GIVEN_LEAST and joins_others(frame):
        sentence = next((s for s in frame.everything if "introduce" in s.tags), frame.subject)
        score = GIVEN_LEAST + 1.0
    return reading(CueType.GIVEN, sentence, score=score, least=GIVEN_LEAST)


def may_give(sentence: Sentence) -> bool:
    """Whether a sentence may tell of a favor, and not only of the will to do one some day."""
    return not sentence.has("generic-return", "not-a-gift")
