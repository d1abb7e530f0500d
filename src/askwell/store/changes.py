"""The history of changes: batches with what became of them, newest first, some at a time."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from askwell.store import ids, scope
from askwell.store.batches import KEPT
from askwell.store.forms import instant, maybe_moment, moment

MOST = 200  # changes of some kinds that are told at once
FINAL = frozenset({"forget"})  # what can't be undone
COUNTED = "FROM askwell_batch b WHERE b.seeker_id = %s AND b.kind NOT IN ('undo', 'redo')"
LATER = "(SELECT max(l.made) FROM askwell_batch l WHERE l.seeker_id = {0}.seeker_id AND l.id >= {0}.id)"
PAST = (
    f"SELECT b.id, b.kind, b.said, b.made, {LATER.format('b')}, u.id, u.made, {LATER.format('u')} FROM askwell_batch b"
    " LEFT JOIN askwell_batch u ON u.id = b.undone AND u.seeker_id = b.seeker_id"
    " WHERE b.seeker_id = %s AND b.kind NOT IN ('undo', 'redo') ORDER BY b.id DESC LIMIT %s OFFSET %s"
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `undone` is when it was undone, None while it stands.

    `turn` is the batch to undo to take it back or, where it is undone, to bring it back; "" where neither is possible
    any more, else until `until`.
    """

    id: str
    kind: str
    said: str
    made: datetime
    undone: datetime | None
    turn: str
    until: datetime | None


def of_kinds(kinds: Collection[str], *, since: datetime, now: datetime) -> list[Change]:
    """The changes of these kinds since a moment that still stand, the latest first."""
    marks = ", ".join(["%s"] * len(kinds))
    asked = PAST.replace("ORDER BY", f"AND b.made >= %s AND b.undone IS NULL AND b.kind IN ({marks}) ORDER BY")
    with scope.reading() as cursor:
        cursor.execute(asked, [scope.current().id, instant(since), *kinds, MOST, 0])
        return [_change(row, instant(now)) for row in cursor.fetchall()]


NOTICED = (
    "SELECT q.id FROM askwell_cue q JOIN askwell_batch b ON b.id = q.batch_id AND b.seeker_id = q.seeker_id"
    " WHERE q.seeker_id = %s AND q.answer = 'waiting' AND b.made >= %s AND b.id > (SELECT coalesce(max(u.undone), 0)"
    " FROM askwell_batch u WHERE u.seeker_id = q.seeker_id AND u.kind = %s)"
)


def noticed_since(since: datetime, *, but_before_undone: str) -> frozenset[str]:
    """The ids of what waits and was noticed since a moment, and after the last undoing of a change of that kind."""
    with scope.reading() as cursor:
        cursor.execute(NOTICED, [scope.current().id, instant(since), but_before_undone])
        return frozenset(ids.show("cue", key) for (key,) in cursor.fetchall())


def changes(*, now: datetime, limit: int, skip: int = 0) -> tuple[list[Change], int]:
    """Changes, the latest first, and how many there are in all; undoing itself is told with what it undid."""
    with scope.reading() as cursor:
        seeker = scope.current().id
        cursor.execute(f"SELECT count(*) {COUNTED}", [seeker])
        count = int(cursor.fetchone()[0])
        cursor.execute(PAST, [seeker, limit, skip])
        return [_change(row, instant(now)) for row in cursor.fetchall()], count


def _change(row: tuple[int, str, str, int, int, int | None, int | None, int | None], now: int) -> Change:
    """`undo` looks at the latest clock since: one that ran ahead has let go of what it thought too old."""
    key, kind, said, made, clock, by, undone, clock_since = row
    last, latest = (made, clock) if by is None else (undone or made, clock_since or clock)
    kept = max(now, latest) - last <= KEPT.total_seconds() * 1_000_000
    turns = kept and kind not in FINAL
    return Change(
        id=ids.show("batch", key),
        kind=kind,
        said=said,
        made=moment(made),
        undone=maybe_moment(undone),
        turn=ids.show("batch", by or key) if turns else "",
        until=moment(last) + KEPT if turns else None,
    )
