"""What is added up about contacts: addresses, days of connection, and the sums of their one-to-one exchanges.

It is added up anew from the facts for the contacts a batch touched, so undo and unmerge need no before-image of it.
"""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

from collections.abc import Collection
from math import fsum
from typing import TYPE_CHECKING, Any

from askwell.domain import ties
from askwell.identity.portrait import EDIT, NOT
from askwell.store.forms import lines, listed, moment
from askwell.store.rows import Batch, Value, chunks, table

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

MANY = 400  # above it, all rows are read in one pass instead of those of some contacts
BOOKS = ("vcard", "google", "hand")  # sources that are an address book; the rest of a source's name may follow

CARDS = "SELECT contact_id, connected_on, source FROM askwell_card c WHERE c.seeker_id = %s"
HANDLES = (
    "SELECT c.contact_id, h.value FROM askwell_handle h JOIN askwell_card c ON c.id = h.card_id"
    " WHERE h.seeker_id = %s AND h.kind = 'address'"
)
EDITS = f"SELECT contact_id, groups FROM askwell_card c WHERE c.seeker_id = %s AND c.source = '{EDIT}'"
EXCHANGES = (
    "SELECT c.contact_id, i.at, i.direction FROM askwell_participant c JOIN askwell_interaction i"
    ' ON i.id = c.interaction_id WHERE c.seeker_id = %s AND NOT i."group" AND NOT i.cancelled'
    " AND i.writer = 'person'"
)


def in_book(source: str) -> bool:
    """Whether a card of this source stands in an address book of the seeker's own."""
    return source.startswith(BOOKS)


def parents(cursor: "CursorWrapper", seeker: int) -> dict[int, int]:
    """Contacts that were merged away, each with the one it was merged into."""
    cursor.execute(
        "SELECT id, merged_into FROM askwell_contact WHERE merged_into IS NOT NULL AND seeker_id = %s", [seeker]
    )
    return dict(cursor.fetchall())


def root(key: int, links: dict[int, int]) -> int:
    """The contact that `key` was merged into in the end."""
    while key in links:
        key = links[key]
    return key


def add_up(batch: Batch) -> None:
    """Bring the sums of the touched contacts up to date, and of those they were merged into."""
    touched = batch.touched
    cards, exchanges = touched["card"], touched["interaction"]
    touched["carded"] |= _owners(batch, "card", "id", cards)
    touched["exchanged"] |= _owners(batch, "participant", "interaction_id", exchanges)
    if not touched["carded"] and not touched["exchanged"]:
        return
    cursor, seeker = batch.cursor, batch.scope.id
    links = parents(cursor, seeker)
    there = batch.existing("contact", touched["carded"] | touched["exchanged"])
    batch.overwrite("contact", _of_cards(cursor, seeker, _groups(touched["carded"] & there, links)))
    batch.overwrite("contact", evidence(cursor, seeker, _groups(touched["exchanged"] & there, links)))


def _owners(batch: Batch, name: str, column: str, keys: Collection[int]) -> set[int]:
    """The contacts of cards, or of everybody who took part in interactions."""
    if not keys:
        return set()
    found: set[int] = set()
    query = f'SELECT "{column}", contact_id FROM {table(name).sql} WHERE seeker_id = %s'
    if len(keys) > MANY:
        batch.cursor.execute(query, [batch.scope.id])
        return {contact for key, contact in batch.cursor.fetchall() if key in keys}
    for some in chunks(list(keys)):
        marks = ", ".join(["%s"] * len(some))
        batch.cursor.execute(f'{query} AND "{column}" IN ({marks})', [batch.scope.id, *some])
        found.update(contact for _, contact in batch.cursor.fetchall())
    return found


def _groups(touched: Collection[int], links: dict[int, int]) -> dict[int, int]:
    """Every contact whose facts count for a touched one, with the survivor that they count for."""
    tops = {root(key, links) for key in touched}
    groups = {key: root(key, links) for key in links if root(key, links) in tops}
    return groups | {key: key for key in tops}


def _of_cards(cursor: "CursorWrapper", seeker: int, groups: dict[int, int]) -> dict[int, dict[str, Value]]:
    """What cards tell; of addresses those that she said herself come first, and those she took away are left out."""
    addresses: dict[int, dict[str, None]] = {top: {} for top in groups.values()}
    connected: dict[int, list[str]] = {top: [] for top in groups.values()}
    books: set[int] = set()
    gone: dict[int, set[str]] = {top: set() for top in addresses}
    for contact, told in _rows(cursor, EDITS, seeker, groups):
        gone[groups[contact]].update(one.removeprefix(NOT) for one in listed(told) if one.startswith(NOT))
    for contact, value in _rows(cursor, HANDLES, seeker, groups, order=f"(c.source <> '{EDIT}'), h.id"):
        if value not in gone[groups[contact]]:
            addresses[groups[contact]][value] = None
    for contact, day, source in _rows(cursor, CARDS, seeker, groups):
        connected[groups[contact]] += [day] if day else []
        if in_book(source):
            books.add(groups[contact])
    return {
        top: {
            "addresses": lines(addresses[top]),
            "connected_on": min(connected[top], default=""),
            "in_address_book": top in books,
        }
        for top in addresses
    }


def evidence(
    cursor: "CursorWrapper", seeker: int, groups: dict[int, int], *, until: int | None = None
) -> dict[int, dict[str, Value]]:
    """The sums of exchanges (up to an instant) by survivor, for contacts with the survivor that they count for."""
    found: dict[int, list[tuple[int, str]]] = {top: [] for top in groups.values()}
    for contact, at, direction in _rows(cursor, EXCHANGES, seeker, groups):
        if until is None or at <= until:
            found[groups[contact]].append((at, direction))
    return {top: _sums(exchanges) for top, exchanges in found.items()}


def _rows(
    cursor: "CursorWrapper", sql: str, seeker: int, groups: dict[int, int], order: str = ""
) -> list[tuple[Any, ...]]:
    """Rows whose first column is one of the keys: a few by index, many by one pass over all."""
    if not groups:
        return []
    few = len(groups) <= MANY
    sql += f" AND c.contact_id IN ({', '.join(['%s'] * len(groups))})" if few else ""
    cursor.execute(sql + (f" ORDER BY {order}" if order else ""), [seeker, *(groups if few else ())])
    return [row for row in cursor.fetchall() if row[0] in groups]


def _sums(exchanges: list[tuple[int, str]]) -> dict[str, Value]:
    """Sums of warmth and counts; a meeting counts in both directions."""
    came = [ties.warmth(moment(at)) for at, direction in exchanges if direction != "out"]
    went = [ties.warmth(moment(at)) for at, direction in exchanges if direction != "in"]
    return {
        "warm_in": fsum(came),
        "warm_out": fsum(went),
        "received": len(came),
        "sent": len(went),
        "last": max((at for at, _ in exchanges), default=None),
    }
