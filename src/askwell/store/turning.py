"""Turning one batch back within an open one; what later work hangs on is kept, and with it what belongs to it."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from askwell.store.pause import no_garbage
from askwell.store.rows import ORDER, Batch, Value, quoted, table
from askwell.store.write_wishes import asides_of

Keys = dict[str, set[int]]
Whole = tuple[Value, ...]
HOLDS_NOBODY = "aside"  # what she set aside goes with the person, and comes back with them
OWNER = {"card": "contact_id", "handle": "card_id", "participant": "interaction_id", "cue": "interaction_id"}


@dataclass
class Turn:
    """One batch being turned back: `row` is its key; `changes` its before-images, newest first; `kept` what stays."""

    batch: Batch
    row: int
    changes: list[tuple[str, int, str, str]]
    kept: Keys = field(default_factory=dict)


def turn_back(batch: Batch, row: int) -> Keys:
    """Turn back the batch of that key; tells which rows were kept because later work hangs on them."""
    batch.cursor.execute(
        'SELECT "table", "row", op, data FROM askwell_change WHERE seeker_id = %s AND batch_id = %s ORDER BY id DESC',
        [batch.scope.id, row],
    )
    turn = Turn(batch, row, batch.cursor.fetchall())
    with no_garbage():
        _insert_again(turn)
        _change_back(turn)
        _delete(turn)
    return turn.kept


def _insert_again(turn: Turn) -> None:
    """Put back what it deleted, parents first; a row whose parent is gone for good stays away."""
    for name in ORDER:
        for told in (json.loads(data) for t, _, op, data in turn.changes if (t, op) == (name, "delete")):
            columns, rows = told["columns"], told["rows"]
            there = turn.batch.fetch(name, {row[0] for row in rows})
            rows = [tuple(row) for row in rows if row[0] not in there]
            new = _with_parents(turn.batch, name, columns, rows)
            turn.batch.put(name, columns, new)
            turn.batch.note(name, [(0, "insert", json.dumps([row[0] for row in new]))])
            turn.batch.touch(name, columns, new)


def _with_parents(batch: Batch, name: str, columns: list[str], rows: list[Whole]) -> list[Whole]:
    """The rows whose parents are there."""
    for column, parent in table(name).links.items():
        if column in columns and parent in ORDER:
            place = columns.index(column)
            wanted = {int(value) for row in rows if (value := row[place]) is not None}
            own = {int(row[0] or 0) for row in rows} if parent == name else set()
            there = own | batch.existing(parent, wanted - own)
            rows = [row for row in rows if row[place] is None or row[place] in there]
    return rows


def _change_back(turn: Turn) -> None:
    """Put back the fields it changed, where nobody changed them since."""
    images: dict[str, dict[int, list[dict[str, list[Value]]]]] = {}
    for name, key, op, data in turn.changes:
        if op == "update":
            images.setdefault(name, {}).setdefault(key, []).append(json.loads(data))
    for name, by_key in images.items():
        rows = turn.batch.fetch(name, by_key)
        columns = table(name).columns
        back = {key: _back(turn, name, dict(zip(columns, row, strict=True)), by_key[key]) for key, row in rows.items()}
        turn.batch.update(name, back)


def _back(turn: Turn, name: str, now: dict[str, Value], images: list[dict[str, list[Value]]]) -> dict[str, Value]:
    """The fields of one row as they were before these changes, newest first."""
    back: dict[str, Value] = {}
    for image in images:
        for column, (old, new) in image.items():
            if back.get(column, now[column]) == new and _is_there(turn.batch, name, column, old):
                back[column] = old
            else:
                turn.kept.setdefault(name, set()).add(int(now["id"] or 0))
    return back


def _is_there(batch: Batch, name: str, column: str, value: Value) -> bool:
    """Whether the row is still there that a column would point to."""
    parent = table(name).links.get(column)
    return parent is None or value is None or bool(batch.existing(parent, {int(value)}))


def _delete(turn: Turn) -> None:
    """Take away what it inserted, children first, save what later work hangs on."""
    inserted: Keys = {name: _inserted(turn, name) for name in ORDER}
    for name, keys in _needed(turn, inserted).items():
        inserted[name] -= keys
        turn.kept.setdefault(name, set()).update(keys)
    inserted[HOLDS_NOBODY].update(asides_of(turn.batch, inserted["contact"]))
    for name in reversed(ORDER):
        turn.batch.delete(name, inserted[name])


def _inserted(turn: Turn, name: str) -> set[int]:
    batch = turn.batch
    batch.cursor.execute(
        f"SELECT id FROM {table(name).sql} WHERE seeker_id = %s AND batch_id = %s", [batch.scope.id, turn.row]
    )
    keys = {row[0] for row in batch.cursor.fetchall()}
    again = [json.loads(data) for t, _, op, data in turn.changes if (t, op) == (name, "insert")]
    return keys | batch.existing(name, {key for some in again for key in some})


def _needed(turn: Turn, inserted: Keys) -> Keys:
    """Which inserted rows later work changed or hangs on, with all that belongs to them."""
    needed: Keys = {name: set() for name in ORDER}
    if not any(inserted.values()) or not _anything_later(turn):
        return needed
    holding = [name for name in ORDER if name != HOLDS_NOBODY and _columns(name)]
    links = {name: _links(turn.batch, name, _columns(name)) for name in holding}
    for name, key in _changed_later(turn):
        needed.get(name, set()).update({key} & inserted.get(name, set()))
    for name, rows in links.items():
        for key, parents in rows.items():
            if key not in inserted[name]:
                _need(needed, inserted, name, parents)
    count = -1
    while count != sum(map(len, needed.values())):
        count = sum(map(len, needed.values()))
        _close(needed, inserted, links)
    return needed


def _close(needed: Keys, inserted: Keys, links: dict[str, dict[int, tuple[int, ...]]]) -> None:
    """A kept row keeps its parents, a message its people and cues, a person the cards it would be lost without."""
    carded = {parents[0] for key, parents in links["card"].items() if key not in inserted["card"]}
    owners = {
        "card": needed["contact"] - carded,
        "handle": needed["card"],
        "participant": needed["interaction"],
        "cue": needed["interaction"],
    }
    for name, rows in links.items():
        place = _columns(name).index(OWNER[name]) if name in OWNER else 0
        for key, parents in rows.items():
            if key in inserted[name] and name in owners and parents[place] in owners[name]:
                needed[name].add(key)
            if key in needed[name]:
                _need(needed, inserted, name, parents)


def _need(needed: Keys, inserted: Keys, name: str, parents: tuple[int, ...]) -> None:
    for column, parent in zip(_columns(name), parents, strict=True):
        of = table(name).links[column]
        if parent in inserted[of]:
            needed[of].add(parent)


def _columns(name: str) -> tuple[str, ...]:
    """The columns of a table that point to other rows of the seeker."""
    return tuple(column for column, parent in table(name).links.items() if parent in ORDER)


def _links(batch: Batch, name: str, columns: Iterable[str]) -> dict[int, tuple[int, ...]]:
    batch.cursor.execute(f"SELECT id, {quoted(columns)} FROM {table(name).sql} WHERE seeker_id = %s", [batch.scope.id])
    return {row[0]: row[1:] for row in batch.cursor.fetchall()}


def _anything_later(turn: Turn) -> bool:
    turn.batch.cursor.execute(
        "SELECT 1 FROM askwell_batch WHERE seeker_id = %s AND id > %s AND id <> %s LIMIT 1",
        [turn.batch.scope.id, turn.row, turn.batch.row],
    )
    return turn.batch.cursor.fetchone() is not None


def _changed_later(turn: Turn) -> list[tuple[str, int]]:
    """Rows that later batches changed, of those that still stand."""
    turn.batch.cursor.execute(
        'SELECT DISTINCT c."table", c."row" FROM askwell_change c JOIN askwell_batch b ON b.id = c.batch_id'
        " WHERE c.seeker_id = %s AND c.op = 'update' AND b.id > %s AND b.id <> %s AND b.undone IS NULL"
        " AND b.kind NOT IN ('undo', 'redo')",
        [turn.batch.scope.id, turn.row, turn.batch.row],
    )
    return list(turn.batch.cursor.fetchall())
