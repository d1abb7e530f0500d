"""First messages: the ask, the reminder of it, and the message to somebody one was pointed to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from askwell.domain.goals import Need, NeedKind
from askwell.domain.plans import ReferralKind, WayKind
from askwell.guide.drafts import aims, choosing, occasion
from askwell.guide.drafts.choosing import INSIDERS, wants_a_file
from askwell.guide.drafts.layout import Part
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.questions import first_clause, indirect, one_question, opens, quoted
from askwell.guide.drafts.quotes import clean
from askwell.guide.drafts.said import is_new
from askwell.identity import resume
from askwell.identity.called import called
from askwell.identity.employers import is_company
from askwell.identity.fold import fold
from askwell.identity.leaving import has_left
from askwell.identity.roles import with_article
from askwell.method.ways import Sign

SHORT, LONGEST_NAME = 80, 40  # characters
_PLAIN_TITLE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")


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
        *_asked(at, need, "" if says_why else lead_in(at, sign, need.question), sign=sign),
        Part(4, 3, aims.in_return(at)),
        _signed(at, "asking"),
    ]


def _who_i_am(at: Occasion, told: tuple[str, ...], shorter: str) -> Part:
    """The status and the goal in full; in one short line that takes the place of both where room is scarce."""
    scarce = at.note or at.channel == "text"
    return Part(1, 6, tuple(dict.fromkeys(one for one in (*told * (not scarce), shorter) if one)))


def lead_in(at: Occasion, sign: Sign, question: str) -> str:
    """The set of sentences that say what makes this person the one to ask; "" where that is nothing in particular."""
    if sign.kind in INSIDERS:
        return "lead inside" if fold(sign.about) in fold(question) else "lead insider"
    if sign.kind is WayKind.SAME_FIELD and not sign.how:
        return ""
    if sign.kind is WayKind.FELLOW and sign.about:
        return "lead common"
    if sign.kind is WayKind.OUTSIDE_EYES and not (sign.how == "outside" and at.contact.title):
        return ""
    return f"lead {occasion.set_of(sign)}"


def _asked(at: Occasion, need: Need, lead: str, *, sign: Sign) -> tuple[Part, ...]:
    """What leads to the question, where there is room; the question itself, always; what is attached to it."""
    question = placed(at, sign, one_question(need.question))
    briefer = [one for one in (first_clause(question), short_question(at, sign, question)) if is_new(one, at.said)]
    shorter = dict.fromkeys((question, *briefer))
    because = at.fresh(lead, about=sign.about) if lead and need.kind is not NeedKind.FAVOR else ""
    parts = Part(3, 2, (because, "")), Part(3, 7, tuple(shorter))
    if not wants_a_file(question) or at.note or at.channel not in {"email", "linkedin"}:
        return parts
    at.lacks(f"Your {resume.word(at.goals)}, attached to the message.")
    if at.channel != "email":
        return parts
    return *parts, Part(3, 1, (at.fresh("attached"), ""))


def short_question(at: Occasion, sign: Sign, question: str) -> str:
    """The question where there is room for a line only."""
    if len(question) <= SHORT:
        return question
    about = sign.about if sign.kind in INSIDERS and len(sign.about) < LONGEST_NAME else ""
    return at.fresh("question in brief", about=about) or at.by_name("Which skill would you learn first in my place?")


def placed(at: Occasion, sign: Sign, question: str) -> str:
    """A question that others were asked already, as one to this reader: from where they stand, else by their name."""
    if not choosing.was_asked(question, at.said):
        return question
    word, _, rest = question.partition(" ")
    from_there = (f"{place}, {word.lower()} {rest}" for place in _places(at, sign, question) if opens(word))
    for said in (*from_there, at.by_name(question)):
        if is_new(said, at.said):
            return said
    at.lacks(f"Your own question to {at.who or 'them'}: others were asked this one already.")
    return question


def _places(at: Occasion, sign: Sign, question: str) -> Iterator[str]:
    """From where somebody looks at a question."""
    former = sign.about if sign.kind is WayKind.FORMER_INSIDER else next(iter(at.contact.former), "")
    there = not (has_left(at.contact) or occasion.was_once(sign))
    if there and at.company and fold(at.company) not in fold(question):
        yield f"From where you sit at {at.company}"
        yield f"Seen from {at.company}"
    if is_company(former) and fold(former) not in fold(question):
        yield f"From what you saw at {former}"
    if there and _PLAIN_TITLE.fullmatch(at.contact.title):
        yield f"From your work as {with_article(at.contact.title)}"


def nudge(at: Occasion, about: Reminded) -> list[Part]:
    """One polite reminder; the last one with an easy way out."""
    helps = at.fresh("it would help" if about.offer else "a line would help")
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 7, _reminder(at, about)),
        _where_i_am(at),
        Part(1, 3, (helps, "")),
        Part(2, 5, at.forms("way out", "way out in brief")) if about.last else Part(1, 2, (at.fresh("no hurry"), "")),
        _signed(at, "asking"),
    ]


def _where_i_am(at: Occasion) -> Part:
    """The status in one clause, so that a reminder can be read alone; nothing where she wants discretion."""
    still = "" if at.discreet else at.phrase("still looking", job=aims.job(at.goals))
    return Part(1, 6, (still, at.phrase("still looking in brief") if still else ""))


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
    way_out, offer, *shorter = at.fresh("easy out"), *aims.in_return(at)
    return [
        Part(0, 9, (occasion.greeting(at),)),
        Part(1, 8, _named(at, pointed, sign)),
        replace(_who_i_am(at, aims.told(at, meet=False), short), paragraph=2),
        *_asked(at, need, "" if sign.kind not in INSIDERS else lead_in(at, sign, need.question), sign=sign),
        Part(4, 4, tuple(dict.fromkeys((" ".join(filter(None, (way_out, offer))), offer, *shorter)))),
        _signed(at, "asking"),
    ]


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
    said = at.dated(_POINTED[pointed.kind], pointed.on, by=by, of_them=about)
    return said, f"{by} put us in touch." if pointed.kind is ReferralKind.INTRODUCTION else f"{by} sent me to you."
