"""First messages: the ask, the reminder of it, and the message to somebody one was pointed to."""

from dataclasses import dataclass
from datetime import date

from askwell.domain.goals import Need
from askwell.domain.plans import ReferralKind, WayKind
from askwell.guide import draft_aims, draft_lines
from askwell.guide.draft_lines import Occasion
from askwell.guide.draft_needs import INSIDERS
from askwell.guide.draft_parts import Part, sentence, shortened
from askwell.identity.called import called
from askwell.method.ways import Sign


@dataclass(frozen=True, slots=True)
class Reminded:
    """What a reminder is about: the question as it was asked ("" if unknown), the day, and whether it is the last.

    `offer` is what was offered, in their words, where the reminder is of an offer; `instead` is a question for where
    hers is not known.
    """

    question: str
    on: date
    last: bool = False
    offer: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Pointed:
    """Who pointed the seeker to somebody, and how."""

    by: str
    kind: ReferralKind


def ask(at: Occasion, need: Need, sign: Sign) -> list[Part]:
    """How we know each other, the status, the goal, one question, something in return, thanks."""
    question = one_question(need.question)
    return [
        Part(0, 9, (draft_lines.greeting(at),)),
        _who_i_am(at, draft_lines.news(at, draft_aims.status(at) or _next_step(at))),
        Part(3, 7, _asked(at, sign, question)),
        *_closing(at),
    ]


def _next_step(at: Occasion) -> str:
    return at.voice.fill("I am thinking about my next step.")


def _who_i_am(at: Occasion, status: str, *, shortest: str = "") -> Part:
    """The status and the goal: in full, and as one short line that takes the place of both where room is scarce."""
    plain_status = draft_aims.status(at)
    full, plain = draft_aims.goal(at)
    forms = ((status, full), (plain_status, full), (plain_status, plain), (draft_aims.short_status(at),), (shortest,))
    said = (" ".join(one for one in form if one) for form in forms)
    return Part(2, 6, tuple(one for one in dict.fromkeys(said) if one))


def lead_in(at: Occasion, sign: Sign, question: str) -> str:
    """The question with what makes this person the one to ask it of."""
    title = at.contact.title.strip()
    seat = f"{title} at {at.company}" if title and at.company else ""
    if sign.kind in INSIDERS:
        if title and sign.how == "job" and sign.kind is WayKind.INSIDER:
            return at.say("ask an insider by title", about=sign.about, title=title, question=question)
        return at.say("ask an insider", about=sign.about, question=question)
    if seat and sign.kind in _BY_THEIR_WORK:
        return at.say("ask by their work", seat=seat, question=question)
    return at.say("ask anybody", question=question)


_BY_THEIR_WORK = frozenset(
    {WayKind.IN_THE_ROLE, WayKind.HIRES, WayKind.CONNECTOR, WayKind.SAME_FIELD, WayKind.OUTSIDE_EYES}
)


def one_question(text: str) -> str:
    """The question alone, as one sentence with its mark; a second question of the seeker's stays a clause of it."""
    said = sentence(text).rstrip(" .!…")
    first, mark, rest = said.partition("?")
    if mark and rest.strip(" ?”\"'»)"):
        said = f"{first}, and {rest.strip(' ?')[:1].lower()}{rest.strip(' ?')[1:]}"
    return said.rstrip(" ?”\"'»,;:") + ("”?" if said.rstrip(" ?").endswith(("”", '"')) else "?")


def _asked(at: Occasion, sign: Sign, question: str) -> tuple[str, ...]:
    """The question with its lead, in a short form with the name, and shorter yet."""
    brief = short_question(at, sign, question)
    return lead_in(at, sign, question), *(
        at.say("ask in brief", question=one) for one in dict.fromkeys((question, brief))
    )


def short_question(at: Occasion, sign: Sign, question: str) -> str:
    """The question where there is room for a line only."""
    if len(question) <= 80:
        return question
    if sign.kind in INSIDERS and len(sign.about) < 40:
        return f"What would surprise an outsider about {sign.about}?"
    return at.voice.fill("Which skill would you [learn|work on] first in my place?")


def nudge(at: Occasion, about: Reminded) -> list[Part]:
    """One polite reminder; the last one with an easy way out."""
    day, question = draft_lines.spoken(about.on), one_question(about.question or about.instead)
    if about.offer:
        question = at.say("offered question")
        asked = at.say("offered", day=day, offer=shortened(about.offer, words=25), question=question)
    elif about.question:
        asked = at.say("reminder", day=day, question=question)
    else:
        at.lacks(f"Your question of {day}, if it was another one.")
        asked = at.say("reminder of a letter", day=day, question=question)
    status = draft_aims.status(at)
    return [
        Part(0, 9, (draft_lines.greeting(at),)),
        Part(1, 7, (asked, at.say("ask in brief", question=question))),
        Part(2, 6, (status, draft_aims.short_status(at))) if status else Part(2, 0, ()),
        Part(3, 5, (at.say("way out"),)) if about.last else Part(3, 0, ()),
        _signed(at, "thanks closing" if about.last else "no hurry"),
    ]


def referred(at: Occasion, pointed: Pointed, need: Need, sign: Sign) -> list[Part]:
    """The referrer first and what they said, then who I am, one question, something in return, thanks."""
    question = one_question(need.question)
    return [
        Part(0, 9, (draft_lines.greeting(at),)),
        Part(1, 8, _named(at, pointed)),
        _who_i_am(at, draft_aims.status(at), shortest=draft_aims.short_status(at, with_target=False)),
        Part(3, 7, _asked(at, sign, question)),
        *_closing(at),
    ]


def _closing(at: Occasion) -> list[Part]:
    return [
        Part(4, 4, draft_aims.in_return(at)),
        Part(4, 2, (draft_aims.discretion(at), "")) if at.discreet else Part(4, 0, ()),
        _signed(at, "thanks closing"),
    ]


def _signed(at: Occasion, closing: str) -> Part:
    return Part(5, 8, draft_lines.signed(at, at.say(closing)))


def _named(at: Occasion, pointed: Pointed) -> tuple[str, ...]:
    """How the way led here; the referrer's own words are for the seeker to add."""
    by, first = pointed.by, called(pointed.by) or pointed.by
    at.lacks(f"What {first} said about {at.who or 'them'}, in one line.")
    if pointed.kind is ReferralKind.INTRODUCTION:
        return at.say("put in touch", by=by), at.say("put in touch short", by=by)
    use = f", and that I could use {first}’s name" if pointed.kind is ReferralKind.USE_MY_NAME else ""
    about = f" about {at.company}" if at.company else ""
    return at.say("pointed", by=by, use=use, about=about), at.say("pointed short", by=by)
