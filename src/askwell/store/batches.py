"""A batch: one transaction with its before-images, all or nothing, with a copy of the database before it."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import OperationalError, connection, transaction

from askwell.domain.errors import Refused
from askwell.store import copies, ids, scope, sums, unfinished
from askwell.store.forms import instant
from askwell.store.place import here
from askwell.store.rows import Batch, clean

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

DANGEROUS = frozenset({"import", "merge", "unmerge", "undo", "forget", "restore"})  # marked while they last
KEPT = timedelta(days=30)  # how long a batch can be undone


class Changed(Exception):  # noqa: N818 - it is no fault, it asks to read again
    """Somebody else changed the store since the version that a batch was prepared on."""


@contextmanager
def batch(kind: str, said: str, *, now: datetime, version: str | None = None) -> Iterator[Batch]:
    """One change as a whole: all or nothing, undoable. `said` is its sentence, `now` the desk's clock.

    `version` is `read.version()` as it was when the rows were prepared: raises Changed, before anything is written,
    if another batch came in between. A batch that changed nothing leaves no trace; its `changed` is False.
    """
    whose, place = scope.current(), here()
    if connection.in_atomic_block:
        raise RuntimeError("Batches do not nest.")
    place.stands_firm()
    danger = kind in DANGEROUS
    if place.embedded:
        reason = copies.Reason.IMPORT if kind == "import" else copies.Reason.CHANGE
        copies.before(place, reason=reason)
    with unfinished.begun(kind) if danger else nullcontext(), writing() as (cursor, counters):
        if version is not None and version != latest(counters):
            raise Changed
        opened = Batch(scope=whose, cursor=cursor, row=0, kind=kind, now=instant(now), counters=counters)
        _begin(opened, said)
        yield opened
        if opened.changed:
            _let_go(opened)
            sums.add_up(opened)
            cursor.execute("UPDATE askwell_seeker SET counters = %s WHERE id = %s", [json.dumps(counters), whose.id])
        else:
            cursor.execute("DELETE FROM askwell_batch WHERE id = %s AND seeker_id = %s", [opened.row, whose.id])
    scope.note_change()


def latest(counters: dict[str, int]) -> str:
    """The version of the store: the id of the newest batch, b0 before the first."""
    return ids.show("batch", counters.get("batch", 1) - 1)


@contextmanager
def writing() -> "Iterator[tuple[CursorWrapper, dict[str, int]]]":
    """A cursor on the open scope's rows with the writer's lock from the first moment; SQLite's troubles in words.

    With it come the seeker's counters, the next number of each table.
    """
    place, whose = here(), scope.current()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            place.stands_firm()
            scope.bind(cursor, whose)
            yield cursor, _lock(cursor, whose)
    except OperationalError as error:
        if "locked" in str(error):
            raise Refused("Another Askwell is writing. Nothing was changed. Try again in a moment.") from error
        if place.embedded:
            raise Refused(f"Nothing was changed: {_in_words(str(error))} ({place.file}). Then try again.") from error
        raise


def _in_words(fault: str) -> str:
    """What stands in SQLite's way, and what to do."""
    told = {
        "readonly": "the database or its folder may not be written to; change their permissions",
        "full": "the disk is full; make room on it",
    }
    return next((words for part, words in told.items() if part in fault), f"{fault}; look at the disk")


def _lock(cursor: "CursorWrapper", whose: scope.Scope) -> dict[str, int]:
    """The next number of each table; PostgreSQL holds the seeker's row so that her batches come one by one."""
    lock = " FOR UPDATE" if cursor.db.vendor == "postgresql" else ""
    cursor.execute(f"SELECT counters FROM askwell_seeker WHERE id = %s{lock}", [whose.id])
    counters: dict[str, int] = json.loads(cursor.fetchone()[0])
    return counters


def _begin(opened: Batch, said: str) -> None:
    opened.row = opened.numbers("batch", 1)[0]
    opened.cursor.execute(
        "INSERT INTO askwell_batch (id, seeker_id, kind, said, made, token) VALUES (%s, %s, %s, %s, %s, %s)",
        [opened.row, opened.scope.id, opened.kind, clean(said), opened.now, unfinished.token() or secrets.token_hex(8)],
    )


OLD = "SELECT id FROM askwell_batch WHERE seeker_id = %s AND made < %s"
ANYBODY = "SELECT id FROM askwell_contact WHERE seeker_id = %s"
CONNECTED = "SELECT id FROM askwell_connection WHERE seeker_id = %s"
LET_GO = (
    f"DELETE FROM askwell_change WHERE seeker_id = %s AND batch_id IN ({OLD})",
    f"DELETE FROM askwell_draft WHERE seeker_id = %s AND gone_id IN ({OLD} AND undone IS NULL)",
    f"DELETE FROM askwell_draft WHERE seeker_id = %s AND contact_id NOT IN ({ANYBODY}) AND kept < %s",
    f"DELETE FROM askwell_look WHERE seeker_id = %s AND connection_id NOT IN ({CONNECTED}) AND tried < %s",
)


def _let_go(opened: Batch) -> None:
    """What is too old for undo goes: before-images, letters let go or to people whom an undo took away, lost servers.

    `undo` looks at the clock of all later batches, as this one's.
    """
    own, old = opened.scope.id, opened.now - KEPT // timedelta(microseconds=1)
    for delete in LET_GO:
        opened.cursor.execute(delete, [own, own, old])
