"""Splitting cards off: they become a person of their own, and what came by their addresses goes along.

Whatever is known to have come by another address stays. Of exchanges that do not tell by which (they were stored by an
older Askwell, or noted by hand), those go that can have come by no other.
"""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from askwell.domain.messages import Channel, Writer
from askwell.identity.fold import fold
from askwell.identity.handles import mailbox
from askwell.store import ids, read_one
from askwell.store.forms import lines, listed
from askwell.store.rows import Batch, Value, quoted
from askwell.store.write_events import PARTICIPANT
from askwell.store.write_people import PersonIn, add_people, move_cards

Changes = dict[int, dict[str, Value]]
OF_MESSAGES = frozenset({"mail", "calendar", "linkedin-messages"})  # sources whose cards are made of messages
BY_PROFILE = frozenset({Channel.LINKEDIN.value})
BY_ADDRESS = frozenset({Channel.EMAIL.value, Channel.MEETING.value})


class Part(NamedTuple):
    """Somebody's part in an exchange, and what is to be known of that exchange."""

    key: int
    interaction: int
    contact: int
    place: int
    handle: str
    channel: str
    file: str
    writer: str


@dataclass(frozen=True, slots=True)
class Told:
    """What cards say of who it is: addresses and profiles in one form, and names; `own` are those of messages."""

    handles: frozenset[str]
    names: frozenset[str]
    own: frozenset[str]

    def alone(self, other: "Told") -> frozenset[str]:
        """The addresses that are theirs: the other has them on no card, or at least on none that messages made."""
        return (self.handles - other.handles) | (self.own - other.own)

    def reaches(self, channel: str) -> bool:
        """Whether somebody of these cards can have taken part in an exchange of that kind."""
        profiles, addresses = channel in BY_PROFILE, channel in BY_ADDRESS
        return any((profiles and "@" not in one) or (addresses and "@" in one) for one in self.handles)


def part(batch: Batch, person: str, cards: Collection[str], new: PersonIn) -> str:
    """Make `new` of some cards of a person, with their share in exchanges and cues; tells the id."""
    group = read_one.group(batch.cursor, person)
    keys = group.keys if group else ()
    moved = {batch.read("card", card) for card in cards}
    going = _told(batch, moved)
    staying = _told(batch, set(batch.keys("card", "contact_id", keys)) - moved)
    (parted,) = add_people(batch, [new])
    to = batch.read("contact", parted)
    move_cards(batch, dict.fromkeys(cards, parted))
    took_part = _take_along(batch, keys, to, going, staying)
    _cues(batch, {ids.show("contact", key) for key in keys}, parted, took_part, (going, staying))
    return parted


def _told(batch: Batch, cards: Collection[int]) -> Told:
    owner, kind, value = (batch.column("handle", name) for name in ("card_id", "kind", "value"))
    source, name = (batch.column("card", column) for column in ("source", "name"))
    rows, told = batch.fetch("handle", batch.keys("handle", "card_id", cards)).values(), batch.fetch("card", cards)
    handles = [(int(row[owner] or 0), _form(str(row[value]))) for row in rows if row[kind] != "phone"]
    return Told(
        handles=frozenset(handle for _, handle in handles),
        names=frozenset(filter(None, (fold(str(row[name])) for row in told.values()))),
        own=frozenset(handle for card, handle in handles if told[card][source] in OF_MESSAGES),
    )


def _form(handle: str) -> str:
    """An address as it is compared; a profile is so already."""
    return mailbox(handle) if "@" in handle else handle


def _take_along(batch: Batch, keys: Collection[int], to: int, going: Told, staying: Told) -> set[int]:
    """Give them their share in exchanges; tells in which of these the others have none any more."""
    changes: Changes = {}
    groups: Changes = {}
    rest: list[tuple[Value, ...]] = []
    whole: set[int] = set()
    for one in _parts(batch, keys):
        theirs, others = _shares(one, going, staying)
        if not theirs:
            continue
        if not others:
            changes[one.key] = {"contact_id": to}
            whole.add(one.interaction)
            continue
        first = one.handle.split("\n")[0] in theirs
        mine, beside = (theirs, others) if first else (others, theirs)
        changes[one.key] = {"contact_id": to if first else one.contact, "handle": "\n".join(mine)}
        rest.append((one.interaction, one.contact if first else to, one.place + 1, "\n".join(beside)))
        if one.writer == Writer.PERSON.value:
            groups[one.interaction] = {"group": True}
    batch.update("participant", changes)
    batch.insert("participant", PARTICIPANT, rest)
    batch.update("interaction", groups)
    batch.touch("participant", PARTICIPANT, rest)
    return whole


PARTS = (
    "SELECT w.id, w.interaction_id, w.contact_id, w.place, w.handle, i.channel, i.file, i.writer"
    " FROM askwell_participant w JOIN askwell_interaction i ON i.id = w.interaction_id"
    " WHERE w.seeker_id = %s AND w.contact_id IN ({marks}) ORDER BY w.id"
)


def _parts(batch: Batch, keys: Collection[int]) -> list[Part]:
    batch.cursor.execute(PARTS.format(marks=", ".join(["%s"] * len(keys))), [batch.scope.id, *keys])
    return [Part(*row) for row in batch.cursor.fetchall()]


def _shares(one: Part, going: Told, staying: Told) -> tuple[list[str], list[str]]:
    """By which handles somebody took part who goes, and by which somebody who stays."""
    known = [handle for handle in one.handle.split("\n") if handle]
    if known:
        theirs = [handle for handle in known if _form(handle) in going.alone(staying)]
        return theirs, [handle for handle in known if handle not in theirs]
    alone = bool(one.file) and going.reaches(one.channel) and not staying.reaches(one.channel)
    return ([""], []) if alone else ([], [""])


def _cues(batch: Batch, group: set[str], parted: str, whole: Collection[int], told: tuple[Told, Told]) -> None:
    """Cues that speak of them by an address or name of theirs alone, or stand in what is theirs alone."""
    going, staying = told
    handles, names = going.alone(staying), going.names - staying.names

    def whose(contact: str, person: str, interaction: int) -> str:
        if contact not in group:
            return contact
        named = _form(person) in handles if "@" in person or person.startswith("in/") else fold(person) in names
        return parted if named or interaction in whole else contact

    changes: Changes = {}
    for key, interaction, people, contacts in _told_cues(batch):
        pairs = zip_longest(listed(contacts), listed(people), fillvalue="")
        new = lines([whose(contact, person, interaction) for contact, person in pairs][: contacts.count("\n")])
        if new != contacts:
            changes[key] = {"contacts": new}
    batch.update("cue", changes)


def _told_cues(batch: Batch) -> Iterator[tuple[int, int, str, str]]:
    columns = quoted(("id", "interaction_id", "people", "contacts"))
    batch.cursor.execute(
        f"SELECT {columns} FROM askwell_cue WHERE seeker_id = %s AND contacts <> '' ORDER BY id", [batch.scope.id]
    )
    return iter(batch.cursor.fetchall())
