"""What somebody wrote to the seeker: an offer, help in the message itself, a refusal."""

import re
from itertools import product
from typing import Final

from askwell.domain.cues import CueType
from askwell.guide.cues import wording
from askwell.guide.cues.frame import Frame
from askwell.guide.cues.plain import Sentence, plain_words
from askwell.guide.cues.tenses import favor_promised, refused
from askwell.guide.cues.verdict import Reading, reading

OFFER_LEAST: Final = 2.5
HELP_LEAST: Final = 3.5
DECLINE_LEAST: Final = 3.0
_HELPFUL: Final = ("answer", "advise", "inform", "feedback", "enclosed", "vacancy")
_SHE: Final = ("she ", "he ", "they ", "her ", "his ", "tell her", "tell him", "say ", "mention ")
_CLAUSE: Final = re.compile(r"[,;:()–—]|\s-\s|\b(?:so|and|then|but|or)\b")
_DO_IT: Final = frozenset(wording.classes()["do-it"])
_DOING: Final = wording.firsts("do-it")
_LEADS: Final = frozenset("and so then but or also just please always first ok yes no".split())
_LED: Final = frozenset(product(_LEADS, _DOING))
_BREAKS: Final = ",;:()–—-"
_MANNERS: Final = frozenset(wording.classes()["manners"])
_PERSONAL: Final = wording.words("personal")
_SIGNS: Final = frozenset("%$€£")
_FIGURES: Final = frozenset(
    """january february march april june july august september october november december spring summer autumn winter
    quarter twice half two three four five six seven eight nine ten dozen hundred thousand""".split()
)
_DOORS: Final = wording.words("doors")
_SOCIAL: Final = wording.words("social")


def _bias(frame: Frame) -> float:
    """What the world the message speaks of adds: an answer to an ask, work words; home and errands take away."""
    score = 0.5 if frame.work else 0.0
    score += 0.5 if frame.asked or frame.answers else 0.0
    return score - frame.distance


def offer(frame: Frame, *, meeting: str = "", introduced: bool = False) -> Reading | None:
    """The sentence that promises or proposes to do something for the seeker later."""
    best: tuple[float, Sentence] | None = None
    for sentence in frame.sentences:
        weight = sentence.tags.get("offer", 0.0) or (2.0 if favor_promised(sentence) else 0.0)
        barred = sentence.has("no-offer", "sent-with-you-copied") or (introduced and "introduce" in sentence.tags)
        if not weight or barred or sentence.text == meeting:
            continue
        score = weight + _bias(frame) - (1.5 if "refuse" in sentence.tags else 0.0)
        if best is None or score > best[0]:
            best = (score, sentence)
    return reading(CueType.OFFER, best[1], score=best[0], least=OFFER_LEAST) if best else None


def _imperatives(sentence: Sentence) -> int:
    """How many clauses begin with a verb that tells what to do."""
    if sentence.bag.isdisjoint(_DOING) or not _may_tell_to_do(sentence):
        return 0
    count = 0
    for clause in _CLAUSE.split(sentence.text, 8)[:8]:
        words = plain_words(clause[:80])[:3]
        while words and words[0] in _LEADS:
            words = words[1:]
        if not words or " ".join(words[:2]) in _MANNERS:
            continue
        count += len(words) > 1 and bool({words[0], " ".join(words[:2]), " ".join(words)} & _DO_IT)
    return count


def _may_tell_to_do(sentence: Sentence) -> bool:
    """Whether a clause may begin with such a verb: where there are no marks, only first or behind a word that leads."""
    if sentence.odd or any(map(sentence.text.__contains__, _BREAKS)):
        return True
    return sentence.words[0] in _DOING or not _LED.isdisjoint(sentence.pairs)


def _impersonal(sentence: Sentence) -> bool:
    """Whether a sentence states something about the world: nobody of us in it, nothing social."""
    bag = sentence.bag
    return len(bag) >= 5 and bag.isdisjoint(_PERSONAL) and bag.isdisjoint(_SOCIAL)


