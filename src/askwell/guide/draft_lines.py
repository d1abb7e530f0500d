"""To whom a draft goes and how the two know each other, as far as it is known; what only she can say is asked for."""

import re
from dataclasses import dataclass, field
from datetime import date

from askwell.domain.goals import Goals, Status
from askwell.domain.people import Contact, Tie
from askwell.guide.draft_parts import Voice, without_stop
from askwell.identity.called import called
from askwell.identity.employers import Employers, is_company

LONG_AGO_DAYS = 60  # after two months without a word it is natural to say when one last spoke
LONGEST_MET = 12  # words; a longer note on how one met is a story, and not for quoting
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
    """To whom a draft goes, from whom, how, and on which day (the seeker's). `note` is an invitation to connect."""

    contact: Contact
    goals: Goals
    channel: str
    today: date
    note: bool = False
    salt: str = ""
    missing: list[str] = field(default_factory=list)

    @property
    def who(self) -> str:
        return called(self.contact.name)

    @property
    def voice(self) -> Voice:
        return Voice(self.contact.id, self.contact.name, self.salt)

    @property
    def discreet(self) -> bool:
        return self.goals.status is Status.EMPLOYED

    @property
    def formal(self) -> bool:
        """Whether the two hardly know each other, and it is a letter."""
        return self.contact.tie in {Tie.BARELY, Tie.NEW} and self.channel == "email"

    @property
    def company(self) -> str:
        return self.contact.company if is_company(self.contact.company) else ""

    def lacks(self, line: str) -> None:
        """Note a line that only the seeker can supply, once."""
        if line not in self.missing:
            self.missing.append(line)

    def say(self, name: str, /, **facts: str) -> str:
        """A sentence of this draft, in its own voice; {name} and {at} are known to all."""
        name_called = f", {self.who}" if self.who else ""
        return self.voice.say(
            name, **{"name": name_called, "at": f" at {self.company}" if self.company else "", **facts}
        )


def greeting(at: Occasion) -> str:
    return f"{'Dear' if at.formal else 'Hi'} {at.who}," if at.who else "Hello,"


def signed(at: Occasion, closing: str) -> tuple[str, ...]:
    """The words above the name, and her name: the first alone among people who know her, else the whole."""
    name = " ".join(at.goals.name.split())
    if not name:
        at.lacks("Your name under the message.")
        return f"{closing}.", "Thank you."
    name = name if at.formal else called(name) or name
    apart = "\n" if at.channel == "email" else " "
    return f"{closing},{apart}{name}", f"Thank you!{apart}{name}", "Thank you!"


def month(day: date, today: date) -> str:
    """October, or October 2024 if that was another year."""
    return f"{day:%B}" if day.year == today.year else f"{day:%B} {day.year}"


def spoken(day: date) -> str:
    """A day as one says it: 5 March."""
    return f"{day.day} {day:%B}"


def news(at: Occasion, status: str) -> str:
    """The status line, led up to by how the two know each other; what is not known is asked of the seeker."""
    known, since = _met(at) or _shared_work(at), _quiet_since(at)
    if known and since:
        return at.say("known and since", known=known, since=since, status=status)
    if known:
        return at.say("known", known=known, status=status)
    if at.contact.tie is Tie.NEW:
        at.lacks(f"Who you both know, if anybody: it goes best when somebody {at.who or 'they'} trusts is named.")
    else:
        at.lacks(f"One line on how you know {at.who or 'each other'}.")
    if since:
        return at.say("since we last spoke", since=since, status=status)
    if at.contact.connected_on is not None and at.channel != "text":
        return at.say("connected", when=month(at.contact.connected_on, at.today), status=status)
    return status


def _quiet_since(at: Occasion) -> str:
    last = at.contact.last
    if last is None or (at.today - last.date()).days <= LONG_AGO_DAYS or not (at.contact.sent or at.contact.received):
        return ""
    return month(last.date(), at.today)


def _met(at: Occasion) -> str:
    """Her own words on how they met, where they can stand in a sentence to that person."""
    met = without_stop(at.contact.met)
    if not met or len(met.split()) > LONGEST_MET:
        return ""
    if _WE.match(met):
        return met[:1].upper() + met[1:]
    words = met[:1].lower() + met[1:]
    if _DID.match(met) and _OF_ME.search(met):
        return at.say("met you", met=words)
    if _NOT_FOR_QUOTING.search(met):
        return ""
    if _DID.match(met):
        return at.say("met we", met=words)
    return at.say("met from", met=words if _WHERE.match(met) else f"from {met}")


def _shared_work(at: Occasion) -> str:
    own = Employers(position.company for position in at.goals.positions)
    shared = next((o for c in (at.contact.company, *at.contact.former) if (o := own.match(c))), "")
    if not shared:
        return ""
    return at.say("shared work", company=shared)
