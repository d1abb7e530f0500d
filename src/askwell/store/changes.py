"""The history of changes: batches with what became of them, newest first, some at a time."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

from dataclasses import dataclass
from datetime import datetime

from askwell.store import ids, scope
from askwell.store.batches import KEPT
from askwell.store.forms import instant, maybe_moment, moment

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
