"""Messages after help: thanks, what came of it, the job that was found, and something given back."""

import re
from dataclasses import dataclass
from datetime import date

from askwell.domain.plans import ReferralKind
from askwell.guide import draft_aims, draft_lines
from askwell.guide.draft_lines import Occasion
from askwell.guide.draft_parts import Part, sentence, shortened

QUOTED_WORDS = 22
_YOU = re.compile(r"\b(you|your|yours)\b")
_ME = {"you": "me", "your": "my", "yours": "mine"}


@dataclass(frozen=True, slots=True)
class Helped:
    """What somebody did: on which day, what in words (their own where `quoted`), or whom they pointed to, and how.

    `taken_up` is true where she has written to that person since.
    """

    on: date
    what: str = ""
    quoted: bool = False
    talk: bool = False
    person: str = ""
    kind: ReferralKind | None = None
    taken_up: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it. `news` is as the record says it to the seeker ("… wrote back to you on 9 March").

    `person` is whom the reader pointed to; `link` the one between, where the reader stands higher up the chain.
    """

    news: str
    person: str = ""
    link: str = ""
    helped: Helped | None = None


def thanks(at: Occasion, helps: tuple[Helped, ...]) -> list[Part]:
    """For what, in particular; that they will hear what comes of it; something in return."""
    said = [_thank(at, one) for one in helps[:2]]
    first, second = said[0], said[1] if len(said) > 1 else ""
    if not any(one.person or one.talk for one in helps):
        at.lacks("One line on what you did with the help, or will do.")
    return [
        Part(0, 9, (draft_lines.greeting(at),)),
        Part(1, 7, (first,)),
        Part(1, 2, (second, "")) if second else Part(1, 0, ()),
        Part(2, 5, draft_aims.in_return(at)),
        Part(3, 8, draft_lines.signed(at, at.say("plain closing"))),
    ]


def _thank(at: Occasion, one: Helped) -> str:
    day = draft_lines.spoken(one.on)
    if one.person:
        name = "thank for introduction" if one.kind is ReferralKind.INTRODUCTION else "thank for referral"
        return at.say("thank for referral taken up" if one.taken_up else name, person=one.person)
    if one.talk:
        at.lacks(f"One thing from the talk on {day} that stayed with you.")
        return at.say("thank for talk", day=day)
    words = quotable(one.what)
    if not words:
        at.lacks(f"What {at.who or 'they'} did for you on {day}, in one line.")
        return (
            at.say("thank for talk", day=day).replace("talking with me", "your help").replace("your time", "your help")
        )
    return at.say("thank for words" if one.quoted else "thank for deed", day=day, words=words)


def quotable(words: str) -> str:
    """Somebody's words as they can stand in a letter: one line, not long, without quotation marks of its own."""
    plain = " ".join(re.sub(r"[\"“”„«»()\[\]{}<>]", " ", words).split()).rstrip(" .,;:")
    return shortened(plain, words=QUOTED_WORDS)


def closing(at: Occasion, came: Came) -> list[Part]:
    """What came of a referral or a help, said to whoever gave it, with thanks."""
    news = to_me(came.news)
    if not news:
        at.lacks("What came of it, in one sentence.")
    if came.link:
        told = at.say("what came of chain", link=came.link, person=came.person, news=news)
    elif came.person:
        told = at.say("what came of referral", person=came.person, news=news)
    else:
        told = at.say("what came of help", when=_when(at, came.helped), news=news)
    words = quotable(came.helped.what) if came.helped and came.helped.quoted else ""
    return [
        Part(0, 9, (draft_lines.greeting(at),)),
        Part(1, 8, (told,)),
        Part(1, 2, (at.say("helped with", words=words), "")) if words else Part(1, 0, ()),
        Part(3, 8, draft_lines.signed(at, at.say("news closing"))),
    ]


def _when(at: Occasion, helped: Helped | None) -> str:
    if helped is None:
        return ""
    return f" on {draft_lines.spoken(helped.on)}" if helped.on.year == at.today.year else f" in {helped.on:%B %Y}"


def to_me(news: str) -> str:
    """News as the record tells it to the seeker, told by her: "Yolanda wrote back to me on 9 March."."""
    return sentence(_YOU.sub(lambda found: _ME[found[1]], news.rstrip(" .")))


def landed(at: Occasion, *, title: str, company: str, helped: Helped | None) -> list[Part]:
    """The job and the part this person played in it; what is not known is asked of the seeker."""
    job = f"I have a new job{f' as {title}' if title else ''}{f' at {company}' if company else ''}."
    if not title or not company:
        at.lacks("Which job it is: title, company, first day.")
    return [
        Part(0, 9, (draft_lines.greeting(at),)),
        Part(1, 8, (at.say("landed", job=job), job)),
        Part(1, 6, (at.say("landed part", part=_part(at, helped)),)),
        Part(3, 8, draft_lines.signed(at, at.say("landed closing"))),
    ]


def _part(at: Occasion, helped: Helped | None) -> str:
    if helped is None or not (helped.person or helped.talk or helped.what):
        at.lacks("How their help played in, in one line.")
        return "you helped me when I was looking."
    when = _when(at, helped)
    if helped.person:
        verb = "put me in touch with" if helped.kind is ReferralKind.INTRODUCTION else "pointed me to"
        return f"you {verb} {helped.person}{when}."
    if helped.talk:
        return f"you talked with me{when}, when I was looking."
    words = quotable(helped.what)
    return f"you told me{when}: “{words}”." if helped.quoted else f"you helped me{when} ({words})."


def giving(at: Occasion, *, gift: str, helped: Helped | None) -> list[Part]:
    """An offer to do something for somebody who helped, without asking for anything."""
    return [
        Part(0, 9, (draft_lines.greeting(at),)),
        Part(1, 7, (at.say("give", when=_when(at, helped), gift=sentence(gift)),)),
        Part(3, 8, draft_lines.signed(at, at.say("plain closing"))),
    ]
