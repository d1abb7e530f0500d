"""Rows of the open scope, inserted, updated and deleted within one batch that can be undone.

Inserts are known by their batch column. Updates and deletes leave before-images as changes. All is plain SQL on plain
values, in one call for many rows: 30,000 contacts take a fraction of a second on both engines.
"""

# ruff: noqa: S608, SLF001 - SQL is put together from names of our own; values are always parameters

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol, cast

from django.apps import apps
from django.db import models, transaction
from django.db.utils import DataError

from askwell.store import ids
from askwell.store.scope import Scope

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

Value = int | float | str | bool | None
CHUNK = 500  # ids in one statement
FEW = 100  # below it, PostgreSQL takes rows one by one
MANY = 5000  # above it, a whole table is read instead of rows by key
TOUCHED = ("carded", "exchanged", "card", "interaction")
PACK = 2000  # rows in one before-image, or handed over at once
DERIVED = frozenset(
    {"addresses", "connected_on", "in_address_book", "warm_in", "warm_out", "received", "sent", "last"}
)  # of contacts: added up anew by `sums`, so neither before-images nor exports hold them


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its short name: SQL name, columns in order, and which of them point to which table."""

    name: str
    sql: str
    columns: tuple[str, ...]
    links: Mapping[str, str]
    defaults: Mapping[str, Value]

    @property
    def facts(self) -> tuple[str, ...]:
        """The columns that are told, not added up."""
        return tuple(c for c in self.columns if self.name != "contact" or c not in DERIVED)


ORDER = (
    "file contact card handle interaction participant cue application drop aside notsame forgotten connection"
).split()  # parents first


@cache
def table(name: str) -> Table:
    """The table of a short name (see `ids.PREFIXES`)."""
    model = next(m for m in apps.get_app_config("store").get_models() if m._meta.db_table == f"askwell_{name}")
    fields: Sequence[models.Field[Any, Any]] = model._meta.concrete_fields
    links = {str(f.column): _short(f.related_model) for f in fields if isinstance(f, models.ForeignKey)}
    return Table(
        name=name,
        sql=model._meta.db_table,
        columns=tuple(str(f.column) for f in fields),
        links=links,
        defaults={str(f.column): _plain(f.db_default) for f in fields if f.has_db_default()},
    )


def _plain(default: Any) -> Value:
    assert isinstance(default, int | float | str | bool)
    return default


def _short(model: Any) -> str:
    return str(model._meta.db_table).removeprefix("askwell_")


def quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{c}"' for c in columns)


class Rows(Protocol):
    """Rows that can be counted and gone through, more than once."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[tuple[Value, ...]]: ...


class Made:
    """Rows that are made whenever they are gone through, so that tens of thousands are never there all at once."""

    def __init__(
        self, make: Callable[..., tuple[Value, ...]], things: Sequence[Any] | Rows, *more: Iterable[Any]
    ) -> None:
        self._make = make
        self._things = things
        self._more = more

    def __len__(self) -> int:
        return len(self._things)

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return map(self._make, self._things, *self._more)


