"""The canonical export: everything a seeker told or brought in, as JSON in one stable order; and taking it in again.

Taken into an empty store, it gives the very same bytes when it is exported again: ids, salt and all. What is added up,
and the history of batches, is no part of it. Letters she has begun are part of what she takes along, and of no state
that an undo goes back to, for they are saved while she types.
"""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import DatabaseError

from askwell.domain.errors import Refused
from askwell.domain.hints import SAME, Hint
from askwell.store import connections, drafts, ids, lookups, read_wishes, scope
from askwell.store.batches import batch
from askwell.store.forms import instant, lines, listed, moment
from askwell.store.pause import no_garbage
from askwell.store.read import search
from askwell.store.read_wishes import WISHES
from askwell.store.rows import ORDER, Batch, Table, Value, quoted, table

FORMAT = 3  # 2: what she wishes and set aside, letters begun; 3: connected servers, without what lets her in
PLURALS = {
    "file": "files",
    "contact": "contacts",
    "card": "cards",
    "handle": "handles",
    "interaction": "interactions",
    "participant": "participants",
    "cue": "cues",
    "application": "applications",
    "drop": "drops",
    "aside": "asides",
    "notsame": "not_same",
    "forgotten": "forgotten",
    "connection": "connections",
}
OWN = ("goals", "me", "phase", "landed", "first_import", "salt", *WISHES)
INSTANTS = frozenset({"at", "end", "landed", "merged_at", "accepts_since", "kept"})
LISTS = frozenset({"emails", "phones", "groups", "former", "people", "contacts", "promises"})
JSONS = frozenset({"receipt", "goals", "me"})
ELSEWHERE = Hint(SAME, "do so", options=(("data", "FOLDER"),))
LETTERS = "letters"  # of the drafts, in an export to take along


def export(*, letters: bool = False) -> bytes:
    """The open scope's everything, UTF-8; with the letters she has begun if it is to be taken along."""
    return "".join(_text(letters=letters)).encode("utf-8", "surrogatepass")


def _text(*, letters: bool) -> Iterator[str]:
    with no_garbage(), scope.reading() as cursor:
        yield f'{{\n"askwell": {{"format": {FORMAT}}},\n"seeker": '
        cursor.execute(f"SELECT {quoted(OWN)} FROM askwell_seeker WHERE id = %s", [scope.current().id])
        yield _line(dict(zip(OWN, cursor.fetchone(), strict=True)), table("seeker"), OWN)
        for name in ORDER:
            kind = table(name)
            columns = _columns(kind)
            cursor.execute(
                f"SELECT {quoted(columns)} FROM {kind.sql} WHERE seeker_id = %s ORDER BY id", [scope.current().id]
            )
            yield _listed(PLURALS[name], cursor.fetchall(), kind, columns)
        if letters:
            yield _listed(LETTERS, drafts.rows(cursor), table("draft"), drafts.TOLD)
        yield "\n}\n"


def _listed(plural: str, rows: Sequence[tuple[Value, ...]], kind: Table, columns: Sequence[str]) -> str:
    told = [_line(dict(zip(columns, row, strict=True)), kind, columns) for row in rows]
    return f',\n"{plural}": [' + ("\n" + ",\n".join(told) + "\n" if told else "") + "]"


def _line(row: dict[str, Value], kind: Table, columns: Sequence[str]) -> str:
    return json.dumps(plain(row, kind, columns), ensure_ascii=False)


def plain(row: dict[str, Value], kind: Table, columns: Sequence[str]) -> dict[str, Any]:
    """One row as JSON has it, without what is as it would be anyway."""
    told = {column: row[column] for column in columns if row[column] != kind.defaults.get(column, ...)}
    return {c.removesuffix("_id"): _out(c, value, kind) for c, value in told.items() if value is not None}


