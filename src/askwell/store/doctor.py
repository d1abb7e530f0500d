"""Looking after the data: is everything whole, private, and copied? Works on a damaged database too."""

import os
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.store import copies, health, schema
from askwell.store.place import FILE_MODE, FOLDER_MODE, Place

COPY = Hint("backup", "make one")
EXPORT = Hint("backup", "write one")
ROOM = 3  # times its size a database should find free on the disk: for its journal and its copy


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `say` tells what was found and, where it's not good, what to do."""

    name: str
    ok: bool
    say: str
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What the doctor found. `journal` is None on a server, `integrity` "ok" or what is wrong."""

    data: str
    database: str
    sqlite: str | None
    journal: str | None
    integrity: str
    last_copy: datetime | None
    checks: tuple[Check, ...]


def examine(place: Place) -> Findings:
    """Look at the database of a place, open or not."""
    if not place.embedded:
        return _server(place)
    kept = copies.found(place)
    good = copies.newest_good(place)
    newest = next((copy.made for copy in kept if copy.file == good), None)
    whole = _whole(place)
    checks = (whole, _schema(place, whole), _writable(place), _private(place), _copied(kept, good), _room(place))
    return Findings(
        data=str(place.data),
        database=str(place.file),
        sqlite=sqlite3.sqlite_version,
        journal=_journal(place) if whole.ok else None,
        integrity="ok" if whole.ok else whole.say,
        last_copy=newest,
        checks=checks,
    )


def _whole(place: Place) -> Check:
    if schema.is_fresh(place):
        return Check("database", ok=True, say="There is none yet; it is made by your first import.")
    try:
        health.check(place, thoroughly=True)
    except Refused as refused:
        return Check("database", ok=False, say=str(refused))
    except (OSError, sqlite3.OperationalError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        return Check("database", ok=False, say=f"{place.file} can’t be opened: {why}. Look at its permissions.")
    size = place.file.stat().st_size / 1_000_000
    return Check("database", ok=True, say=f"It is whole ({size:.1f} MB).")


def _schema(place: Place, whole: Check) -> Check:
    if not whole.ok or not place.file.exists():
        return Check(
            "schema", ok=whole.ok, say="It could not be read." if not whole.ok else "It comes with the database."
        )
    with health.raw(place.file, mode="ro") as connection:
        done = {row[0] for row in connection.execute("SELECT name FROM django_migrations WHERE app = 'store'")}
    if done - schema.KNOWN:
        return Check("schema", ok=False, say=schema.NEWER)
    return Check("schema", ok=True, say="It is up to date." if done == schema.KNOWN else "The next command updates it.")


def _journal(place: Place) -> str | None:
    if not place.file.exists():
        return None
    with health.raw(place.file, mode="ro") as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def _writable(place: Place) -> Check:
    """Whether a change could be stored: in the file, and in the folder, where the journal stands meanwhile."""
    if place.data.exists() and not place.data.is_dir():
        return Check("writing", ok=False, say=f"{place.data} is a file, and a folder is needed: name another one.")
    shut = [path for path in (place.data, place.file) if path.exists() and not os.access(path, os.W_OK)]
    if shut:
        return Check(
            "writing", ok=False, say=f"{shut[0]} can’t be written to, so nothing can be changed: chmod u+w it."
        )
    return Check("writing", ok=True, say="Changes can be stored.")


def _private(place: Place) -> Check:
    if os.name != "posix":
        return Check("privacy", ok=True, say="The folder is in your own profile.")
    wanted = {place.data: FOLDER_MODE, place.copies: FOLDER_MODE, place.file: FILE_MODE}
    wanted |= {copy.file: FILE_MODE for copy in copies.found(place)}
    open_ones = [path for path, mode in wanted.items() if path.exists() and path.stat().st_mode & 0o777 & ~mode]
    if open_ones:
        return Check("privacy", ok=False, say=f"Others may look into {open_ones[0]}: chmod go-rwx {open_ones[0]}")
    return Check("privacy", ok=True, say="Nobody but you may look into the files.")


def _copied(kept: list[copies.Copy], good: Path | None) -> Check:
    if not kept:
        return Check(
            "copies", ok=True, say="None yet: one is made before each change, and whenever you wish.", hints=(COPY,)
        )
    if good is None:
        return Check("copies", ok=False, say="No copy opens and checks out: make one now.", hints=(COPY,))
    bad = [copy.file.name for copy in kept if copies.fault(copy.file)]
    if bad:
        return Check("copies", ok=False, say=f"{bad[0]} is damaged; {good.name} is good. Delete the damaged one.")
    return Check("copies", ok=True, say=f"{len(kept)}, all good; the newest is {good.name}.")


def _room(place: Place) -> Check:
    size = place.file.stat().st_size if place.file.exists() else 0
    free = shutil.disk_usage(place.data if place.data.exists() else place.data.anchor).free
    ok = free > ROOM * size + 10_000_000
    return Check("room", ok=ok, say=f"{free / 1e9:.1f} GB are free." + ("" if ok else " Make room on the disk."))


def _server(place: Place) -> Findings:
    from django.db import connection

    from askwell.store.scope import upkeep

    parts = urlsplit(place.url)
    with upkeep(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE NOT (relrowsecurity AND relforcerowsecurity)) FROM pg_class"
            " WHERE relname LIKE 'askwell\\_%%' AND relkind = 'r'"
        )
        bare = int(cursor.fetchone()[0])
    safe = "Every table shows each seeker her own rows only."
    return Findings(
        data=str(place.data),
        database=f"postgresql://{parts.hostname or ''}{parts.path}",
        sqlite=None,
        journal=None,
        integrity="ok",
        last_copy=None,
        checks=(
            Check("row security", ok=bare == 0, say=safe if bare == 0 else f"{bare} tables lack row security."),
            Check(
                "copies",
                ok=True,
                say="The server’s own backups keep the data. An export can be written too.",
                hints=(EXPORT,),
            ),
        ),
    )
