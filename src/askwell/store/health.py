"""Whether the embedded database is whole: looked at before every start, and a damaged one is refused, never replaced.

Beside the database lies a small record of the file as it was last left: its size, SQLite's change counter and a
checksum of all its bytes. A file that differs though its counter did not move was damaged by something else than a
write; one whose counter did move was left by a process that died, or by other hands, and SQLite's own check reads it
through. The record also tells that a database has existed: a lost one never comes back as an empty one.
"""

import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.store.place import Place, aside

APPLICATION = 0x41736B77  # "Askw", in the file's header
BIG = 64 * 1024 * 1024  # larger files are not summed up at every start when size and time are as they were left
NEWEST = (
    "SELECT group_concat(token, ' ') FROM"
    " (SELECT token, max(id) FROM askwell_batch GROUP BY seeker_id ORDER BY seeker_id)"
)


class Damaged(Refused):
    """The database is damaged, lost or foreign; the text says so, and which copy is good."""


@dataclass(frozen=True, slots=True)
class Left:
    """The file as it was last left: size, time, SQLite's change counter, checksum, the mark of its newest batch."""

    size: int = -1
    time: int = -1
    counter: int = -1
    sum: int = -1
    batch: str = ""


def record_file(place: Place) -> Path:
    return place.data / "askwell.state.json"


def record(place: Place) -> Left | None:
    """What was written down when the database was last left, None if it never was."""
    try:
        told = json.loads(record_file(place).read_text(encoding="utf-8"))
        return Left(**told)
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        return Left()


def write_record(place: Place, left: Left, *, durably: bool = False) -> None:
    new = aside(record_file(place))
    with new.open("w", encoding="utf-8") as file:
        json.dump(asdict(left), file)
        if durably:
            file.flush()
            os.fsync(file.fileno())
    new.replace(record_file(place))


@contextmanager
def raw(file: Path, *, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """A connection past Django, for checks and copies of the file as a whole."""
    with closing(sqlite3.connect(f"file:{quote(str(file))}?mode={mode}", uri=True, timeout=10.0)) as connection:
        connection.isolation_level = None
        yield connection


def check(place: Place, *, thoroughly: bool = False) -> None:
    """Refuse a database that is not whole; says which copy is good. A big one is read through if `thoroughly`."""
    file = place.file
    if not file.exists():
        raise damaged(place, f"The database is missing from {place.data}.")
    left = record(place) or Left()
    with raw(file) as connection:
        strange = what_else(connection, file)
        if strange:
            raise damaged(place, f"{file} is {strange}.")
        fault = _fault(connection, file, left) or (quick_check(connection) if thoroughly else "")
    if fault:
        raise damaged(place, f"The database {file} is damaged: {fault}.")


def what_else(connection: sqlite3.Connection, file: Path) -> str:
    """What a file is that is no database, "" if it is one.

    SQLite itself looks: a file that is opened and closed past it loses the locks that this process has on it, which
    may be writing in another thread.
    """
    if file.stat().st_size == 0:
        return "empty"
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        return "no database" if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB else ""
    return ""


def _fault(connection: sqlite3.Connection, file: Path, left: Left) -> str:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a write that was cut off is rolled back
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
            return "it was not made by Askwell"
        status = file.stat()
        if status.st_size > BIG and (status.st_size, status.st_mtime_ns) == (left.size, left.time):
            return ""
        seen = look(connection, file)
        if (seen.counter, seen.batch) == (left.counter, left.batch):
            return "" if seen.sum == left.sum else "its content is not what was last written"
        return quick_check(connection)
    except sqlite3.DatabaseError as error:
        return quick_check(connection) or str(error)


def quick_check(connection: sqlite3.Connection) -> str:
    """What SQLite finds wrong with the file, "" if nothing."""
    try:
        found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    if found != ["ok"]:
        return str(found[0]).replace("\n", " ")
    return f"a row of {broken[0]} hangs on nothing" if broken else ""


def look(connection: sqlite3.Connection, file: Path) -> Left:
    """The file as it is now. SQLite itself reads it: opening it past SQLite would drop the locks of this process."""
    status = file.stat()
    if status.st_size > BIG:
        (counter,) = connection.execute("PRAGMA data_version").fetchone()  # no counter is told: never equal
        return Left(status.st_size, status.st_mtime_ns, -2 - counter, -2)
    (mark,) = connection.execute(NEWEST).fetchone()
    content = connection.serialize()
    counter = int.from_bytes(content[24:28], "big")
    return Left(status.st_size, status.st_mtime_ns, counter, zlib.crc32(content), mark or "")


def leave(place: Place) -> None:
    """Write down how the database is left."""
    before = record(place) or Left()
    status = place.file.stat()
    if (status.st_size, status.st_mtime_ns) == (before.size, before.time):
        return
    with suppress(OSError, sqlite3.Error), raw(place.file, mode="ro") as connection:
        left = look(connection, place.file)
        if (left.counter, left.batch) == (before.counter, before.batch) and left.sum != before.sum:
            return  # nobody wrote, yet it differs: the next start is to notice
        write_record(place, left)  # a full disk must not hide that the work is done; the next start reads all through


def damaged(place: Place, what: str) -> Damaged:
    """What is wrong, as a refusal that tells where the newest good copy is, and how to put it back."""
    from askwell.store import copies

    newest = copies.newest_good(place)
    if newest is None:
        return Damaged(f"{what} Nothing was changed. There is no copy yet; keep the file and ask for help.")
    back = Hint("restore", "put it back", (str(newest),))
    return Damaged(f"{what} Nothing was changed. The newest good copy is {newest}.", back)
