"""What she offers to somebody, as her letter says it; what only she knows of it is asked of her."""

from collections.abc import Callable

from askwell.domain.gifts import Gift, GiftKind
from askwell.guide.drafts.aims import is_help
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.phrases import listed
from askwell.identity.called import called
from askwell.identity.roles import with_article


def line(at: Occasion, gift: Gift) -> str:
    """The offer in a sentence or two to the reader."""
    return _LINES[gift.kind](at, gift)


def _put_in_touch(at: Occasion, gift: Gift) -> str:
    first = called(gift.about) or gift.about
    return at.voice.one_of(
        "I know {about} of {company}, whose work is close to yours. If you like, I will ask {first} whether the two"
        " of you should talk.",
        "Your work is close to that of {about} of {company}. I would be glad to ask {first} whether a talk is welcome.",
        "Do you know {about} of {company}, who does work like yours? If you like, I will put the two of you in touch,"
        " once I have asked {first}.",
        about=gift.about,
        company=gift.company,
        first=first,
    )


def _vacancy(_: Occasion, gift: Gift) -> str:
    wanted = with_article(gift.about) if gift.about else "somebody"
    return (
        f"{gift.company} was looking for {wanted} lately. It did not work out for me, but you may know somebody whom it"
        " suits; I am glad to tell you more."
    )


def _recommendation(at: Occasion, _: Gift) -> str:
    at.lacks(f"One thing that you saw {at.who or 'them'} do well: the recommendation can say just that.")
    return at.voice.one_of(
        "I would like to write you a recommendation on LinkedIn, if you are glad of one.",
        "If a recommendation on LinkedIn is of use to you, I would like to write one.",
        "May I write you a recommendation on LinkedIn? I have seen how you work.",
    )


def _hand(at: Occasion, gift: Gift) -> str:
    """Of what she is good at, only what one can lend a hand with; a trait is none."""
    useful = [one for one in gift.about.split(", ") if is_help(one)]
    if not useful:
        return at.say("offer")
    return at.voice.one_of(
        "If a hand with {about} is of use to you at any time, you have mine.",
        "Whenever somebody who knows {about} would help you, call on me.",
        "I would be glad to lend you a hand with {about}, this month or later.",
        about=listed(useful, last="or"),
    )


def _reading(at: Occasion, gift: Gift) -> str:
    at.lacks("What it is that you send, and the line that made you think of them.")
    about = f"what {gift.company} does" if gift.company else "what you do"
    return at.voice.one_of(
        "I keep an eye open for what is worth reading about {about}, and send you what I find.",
        "When I come across something good about {about}, you will have it from me.",
        "I would like to send you something worth reading about {about}.",
        about=about,
    )


def _ask_back(at: Occasion, _: Gift) -> str:
    return at.voice.one_of(
        "What are you working on at the moment, and what would help?",
        "What is on your desk these days, and is there a part of it that I could take off?",
        "What could somebody with some time do for you this month?",
    )


_LINES: dict[GiftKind, Callable[[Occasion, Gift], str]] = {
    GiftKind.PUT_IN_TOUCH: _put_in_touch,
    GiftKind.VACANCY: _vacancy,
    GiftKind.RECOMMENDATION: _recommendation,
    GiftKind.HAND: _hand,
    GiftKind.READING: _reading,
    GiftKind.ASK_BACK: _ask_back,
}
