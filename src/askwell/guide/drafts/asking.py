"""First messages: the ask, the reminder of it, and the message to somebody one was pointed to."""

from dataclasses import dataclass, replace
from datetime import date

from askwell.domain.goals import Need
from askwell.domain.plans import ReferralKind, WayKind
from askwell.guide.drafts import aims, occasion
from askwell.guide.drafts.choosing import INSIDERS, wants_a_file
from askwell.guide.drafts.layout import Part
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.questions import first_clause, indirect, one_question, quoted
from askwell.guide.drafts.quotes import clean
from askwell.identity.called import called
from askwell.identity.fold import fold
from askwell.method.ways import Sign


@dataclass(frozen=True, slots=True)
class Reminded:
    """What a reminder is about: the question as it was asked ("" if unknown), the day, and whether it is the last.

    `offer` is what was offered, in their words, where the reminder is of an offer; `taken` tells whether she wrote to
    take it up. `instead` is a question for where hers is not known. `subject` is that of the letter it answers.
    """

    question: str
    on: date
    last: bool = False
    offer: str = ""
    taken: bool = True
    instead: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Pointed:
    """Who pointed the seeker to somebody, how, and on which day."""

    by: str
    kind: ReferralKind
    on: date


def ask(at: Occasion, need: Need, sign: Sign) -> list[Part]:
    """How we know each other, the status, the goal, one question, something in return, thanks."""
    opening, says_why = occasion.opening(at, sign)
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 4, (*opening, "")),
        _who_i_am(at, aims.told(at, again=True), aims.short_status(at)),
        *_asked(at, need, "lead" if says_why else lead_in(at, sign, need.question), sign=sign),
        Part(4, 3, aims.in_return(at)),
        *_discretion(at),
        _signed(at, "asking"),
    ]


def _who_i_am(at: Occasion, told: tuple[str, ...], shorter: str) -> Part:
    """The status and the goal in full; in one short line that takes the place of both where room is scarce."""
    scarce = at.note or at.channel == "text"
    return Part(1, 6, tuple(dict.fromkeys(one for one in (*told * (not scarce), shorter) if one)))


def lead_in(at: Occasion, sign: Sign, question: str) -> str:
    """The set of sentences that say what makes this person the one to ask."""
    if sign.kind in INSIDERS:
        return "lead inside" if fold(sign.about) in fold(question) else "lead insider"
    if sign.kind is WayKind.SAME_FIELD and not sign.how:
        return "lead"
    if sign.kind is WayKind.FELLOW and sign.about:
        return "lead common"
    if sign.kind is WayKind.OUTSIDE_EYES and not (sign.how == "outside" and at.contact.title):
        return "lead"
    return f"lead {sign.kind.value.replace('-', ' ')}"


def _asked(at: Occasion, need: Need, lead: str, *, sign: Sign) -> tuple[Part, ...]:
    """What leads to the question, where there is room; the question itself, always; what is attached to it."""
    question = one_question(need.question)
    shorter = dict.fromkeys((question, first_clause(question), short_question(at, sign, question)))
    parts = Part(3, 2, (at.say(lead, about=sign.about), "")), Part(3, 7, tuple(shorter))
    if not wants_a_file(question) or at.note or at.channel not in {"email", "linkedin"}:
        return parts
    at.lacks("Your CV, attached to the message.")
    if at.channel != "email":
        return parts
    return *parts, Part(3, 1, (at.say("attached"), ""))


def short_question(at: Occasion, sign: Sign, question: str) -> str:
    """The question where there is room for a line only."""
    if len(question) <= 80:
        return question
    if sign.kind in INSIDERS and len(sign.about) < 40:
        return f"What would surprise an outsider about {sign.about}?"
    return at.voice.fill("Which skill would you [learn|work on] first in my place?")


def nudge(at: Occasion, about: Reminded) -> list[Part]:
    """One polite reminder; the last one with an easy way out."""
    still = "still wondering" if at.discreet else "still looking"
    status = at.say(f"{still}, offered" if about.offer else still, job=aims.job(at.goals))
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 7, _reminder(at, about)),
        Part(1, 6, (status, at.say(f"{still} in brief"))),
        Part(2, 5, (at.say("way out"), at.say("way out in brief")))
        if about.last
        else Part(1, 2, (at.say("no hurry"), "")),
        _signed(at, "asking"),
    ]


def _reminder(at: Occasion, about: Reminded) -> tuple[str, ...]:
    """What was asked or offered, within a sentence where its words allow it."""
    if about.offer:
        words = clean(about.offer)
        said = "offered words" if words else "offered"
        offer = at.dated(said, about.on, offer=f"“{words}.”")
        question = at.say("offered question" if about.taken else "offered, not taken up yet")
        return f"{offer} {question}", question
    if not about.question:
        at.lacks("Your own question, if it was another one.")
    asked = (about.question or about.instead).replace("that goal", "my goal")  # which stood in the first letter
    if not about.question and asked:
        return (at.dated("wrote", about.on, question=one_question(asked)), one_question(asked))
    if said := indirect(asked):
        return (at.dated("asked", about.on, question=said),)
    full = quoted(asked)
    return tuple(filter(None, (at.dated("asked and quoted", about.on, question=full) if full else "", asked)))


def referred(at: Occasion, pointed: Pointed, need: Need, sign: Sign) -> list[Part]:
    """The referrer first, then one line on where I am, one question, an easy way out, something in return."""
    short = aims.short_status(at, with_target=False)
    way_out, offer, *shorter = at.say("easy out"), *aims.in_return(at)
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 8, _named(at, pointed, sign)),
        replace(_who_i_am(at, aims.told(at, meet=False), short), paragraph=2),
        *_asked(at, need, "lead" if sign.kind not in INSIDERS else lead_in(at, sign, need.question), sign=sign),
        Part(4, 4, (f"{way_out} {offer}", *shorter)),
        *_discretion(at),
        _signed(at, "asking"),
    ]


def _discretion(at: Occasion) -> tuple[Part, ...]:
    return (Part(4, 1, (aims.discretion(at), "")),) if at.discreet else ()


def _signed(at: Occasion, closing: str) -> Part:
    return Part(5, 8, occasion.signed(at, at.say(closing)))


_POINTED = {
    ReferralKind.NAME: "pointed",
    ReferralKind.USE_MY_NAME: "pointed with name",
    ReferralKind.INTRODUCTION: "put in touch",
    ReferralKind.FORWARDED: "passed on",
    ReferralKind.EMPLOYEE_REFERRAL: "recommended",
}


def _named(at: Occasion, pointed: Pointed, sign: Sign) -> tuple[str, ...]:
    """How the way led here; the referrer's own words are for the seeker to add."""
    by, first = pointed.by, called(pointed.by) or pointed.by
    at.lacks(f"What {first} said about {at.who or 'them'}, in one line.")
    recommended = pointed.kind is ReferralKind.EMPLOYEE_REFERRAL
    known = at.company and (recommended or sign.kind in INSIDERS)
    about = f" {'at' if recommended else 'about'} {at.company}" if known else ""
    said = at.dated(_POINTED[pointed.kind], pointed.on, by=by, about=about)
    return said, f"{by} put us in touch." if pointed.kind is ReferralKind.INTRODUCTION else f"{by} sent me to you."
