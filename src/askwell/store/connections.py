"""Connected servers, and how the last look at each went: where the next one goes on hangs on batches that stand.

A connection is a row like any other, so that connecting and disconnecting can be undone. A look is written beside the
batches, for one that finds nothing new is no change. Where an import from a server is undone, its place is undone too:
the next look reads it anew.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from askwell.domain.connections import Connection, Login, Looked, Service
from askwell.store import health, ids, scope
from askwell.store.batches import KEPT, writing
from askwell.store.forms import instant, maybe_instant, maybe_moment, moment
from askwell.store.rows import Batch, clean

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

COLUMNS = ("service", "name", "server", "user", "address", "login", "keeps")
CONNECTED = (
    'SELECT id, service, name, server, "user", address, login, keeps FROM askwell_connection WHERE seeker_id = %s'
    " ORDER BY id"
)
ALL = (
    'SELECT s.name, c.id, c.service, c.name, c.server, c."user", c.address, c.login, c.keeps'
    " FROM askwell_connection c JOIN askwell_seeker s ON s.id = c.seeker_id ORDER BY c.id"
)
LOOKS = (
    "SELECT l.id, l.connection_id, l.stored_id, l.tried, l.checked, l.said, l.place, b.made, b.undone"
    " FROM askwell_look l LEFT JOIN askwell_batch b ON b.id = l.stored_id AND b.seeker_id = l.seeker_id"
    " WHERE l.seeker_id = %s ORDER BY l.id"
)
NEXT = "SELECT coalesce(max(id), %s) + 1 FROM askwell_look WHERE seeker_id = %s"
INSERT = (
    "INSERT INTO askwell_look (id, seeker_id, connection_id, stored_id, tried, checked, said, place)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
)


@dataclass(frozen=True, slots=True)
class _Row:
    key: int
    connection: int
    stored: int | None
    tried: int
    checked: int | None
    said: str
    place: str
    made: int | None
    undone: int | None

    def is_final(self, old: int) -> bool:
        """Whether nobody can undo any more what it stored."""
        return self.made is not None and self.made < old


def connected() -> tuple[Connection, ...]:
    """Her connections, in the order she made them."""
    with scope.reading() as cursor:
        cursor.execute(CONNECTED, [scope.current().id])
        return tuple(_connection(row) for row in cursor.fetchall())


def in_file(file: Path) -> dict[str, tuple[Connection, ...]]:
    """All connections in the file of an embedded database, by whose they are; none where it cannot be read."""
    found: dict[str, tuple[Connection, ...]] = {}
    with suppress(sqlite3.Error, ValueError), health.raw(file, mode="ro") as database:
        for seeker, *row in database.execute(ALL).fetchall():
            found[seeker] = (*found.get(seeker, ()), _connection(row))
    return found


def _connection(row: Sequence[Any]) -> Connection:
    key, service, name, server, user, address, login, keeps = row
    shown = ids.show("connection", key)
    return Connection(shown, Service(service), name, server, user, address, Login(login), bool(keeps))


def looks() -> dict[str, Looked]:
    """How the last look at each server went, by the connection's id; none where nobody looked yet."""
    with scope.reading() as cursor:
        found = _by_connection(cursor)
    return {ids.show("connection", key): _told(rows) for key, rows in found.items()}


def connect(batch: Batch, connection: Connection) -> str:
    """Keep a new connection (its id is not looked at); tells its id."""
    row = tuple(getattr(connection, column) for column in COLUMNS)
    (key,) = batch.insert("connection", COLUMNS, [row])
    return ids.show("connection", key)


def change_connection(batch: Batch, connection: Connection) -> bool:
    """Keep a connection as it is said now; tells whether it changed."""
    told = {column: getattr(connection, column) for column in COLUMNS}
    return batch.update("connection", {batch.read("connection", connection.id): told}) > 0


def disconnect(batch: Batch, connection: str) -> bool:
    """Take a connection away; what was read from it stays. Tells whether it was there."""
    return batch.delete("connection", {batch.read("connection", connection)}) > 0


def keep_looks(told: Mapping[str, Looked]) -> None:
    """Keep how looks went that brought nothing to store."""
    with writing() as (cursor, _):
        _keep(cursor, None, told)


def keep_looks_with(batch: Batch, told: Mapping[str, Looked]) -> None:
    """Keep how looks went, together with what they brought: both are there afterwards, or neither is."""
    _keep(batch.cursor, batch.row, told)


def _keep(cursor: "CursorWrapper", stored: int | None, told: Mapping[str, Looked]) -> None:
    seeker, found = scope.current().id, _by_connection(cursor)
    for connection, look in told.items():
        key = ids.read("connection", connection, seeker=seeker)
        rows = found.get(key, [])
        _delete(cursor, [row.key for row in rows if row not in _needed(rows, look.tried, anew=stored is None)])
        cursor.execute(NEXT, [ids.key(seeker, 0), seeker])
        new = cursor.fetchone()[0]
        place = json.dumps(look.place, ensure_ascii=False, sort_keys=True)
        times = (instant(look.tried), maybe_instant(look.checked))
        cursor.execute(INSERT, [new, seeker, key, stored, *times, clean(look.said), clean(place)])


def _needed(rows: Sequence[_Row], now: datetime, *, anew: bool) -> Sequence[_Row]:
    """Those to which an undo may still go back: up to where a batch was undone, from the last that is final on.

    A look that stores nothing (`anew`) takes the place of the last one that stored nothing either.
    """
    standing = _standing(rows)
    final = [at for at, row in enumerate(standing) if row.is_final(instant(now - KEPT))]
    needed = standing[final[-1] :] if final else standing
    return needed[:-1] if anew and needed and needed[-1].stored is None else needed


def _standing(rows: Sequence[_Row]) -> Sequence[_Row]:
    """The looks before the first one of which what was stored has been undone."""
    undone = next((at for at, row in enumerate(rows) if row.undone is not None), len(rows))
    return rows[:undone]


def _told(rows: Sequence[_Row]) -> Looked:
    last, standing = rows[-1], _standing(rows)
    place = json.loads(standing[-1].place) if standing else {}
    return Looked(moment(last.tried), maybe_moment(last.checked), last.said, place)


def _by_connection(cursor: "CursorWrapper") -> dict[int, list[_Row]]:
    cursor.execute(LOOKS, [scope.current().id])
    found: dict[int, list[_Row]] = {}
    for row in (_Row(*values) for values in cursor.fetchall()):
        found.setdefault(row.connection, []).append(row)
    return found


def _delete(cursor: "CursorWrapper", keys: Iterable[int]) -> None:
    rows = [(scope.current().id, key) for key in keys]
    cursor.executemany("DELETE FROM askwell_look WHERE seeker_id = %s AND id = %s", rows)
