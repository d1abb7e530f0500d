"""Copies of the embedded database: written aside, opened, checked, and only then put in place; old ones thinned out.

A copy is named after the moment the database was last written, so its name tells which state it holds, and after the
reason it was made: those she asked for and those before an import are kept apart, so that no later ones push them out.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from threading import Lock

from askwell.domain.errors import Refused
from askwell.store import health, scope
from askwell.store.place import Place, aside, make_folder

NEWEST, DAILY, WEEKLY, MONTHLY = 10, 12, 10, 9  # how many are kept; the last three as Anki keeps them
one_by_one = Lock()  # of two threads that are about to change something, one makes the copy
NAME = re.compile(r"askwell-(\d{8}T\d{12})Z(?:-(import|yours))?\.db")


class Reason(StrEnum):
    """Why a copy was made, as it stands in its name. Of each reason the newest ten are kept."""

    CHANGE = ""
    IMPORT = "import"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy, the UTC moment of the state it holds, and why it was made."""

    file: Path
    made: datetime
    reason: Reason = Reason.CHANGE


def found(place: Place) -> list[Copy]:
    """The copies, oldest first."""
    told = [(file, NAME.fullmatch(file.name)) for file in place.copies.glob("askwell-*.db")]
    copies = [Copy(file, _moment(match[1]), Reason(match[2] or "")) for file, match in told if match]
    return sorted(copies, key=lambda copy: (copy.made, copy.reason))


def _moment(name: str) -> datetime:
    return datetime.strptime(f"{name}Z", "%Y%m%dT%H%M%S%f%z")


def newest_good(place: Place) -> Path | None:
    """The newest copy that opens and checks out."""
    return next((copy.file for copy in reversed(found(place)) if not fault(copy.file)), None)


def people_in(file: Path) -> int | None:
    """How many people of the open scope's seeker a copy holds; None where it can't be told."""
    counting = "SELECT count(*) FROM askwell_contact WHERE seeker_id = ? AND merged_into IS NULL"
    try:
        with health.raw(file, mode="ro") as connection:
            return int(connection.execute(counting, [scope.current().id]).fetchone()[0])
    except (OSError, sqlite3.Error):
        return None


def fault(file: Path) -> str:
    """What is wrong with a copy, "" if it can be put in place."""
    try:
        with health.raw(file, mode="ro") as connection:
            strange = health.what_else(connection, file)
            if strange:
                return f"it is {strange}"
            if connection.execute("PRAGMA application_id").fetchone()[0] != health.APPLICATION:
                return "it was not made by Askwell"
            return health.quick_check(connection)
    except (OSError, sqlite3.Error) as error:
        return str(error)


def before(place: Place, *, reason: Reason = Reason.CHANGE) -> Path | None:
    """A copy before a change, unless nothing was written since the last."""
    with one_by_one:
        try:
            with health.raw(place.file, mode="ro") as source:
                if source.execute("SELECT count(*) FROM askwell_batch").fetchone()[0] == 0:
                    return None
            copies, written = found(place), _written(place.file)
        except (OSError, sqlite3.Error) as error:
            raise Refused(_no_copy(place, error)) from error
        if any(copy.made == written and _lasts(copy.reason, reason) for copy in copies):
            return None
        return make(place, reason=reason)


def ahead(place: Place) -> None:
    """The copy that the next change would wait for otherwise.

    It takes the place of the last one where only letters were typed since: whoever writes for an hour shall not push
    out the copies of the changes before.
    """
    last = next((copy.file for copy in reversed(found(place)) if copy.reason is Reason.CHANGE), None)
    made = before(place)
    if made and last:
        with suppress(OSError, sqlite3.Error):  # it went meanwhile, or Windows keeps it; later copies thin it out
            if _version(made) == _version(last):
                last.unlink()


def _version(copy: Path) -> list[tuple[int, str]]:
    """What tells the changes in a copy from those in another: the numbers that were given out by then."""
    with health.raw(copy, mode="ro") as connection:
        return connection.execute("SELECT id, counters FROM askwell_seeker ORDER BY id").fetchall()


def _no_copy(place: Place, error: Exception) -> str:
    return f"No copy could be made in {place.copies}: {error}. Nothing was changed."


def _lasts(has: Reason, wanted: Reason) -> bool:
    """Whether a copy made for one reason is kept as long as one for another would be."""
    return wanted in {Reason.CHANGE, has} or has is Reason.YOURS


def _file(place: Place, made: datetime, reason: Reason) -> Path:
    return place.copies / f"askwell-{made:%Y%m%dT%H%M%S%fZ}{f'-{reason}' if reason else ''}.db"


def make(place: Place, *, reason: Reason = Reason.CHANGE) -> Path:
    """A checked copy of the database as it is. Old copies are thinned out."""
    make_folder(place.copies)
    target = _file(place, _written(place.file), reason)
    new = aside(target)
    try:
        with health.raw(place.file, mode="ro") as source:
            source.execute("VACUUM INTO ?", [str(new)])
            counts = _counts(source)
        _verify(new, counts)
        to_disk(new)
        new.replace(target)
        to_disk(place.copies)
    except (OSError, sqlite3.Error) as error:
        raise Refused(_no_copy(place, error)) from error
    finally:
        new.unlink(missing_ok=True)
    for old in thinned(found(place)):
        with suppress(OSError):
            old.file.unlink()
    return target


def thinned(copies: Sequence[Copy]) -> list[Copy]:
    """The copies to give up, of copies oldest first: kept are the newest of each reason, one each of past periods."""
    kept = {copy for reason in Reason for copy in [c for c in copies if c.reason is reason][-NEWEST:]}
    kept |= _one_each(copies, DAILY, lambda made: made.date())
    kept |= _one_each(copies, WEEKLY, lambda made: made.isocalendar()[:2])
    kept |= _one_each(copies, MONTHLY, lambda made: (made.year, made.month))
    return [copy for copy in copies if copy not in kept]


def _one_each(copies: Sequence[Copy], count: int, period: Callable[[datetime], object]) -> set[Copy]:
    newest = {period(copy.made): copy for copy in copies}
    return set(list(newest.values())[-count:])


def _written(file: Path) -> datetime:
    micro = file.stat().st_mtime_ns // 1000
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micro)


def _counts(database: sqlite3.Connection) -> dict[str, int]:
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}  # noqa: S608


def _verify(copy: Path, counts: dict[str, int]) -> None:
    wrong = fault(copy)
    with health.raw(copy, mode="ro") as connection:
        if wrong or any(had > counts.get(table, 0) for table, had in _counts(connection).items()):
            raise sqlite3.DatabaseError(wrong or "the copy holds other rows than the database")


def to_disk(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
