"""What she offers to somebody, as her letter says it; what only she knows of it is asked of her."""

from collections.abc import Callable

from askwell.domain.gifts import Gift, GiftKind, Match
from askwell.guide.drafts.aims import is_help
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.phrases import listed
from askwell.identity.called import called
from askwell.identity.roles import as_one_says, with_article

ALONE = frozenset({GiftKind.CONGRATULATE, GiftKind.KEEP_WORD})  # what needs no word on why she writes


def body(at: Occasion, gift: Gift, *, helped: str | None) -> str:
    """The offer with what leads to it: help of theirs (`helped` tells when, None where there was none), or nothing."""
    said = line(at, gift)
    if gift.kind in ALONE:
        return said
    return at.fresh("give first" if helped is None else "give", then=helped or "", gift=said) or said


def line(at: Occasion, gift: Gift) -> str:
    """The offer in a sentence or two to the reader."""
    return _LINES[gift.kind](at, gift)


def _congratulate(at: Occasion, gift: Gift) -> str:
    """On a new job or title; how she knows of it is no secret."""
    if not gift.company or gift.company == gift.what:
        return at.voice.one_of(
            "I see that you are {about} now: congratulations. It is well deserved, and I was glad to read it.",
            "Congratulations on becoming {about}. I was glad to see it, and I hope the work is all you wished for.",
            "You are {about} now, as I read: congratulations, and a good start.",
            about=as_one_says(gift.about),
        )
    return at.voice.one_of(
        "I see that you are at {company} now: congratulations, and a good start. How are the first weeks?",
        "Congratulations on {company}. I was glad to read it, and I hope that they treat you well there.",
        "You have moved to {company}, as I read. Congratulations: they are lucky to have you.",
        company=gift.company,
    )


def _keep_word(at: Occasion, gift: Gift) -> str:
    """Her own words of then; what becomes of them is hers to say."""
    at.lacks(f"When, or how, you will do what you offered: “{gift.about}”")
    return at.voice.one_of(
        "On {day} I wrote to you: “{about}” I have not forgotten it, and I would like to do it now.",
        "I said something on {day} that I mean to keep: “{about}” When would it suit you?",
        "You may remember what I wrote on {day}: “{about}” That still stands, and I have the time.",
        day=gift.what,
        about=gift.about,
    )


def _put_in_touch(at: Occasion, gift: Gift) -> str:
    """Why the two should meet; nobody is put in touch before both have said yes."""
    whom = f"{gift.about} of {gift.company}" if gift.company else gift.about
    facts = {"whom": whom, "first": called(gift.about) or gift.about, "what": gift.what}
    if gift.match is Match.SEEKS:
        return at.voice.one_of(
            "I thought of {whom} when I read about the search for {what}. If you like, I will ask {first}"
            " whether the two of you should talk.",
            "On the search for {what}: {whom} comes to mind. Shall I ask {first} about a talk?",
            **{**facts, "what": with_article(gift.what)},
        )
    if gift.match is Match.PLACE:
        return at.voice.one_of(
            "{whom} does work like yours, in {what}. If you like, I will ask {first} whether a talk is welcome.",
            "Do you know {whom}? It is your line of work, in {what}, and I would gladly ask {first} for a"
            " talk of the two of you.",
            **facts,
        )
    return at.voice.one_of(
        "I know {whom}, whose work is close to yours. If you like, I will ask {first} whether the two"
        " of you should talk.",
        "Your work is close to that of {whom}. I would be glad to ask {first} whether a talk is welcome.",
        "Do you know {whom}, who does work like yours? If you like, I will put the two of you in touch,"
        " once I have asked {first}.",
        **facts,
    )


def _vacancy(at: Occasion, gift: Gift) -> str:
    """It may suit somebody they know: nobody is taken for somebody who looks for work."""
    wanted = with_article(gift.about) if gift.about else "somebody"
    if not gift.company:
        return at.voice.one_of(
            "A vacancy came to me that is in your line and not in mine: {wanted}. You may know somebody whom it suits;"
            " I am glad to pass it on.",
            "Somebody sent me a vacancy for {wanted}. It is not for me, but you may know the right person, and I will"
            " gladly forward it.",
            wanted=wanted,
        )
    tried = (
        "{company} was looking for {wanted} lately. It did not work out for me, but you may know somebody whom it"
        " suits; I am glad to tell you more."
    )
    return at.voice.one_of(
        *(() if at.discreet else (tried,)),
        "I came across an opening for {wanted} at {company}. It is not for me, but it may be for somebody you know.",
        "{company} has been looking for {wanted}. It may be something for somebody you know; I will gladly say more.",
        company=gift.company,
        wanted=wanted,
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
        "Whenever a hand with {about} would help you, call on me.",
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
    GiftKind.CONGRATULATE: _congratulate,
    GiftKind.KEEP_WORD: _keep_word,
    GiftKind.PUT_IN_TOUCH: _put_in_touch,
    GiftKind.VACANCY: _vacancy,
    GiftKind.RECOMMENDATION: _recommendation,
    GiftKind.HAND: _hand,
    GiftKind.READING: _reading,
    GiftKind.ASK_BACK: _ask_back,
}
