"""The schema: made in a fresh place, brought up to date in an older one, refused where it is newer than the program.

`schema.sql` is what the migrations make of an empty SQLite file, kept so that the first start need not run them one by
one; a test holds the two together.
"""

import os
import sqlite3
from pathlib import Path

from django.db import connection

from askwell.domain.errors import Refused
from askwell.store import health
from askwell.store.place import Place, aside
from askwell.store.scope import upkeep

HERE = Path(__file__).parent
KNOWN = frozenset(file.stem for file in (HERE / "migrations").glob("0*.py"))
NEWER = "The database was written by a newer Askwell. Nothing was changed. Update Askwell, then try again."
BARE = "The database role may look past row security. Use an ordinary role that owns the database, no superuser."
PAGE = 8192  # bytes: an import of 30,000 people and a read of them all take a twentieth less than with SQLite's 4096
LOCK = 0x41736B77  # PostgreSQL's advisory lock while the schema changes


def bring_up_to_date(place: Place) -> None:
    """Make the database if there was never one, check it, and run the migrations that it lacks."""
    if place.embedded:
        if is_fresh(place):
            make(place)
        else:
            health.check(place)
    with upkeep():
        done = _applied()
        if done - KNOWN:
            raise Refused(NEWER)
        if done != KNOWN:
            _migrate(place)
    if place.embedded:
        health.leave(place)


def is_fresh(place: Place) -> bool:
    """Whether there has never been a database here."""
    return not (place.file.exists() or health.record_file(place).exists() or any(place.copies.glob("*.db")))


def make(place: Place) -> None:
    """An empty database with its schema, made aside and then put in place, so that there is never half of one."""
    new = aside(place.file)
    with health.raw(new) as fresh:
        fresh.executescript(f"PRAGMA page_size={PAGE}; PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;")
        fresh.executescript((HERE / "schema.sql").read_text(encoding="utf-8"))
    try:
        os.link(new, place.file)
    except FileExistsError:
        pass  # another process made it at the same moment
    except OSError:  # no links here (FAT, some network folders)
        new.replace(place.file)
    new.unlink(missing_ok=True)
    health.leave(place)


def dump(database: sqlite3.Connection) -> str:
    """The text of `schema.sql`: the statements that make an equal empty database."""
    made = [row[0] for row in database.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid")]
    made = [sql for sql in made if not sql.startswith("CREATE TABLE sqlite_")]
    done = database.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    insert = "INSERT INTO django_migrations (app, name, applied) VALUES"
    rows = [f"{insert} ('{app}', '{name}', '1970-01-01')" for app, name in done]
    return ";\n".join(["BEGIN", f"PRAGMA application_id={health.APPLICATION}", *made, *rows, "COMMIT"]) + ";\n"


def _applied() -> set[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            if cursor.fetchone()[0]:
                raise Refused(BARE)
            cursor.execute("SELECT to_regclass('django_migrations')")
            if cursor.fetchone()[0] is None:
                return set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        return {row[0] for row in cursor.fetchall()}


def _migrate(place: Place) -> None:
    """Each migration is one transaction: a start that is cut off finds the old schema or the new one."""
    from django.db.migrations.executor import MigrationExecutor

    if place.embedded:
        from askwell.store import copies

        copies.make(place)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            executor = MigrationExecutor(connection)
            executor.migrate(executor.loader.graph.leaf_nodes())
        finally:
            if connection.vendor == "postgresql":
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
