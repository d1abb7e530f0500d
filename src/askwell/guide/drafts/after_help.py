"""Messages after help: thanks, what came of it, the job that was found, and something given back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from askwell.domain.gifts import Gift
from askwell.domain.plans import ReferralKind
from askwell.guide.drafts import aims, dates, gifts, occasion
from askwell.guide.drafts.layout import Part
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.phrases import listed, sentence
from askwell.guide.drafts.questions import indirect
from askwell.guide.drafts.quotes import clean, deed, first_clean
from askwell.identity.called import called
from askwell.identity.roles import as_one_says


@dataclass(frozen=True, slots=True)
class Helped:
    """What somebody did: on which day, what in words (their own where `quoted`), or whom they pointed to, and how.

    `talk` is where it was a talk, `what` then its title in the calendar. `asked` is the question it answered. `wrote`
    is the day she wrote to the person pointed to. `subject` is that of the letter that brought it.
    """

    on: date
    what: str = ""
    quoted: bool = False
    talk: bool = False
    person: str = ""
    kind: ReferralKind | None = None
    wrote: date | None = None
    asked: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a help: sentences that tell it to whoever helped.

    `person` is whom the reader pointed to, and `kind` how; `link` the one between, where the reader stands higher up
    the chain. `good` is false where the news is a no.
    """

    news: str
    person: str = ""
    kind: ReferralKind | None = None
    link: str = ""
    helped: Helped | None = None
    good: bool = True


_THANKED = {
    ReferralKind.NAME: "thank for referral",
    ReferralKind.USE_MY_NAME: "thank for name",
    ReferralKind.INTRODUCTION: "thank for introduction",
    ReferralKind.FORWARDED: "thank for passing on",
    ReferralKind.EMPLOYEE_REFERRAL: "thank for recommending",
}
HELPED = "helped me"  # no more than that is known
TALKS = (
    ("coffee|café|cafe|kaffee", "our coffee"),
    ("lunch|mittagessen", "our lunch"),
    ("breakfast", "our breakfast"),
    ("dinner", "our dinner"),
    ("tour|visit|walk-?through|rundgang", "the tour"),
    ("walk", "our walk"),
    ("call|phone|zoom|teams|video|telefonat", "our call"),
)


def thanks(at: Occasion, helps: tuple[Helped, ...]) -> list[Part]:
    """For what, in particular; what was or will be done with it; something in return."""
    first, *more = helps
    said, then = _thank(at, first)
    later = at.fresh("will tell") if then else ""
    also = next((_also(at, one, first) for one in more if not one.person or one.person != first.person), "")
    said += f" Thank you also for {also}." if also else ""
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 7, (said,)),
        Part(1, 4, tuple(dict.fromkeys((then, later, "")))),
        Part(1, 5, aims.in_return(at)),
        Part(3, 8, occasion.signed(at, at.say("thanking"))),
    ]


def _thank(at: Occasion, one: Helped) -> tuple[str, str]:
    """Thanks for one help, and what she does with it."""
    if one.person:
        kind = one.kind or ReferralKind.NAME
        return at.say(_THANKED[kind], person=one.person), _taken_up(at, one, kind)
    question = asked_for(one)
    if one.talk:
        at.lacks(f"One thing from the talk {dates.when(one.on, at.today)} that stayed with you.")
        name = "thank for talk about" if question else "thank for talk" if talk_of(one.what) else "thank for time"
        return at.dated(name, one.on, talk=talk_of(one.what), question=question), at.fresh("after the talk")
    to_act_on = question or (one.quoted and first_clean(one.what))
    if to_act_on:
        at.lacks("One line on what you did with it, or will do.")
    return _thank_in_words(at, one, question), at.fresh("after the help") if to_act_on else ""


def _thank_in_words(at: Occasion, one: Helped, question: str) -> str:
    """For their answer to her question, for a line of theirs, for what she noted, or for the kind of help it was."""
    words = first_clean(one.what) if one.quoted else ""
    if question:
        return at.dated("thank for telling", one.on, question=question)
    if words:
        return at.dated("thank for words", one.on, words=words)
    given, did_it = ("", "") if one.quoted else deed(one.what, at.who)
    if given or did_it:
        return at.dated("thank for deed" if given else "thank for doing", one.on, words=given or did_it)
    at.lacks(f"What {at.who or 'they'} did for you {dates.when(one.on, at.today)}, in one line.")
    kind = kind_of(one)
    return at.dated("thank for kind", one.on, kind=kind, Kind=kind[0].upper() + kind[1:])


def asked_for(one: Helped) -> str:
    """What they were asked, within a sentence; "" where that is a favor, or points to something said before it."""
    asked = indirect(one.asked)
    return "" if asked.startswith("whether you would") or _POINTS_BACK & {*asked.casefold().split()} else asked


_POINTS_BACK = frozenset("they them their theirs it its this these those there he him his she her hers".split())


def _taken_up(at: Occasion, one: Helped, kind: ReferralKind) -> str:
    first = called(one.person) or one.person
    if one.wrote is not None:
        return at.dated("wrote to them", one.wrote, person=first)
    if kind in {ReferralKind.INTRODUCTION, ReferralKind.FORWARDED}:
        return at.fresh("will take it up", person=first)
    return at.fresh("will write to them", person=first)


def _also(at: Occasion, one: Helped, first: Helped | None = None) -> str:
    """A second help, as it is thanked for in the same sentence, behind "for"."""
    when = dates.when(one.on, at.today)
    if one.person:
        return f"{pointing(one.kind)} {one.person}"
    if one.talk:
        return f"{talk_of(one.what) or 'your time'} {when}"
    given, did_it = ("", "") if one.quoted else deed(one.what)
    if given:
        return given
    if did_it or first is None or first.on != one.on:
        return f"your help {when}"
    return "the rest of what you told me"


