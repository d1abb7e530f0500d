"""Undoing a batch: what it inserted goes, what it changed or deleted comes back; later work stays and is told.

An undo is a batch too, so it can be undone itself: that brings the first one back.
"""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

from dataclasses import dataclass
from datetime import datetime

from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.store import ids, scope
from askwell.store.batches import KEPT, batch
from askwell.store.forms import instant
from askwell.store.rows import Batch, Value, table
from askwell.store.turning import Keys, turn_back


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: the sentence, its own batch, and the names of what was kept because later work hangs on it."""

    said: str
    batch: str
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """A batch that is there already; `undone` is the one that undid it, `undoes` the one it undid."""

    row: int
    kind: str
    said: str
    made: int
    undone: int | None
    undoes: int | None

    @property
    def id(self) -> str:
        return ids.show("batch", self.row)


def undo(batch_id: str | None, *, now: datetime) -> Undone:
    """Undo a batch, or the latest that stands."""
    past = _choose(batch_id, instant(now))
    back = past.kind == "undo"
    said = past.said.replace("Undone: ", "Brought back: ", 1) if back else f"Undone: {past.said.rstrip('.')}"
    with batch("redo" if back else "undo", said, now=now) as opened:
        opened.changed = True
        kept = _names(opened, turn_back(opened, past.row))
        _mark(opened, past)
    return Undone(_sentence(said, kept), opened.id, kept)


def pasts(*, limit: int = 50, kind: str = "") -> list[Past]:
    """The batches, newest first; of one kind alone where it is named."""
    if kind:
        return _pasts("AND kind = %s ORDER BY id DESC LIMIT %s", kind, limit)
    return _pasts("ORDER BY id DESC LIMIT %s", limit)


def past(batch_id: str) -> Past | None:
    """The batch of that id, None if there is none of hers."""
    row = ids.find("batch", batch_id, seeker=scope.current().id)
    found = _pasts("AND id = %s", row) if row is not None else []
    return found[0] if found else None


def _pasts(more: str, *params: Value) -> list[Past]:
    with scope.reading() as cursor:
        columns = "id, kind, said, made, undone, undoes"
        cursor.execute(
            f"SELECT {columns} FROM askwell_batch WHERE seeker_id = %s {more}", [scope.current().id, *params]
        )
        return [Past(*row) for row in cursor.fetchall()]


def _choose(batch_id: str | None, now: int) -> Past:
    if batch_id is None:
        found = _pasts("AND undone IS NULL AND kind NOT IN ('undo', 'redo', 'forget') ORDER BY id DESC LIMIT 1")
    else:
        found = _pasts("AND id = %s", ids.read("batch", batch_id, seeker=scope.current().id))
    if not found:
        raise Refused("There is nothing to undo." if batch_id is None else f"There is no batch {batch_id}.")
    past = _first_cause(found[0])
    if past.kind == "forget":
        raise Refused(f"“{past.said}” is final and cannot be undone.")
    if past.undone is not None:
        by = ids.show("batch", past.undone)
        raise Refused(f"“{past.said}” was undone already.", Hint("undo", "bring it back", (by,)))
    if max(now, _latest_clock(past)) - past.made > KEPT.total_seconds() * 1_000_000:
        raise Refused(f"“{past.said}” is more than {KEPT.days} days old and can no longer be undone.")
    return past


def _latest_clock(past: Past) -> int:
    """The latest clock of the batches since: one that ran ahead has let go of what it thought too old."""
    return max(later.made for later in _pasts("AND id >= %s", past.row))


def _first_cause(past: Past) -> Past:
    """Undoing a redo is undoing what it brought back."""
    while past.kind == "redo":
        (undone,) = _pasts("AND id = %s", past.undoes)
        (past,) = _pasts("AND id = %s", undone.undoes)
    return past


def _mark(batch: Batch, past: Past) -> None:
    """Write down who undid whom; a redo makes the first one stand again."""
    _set(batch, batch.row, undoes=past.row)
    _set(batch, past.row, undone=batch.row)
    if past.kind == "undo" and past.undoes is not None:
        _set(batch, past.undoes, undone=None)


def _set(batch: Batch, row: int, **columns: int | None) -> None:
    for column, value in columns.items():
        batch.cursor.execute(
            f"UPDATE askwell_batch SET {column} = %s WHERE id = %s AND seeker_id = %s", [value, row, batch.scope.id]
        )


NOUNS = {"interaction": "message", "application": "application", "seeker": "setting", "cue": "answer"}


def _names(batch: Batch, kept: Keys) -> tuple[str, ...]:
    """People by name, the rest by number."""
    place = table("contact").columns.index("name")
    people = [str(row[place]) for _, row in sorted(batch.fetch("contact", kept.get("contact", ())).items())]
    numbers = [(noun, len(kept.get(name, ()))) for name, noun in NOUNS.items()]
    return (*people, *(f"{number} {noun}{'s' if number > 1 else ''}" for noun, number in numbers if number))


def _sentence(said: str, kept: tuple[str, ...]) -> str:
    if not kept:
        return f"{said}."
    more = f" and {len(kept) - 5} more" if len(kept) > 5 else ""
    return f"{said}. Kept, because later changes hang on it: {', '.join(kept[:5])}{more}."