def _has_figures(sentence: Sentence) -> bool:
    return sentence.digits or not sentence.bag.isdisjoint(_SIGNS) or not sentence.pieces.isdisjoint(_FIGURES)


def _about_others(sentence: Sentence, before: Sentence | None, people: frozenset[str]) -> bool:
    """Whether a sentence describes a person who is introduced or pointed to: that is no information of its own."""
    if sentence.names(people) or sentence.plain.startswith(_SHE):
        return True
    if before is None or before.paragraph != sentence.paragraph or "you" in sentence.bag:
        return False
    return before.names(people)


def _worth(sentence: Sentence, *, crowded: bool) -> float:
    """How much a sentence tells, 0 to 3.5; what is only stated counts half where the message does more."""
    tags = sentence.tags
    score = sum([tags.get(tag, 0.0) for tag in _HELPFUL]) if tags else 0.0
    if not sentence.has("offer", "use-my-name", "agree"):
        score += min(1.5 * _imperatives(sentence), 2.5)
        stated = (1.25 if _has_figures(sentence) else 0.75) if _impersonal(sentence) else 0.0
        score += stated * (0.5 if crowded else 1.0)
    if sentence.has("refuse", "not-now", "offer", "agree", "sorry", "use-my-name") or _DOORS & sentence.bag:
        score *= 0.4
    return min(score, 3.5)


def help_given(frame: Frame, *, people: frozenset[str] = frozenset(), crowded: bool = False) -> Reading | None:
    """The sentence that tells most, if the message as a whole gives information, advice or feedback."""
    total, best, top = _bias(frame), None, 0.0
    for before, sentence in zip((None, *frame.sentences), frame.sentences, strict=False):
        if sentence.asks or (people and _about_others(sentence, before, people)):
            continue
        worth = _worth(sentence, crowded=crowded)
        total += worth
        if worth > top:
            best, top = sentence, worth
    if frame.message.forwarded.strip() and frame.work:
        total, best = total + 2.0, best or (frame.sentences or [frame.subject])[0]
    return reading(CueType.HELP, best, score=total, least=HELP_LEAST) if best else None


def _refusal(sentence: Sentence) -> float:
    tags = sentence.tags
    weight = max(tags.get("refuse", 0.0), tags.get("not-now", 0.0), 2.0 if refused(sentence) else 0.0)
    if not weight or "no-refusal" in tags or (sentence.asks and "not-now" not in tags):
        return 0.0
    score = weight + (0.5 if sentence.has("refuse") and sentence.has("not-now") else 0.0)
    score -= 1.0 if sentence.has("offer", "use-my-name") or ("agree" in tags and sentence.moment.exactness) else 0.0
    return score - (1.0 if sentence.has("feedback", "inform") and "refuse" not in tags else 0.0)


def _only_that_day(frame: Frame, sentence: Sentence) -> bool:
    """Whether a sentence refuses a day while another one, or the same, speaks of a better one."""
    if not sentence.moment.exactness:
        return False
    others = (s for s in frame.sentences if s.asks or s.has("agree", "propose"))
    return any(s is sentence or s.moment.exactness for s in others)


def decline(frame: Frame) -> Reading | None:
    """The sentence that says no, or not now."""
    manner = 0.5 if any("sorry" in s.tags for s in frame.sentences) else 0.0
    manner += 0.5 if frame.answers or frame.asked else 0.0
    manner -= frame.distance + (0.75 if frame.words > 80 else 0.0) + (0.75 if frame.words > 160 else 0.0)
    weights = [(_refusal(s), s) for s in frame.sentences]
    scored = [(w - (2.0 if _only_that_day(frame, s) else 0.0), s) for w, s in weights if w > 0]
    score, sentence = max(scored, default=(0.0, frame.subject), key=lambda pair: pair[0])
    return reading(CueType.DECLINE, sentence, score=score + manner, least=DECLINE_LEAST) if score else None


def may_refuse(sentence: Sentence) -> bool:
    """Whether a sentence is no mere manner of speaking: "I can't wait", "I can't say more"."""
    return "no-refusal" not in sentence.tags or "sorry" in sentence.tags
