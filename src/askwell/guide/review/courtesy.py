"""Tips 3 and 7: is there a word of thanks, and is anything offered in return?"""

from collections.abc import Iterable

from askwell.domain.phrases import Hit, read
from askwell.domain.wording import Sentence

WORDING = read("askwell.guide.review", "courtesy.txt")
GRATITUDE, NOT_THANKS = WORDING["gratitude"], WORDING["not thanks"]
OFFERS, NOT_OFFERS = WORDING["offers"], WORDING["not offers"]


def thanks(letter: Iterable[Sentence]) -> bool:
    """Whether the reader is thanked, in any words."""
    return any(_first(GRATITUDE.all(s), NOT_THANKS.all(s)) is not None for s in letter)


def offers_something(letter: Iterable[Sentence]) -> bool:
    """Whether a willingness to return the favor is told."""
    return any(_first(OFFERS.all(s), NOT_OFFERS.all(s)) is not None for s in letter)


def _first(hits: Iterable[Hit], refused: Iterable[Hit]) -> Hit | None:
    """The first hit that neither begins nor ends in a refused phrase."""
    no = tuple(refused)
    return min(
        (h for h in hits if not any(n.first <= h.first < n.after or n.first < h.after <= n.after for n in no)), default=None
    )
