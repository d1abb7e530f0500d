"""Vacancies that are not for her, and whom each is for: one person at a time, so that nobody gets what went round."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.domain.people import Contact, Permission
from askwell.domain.plans import FavorKind
from askwell.domain.search import Stage
from askwell.domain.threads import Record, base_subject
from askwell.identity import companies, titles
from askwell.identity.fold import fold
from askwell.identity.pledges import given_and_offered

FRESH = timedelta(days=45)  # a vacancy of longer ago will be filled
LONGEST_TITLE = 60  # characters of a vacancy's title
LOOKED_AT = 5000  # characters of a message
_HELPS = (CueType.HELP, CueType.REFERRAL, CueType.INTRODUCTION)
_VACANCY = re.compile(
    r"^(?:re|fw|fwd|wg|tr)?:?\s*(?:vacancy|opening|job(?: ad| advert| posting| offer)?|position|stellenanzeige|stelle"
    r"|offre d['’]emploi|vacante|vacature)\s*[:–—-]\s*(?P<title>[^,;|(\n]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Its title, who looked ("" where only the title is known), who sent it to her, and since when she knows of it."""

    title: str
    company: str
    since: date
    senders: tuple[str, ...] = ()


class Vacancies:
    """The fresh vacancies of a search that are not for her; made once for a record."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def of(self, contact: Contact) -> Vacancy | None:
        """The one that is meant for this person now."""
        return next((one for one, who in self._meant if who == contact.id), None)

    @cached_property
    def _meant(self) -> list[tuple[Vacancy, str]]:
        """Whom each vacancy is for: first of those who gave her more than they got, and of these whom it fits best.

        Whoever was told of it is passed over, so that the next one comes then; and whoever has another one by now,
        where somebody else has none.
        """
        meant: list[tuple[Vacancy, str]] = []
        for one in self._all:
            fits = [who for who in self._people if self._suits(one, who)]
            taken = {who for _, who in meant}
            free = [who for who in fits if who.id not in taken] or fits
            best = max(free, key=lambda who: (who.id in self._owing, *_nearness(who.title, one.title)), default=None)
            if best is not None:
                meant.append((one, best.id))
        return meant

    @cached_property
    def _all(self) -> list[Vacancy]:
        """What was sent to her, the latest first, then what went to another; each once, whoever else sent it too."""
        found: dict[tuple[str, str], Vacancy] = {}
        for one in (*self._passed_on(), *self._decided()):
            if self.record.calendar.day(self.record.now) - one.since > FRESH:
                continue
            key = fold(one.title), companies.normal(one.company)
            known = found.get(key, one)
            senders = tuple(dict.fromkeys((*known.senders, *one.senders)))
            found[key] = replace(known, senders=senders, since=min(known.since, one.since))
        return list(found.values())

    def _passed_on(self) -> Iterator[Vacancy]:
        """What others sent her that is in no line of hers."""
        hers = {family for role in self.record.search.goals.roles for family in titles.read(role).families}
        for one in reversed(self.record.past):
            if one.direction is not Direction.IN or self.record.is_machine(one):
                continue
            title = vacancy_in(one.subject)
            if title and not titles.read(title).families & hers:
                yield Vacancy(title, "", self.record.calendar.day(one.at), senders=one.people[:1])

    def _decided(self) -> Iterator[Vacancy]:
        """What went to another, where she had to do with people there, and not with a form alone."""
        for one in self.record.search.applications:
            day = one.updated or one.applied
            if one.stage is Stage.REJECTED and (one.contact or one.via) and day is not None:
                yield Vacancy(one.title, one.company, day)

    @cached_property
    def _people(self) -> list[Contact]:
        """To whom she can come with it: they have been in touch with her, and are not left in peace or out of Today."""
        known = (self.record.search.contacts.get(who) for who in sorted(self.record.people))
        free = (one for one in known if one and one.permission is Permission.OPEN and not self._is_left_out(one))
        return [one for one in free if self._was_heard(one)]

    def _is_left_out(self, contact: Contact) -> bool:
        until = self.record.search.left_out.get(contact.id)
        return until is not None and self.record.calendar.day(self.record.now) < until

    def _was_heard(self, contact: Contact) -> bool:
        return any(one.direction is not Direction.OUT for one in self.record.between(contact.id))

    @cached_property
    def _owing(self) -> set[str]:
        """Who did more for her than she for them."""
        helped = Counter(one.other for one, _ in self.record.cues(*_HELPS) if one.direction is not Direction.OUT)
        given = Counter(one.who for one in given_and_offered(self.record) if one.kind is FavorKind.GIVEN)
        return {who for who, times in helped.items() if who and times > given[who]}

    def _suits(self, one: Vacancy, contact: Contact) -> bool:
        """Whether it is in their line, and news to them: not of their own house, and not told them before."""
        elsewhere = contact.id not in one.senders and not companies.same(one.company, contact.company)
        in_line = titles.read(contact.title).families & titles.read(one.title).families
        return bool(elsewhere and in_line) and not self._was_told(one, contact)

    def _was_told(self, one: Vacancy, contact: Contact) -> bool:
        since = self.record.calendar.start_of(one.since)
        sent = (
            said for said in self.record.between(contact.id) if said.direction is not Direction.IN and said.at >= since
        )
        return any(_tells_of(one, f"{said.subject}\n{said.text[:LOOKED_AT]}") for said in sent)


def vacancy_in(subject: str) -> str:
    """The job that the subject of a message passes on: "Fwd: Vacancy: Practice Manager, Leeds"; "" for none."""
    found = _VACANCY.match(subject.strip()) or _VACANCY.match(base_subject(subject))
    title = found.group("title").strip() if found else ""
    return title if len(title) <= LONGEST_TITLE and titles.read(title).functions else ""


def _nearness(title: str, wanted: str) -> tuple[int, int]:
    """How well a vacancy fits who has such a title: the same job before the same line, then as near in rank."""
    own, other = titles.read(title), titles.read(wanted)
    return titles.likeness(own, other), -abs(own.level - other.level)


def _tells_of(one: Vacancy, said: str) -> bool:
    """Whether a message of hers is about this vacancy, whoever wrote its words."""
    words = fold(said)
    return fold(one.title) in words and fold(one.company) in words
