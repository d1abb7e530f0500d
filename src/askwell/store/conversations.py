"""Looking up the stored conversations that new letters go on with: first which there are, then what stands in some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from askwell.domain.messages import Channel, Direction, Writer
from askwell.domain.people import Party
from askwell.domain.twins import maker
from askwell.store import ids, scope
from askwell.store.forms import moment
from askwell.store.rows import CHUNK


@dataclass(frozen=True, slots=True)
class Head:
    """Enough of a stored message to tell its conversation by."""

    id: str
    thread: str
    at: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored message as far as it was kept; `people` by the names and addresses they took part with."""

    id: str
    thread: str
    message_id: str
    at: datetime
    channel: Channel
    direction: Direction
    writer: Writer
    subject: str
    text: str
    people: tuple[Party, ...]


make_head = maker(Head)


def heads() -> list[Head]:
    """Every stored message that belongs to a conversation, by one query."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT id, thread, at, subject FROM askwell_interaction WHERE seeker_id = %s AND thread <> ''",
            [scope.current().id],
        )
        return [
            make_head(f"i{row & ids.MASK}", thread, moment(at), told) for row, thread, at, told in cursor.fetchall()
        ]


def threads_of(interactions: Iterable[str]) -> dict[str, str]:
    """The threads of these messages by their ids, by one query for each few hundred of them."""
    seeker = scope.current().id
    keys = sorted({ids.read("interaction", one, seeker=seeker) for one in interactions})
    found: dict[str, str] = {}
    with scope.reading() as cursor:
        for start in range(0, len(keys), CHUNK):
            some = keys[start : start + CHUNK]
            marks = ", ".join(["%s"] * len(some))
            cursor.execute(
                f"SELECT id, thread FROM askwell_interaction WHERE seeker_id = %s AND id IN ({marks})",  # noqa: S608 - marks
                [seeker, *some],
            )
            found |= {f"i{row & ids.MASK}": thread for row, thread in cursor.fetchall()}
    return found


KEPT = (
    "SELECT i.id, i.thread, i.message_id, i.at, i.channel, i.direction, i.writer, i.subject, i.text, c.name, p.handle"
    " FROM askwell_interaction i"
    " LEFT JOIN askwell_participant p ON p.interaction_id = i.id LEFT JOIN askwell_contact c ON c.id = p.contact_id"
    " WHERE i.seeker_id = %s AND i.id IN ({marks}) ORDER BY i.at, i.id, p.place"
)


def kept(interactions: Iterable[str]) -> list[Kept]:
    """What is stored of some messages, by one query for each few hundred of them."""
    seeker = scope.current().id
    keys = sorted({ids.read("interaction", one, seeker=seeker) for one in interactions})
    found: dict[int, list[Sequence[Any]]] = {}
    with scope.reading() as cursor:
        for start in range(0, len(keys), CHUNK):
            some = keys[start : start + CHUNK]
            cursor.execute(KEPT.format(marks=", ".join(["%s"] * len(some))), [seeker, *some])
            for row in cursor.fetchall():
                found.setdefault(row[0], []).append(row)
    return [_kept(rows) for rows in found.values()]


def _kept(rows: Sequence[Sequence[Any]]) -> Kept:
    key, thread, message_id, at, channel, direction, writer, subject, text = rows[0][:9]
    people = [Party(name, handle) for *_, name, handles in rows if name is not None for handle in _each(handles)]
    return Kept(
        f"i{key & ids.MASK}",
        thread,
        message_id,
        moment(at),
        Channel(channel),
        Direction(direction),
        Writer(writer),
        subject,
        text,
        tuple(people),
    )


def _each(handles: str) -> list[str]:
    return handles.split("\n")