def pointing(kind: ReferralKind | None) -> str:
    """What a referrer did, behind "for": introducing me to."""
    return {
        ReferralKind.INTRODUCTION: "introducing me to",
        ReferralKind.FORWARDED: "passing my details on to",
        ReferralKind.EMPLOYEE_REFERRAL: "recommending me to",
    }.get(kind or ReferralKind.NAME, "pointing me to")


def talk_of(title: str) -> str:
    """What kind of talk it was, by its title in the calendar: our coffee; "" where that does not tell."""
    return next(
        (said for words, said in TALKS if re.search(rf"\b(?:{words})\b", title, re.IGNORECASE)), "talking with me"
    )


def kind_of(one: Helped) -> str:
    """What kind of help it was: feedback where she had asked for a look at something, else what answers a question."""
    if re.search(r"\b(?:CV|r[eé]sum[eé]|cover letter|pitch|profile|portfolio)\b", f"{one.asked} {one.what}"):
        return "your feedback"
    return "your answer" if one.asked and not one.talk else "your help"


def closing(at: Occasion, came: Came, *, further: Iterable[Came] = (), also: Iterable[Helped] = ()) -> list[Part]:
    """What came of a referral or a help, said to whoever gave it, with thanks; then what else there is to tell."""
    news = sentence(came.news)
    if not news:
        at.lacks("What came of it, in one sentence.")
    elif came.helped and not came.person:
        at.lacks("How it went, and what their help did for you, in one line.")
    besides = listed(_also(at, one) for one in tuple(also)[:2])
    thanks_for_it = "news thanks and" if besides else "news thanks" if came.good else "news thanks after no"
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 5, (_led(at, came), "")),
        Part(1, 8, (news,)),
        *(_more(at, one, came) for one in tuple(further)[:2] if one.news),
        Part(3, 7, (at.say(thanks_for_it, also=besides),)),
        Part(4, 8, occasion.signed(at, at.say("thanking"))),
    ]


def _more(at: Occasion, came: Came, first: Came) -> Part:
    """Further news in the same letter; of the same person it simply goes on."""
    news = sentence(came.news)
    if not came.person or came.person == first.person:
        return Part(1, 4, (news,))
    return Part(2, 4, (f"{at.say('more news', person=came.link or came.person)} {news}", news))


def _led(at: Occasion, came: Came) -> str:
    """What this goes back to."""
    if came.link:
        return at.say("news of chain", link=came.link, link_called=called(came.link), person=came.person)
    if came.person:
        name = "news of introduction" if came.kind is ReferralKind.INTRODUCTION else "news of referral"
        return at.say(name, person=came.person)
    if came.helped is None:
        return at.say("news of help", helped="along the way")
    helped = dates.when(came.helped.on, at.today)
    question = asked_for(came.helped)
    if question:
        return at.say("news of telling", helped=helped, Helped=helped[0].upper() + helped[1:], question=question)
    words = clean(came.helped.what) if came.helped.quoted else ""
    if words:
        return at.dated("news of words", came.helped.on, words=words)
    return at.say("news of help", helped=helped)


def landed(at: Occasion, *, title: str, company: str, helped: Helped | None) -> list[Part]:
    """The job and the part this person played in it; what is not known is asked of the seeker."""
    if not title or not company:
        at.lacks("Which job it is: title, company, first day.")
    job = sentence(job_of(title, company))
    did_what = part(at, helped)
    thanked = at.say("landed thanks" if did_what else "landed thanks alone")
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 8, tuple(dict.fromkeys((at.fresh("landed", job=job) or job, job)))),
        Part(
            1, 7, tuple(filter(None, (f"{did_what} {thanked}".strip(), f"{did_what} Thank you." if did_what else "")))
        ),
        Part(2, 2, (at.fresh("landed return"), "")),
        Part(3, 8, occasion.signed(at, at.say("thanking"))),
    ]


def job_of(title: str, company: str) -> str:
    """The new job, in a sentence."""
    if not company:
        return f"I have a new job{f' as {as_one_says(title)}' if title else ''}."
    return f"I am joining {company}{f' as {as_one_says(title)}' if title else ''}."


def part(at: Occasion, helped: Helped | None) -> str:
    """What this person did along the way."""
    told = did(helped) if helped else ""
    if helped is None or told in {"", HELPED}:
        at.lacks("How their help played in, in one line.")
        return ""
    return at.dated("landed part", helped.on, did=told)


def did(one: Helped) -> str:
    """What somebody did, behind "you": pointed me to Marcus Webb."""
    if one.person:
        return f"{_DID.get(one.kind or ReferralKind.NAME, 'pointed me to')} {one.person}"
    if one.talk:
        return "took the time to talk with me"
    question = asked_for(one)
    if question:
        return f"told me {question}"
    given, did_it = ("", "") if one.quoted else deed(one.what)
    return did_it or (f"helped me with {given}" if given.startswith("your ") else HELPED)


_DID = {
    ReferralKind.INTRODUCTION: "introduced me to",
    ReferralKind.FORWARDED: "passed my details on to",
    ReferralKind.EMPLOYEE_REFERRAL: "recommended me to",
}


def giving(at: Occasion, *, gift: Gift, helped: Helped | None) -> list[Part]:
    """An offer to do something for somebody, most of all for who helped, without asking for anything."""
    said = gifts.body(at, gift, helped=f" {dates.when(helped.on, at.today)}" if helped else None)
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 7, (said,)),
        Part(3, 8, occasion.signed(at, f"{at.say('thanking')}")),
    ]
