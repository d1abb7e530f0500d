"""The seeker's own row: found by name, made at first use."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection, transaction

from askwell.store.scope import Scope, upkeep

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

MAKE = (
    "INSERT INTO askwell_seeker (name, goals, me, phase, first_import, salt, counters)"
    " VALUES (%s, '{}', '[]', 'active', '', %s, '{}') ON CONFLICT (name) DO NOTHING"
)


def find_or_make(name: str) -> Scope:
    """The scope of the seeker of that name; the row is made if there is none."""
    with upkeep():
        found = _find(name)
        if found is None:
            with _named(name) as cursor:
                cursor.execute(MAKE, [name, secrets.token_hex(16)])
            found = _find(name)
    if found is None:
        raise RuntimeError("The seeker’s row could not be made.")
    return Scope(id=found, name=name)


def _find(name: str) -> int | None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            return _select(cursor, name)
    with _named(name) as cursor:
        return _select(cursor, name)


def _select(cursor: "CursorWrapper", name: str) -> int | None:
    cursor.execute("SELECT id FROM askwell_seeker WHERE name = %s", [name])
    row = cursor.fetchone()
    return int(row[0]) if row else None


@contextmanager
def _named(name: str) -> "Iterator[CursorWrapper]":
    """A transaction in which PostgreSQL shows the seeker's row of that name and no other."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT set_config('askwell.name', %s, true)", [name])
        yield cursor
