"""To whom a draft goes and how the two know each other, as far as it is known; what only she can say is asked for."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from askwell.domain.goals import Goals, Status
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import WayKind
from askwell.guide.drafts import dates
from askwell.guide.drafts.phrases import sentence, without_stop
from askwell.guide.drafts.voice import Voice
from askwell.identity.called import called
from askwell.identity.employers import Employers
from askwell.identity.leaving import company_of
from askwell.method.ways import Sign

LONG_AGO_DAYS = 60  # after two months without a word it is natural to say when one was last in touch
LONGEST_MET = 12  # words; a longer note on how one met is a story, and not for quoting
LONGEST_TOLD = 25  # words, where it is said to that person as it is: we shared a desk at Meridian for nine years
_MARKED = re.compile(r"[.?!:“”\"]")
_WE = re.compile(r"^(?:we|I|you)\b", re.IGNORECASE)
_DID = re.compile(
    r"^(?:met|worked|shared|studied|sat|played|volunteered|traveled|trained|lived|served)\b", re.IGNORECASE
)
_OF_ME = re.compile(r"\b(?:for|with|under) me\b", re.IGNORECASE)
_WHERE = re.compile(r"^(?:at|from|through|via)\b", re.IGNORECASE)
_NOT_FOR_QUOTING = re.compile(
    r"[!?;:\n]|https?|@|\b(?:friend|boss|manager|colleague|neighbou?r|cousin|brother|sister|aunt|uncle|mother|father"
    r"|room-?mate|mentor|wife|husband|partner|teacher|coach|landlord|sitter|ex|my|his|her|their|he|she|they|him|them)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """To whom a draft goes, from whom, how, and on which day (the seeker's). `note` is an invitation to connect, `who`
    the name they are greeted by.

    What was `said` to others is not said again.
    """

    contact: Contact
    goals: Goals
    channel: str
    today: date
    who: str = ""
    note: bool = False
    salt: str = ""
    said: Collection[str] = frozenset()
    missing: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    @property
    def voice(self) -> Voice:
        return Voice(self.contact.id, self.contact.name, self.salt, said=self.said)

    @property
    def discreet(self) -> bool:
        return self.goals.status is Status.EMPLOYED

    @property
    def formal(self) -> bool:
        """Whether the two hardly know each other, and it is a letter."""
        return self.contact.tie in {Tie.BARELY, Tie.NEW} and self.channel == "email"

    @property
    def company(self) -> str:
        """Where they work, as far as they have not left it."""
        return company_of(self.contact)

    def lacks(self, line: str) -> None:
        """Note a line that only the seeker can supply, once."""
        if line not in self.missing:
            self.missing.append(line)

    def fresh(self, name: str, /, **facts: str) -> str:
        """A sentence of this draft that nobody else was told, in its own voice; "" where there is none left.

        {at} (" at Acme" or nothing) is known to all.
        """
        return self.voice.fresh(name, **self._facts(facts))

    def say(self, name: str, /, **facts: str) -> str:
        """The same where it can't be left out: at last it is said to this person by name, once in a letter."""
        return self.fresh(name, **facts) or self.by_name(self.phrase(name, **facts))

    def forms(self, full: str, brief: str) -> tuple[str, ...]:
        """A sentence in full and in brief, for one that can't be left out."""
        said = tuple(filter(None, (self.fresh(full), self.fresh(brief))))
        return said or (self.say(full),)

    def phrase(self, name: str, /, **facts: str) -> str:
        """A part of a sentence; only the whole is held against what was said to others."""
        return self.voice.say(name, **self._facts(facts))

    def by_name(self, said: str) -> str:
        """A plain sentence with the name of the reader in it, once in a letter."""
        plain = said[-1:] in {".", "?"} and not _MARKED.search(said[:-1])
        if not (plain and self.who) or self.named or self.who in said:
            return said
        self.named.append(self.who)
        return f"{said[:-1]}, {self.who}{said[-1]}"

    def _facts(self, facts: dict[str, str]) -> dict[str, str]:
        return {"at": f" at {self.company}" if self.company else "", **facts}

    def dated(self, name: str, day: date, /, **facts: str) -> str:
        """A sentence about a day: {when} is as one says it ("on Tuesday"), {from_then} stands behind a noun."""
        when = dates.when(day, self.today)
        bare = when.removeprefix("on ").removeprefix("in ")
        known = {"when": when, "When": when[0].upper() + when[1:], "from_then": f"from {bare}", **facts}
        return self.fresh(name, **known) or self.phrase(name, **known)


def watch_out(at: Occasion) -> None:
    """Who has a job and keeps quiet about it is told where somebody sits in the same house."""
    if at.discreet and Employers(one.company for one in at.goals.positions if one.until is None).match(at.company):
        at.lacks(f"Your own decision first: {at.who or 'they'} may work where you work now. Is it safe to tell them?")


def greeting(at: Occasion) -> str:
    return f"{'Dear' if at.formal else 'Hi'} {at.who}," if at.who else "Hello,"


def signed(at: Occasion, closing: str) -> tuple[str, ...]:
    """The words above the name, and her name: the first alone among people who know her, else the whole."""
    name = " ".join(at.goals.name.split())
    if not name:
        at.lacks("Your name under the message.")
        return f"{closing}.", "Thank you."
    name = name if at.formal else called(name) or name
    if at.channel == "text":
        return (f"Thank you! {name}" if "thank" in closing.casefold() else name), name
    apart = "\n" if at.channel == "email" else " "
    return f"{closing},{apart}{name}", f"Thank you!{apart}{name}", "Thank you!"


def opening(at: Occasion, sign: Sign) -> tuple[tuple[str, ...], bool]:
    """The first sentence, in full and in brief, and whether it says already why this person is asked.

    It says how the two know each other, or when they were last in touch, else what makes this person the one to ask.
    What is not known is asked of the seeker, and so is a line where all that could be said was said to others.
    """
    known, last, linked = _known(at, sign), _last(at), at.contact.connected_on
    facts = {"known": known, "about": sign.about, "here": "here" if at.channel == "linkedin" else "on LinkedIn"}
    if day := last or linked:
        facts["since"], facts["month"] = dates.when(day, at.today), dates.month(day, at.today)
    if last:
        name = "lately" if is_recent(at) else "known and since" if known else "since"
    else:
        close = " close" if at.contact.tie is Tie.CLOSE else ""
        name = f"known{close}" if known else "connected" if linked else f"why {reason(at, sign)}"
    said = tuple(filter(None, (at.fresh(name, **facts), at.fresh(f"brief {name}", **facts))))
    if not said:
        at.lacks(f"One line on how you know {at.who or 'each other'}.")
    return said, bool(said) and name.startswith("why")


def is_recent(at: Occasion) -> bool:
    """Whether the two have been in touch within the last two months, so that she is no news to them."""
    last = _last(at)
    return last is not None and (at.today - last).days <= LONG_AGO_DAYS


def in_short(at: Occasion, sign: Sign) -> str:
    """The same as a talking point, without a reason for writing."""
    known, last = _known(at, sign), _last(at)
    since = f"we were last in touch {dates.when(last, at.today)}" if last else ""
    return sentence("; ".join(filter(None, (known, since))))


def _known(at: Occasion, sign: Sign) -> str:
    """How the two know each other; where that is not known, the line is hers to supply."""
    known = _met(at) or _in_common(at, sign)
    if known or without_stop(at.contact.met):  # what she said of it already is not asked again
        return known
    if at.contact.tie is Tie.NEW:
        at.lacks(f"Who you both know, if anybody: it goes best when somebody {at.who or 'they'} trusts is named.")
    else:
        at.lacks(f"One line on how you know {at.who or 'each other'}.")
    return ""


def reason(at: Occasion, sign: Sign) -> str:
    """What makes this person the one to ask, as the sets of sentences call it."""
    if sign.kind is WayKind.SAME_FIELD and sign.how not in {"work", "past"}:
        return "in field" if sign.how == "field" else "outside eyes"
    if sign.kind is WayKind.OUTSIDE_EYES and at.contact.tie is Tie.CLOSE:
        return "knows you"
    return set_of(sign)


def set_of(sign: Sign) -> str:
    """The help of somebody, as the sets of sentences call it; what they did once is told of as such."""
    name = sign.kind.value.replace("-", " ")
    return f"{name} before" if was_once(sign) else name


def was_once(sign: Sign) -> bool:
    """Whether somebody helps by work that they have left."""
    return sign.how == "past" and sign.kind in {WayKind.IN_THE_ROLE, WayKind.SAME_FIELD}


def _last(at: Occasion) -> date | None:
    """When they were last in touch by themselves; None where that is not known, or they never wrote back."""
    last = at.contact.last
    return last.date() if last is not None and at.contact.received else None


def _met(at: Occasion) -> str:
    """Her own words on how they met, where they can stand in a sentence to that person."""
    met = without_stop(at.contact.met)
    if not met or len(met.split()) > (LONGEST_TOLD if _WE.match(met) else LONGEST_MET):
        return ""
    if _WE.match(met):
        return met[:1].upper() + met[1:]
    words = met[:1].lower() + met[1:]
    if _DID.match(met) and _OF_ME.search(met):
        return at.phrase("met you", met=words)
    if _NOT_FOR_QUOTING.search(met):
        return ""
    if _DID.match(met):
        return at.phrase("met we", met=words)
    return at.phrase("met from", met=words if _WHERE.match(met) else f"from {met}")


def _in_common(at: Occasion, sign: Sign) -> str:
    """A place of work or a school that both have in common."""
    own = Employers(position.company for position in at.goals.positions)
    shared = next((o for c in (at.contact.company, *at.contact.former) if (o := own.match(c))), "")
    shared = shared or (sign.about if sign.kind is WayKind.FELLOW else "")
    return at.phrase("shared", about=shared) if shared else ""
