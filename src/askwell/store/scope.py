"""Whose rows: a query outside an open scope raises here, and yields no row in PostgreSQL (row-level security)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

REPEATABLE_READ = 3  # psycopg.IsolationLevel
ROW = "askwell_"  # every table of a seeker begins so


class OutsideScope(RuntimeError):  # noqa: N818 - it is named after what happened
    """A query without an open scope, or one that names no seeker: a fault of the program, never to be caught."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One seeker's rows. `id` is the key of the seeker's own row."""

    id: int
    name: str


_scope: ContextVar[Scope | None] = ContextVar("scope", default=None)
_upkeep: ContextVar[bool] = ContextVar("upkeep", default=False)


def current() -> Scope:
    """The open scope."""
    scope = _scope.get()
    if scope is None:
        raise OutsideScope("No scope is open: wrap this in `with scope.open(seeker)`.")
    return scope


_changes: ContextVar[int] = ContextVar("changes", default=0)


def changes() -> int:
    """How many batches this thread has ended; what was read at another count may be old."""
    return _changes.get()


def note_change() -> None:
    """A batch of this thread has ended."""
    _changes.set(_changes.get() + 1)


_saved: ContextVar[int] = ContextVar("saved", default=0)


def saved() -> int:
    """How many letters this thread has saved as she typed them: written beside the batches, and no change to undo."""
    return _saved.get()


def note_saved() -> None:
    """A letter was saved in this thread."""
    _saved.set(_saved.get() + 1)


def guard(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Django calls this around every query."""
    if not _upkeep.get():
        current()
        if ROW in sql and "seeker" not in sql:
            raise OutsideScope("A query on rows of seekers must name the seeker.")
    return execute(sql, params, many, context)


@contextmanager
def upkeep() -> Iterator[None]:
    """Queries on the database as a whole (schema, checks, finding the seeker), for this room alone."""
    token = _upkeep.set(True)
    try:
        yield
    finally:
        _upkeep.reset(token)


@contextmanager
def open(name: str) -> Iterator[Scope]:  # noqa: A001 - read as scope.open
    """The scope of the seeker of that name, who is made if there is none yet."""
    from askwell.store import seekers

    scope = seekers.find_or_make(name)
    token = _scope.set(scope)
    try:
        yield scope
    finally:
        _scope.reset(token)


@contextmanager
def reading() -> "Iterator[CursorWrapper]":
    """A cursor on one consistent state of the open scope's rows; inside a batch, on the batch's own state."""
    from django.db import connection, transaction

    scope = current()
    if connection.in_atomic_block:
        with connection.cursor() as cursor:
            yield cursor
        return
    with _one_state(), transaction.atomic(), connection.cursor() as cursor:
        bind(cursor, scope)
        yield cursor


def in_batch() -> bool:
    """Whether a change is under way: what is read now may never have been."""
    from django.db import connection

    return connection.in_atomic_block


@contextmanager
def _one_state() -> Iterator[None]:
    """A transaction that only reads sees one state from beginning to end, and doesn't take the writer's lock."""
    from django.db import DEFAULT_DB_ALIAS, connections

    engine: Any = connections[DEFAULT_DB_ALIAS]
    engine.close_if_health_check_failed()
    engine.ensure_connection()
    holder, name, wanted = engine, "transaction_mode", cast("Any", "DEFERRED")
    if engine.vendor == "postgresql":
        holder, name, wanted = engine.connection, "isolation_level", REPEATABLE_READ
    before = getattr(holder, name)
    setattr(holder, name, wanted)
    try:
        yield
    finally:
        if not getattr(holder, "closed", False):
            setattr(holder, name, before)


def bind(cursor: "CursorWrapper", scope: Scope) -> None:
    """Tell PostgreSQL, for this transaction only, whose rows may be seen."""
    if cursor.db.vendor == "postgresql":
        cursor.execute("SELECT set_config('askwell.seeker', %s, true)", [str(scope.id)])
