"""Matching what was read with what is stored: people joined, messages told apart, and the receipt as it will be."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from askwell.actions.bringing_in import applications as applications_read
from askwell.actions.bringing_in import (
    going_on,
    hearing,
    herself,
    namesakes,
    own_past,
    parties,
    placing,
    receipt,
    redrawing,
    referred,
    regions,
    series,
    who_is_me,
)
from askwell.actions.bringing_in.addressbook import Addressbook
from askwell.actions.bringing_in.by_name import Connected
from askwell.actions.bringing_in.exchanges import DRAWN_IN, FORGOTTEN, Detect, Exchange, Reader, key_of
from askwell.actions.bringing_in.parties import Letter
from askwell.actions.bringing_in.read_before import MAIL
from askwell.actions.bringing_in.reading_in import midnight
from askwell.actions.bringing_in.receipt import Tally
from askwell.actions.bringing_in.sorting import OWN, Entry, Sorter
from askwell.actions.desk import Desk, system_zone
from askwell.domain.goals import Goals
from askwell.domain.messages import Message
from askwell.domain.people import Card, Contact, Party
from askwell.domain.reading import Reading, Receipt
from askwell.domain.search import Application
from askwell.identity.facts import handles_of
from askwell.identity.portrait import unknown

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard
    from askwell.store.read import Facts


EVER = datetime(1900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Matched:
    """Everything that is to be stored, and the receipt as it will be."""

    receipt: Receipt
    own: who_is_me.Self
    goals: Goals
    region: str
    placed: placing.Placed
    in_peace: Mapping[int, Contact]
    herself: frozenset[str]
    employer_of: Callable[[str], str]
    changes: dict[str, dict[str, object]]
    exchanges: list[Exchange]
    applications: applications_read.Applied
    text_since: datetime | None
    digests: tuple[str, ...]


def since(desk: Desk, facts: "Facts", goals: Goals) -> date:
    """The day from which texts, cues and promises count."""
    from askwell.store import read

    return read.since(goals, facts.first_import or desk.calendar.day(desk.now))


class Matching:
    """One attempt, on the store as it stands; it writes nothing."""

    def __init__(
        self, desk: Desk, facts: "Facts", report: Callable[[str, int, int], None], *, detect: Detect = hearing.hear
    ) -> None:
        """`detect` finds the cues of many messages."""
        self.desk = desk
        self.detect = detect
        self.facts = facts
        self.report = report
        self.herself: frozenset[str] = frozenset()
        self.text_since: datetime | None = None

    @cached_property
    def _stored(self) -> list["KnownCard"]:
        from askwell.store import lookups

        return lookups.known_cards()

    @cached_property
    def known(self) -> list["KnownCard"]:
        """The cards of others."""
        return [one for one in self._stored if one.survivor not in self.herself] if self.herself else self._stored

    @cached_property
    def exchange_keys(self) -> dict[str, str]:
        from askwell.store import lookups

        return lookups.exchange_keys()

    def match(self, readings: Sequence[Reading], *, me: Sequence[str]) -> Matched:
        """What is to be stored of these readings. Raises Refused where her own address cannot be told."""
        from askwell.store import lookups

        goals = own_past.filled(self.facts.goals, readings)
        own = who_is_me.tell(
            readings, [m for r in readings for m in _messages(r)], said=me, stored=self.facts.me, name=goals.name
        )
        tallies = [Tally(reading, same=reading.same) for reading in readings]
        self.report("matching", 0, 0)
        letters = [letter for tally in tallies for letter in parties.sift(tally, _messages(tally.reading), own)]
        letters += self._further(readings, own)
        goals = own_past.signed(goals, letters)
        entries = self._sort(tallies, letters, own).entries
        if entries or own.handles != frozenset(self.facts.me) or goals.name != self.facts.goals.name:
            kept = {self._by_id[entry.stored].survivor for entry in entries if entry.stored}
            self.herself = herself.among(self._stored, own) - kept
        region = self._region(goals, entries)
        placed = self._place(entries, region) if entries else placing.Placed()
        telling = self._telling(placed) if entries else []
        applying = any(reading.applications for reading in readings)
        book = self._book(placed, needed=bool(letters or telling or applying))
        found = self._exchanges(letters, own, goals, book) if letters else []
        told = referred.referred(telling, book, self.exchange_keys if telling else {}, now=self.desk.now)
        applied = applications_read.sort_applications(tallies, self._applications(readings), book)
        is_news = bool(entries or applied.new or applied.changed) or goals != self.facts.goals
        employer_of = self._employers(placed, goals, [*applied.new, *applied.changed.values()]) if is_news else unknown
        before = lookups.count_people()
        after = before + len(placed.people) - len(placed.merged) - len(self.herself)
        in_peace = self._in_peace(placed)
        sentences = (
            own_past.followed(readings, goals),
            namesakes.sentence(in_peace),
            herself.sentence(self.herself),
            told.sentence(),
        )
        return Matched(
            receipt=Receipt(
                me=tuple(sorted(own.handles)),
                files=receipt.lines(tallies),
                people=after,
                said=tuple(filter(None, sentences)),
                known=before,
                hints=(namesakes.REST,) if in_peace else (),
            ),
            own=own,
            goals=goals,
            region=region,
            placed=placed,
            in_peace=in_peace,
            herself=self.herself,
            employer_of=employer_of,
            changes=self._changes(placed, employer_of) if is_news else {},
            exchanges=[*found, *told.exchanges],
            applications=applied,
            text_since=self._begin(goals) if any(r.digest and r.source == MAIL for r in readings) else None,
            digests=tuple(reading.digest for reading in readings),
        )

    def _telling(self, placed: placing.Placed) -> list[tuple[str, Card]]:
        """The cards that say who referred their person, each with the ref of that person."""
        fresh = [(ref, card) for ref, card in placed.refs if card.referred_by]
        return [*fresh, *((one.survivor, one.card) for one in self.known if one.card.referred_by)]

    def _further(self, readings: Sequence[Reading], own: who_is_me.Self) -> Iterator[Letter]:
        """The further days of meetings that repeat, which no receipt counts; called off, only those that are known."""
        from askwell.store import meeting_days

        if not any(reading.series or reading.again for reading in readings):
            return
        moved = series.compare(readings, self.exchange_keys, meeting_days.days, now=self.desk.now)
        self.exchange_keys = dict(moved.keys)
        known = {key.partition("#")[0] for key in self.exchange_keys}
        for reading, again in zip(readings, moved.days, strict=True):
            days = [m for m in again if not m.cancelled or key_of(m).partition("#")[0] in known]
            yield from parties.sift(Tally(reading), days, own)

    def _in_peace(self, placed: placing.Placed) -> Mapping[int, Contact]:
        from askwell.store import lookups

        if not placed.people:
            return {}
        today = self.desk.calendar.day(self.desk.now)
        return namesakes.in_peace(placed.people, lookups.resting(self.desk.now), today=today)

    def _region(self, goals: Goals, entries: Sequence[Entry]) -> str:
        """Where phone numbers without a country code are; without new cards nobody asks, so no stored ones are read."""
        if not entries:
            return regions.said(goals)
        return regions.region(goals, _phones([entry.card for entry in entries], [one.card for one in self.known]))

    def _employers(
        self, placed: placing.Placed, goals: Goals, applications: Sequence[Application]
    ) -> Callable[[str], str]:
        """What the company of a mail domain is called: as she writes it, else as most cards do."""
        from askwell.store import read

        cards = [card for cards in placed.people for card in cards] + [card for _, card in placed.added]
        cards += [placed.changed.get(known.id, known.card) for known in self.known]
        applied = sorted({application.company for application in (*read.applications(), *applications)})
        positions = (position.company for position in goals.positions)
        return redrawing.employers(cards, [*goals.companies, *positions, *applied])

    def _changes(self, placed: placing.Placed, employer_of: Callable[[str], str]) -> redrawing.Fields:
        from askwell.store import lookups

        if not self.known:
            return {}
        return redrawing.changes(placed, self.known, lambda: lookups.contacts(self.desk.now), employer_of)

    def _sort(self, tallies: Sequence[Tally], letters: Sequence[Letter], own: who_is_me.Self) -> Sorter:
        """The cards of all files, then one for each file and address of its messages."""
        from askwell.store import lookups, write

        cards = any(tally.reading.cards for tally in tallies)
        keys = lookups.card_keys() if cards or letters else {}
        sorter = Sorter(keys, digest=write.digest, stored=lambda card: self._by_id[card])
        blocked = self._blocked()
        for tally in tallies if cards else ():
            for card in tally.reading.cards:
                if own.is_own(card):
                    tally.leave_out(card.origin.index, OWN)
                elif parties.is_role_card(card):
                    tally.leave_out(card.origin.index, parties.ROLE)
                elif blocked(card):
                    tally.leave_out(card.origin.index, FORGOTTEN)
                else:
                    sorter.take(card, tally)
        fresh = [letter for letter in letters if not self._is_read(letter)]
        if not fresh:
            return sorter
        profiles = placing.profiles(entry.card for entry in sorter.entries)
        profiles |= {key for _, key in keys if key.startswith("in/")}
        connected = self._connected(sorter, fresh)
        for card in parties.cards(fresh, profiles=profiles, connected=connected):
            if (card.source, card.key) not in keys and not blocked(card):
                sorter.take(card, None)
        return sorter

    def _connected(self, sorter: Sorter, letters: Sequence[Letter]) -> Callable[[str], bool]:
        """Which names are those of connections; nobody asks where every message tells the profiles of its people."""
        if not any(parties.is_mere_name(letter, party) for letter in letters for party in letter.people):
            return lambda _: False
        return Connected([*(entry.card for entry in sorter.entries), *(one.card for one in self._stored)]).has

    def _blocked(self) -> Callable[[Card], bool]:
        """Whether a card is of somebody who was forgotten; a phone alone tells only where there is nothing else."""
        from askwell.store import lookups

        marks = lookups.forgotten()
        if not marks.marks:
            return lambda _: False

        def blocked(card: Card) -> bool:
            told = handles_of(card, region="")
            return marks.blocks(card, [one for one in told if one[0] != "phone"] or told)

        return blocked

    def _is_read(self, letter: Letter) -> bool:
        return bool(self.exchange_keys) and key_of(letter.message) in self.exchange_keys

    @cached_property
    def _by_id(self) -> dict[str, "KnownCard"]:
        return {known.id: known for known in self._stored}

    def _place(self, entries: Sequence[Entry], region: str) -> placing.Placed:
        """Join them; where a country has become known, what the phones of known cards say is new too."""
        from askwell.store import lookups

        known = [one.card for one in self.known if one.card.phones]
        fresh = set[str]()
        if known and region != regions.region(self.facts.goals, _phones(known)):
            fresh = {one.id for one in self.known if one.card.phones}
        return placing.place(entries, self.known, apart=lookups.not_same(), region=region, rethink=fresh)

    def _book(self, placed: placing.Placed, *, needed: bool) -> Addressbook:
        if not needed:
            return Addressbook(())
        known = [(card.contact, card.card) for card in self.known if card.id not in placed.changed]
        return Addressbook([*known, *placed.refs], same={card.contact: card.survivor for card in self.known})

    def _begin(self, goals: Goals) -> datetime:
        """Since when texts count: since her search began, unless it was said otherwise."""
        if self.text_since:
            return self.text_since
        return midnight(since(self.desk, self.facts, goals), goals.zone or system_zone())

    def _exchanges(
        self, letters: Sequence[Letter], own: who_is_me.Self, goals: Goals, book: Addressbook
    ) -> list[Exchange]:
        from askwell.store import lookups

        begin, her = self._begin(goals), Party("", min(own.handles, default=""))
        reader = Reader(
            book=book,
            me=own.handles,
            since=begin,
            known=self.exchange_keys,
            textless=lookups.textless(begin) if self.exchange_keys else (),
            detect=self.detect,
            involved=self._involved,
            before=lambda named, news, read: going_on.before(named, news, self.exchange_keys, read=read, me=her),
            standing=lambda letters: going_on.standing(letters, self.exchange_keys),
            progress=lambda done, total: self.report("messages", done, total),
        )
        return reader.read(letters)

    def _involved(self) -> set[str]:
        """Those the search has drawn in by what was read or noted before."""
        from askwell.store import read

        search = read.search(self.desk.now)
        drawn = [cue for cue in search.cues if cue.type in DRAWN_IN]
        met = [i.people for i in search.interactions if i.id in {cue.interaction for cue in drawn}]
        return {person for people in (*met, *(cue.contacts for cue in drawn)) for person in people}

    def _applications(self, readings: Sequence[Reading]) -> Sequence[Application]:
        from askwell.store import read

        return read.applications() if any(r.applications for r in readings) else ()


def _phones(*cards: Sequence[Card]) -> Iterator[str]:
    return (phone for some in cards for card in some for phone in card.phones)


def _messages(reading: Reading) -> Sequence[Message]:
    return reading.messages if isinstance(reading.messages, Sequence) else tuple(reading.messages)
