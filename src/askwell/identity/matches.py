"""Two of her people who would gain from meeting, and why; nothing here tells that somebody looks for work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from askwell.domain.gifts import Match
from askwell.domain.messages import Direction
from askwell.domain.people import Contact, Permission
from askwell.domain.threads import Record
from askwell.identity import companies, titles
from askwell.identity.employers import is_company
from askwell.identity.fold import fold

LOOKED_AT = 4000  # characters of a message
_SEEKS = re.compile(
    r"\b(?:we(?:['’]re| are| have been)?|I(?:['’]m| am| have been|['’]ve been)?|my (?:team|company|sister"
    r"|brother|boss))\s+"
    r"(?:still |urgently |always |just )?(?:looking|searching|hunting|hiring|desperate|in need)\s*(?:for|of)?\s+"
    r"(?:an?|some|another|more|our next|somebody who is an?)\s+(?:good |decent |reliable |new |great |experienced )*"
    r"(?P<what>[a-z][\w&/ -]{2,40}?)(?=[.,;:!?\n]|\s+(?:who|to|for|in|at|that|with|and|these|this|right|since"
    r"|from)\b|$)"
    r"|\bdo you (?:happen to )?know (?:of )?an?\s+(?:good |decent "
    r"|reliable )*(?P<known>[a-z][\w&/ -]{2,40}?)(?=[.,;:!?\n]"
    r"|\s+(?:who|to|for|in|at|that|with)\b|$)",
    re.IGNORECASE,
)
# Whoever looks for work and told her so told it to her: such people are matched by nothing but their work.
_WANTS_TO_MOVE = re.compile(
    r"\b(?:(?:new|another|different|next)\s+(?:job|role|position|challenge|opportunity|employer|move)"
    r"|job[- ]?(?:hunt|search)"
    r"\w*|open to (?:offers|opportunities|something new)|(?:want|wants|hoping|thinking|like) (?:to"
    r"|of) (?:leave|leaving|move"
    r" on|moving on|quit|quitting|get out)|quietly looking|looking (?:around|elsewhere|to move)|my notice"
    r"|out of work|laid"
    r" off|redundan\w+|between jobs|interviewing (?:at|with|for))\b",
    re.IGNORECASE,
)
_A_JOB = re.compile(r"\b(?:jobs?|roles?|positions?|work|employers?|vacanc\w+)\b", re.IGNORECASE)
_IN_CONFIDENCE = re.compile(
    r"\b(?:confidential\w*|in confidence|between (?:us|you and me)|secret\w*|quietly|off the record"
    r"|don['’]t tell|keep this"
    r" (?:to yourself|quiet)|not public)\b",
    re.IGNORECASE,
)


_NO_TRADE = frozenset({"general"})  # what founders of all trades are called


@dataclass(frozen=True, slots=True)
class Meeting:
    """Somebody to be put in touch with, why, and what one of the two looks for or both do."""

    other: Contact
    match: Match
    what: str = ""


class Matchmaker:
    """Who of the search would gain from meeting whom; made once for a record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        known = (record.search.contacts[p] for p in record.people if p in record.search.contacts)
        self.others = [one for one in known if one.permission is Permission.OPEN and one.name and self._knows(one)]
        self._seeking = {one.id: wanted for one in self.others if (wanted := tuple(self._looks_for(one)))}
        self._by_work: dict[str, list[Contact]] = {}
        for one in self.others:
            for function in titles.read(one.title).functions:
                self._by_work.setdefault(function, []).append(one)

    def _knows(self, one: Contact) -> bool:
        """Whether they wrote to her or met her: who never answered is nobody she can introduce."""
        return any(i.direction is not Direction.OUT for i in self.record.between(one.id))

    def meetings(self, contact: Contact) -> list[Meeting]:
        """All that would gain, best reason first, by name."""
        found = [meeting for other in self._near(contact) for meeting in self._of(contact, other)]
        order = list(Match)
        return sorted(found, key=lambda one: (order.index(one.match), one.other.name, one.other.id))

    def _near(self, contact: Contact) -> list[Contact]:
        """Whoever does such work or looks for somebody; where they look themselves, everybody."""
        if contact.id in self._seeking:
            near = self.others
        else:
            alike = (
                one for function in titles.read(contact.title).functions for one in self._by_work.get(function, ())
            )
            near = list({one.id: one for one in (*alike, *(o for o in self.others if o.id in self._seeking))}.values())
        return [one for one in near if one.id != contact.id]

    def _of(self, contact: Contact, other: Contact) -> Iterator[Meeting]:
        """The best reason for the two, if there is one; people of one company know each other."""
        if companies.same(contact.company, other.company):
            return
        mine, theirs = titles.read(contact.title), titles.read(other.title)
        work = _line_of(mine, theirs) if is_company(contact.company) and is_company(other.company) else ""
        if what := self._sought(contact, other, theirs) or self._sought(other, contact, mine):
            yield Meeting(other, Match.SEEKS, what)
        elif work and self._leads(mine, theirs, contact, other):
            yield Meeting(other, Match.LEADS, work)
        elif work and contact.place and other.place and not _same_place(contact.place, other.place):
            yield Meeting(other, Match.PLACE, other.place)
        elif work:
            yield Meeting(other, Match.WORK, work)

    def _sought(self, seeker: Contact, one: Contact, title: titles.Title) -> str:
        """What the one told her they look for, where the other does just that and does not look for it themselves."""
        wanted = self._seeking.get(seeker.id, ()) if title.functions else ()
        fits = (what for what in wanted if titles.likeness(title, titles.read(what)) is titles.Likeness.ROLE)
        what = next(fits, "")
        return what if what and not self._wants_to_move(one) else ""

    def _looks_for(self, contact: Contact) -> Iterator[str]:
        for interaction in reversed(self.record.between(contact.id)):
            if interaction.direction is Direction.IN and interaction.other == contact.id:
                yield from sought_in(interaction.text[:LOOKED_AT])

    def _leads(self, mine: titles.Title, theirs: titles.Title, contact: Contact, other: Contact) -> bool:
        """Whether one leads such work and the other does it: the one hires for what the other does.

        Not where either of them told her that they look for something else: that is theirs to tell.
        """
        apart = (mine.level >= titles.MANAGES) is not (theirs.level >= titles.MANAGES)
        return apart and not self._wants_to_move(contact) and not self._wants_to_move(other)

    def _wants_to_move(self, contact: Contact) -> bool:
        said = (
            i.text for i in self.record.between(contact.id) if i.direction is Direction.IN and i.other == contact.id
        )
        return any(_wants(text[:LOOKED_AT]) for text in (contact.note, contact.title, *said))


