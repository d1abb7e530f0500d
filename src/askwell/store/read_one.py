"""Reading one person by id without going through all: what is shown of them, her own words, all exchanges."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from askwell.domain import ties
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact, Tie
from askwell.store import ids, scope, sums
from askwell.store.forms import instant, maybe_day, maybe_moment, moment
from askwell.store.read import _interaction
from askwell.store.read_people import contacts

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class Group:
    """A person's rows: the one that stands for them (`top`), and all that were merged into it."""

    top: int
    keys: tuple[int, ...]

    @property
    def merged(self) -> dict[str, str]:
        """Ids that were merged away, each with the survivor."""
        return {ids.show("contact", key): ids.show("contact", self.top) for key in self.keys if key != self.top}

    @property
    def marks(self) -> str:
        """Places for the keys in a statement."""
        return ", ".join(["%s"] * len(self.keys))


def group(cursor: "CursorWrapper", contact: str) -> Group | None:
    """The rows of a person by any of their ids; None for what is no id. Whether the rows are there is not looked at."""
    seeker = scope.current().id
    key = ids.find("contact", contact, seeker=seeker)
    if key is None:
        return None
    links = sums.parents(cursor, seeker)
    top = sums.root(key, links)
    return Group(top, (top, *(away for away in links if sums.root(away, links) == top)))


def person(contact: str, *, now: datetime) -> Contact | None:
    """A person as of `now`, by any of their ids; None where nobody of the open scope has it."""
    with scope.reading() as cursor:
        rows = group(cursor, contact)
        if rows is None:
            return None
        where = f" AND id IN ({rows.marks})"
        found = contacts(cursor, scope.current().id, now=now, merged=rows.merged, where=where, params=rows.keys)
        return found.get(ids.show("contact", rows.top))


def tie_said(contact: str) -> Tie | None:
    """Her own word about the tie, None where the exchanges tell it."""
    with scope.reading() as cursor:
        rows = group(cursor, contact)
        if rows is None:
            return None
        cursor.execute(
            "SELECT tie_said FROM askwell_contact WHERE seeker_id = %s AND id = %s", [scope.current().id, rows.top]
        )
        row = cursor.fetchone()
        return Tie(row[0]) if row and row[0] else None


def ties_said() -> frozenset[str]:
    """Everybody of whom she said herself how well she knows them."""
    with scope.reading() as cursor:
        cursor.execute("SELECT id FROM askwell_contact WHERE seeker_id = %s AND tie_said <> ''", [scope.current().id])
        return frozenset(ids.show("contact", key) for (key,) in cursor.fetchall())


def evidence(contact: str, *, now: datetime) -> ties.Evidence:
    """What the tie rests on, her own word aside."""
    with scope.reading() as cursor:
        rows = group(cursor, contact)
        if rows is None:
            return ties.Evidence()
        seeker, keys = scope.current().id, dict.fromkeys(rows.keys, rows.top)
        told: dict[str, Any] = sums.evidence(cursor, seeker, keys, until=instant(now))[rows.top]
        cursor.execute(
            "SELECT connected_on, in_address_book FROM askwell_contact WHERE seeker_id = %s AND id = %s",
            [seeker, rows.top],
        )
        connected, book = cursor.fetchone() or ("", False)
        told |= {"last": maybe_moment(told["last"]), "connected_on": maybe_day(connected)}
        return ties.Evidence(**told, in_address_book=bool(book))


KINDS = (
    'SELECT i.channel, i.direction, i."group",'
    " CASE WHEN i.channel IN ('meeting', 'phone') THEN i.subject ELSE '' END, count(*), max(i.at)"
    " FROM askwell_interaction i"
    " WHERE +i.seeker_id = %s AND NOT i.cancelled AND i.writer = 'person' AND i.at <= %s AND i.id IN"
    " (SELECT w.interaction_id FROM askwell_participant w WHERE w.seeker_id = %s AND w.contact_id IN ({marks}))"
    " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """Exchanges of one kind with somebody; of meetings and calls each title is a kind of its own."""

    channel: Channel
    direction: Direction
    group: bool
    title: str
    count: int
    last: datetime


def kinds(contact: str, *, now: datetime) -> list[Kind]:
    """How often the two exchanged something, by kind, up to `now`."""
    with scope.reading() as cursor:
        rows = group(cursor, contact)
        if rows is None:
            return []
        seeker = scope.current().id
        cursor.execute(KINDS.format(marks=rows.marks), [seeker, instant(now), seeker, *rows.keys])
        return [
            Kind(Channel(channel), Direction(direction), bool(grouped), title, count, moment(last))
            for channel, direction, grouped, title, count, last in cursor.fetchall()
        ]


EXCHANGES = (
    'SELECT i.id, i.at, i.channel, i.direction, i."group", i.thread, i.subject, i.text, i.writer, i.file, i.idx,'
    ' i.message_id, i.path, i."end", i.cancelled, i.recurring FROM askwell_interaction i'
)
# The plus keeps SQLite from going through all exchanges in their order, which is an index, instead of the person's own.
WITH = (
    " WHERE +i.seeker_id = %s AND NOT i.cancelled AND i.id IN"
    " (SELECT w.interaction_id FROM askwell_participant w WHERE w.seeker_id = %s AND w.contact_id IN ({marks}))"
)
IN_ORDER = " ORDER BY i.at DESC, i.id DESC LIMIT %s OFFSET %s"
PEOPLE = (
    "SELECT w.interaction_id, w.contact_id FROM askwell_participant w WHERE w.seeker_id = %s"
    " AND w.interaction_id IN ({marks}) ORDER BY w.interaction_id, w.place"
)


def exchanges(contact: str, *, until: datetime, limit: int, skip: int = 0) -> tuple[list[Interaction], int]:
    """All that took place with somebody, before the search too, the latest first; and how many there are in all.

    Later than `until` are only meetings still to come.
    """
    with scope.reading() as cursor:
        rows = group(cursor, contact)
        if rows is None:
            return [], 0
        seeker = scope.current().id
        where = f"{WITH.format(marks=rows.marks)} AND (i.at <= %s OR i.channel = 'meeting')"
        params = [seeker, seeker, *rows.keys, instant(until)]
        cursor.execute(f"SELECT count(*) FROM askwell_interaction i{where}", params)
        count = int(cursor.fetchone()[0])
        cursor.execute(f"{EXCHANGES}{where}{IN_ORDER}", [*params, limit, skip])
        found = cursor.fetchall()
        people = _people(cursor, seeker, [row[0] for row in found]) if found else {}
        return [_interaction(row, people.get(row[0], ())) for row in found], count


def _people(cursor: "CursorWrapper", seeker: int, keys: list[int]) -> dict[int, tuple[str, ...]]:
    """Who took part, by exchange; whoever was merged away is told by the survivor."""
    cursor.execute(PEOPLE.format(marks=", ".join(["%s"] * len(keys))), [seeker, *keys])
    links = sums.parents(cursor, seeker) if (told := cursor.fetchall()) else {}
    found: dict[int, dict[str, None]] = {}
    for key, contact in told:
        found.setdefault(key, {})[ids.show("contact", sums.root(contact, links))] = None
    return {key: tuple(people) for key, people in found.items()}
