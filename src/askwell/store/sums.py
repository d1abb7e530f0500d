"""What is added up about contacts: addresses, days of connection, and the sums of their one-to-one exchanges.

It is added up anew from the facts for the contacts a batch touched, so that undo and unmerge need no before-image of it.
"""

from collections.abc import Iterable, Iterator
from math import fsum
from typing import TYPE_CHECKING

from askwell.domain import ties
from askwell.store.forms import lines, moment
from askwell.store.rows import Batch, Value

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

MANY = 400  # above it, all rows are read in one pass instead of those of some contacts
BOOKS = ("vcard", "google", "hand")  # sources that are an address book; the rest of a source's name may follow


def in_book(source: str) -> bool:
    return source.startswith(BOOKS)


def add_up(batch: Batch) -> None:
    """Bring the sums of the touched contacts up to date, and of those they were merged into."""
    if not batch.touched:
        return
    links = parents(batch.cursor, batch.scope.id)
    groups: dict[int, int] = {}
    roots = {root(key, links) for key in batch.touched} | batch.touched
    for key in (*links, *batch.touched):
        top = root(key, links)
        if top in roots:
            groups[key] = groups[top] = top
    found: dict[int, dict[str, Value]] = {key: {} for key in groups.values()}
    cards, handles, exchanges = (pick(batch, groups) for pick in (_cards, _handles, _exchanges))
    for key in found:
        found[key] = {
            "addresses": lines(dict.fromkeys(handles.get(key, ()))),
            "connected_on": min((d for d, _ in cards.get(key, ()) if d), default=""),
            "in_address_book": any(in_book(source) for _, source in cards.get(key, ())),
            **_sums(exchanges.get(key, [])),
        }
    batch.set("contact", found)
    batch.touched.clear()


def root(key: int, links: dict[int, int]) -> int:
    """The contact that `key` was merged into in the end."""
    while key in links:
        key = links[key]
    return key


def evidence(cursor: "CursorWrapper", seeker: int, keys: dict[int, int], until: int) -> dict[int, dict[str, Value]]:
    """The sums of exchanges up to an instant, for contacts whose keys lead to the survivors' keys."""
    found: dict[int, list[tuple[int, str]]] = {}
    for contact, at, direction in _rows(cursor, EXCHANGES, seeker, keys):
        if at <= until:
            found.setdefault(keys[contact], []).append((at, direction))
    return {key: _sums(found.get(key, [])) for key in keys.values()}


def parents(cursor: "CursorWrapper", seeker: int) -> dict[int, int]:
    cursor.execute(
        "SELECT id, merged_into FROM askwell_contact WHERE merged_into IS NOT NULL AND seeker_id = %s", [seeker]
    )
    return dict(cursor.fetchall())


CARDS = "SELECT contact_id, connected_on, source FROM askwell_card WHERE seeker_id = %s"
HANDLES = (
    "SELECT c.contact_id, h.value FROM askwell_handle h JOIN askwell_card c ON c.id = h.card_id"
    " WHERE h.seeker_id = %s AND h.kind = 'address'"
)
EXCHANGES = (
    "SELECT p.contact_id, i.at, i.direction FROM askwell_participant p JOIN askwell_interaction i"
    ' ON i.id = p.interaction_id WHERE p.seeker_id = %s AND NOT i."group" AND NOT i.cancelled'
    " AND i.writer = 'person'"
)


def _cards(batch: Batch, groups: dict[int, int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for contact, connected, source in _rows(batch.cursor, CARDS, batch.scope.id, groups):
        found.setdefault(groups[contact], []).append((connected, source))
    return found


def _handles(batch: Batch, groups: dict[int, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for contact, value in _rows(batch.cursor, HANDLES, batch.scope.id, groups, order="h.id"):
        found.setdefault(groups[contact], []).append(value)
    return found


def _exchanges(batch: Batch, groups: dict[int, int]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for contact, at, direction in _rows(batch.cursor, EXCHANGES, batch.scope.id, groups):
        found.setdefault(groups[contact], []).append((at, direction))
    return found


def _rows(
    cursor: "CursorWrapper", sql: str, seeker: int, keys: Iterable[int], order: str = ""
) -> Iterator[tuple[int, *tuple[object, ...]]]:
    """Rows whose first column is one of the keys: a few by index, many by one pass over all."""
    wanted = set(keys)
    params = [seeker]
    if len(wanted) <= MANY:
        column = "p.contact_id" if " p " in sql else "c.contact_id" if " h " in sql else "contact_id"
        sql += f" AND {column} IN ({', '.join(['%s'] * len(wanted))})"
        params += sorted(wanted)
    cursor.execute(sql + (f" ORDER BY {order}" if order else ""), params)
    return (row for row in cursor.fetchall() if row[0] in wanted)


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
