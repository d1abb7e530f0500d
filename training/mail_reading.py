"""How a sentence of mail is read for its model: as the rules of cues see it, with what their shapes tagged it with."""

from askwell.domain.messages import Direction, Message
from askwell.guide.cues.detecting import SHAPES
from askwell.guide.cues.frame import frame
from askwell.guide.cues.hearing import features, titled, worded
from askwell.guide.cues.judging import FEWEST, MOST_HEARD
from askwell.guide.cues.plain import sentences
from askwell.guide.cues.shapes import tagger

ANYTHING, SOMETHING = "anything", "something"  # any label at all, of a sentence that came in, and that went out
RECEIVED = frozenset(f"introduction referral offer help decline auto {ANYTHING}".split())
SENT = frozenset(f"ask thanks closed given {SOMETHING}".split())
UNTOLD = {"in": SENT, "other": SENT, "out": RECEIVED}  # a sentence of one direction tells nothing of the other's labels
SIDES = {"in": "in", "other": "in", "out": "out"}
LETTERS = "drafts/holds_*.txt"  # what letters hold teaches what sent mail tells
_OUTCOME = frozenset({"outcome", "job"})
_NO_ASK = frozenset({"status", "goal", "targets", *_OUTCOME})
_GRATITUDE = frozenset({"thanks", "thanks-for", "played"})
CUES = "askwell.guide.cues"
WORDING = tuple(
    (CUES, f"wording/{name}.txt")
    for name in ("classes", "either", "languages", "pointing", "received", "sent", "words")
)


def read(text: str, side: str) -> list[str]:
    """The features of one sentence, or of a few, each thing once, in the order of the alphabet."""
    found = sentences(text)
    tagger(*SHAPES[side]).tag(found)
    return sorted({feature for one in found for feature in features(one)})


def read_whole(message: Message, me: frozenset[str]) -> tuple[str, list[str]]:
    """The side of a mail, in or out, and the features of its subject and of all its sentences one after the other."""
    seen = frame(message, me)
    side = "out" if seen.direction is Direction.OUT else "in"
    long = (one for one in seen.sentences[:MOST_HEARD] if len(one.words) >= FEWEST)
    return side, sorted([*titled(seen.subject), *(feature for one in long for feature in worded(one))])


def unsought(side: str, sought: frozenset[str]) -> frozenset[str]:
    """The labels that a mail of this side tells nothing of, where those `sought` were looked for, or all if none."""
    return UNTOLD[side] | (RECEIVED | SENT | {"meeting"}) - sought - {ANYTHING, SOMETHING} if sought else UNTOLD[side]


def borrowed(text: str, labels: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The labels of a sentence of the letters as mail that went out has them, and those it tells nothing of."""
    told: set[str] = set()
    untold = {"meeting", "thanks", *RECEIVED}
    if "question" in labels:
        told.add("ask")
    elif "?" in text or not labels & _NO_ASK:
        untold.add("ask")
    if labels & _OUTCOME:
        told.add("closed")
    elif "played" in labels:
        untold.add("closed")
    if "return" in labels:
        untold.add("given")
    if not labels & _GRATITUDE:
        untold.discard("thanks")
    return frozenset(told), frozenset(untold | ({SOMETHING} if not told and untold & SENT else set()))


def with_anything(labels: frozenset[str], side: str) -> frozenset[str]:
    """The labels of a sentence, and that it tells anything, if it does."""
    return labels | {ANYTHING if side == "in" else SOMETHING} if labels else labels