def _out(column: str, value: Any, kind: Table) -> Any:
    if column == "id":
        return ids.show(kind.name, value)
    if column in kind.links:
        return ids.show(kind.links[column], value)
    if column in INSTANTS:
        return moment(value).isoformat().replace("+00:00", "Z")
    if column in LISTS:
        return listed(value)
    return json.loads(value) if column in JSONS else value


def take_in(content: bytes, *, now: datetime) -> str:
    """Take an export into an empty store; tells the batch's id."""
    told = _parse(content)
    with scope.reading() as cursor:
        for name in ORDER:
            cursor.execute(f"SELECT 1 FROM {table(name).sql} WHERE seeker_id = %s LIMIT 1", [scope.current().id])
            if cursor.fetchone():
                raise Refused("This store is not empty. Take the export into a new folder.", ELSEWHERE)
    try:
        rows = {name: _rows(told.get(PLURALS[name], []), table(name), _columns(table(name))) for name in ORDER}
        letters = _rows(told.get(LETTERS, []), table("draft"), drafts.TOLD)
        own = _own(told["seeker"])
        with no_garbage(), batch("import", "Everything from an export", now=now) as opened:
            for name in ORDER:
                _put(opened, name, rows[name])
            opened.update("seeker", {opened.scope.id: own})
            drafts.take_in(opened, letters)
            _read_all(now)
            return opened.id
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, DatabaseError) as error:
        raise Refused("The export is damaged: what it holds does not fit together. Nothing was changed.") from error


def _read_all(now: datetime) -> None:
    """What could not be read again would break every command from then on: better to find it before the end."""
    search(now)
    lookups.known_cards()
    read_wishes.wishes()
    read_wishes.asides(date.min)
    drafts.begun()
    connections.connected()


def _parse(content: bytes) -> dict[str, Any]:
    try:
        told = json.loads(content)
        number = told["askwell"]["format"]
    except (ValueError, TypeError, KeyError) as error:
        raise Refused("This is no export of Askwell. Nothing was changed.") from error
    if number > FORMAT:
        raise Refused("The export was written by a newer Askwell. Nothing was changed. Update Askwell, then try again.")
    return dict(told)


def _own(told: dict[str, Any]) -> dict[str, Value]:
    """The seeker's own row, whatever stood there before."""
    kind = table("seeker")
    return {c: _in(c, told[c], kind) if c in told or c == "salt" else kind.defaults.get(c) for c in OWN}


def _columns(kind: Table) -> list[str]:
    return [column for column in kind.facts if column not in {"seeker_id", "batch_id"}]


def _rows(told: list[dict[str, Any]], kind: Table, columns: Sequence[str]) -> list[tuple[Value, ...]]:
    takes: list[tuple[str, str, Callable[[str, Any, Table], Value]]] = [
        (c.removesuffix("_id"), c, _in) for c in columns
    ]
    return [
        tuple(take(c, row[key], kind) if key in row else kind.defaults.get(c) for key, c, take in takes) for row in told
    ]


def _in(column: str, value: Any, kind: Table) -> Value:
    if column == "id" or column in kind.links:
        return ids.read(kind.links.get(column, kind.name), value, seeker=scope.current().id)
    if column in INSTANTS:
        return instant(datetime.fromisoformat(value))
    if column in LISTS:
        return lines(value)
    told = json.dumps(value, ensure_ascii=False) if column in JSONS else value
    if not isinstance(told, str | int | float | bool):
        raise TypeError(column)
    return told


def _put(opened: Batch, name: str, rows: list[tuple[Value, ...]]) -> None:
    columns = _columns(table(name))
    own = (opened.scope.id, opened.row)
    opened.put(name, ("seeker_id", "batch_id", *columns), [(*own, *row) for row in rows])
    numbers = [int(row[0] or 0) & ids.MASK for row in rows]
    opened.counters[name] = max(numbers, default=opened.counters.get(name, 1) - 1) + 1
    if name == "contact":
        keys = {int(row[0] or 0) for row in rows}
        opened.touched["carded"] |= keys
        opened.touched["exchanged"] |= keys
