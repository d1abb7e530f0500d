"""What she offers to somebody, as her letter says it; what only she knows of it is asked of her."""

from collections.abc import Callable

from askwell.domain.gifts import Gift, GiftKind
from askwell.guide.draft_lines import Occasion
from askwell.identity.called import called
from askwell.identity.roles import with_article


def line(at: Occasion, gift: Gift) -> str:
    """The offer in a sentence or two to the reader."""
    return _LINES[gift.kind](at, gift)


def _put_in_touch(_: Occasion, gift: Gift) -> str:
    first = called(gift.about) or gift.about
    return (
        f"I know {gift.about} of {gift.company}, whose work is close to yours. If you like, I will ask {first} whether"
        " the two of you should talk."
    )


def _vacancy(_: Occasion, gift: Gift) -> str:
    wanted = with_article(gift.about) if gift.about else "somebody"
    return (
        f"{gift.company} was looking for {wanted} lately. It was not for me, but you may know somebody whom it suits;"
        " I am glad to tell you more."
    )


def _recommendation(at: Occasion, _: Gift) -> str:
    at.lacks(f"One thing that you saw {at.who or 'them'} do well: the recommendation can say just that.")
    return "I would like to write you a recommendation on LinkedIn, if you are glad of one."


def _hand(_: Occasion, gift: Gift) -> str:
    return f"If a hand with {gift.about} is of use to you at any time, you have mine."


def _reading(at: Occasion, gift: Gift) -> str:
    at.lacks("What it is that you send, and the line that made you think of them.")
    about = f"what {gift.company} does" if gift.company else "what you do"
    return f"I came across something about {about} that made me think of you."


def _ask_back(_: Occasion, __: Gift) -> str:
    return "What are you working on at the moment, and what would help?"


_LINES: dict[GiftKind, Callable[[Occasion, Gift], str]] = {
    GiftKind.PUT_IN_TOUCH: _put_in_touch,
    GiftKind.VACANCY: _vacancy,
    GiftKind.RECOMMENDATION: _recommendation,
    GiftKind.HAND: _hand,
    GiftKind.READING: _reading,
    GiftKind.ASK_BACK: _ask_back,
}
