"""Tip 5: is a referral, an introduction, a name or a job asked for outright? Telling whom one hopes to meet is not."""

from askwell.domain.phrases import Hit, begins, read
from askwell.domain.wording import FILLERS, Sentence

WORDING = read("askwell.guide.review", "requests.txt")
FRAMES = WORDING["frames"]
DEEDS = WORDING["deeds"]
ALONE = WORDING["alone"]
NOT_ASKING = WORDING["not asking"]
OTHERS = frozenset("i we he she they it who".split())
MODALS = frozenset("could would can will might may shall should to not".split())
QUESTIONS = frozenset("how whether what which why when where".split())
REACH = 14


def asks_for_referral(sentence: Sentence) -> Hit | None:
    """The words with which the reader is asked outright, or None."""
    refusals = tuple(NOT_ASKING.all(sentence))
    hits = [h for h in ALONE.all(sentence) if not sentence.negated(h.first)]
    hits += [h for h in DEEDS.all(sentence) if _is_asked(sentence, h)]
    return min((h for h in hits if not any(_meets(r, h) for r in refusals)), default=None)


def _meets(one: Hit, other: Hit) -> bool:
    return one.first < other.after and other.first < one.after


def _is_asked(sentence: Sentence, deed: Hit) -> bool:
    """Whether the deed is the reader's to do: framed as a request, or told in the imperative."""
    before = deed.first - 1
    while before >= 0 and sentence.words[before] in FILLERS | MODALS:
        before -= 1
    if before >= 0 and sentence.words[before] in OTHERS:
        return False
    if begins(sentence, deed.first):
        return not sentence.words[deed.first].endswith("ing")
    return any(_leads_to(sentence, frame, deed) for frame in FRAMES.all(sentence))


def _leads_to(sentence: Sentence, frame: Hit, deed: Hit) -> bool:
    if not (frame.first < deed.first and deed.first - frame.after <= REACH) or sentence.negated(frame.first):
        return False
    between = range(min(frame.after, deed.first), deed.first)
    return not any(sentence.words[i] in QUESTIONS or sentence.words[i] in {"i", "we"} for i in between)
