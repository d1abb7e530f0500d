"""Tips 3 and 7: is there a word of thanks, and is anything offered in return?"""

from collections.abc import Iterable

from askwell.domain.phrases import LEADS, Hit, read
from askwell.domain.wording import Sentence
from askwell.guide.learned.words import SETS, content

WORDING = read("askwell.guide.review", "courtesy.txt")
GRATITUDE, NOT_THANKS = WORDING["gratitude"], WORDING["not thanks"]
OFFERS, NOT_OFFERS = WORDING["offers"], WORDING["not offers"]
WISHES = frozenset("like want care fancy need ever enjoy prefer let".split())
CONDITIONS = frozenset("if when whenever should next once".split())
JOINTS = frozenset("and so but or then".split())
YOURS = frozenset("your yours you".split())
MINE = frozenset("i my mine me we our".split())
ABOUT_THE_TALK, OF_THE_ASK = SETS["about the talk"], SETS["of the ask"]


def thanks(letter: Iterable[Sentence]) -> bool:
    """Whether the reader is thanked, in any words."""
    return any(_first(GRATITUDE.all(s), NOT_THANKS.all(s)) is not None for s in letter)


def offers_something(letter: Iterable[Sentence]) -> bool:
    """Whether a willingness to return the favor is told."""
    return any(offers(sentence) for sentence in letter)


def is_a_gift(sentence: Sentence) -> bool:
    """Whether it can hardly be anything but an offer where it stands at the end: mine and yours, nothing of the ask."""
    words = sentence.bag
    if sentence.question or not words & YOURS or not words & {"i", "my", "mine", "we"}:
        return False
    if words & ABOUT_THE_TALK or words & OF_THE_ASK or GRATITUDE.find(sentence) or NOT_OFFERS.find(sentence):
        return False
    return len(content(sentence)) >= 2


def offers(sentence: Sentence) -> bool:
    """Whether the sentence offers something to the reader."""
    if asks_a_favor(sentence):
        return False
    return _first(OFFERS.all(sentence), NOT_OFFERS.all(sentence)) is not None or _stands_by(sentence)


def asks_a_favor(sentence: Sentence) -> bool:
    """As in: would you read my CV, do you have a job for me? What the reader is to do for the writer is no offer."""
    words, at = sentence.words, 0
    while at < len(words) and words[at] in LEADS - {"do"}:
        at += 1
    if not sentence.question or len(words) < at + 3 or words[at + 1] != "you":
        return False
    mine = bool(sentence.bag & {"me", "my"}) and "i" not in words[at:]
    if words[at] == "do":
        return mine and words[at + 2] in {"have", "know", "see"}
    return mine and words[at] in {"could", "would", "can", "will", "might"} and words[at + 2] not in WISHES


def _stands_by(sentence: Sentence) -> bool:
    """As in: if your oven acts up, I'm two streets away. Something of the reader's, and the writer ready for it."""
    if not sentence.bag & MINE or sentence.bag & ABOUT_THE_TALK or NOT_OFFERS.find(sentence) is not None:
        return False
    return any(
        word in CONDITIONS
        and (i == 0 or sentence.breaks[i] > 0 or sentence.words[i - 1] in JOINTS)
        and bool(YOURS & set(sentence.words[i : i + 9]))
        and bool(content(sentence, first=i))
        for i, word in enumerate(sentence.words)
    )


def _first(hits: Iterable[Hit], refused: Iterable[Hit]) -> Hit | None:
    """The first hit that shares no word with a refused phrase."""
    no = tuple(refused)
    return min((h for h in hits if not any(n.first < h.after and h.first < n.after for n in no)), default=None)