@dataclass
class Batch:
    """An open batch. `row` is its key.

    `touched` holds, by table, the rows whose change asks for new sums before the batch ends: contacts as "carded" or
    "exchanged", and the cards and interactions through which others were touched.
    """

    scope: Scope
    cursor: "CursorWrapper"
    row: int
    kind: str
    now: int
    counters: dict[str, int]
    touched: dict[str, set[int]] = field(default_factory=lambda: {name: set() for name in TOUCHED})
    changed: bool = False

    @property
    def id(self) -> str:
        return ids.show("batch", self.row)

    @property
    def trace(self) -> str | None:
        """What it can be undone by once it is over: its id, None where it has changed nothing."""
        return self.id if self.changed else None

    def read(self, name: str, text: str) -> int:
        """The row's key for an id that was given out."""
        return ids.read(name, text, seeker=self.scope.id)

    def column(self, name: str, column: str) -> int:
        """Where a column stands in a fetched row."""
        return table(name).columns.index(column)

    def keys(self, name: str, column: str, values: Iterable[int] | Iterable[str]) -> list[int]:
        """The keys of the rows whose column has one of these values, in order."""
        found: list[int] = []
        for some in chunks(list(values)):
            marks = ", ".join(["%s"] * len(some))
            self.cursor.execute(
                f'SELECT id FROM {table(name).sql} WHERE seeker_id = %s AND "{column}" IN ({marks}) ORDER BY id',
                [self.scope.id, *some],
            )
            found.extend(row[0] for row in self.cursor.fetchall())
        return found

    def numbers(self, name: str, count: int) -> range:
        """`count` new keys of a table."""
        first = self.counters.get(name, 1)
        self.counters[name] = first + count
        return range(ids.key(self.scope.id, first), ids.key(self.scope.id, first + count))

    def insert(self, name: str, columns: Sequence[str], rows: Rows) -> range:
        """Insert rows of these columns (the others take their defaults); tells their keys in order."""
        keys, seeker, batch = self.numbers(name, len(rows)), self.scope.id, self.row
        whole = Made(lambda key, row: (key, seeker, batch, *row), keys, rows)
        self.put(name, ("id", "seeker_id", "batch_id", *columns), whole)
        return keys

    def put(self, name: str, columns: Sequence[str], rows: Rows) -> None:
        """Insert whole rows as they are; what no database can hold (half a character, NUL) is replaced."""
        if not rows:
            return
        self.changed = True
        try:
            self._put(table(name), columns, rows)
        except (UnicodeEncodeError, DataError):
            self._put(table(name), columns, Made(lambda row: tuple(map(clean, row)), rows))

    def _put(self, kind: Table, columns: Sequence[str], rows: Rows) -> None:
        with transaction.atomic():
            if self.cursor.db.vendor == "sqlite" or len(rows) < FEW:
                for some in _portions(rows):
                    self._put_some(kind, columns, some)
            else:
                self._copy(kind, columns, rows)

    def _put_some(self, kind: Table, columns: Sequence[str], rows: list[tuple[Value, ...]]) -> None:
        """Without the columns that all of the rows leave empty, as most do: a third of what would be handed over."""
        told = [
            at for at, name in enumerate(columns) if kind.defaults.get(name, True) or any(map(itemgetter(at), rows))
        ]
        into = f"INSERT INTO {kind.sql} ({quoted(columns[at] for at in told)})"
        values = rows if len(told) == len(columns) else map(itemgetter(*told), rows)
        self.cursor.executemany(f"{into} VALUES ({', '.join(['%s'] * len(told))})", cast("Any", values))

    def _copy(self, kind: Table, columns: Sequence[str], rows: Rows) -> None:
        """PostgreSQL's fast way takes no table with row security: so into one beside it, and over from there."""
        named = quoted(columns)
        self.cursor.execute("DROP TABLE IF EXISTS pg_temp.brought_in")
        self.cursor.execute(
            f"CREATE TEMP TABLE brought_in ON COMMIT DROP AS SELECT {named} FROM {kind.sql} WHERE seeker_id IS NULL"
        )
        with (
            self.cursor.db.wrap_database_errors,
            self.cursor.copy(f"COPY pg_temp.brought_in ({named}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
        self.cursor.execute(f"INSERT INTO {kind.sql} ({named}) SELECT {named} FROM pg_temp.brought_in")

    def update(self, name: str, changes: Mapping[int, Mapping[str, Value]]) -> int:
        """Set columns of rows by key, with before-images; tells how many rows were changed by it."""
        before = self.fetch(name, changes)
        columns = table(name).columns
        images: list[tuple[int, dict[str, list[Value]]]] = []
        for key in changes.keys() & before.keys():
            old = dict(zip(columns, before[key], strict=True))
            image = {c: [old[c], v] for c, v in self._held(changes[key]) if old[c] != v}
            if image:
                images.append((key, image))
                self._touch_change(name, key, old, image)
        images.sort(key=itemgetter(0))
        self.note(name, [(key, "update", json.dumps(image, ensure_ascii=False)) for key, image in images])
        self.overwrite(name, {key: {c: v[1] for c, v in image.items()} for key, image in images})
        return len(images)

    def _held(self, row: Mapping[str, Value]) -> Iterable[tuple[str, Value]]:
        """A row as the database will hold it; SQLite holds NUL."""
        odd = any(isinstance(value, str) and not value.isprintable() for value in row.values())
        return [(c, clean(v, nul=self.cursor.db.vendor == "sqlite")) for c, v in row.items()] if odd else row.items()

    def overwrite(self, name: str, changes: Mapping[int, Mapping[str, Value]]) -> None:
        """Set columns of rows by key, without before-images."""
        groups: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
        for key, new in changes.items():
            groups.setdefault(tuple(new), []).append((*new.values(), key, self.scope.id))
        own = "id" if name == "seeker" else "seeker_id"
        for columns, rows in groups.items():
            places = ", ".join(f'"{c}" = %s' for c in columns)
            where = f"WHERE id = %s AND {own} = %s"
            self.cursor.executemany(f"UPDATE {table(name).sql} SET {places} {where}", rows)
            self.changed = True

    def delete(self, name: str, keys: Collection[int], *, for_good: bool = False) -> int:
        """Delete rows by key, with before-images unless it is for good."""
        kind = table(name)
        rows = list(self.fetch(name, keys).values())
        self.touch(name, kind.columns, rows)
        for start in range(0, 0 if for_good else len(rows), PACK):
            told = {"columns": kind.columns, "rows": rows[start : start + PACK]}
            self.note(name, [(0, "delete", json.dumps(told, ensure_ascii=False, check_circular=False))])
        for some in chunks([int(row[0] or 0) for row in rows]):
            marks = ", ".join(["%s"] * len(some))
            self.cursor.execute(
                f"DELETE FROM {kind.sql} WHERE seeker_id = %s AND id IN ({marks})", [self.scope.id, *some]
            )
            self.changed = True
        return len(rows)

    def fetch(self, name: str, keys: Collection[int]) -> dict[int, tuple[Value, ...]]:
        """Whole rows by key, columns as in `table(name).columns`."""
        kind = table(name)
        found: dict[int, tuple[Value, ...]] = {}
        own = "id" if name == "seeker" else "seeker_id"
        query = f"SELECT {quoted(kind.columns)} FROM {kind.sql} WHERE {own} = %s"
        if len(keys) > MANY:
            self.cursor.execute(f"{query} ORDER BY id", [self.scope.id])
            wanted = keys if isinstance(keys, set | dict) else set(keys)
            return {row[0]: row for row in self.cursor.fetchall() if row[0] in wanted}
        for some in chunks(list(keys)):
            marks = ", ".join(["%s"] * len(some))
            self.cursor.execute(f"{query} AND id IN ({marks}) ORDER BY id", [self.scope.id, *some])
            found.update({row[0]: row for row in self.cursor.fetchall()})
        return found

    def existing(self, name: str, keys: Collection[int]) -> set[int]:
        """Those of the keys that rows have."""
        found: set[int] = set()
        query = f"SELECT id FROM {table(name).sql} WHERE seeker_id = %s"
        if len(keys) > MANY:
            self.cursor.execute(query, [self.scope.id])
            return {row[0] for row in self.cursor.fetchall()} & set(keys)
        for some in chunks(list(keys)):
            self.cursor.execute(f"{query} AND id IN ({', '.join(['%s'] * len(some))})", [self.scope.id, *some])
            found.update(row[0] for row in self.cursor.fetchall())
        return found

    def touch(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Remember whose sums these rows, that came or went, count for."""
        for table_, column, among in TOUCHES:
            if table_ == name:
                place = columns.index(column)
                self.touched[among].update(int(value) for row in rows if (value := row[place]) is not None)

    def _touch_change(self, name: str, key: int, old: Mapping[str, Value], image: Mapping[str, list[Value]]) -> None:
        if name == "contact" and "merged_into" in image:
            near = {key, *(int(end) for end in image["merged_into"] if end is not None)}
            self.touched["carded"] |= near
            self.touched["exchanged"] |= near
        elif name == "interaction":
            self.touched["interaction"].add(key)
        elif name in MOVED:
            ends = image.get("contact_id", [old["contact_id"]])
            self.touched[MOVED[name]].update(int(end) for end in ends if end is not None)

    def note(self, name: str, changes: Sequence[tuple[int, str, str]]) -> None:
        """Write before-images: (row or 0, what was done, JSON)."""
        rows = [(self.scope.id, self.row, name, row, op, data) for row, op, data in changes]
        self.cursor.executemany(
            'INSERT INTO askwell_change (seeker_id, batch_id, "table", "row", op, data)'
            " VALUES (%s, %s, %s, %s, %s, %s)",
            rows,
        )


MOVED = {"card": "carded", "participant": "exchanged"}  # rows of a contact that may come to be another's
TOUCHES = (
    ("contact", "merged_into", "carded"),
    ("contact", "merged_into", "exchanged"),
    ("card", "contact_id", "carded"),
    ("handle", "card_id", "card"),
    ("participant", "contact_id", "exchanged"),
)


def _portions(rows: Rows) -> Iterator[list[tuple[Value, ...]]]:
    """A few thousand rows at a time, so that tens of thousands are never there all at once."""
    left = iter(rows)
    while some := list(islice(left, PACK)):
        yield some


def chunks(keys: list[Any]) -> Iterable[list[Any]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


def clean(value: Value, *, nul: bool = False) -> Value:
    """The value as every database can hold it: no half of a character, and no NUL unless allowed."""
    if not isinstance(value, str):
        return value
    whole = value.encode("utf-8", "replace").decode()
    return whole if nul else whole.replace("\x00", "\ufffd")
