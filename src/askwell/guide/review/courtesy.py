"""Tips 3 and 7: is there a word of thanks, and is anything offered in return?"""

from collections.abc import Iterable

from askwell.domain.phrases import Hit, read
from askwell.domain.wording import Sentence
from askwell.guide.review.words import content

WORDING = read("askwell.guide.review", "courtesy.txt")
GRATITUDE, NOT_THANKS = WORDING["gratitude"], WORDING["not thanks"]
OFFERS, NOT_OFFERS = WORDING["offers"], WORDING["not offers"]
CONDITIONS = frozenset("if when whenever should next once".split())
YOURS = frozenset("your yours you".split())
MINE = frozenset("i my me we our".split())
ABOUT_THE_TALK = frozenset(
    """time minute minutes moment busy rather prefer prefers phone call answer reply write cv resume question answers talk meet
    thought thoughts opinion advice think told said asked mentioned know hear heard could would were was did had""".split()
)
OF_THE_ASK = frozenset(
    """looking searching seeking hope hoped hoping wonder wondering love like want wanted ask asked asking help helped sorry
    still need appreciate grateful value since until after before yet already been work works worked job role heard understand
    tell tells gave sent wrote reading read forward best let me""".split()
)


def thanks(letter: Iterable[Sentence]) -> bool:
    """Whether the reader is thanked, in any words."""
    return any(_first(GRATITUDE.all(s), NOT_THANKS.all(s)) is not None for s in letter)


def offers_something(letter: Iterable[Sentence]) -> bool:
    """Whether a willingness to return the favor is told."""
    return any(offers(sentence) for sentence in letter)


def offers_at_the_end(body: tuple[Sentence, ...]) -> bool:
    """Whether one of the last sentences can hardly be anything but an offer: mine and yours, and nothing of the ask."""
    return any(_is_a_gift(sentence) for sentence in body[-3:])


def _is_a_gift(sentence: Sentence) -> bool:
    words = sentence.bag
    if sentence.question or not words & YOURS or not words & {"i", "my", "mine", "we"}:
        return False
    if words & ABOUT_THE_TALK or words & OF_THE_ASK or GRATITUDE.find(sentence) or NOT_OFFERS.find(sentence):
        return False
    return len(content(sentence)) >= 2


def offers(sentence: Sentence) -> bool:
    return _first(OFFERS.all(sentence), NOT_OFFERS.all(sentence)) is not None or _stands_by(sentence)


def _stands_by(sentence: Sentence) -> bool:
    """ "If your oven acts up again, I'm two streets away": something of the reader's, and the writer ready for it."""
    words = sentence.words
    for i, word in enumerate(words):
        if word not in CONDITIONS or not (
            i == 0 or sentence.breaks[i] or words[i - 1] in {"and", "so", "but", "or", "then"}
        ):
            continue
        clause = sentence.bag if i + 9 >= len(words) else frozenset(words[i : i + 9])
        if not clause & YOURS or sentence.bag & ABOUT_THE_TALK or NOT_OFFERS.find(sentence) is not None:
            continue
        if sentence.bag & MINE and content(sentence, first=i):
            return True
    return False


def _first(hits: Iterable[Hit], refused: Iterable[Hit]) -> Hit | None:
    """The first hit that neither begins nor ends in a refused phrase."""
    no = tuple(refused)
    return min(
        (h for h in hits if not any(n.first <= h.first < n.after or n.first < h.after <= n.after for n in no)),
        default=None,
    )