@lru_cache(maxsize=8192)
def sought_in(text: str) -> tuple[str, ...]:
    """What the writer looks for and may be told of: "a warehouse planner"; a job for oneself is not among it."""
    if _IN_CONFIDENCE.search(text):
        return ()
    hits = [hit for hit in _SEEKS.finditer(text) if not _WANTS_TO_MOVE.search(hit.group())]
    found = ((hit.group("what") or hit.group("known")).strip() for hit in hits)
    return tuple(what for what in found if not _A_JOB.search(what) and titles.read(what).functions)


@lru_cache(maxsize=8192)
def _wants(text: str) -> bool:
    return bool(_WANTS_TO_MOVE.search(text))


def _line_of(mine: titles.Title, theirs: titles.Title) -> str:
    """What their common line of work is called, "" where there is none; to be at the head of a company is none."""
    shared = [one for one in mine.functions if one in theirs.functions and one not in _NO_TRADE]
    return next((label for one in shared if (label := titles.label(one))), "")


def _same_place(one: str, other: str) -> bool:
    """Whether two places may be one: Chicago, and Chicago, IL or the Greater Chicago Area."""
    mine, theirs = set(fold(one).replace(",", " ").split()), set(fold(other).replace(",", " ").split())
    return bool((mine & theirs) - {"greater", "area", "the", "of", "city", "new", "usa", "us", "uk", "germany"})
