"""What workers and the import hand each other: values as bytes, in frames of a pipe.

A frozen value with slots is taken apart and filled in Python, field by field, by the usual way of pickling; here its
fields are taken in one go and it is filled as its twin, in a third of the time. The cards and messages of a reading go
by columns, for most columns are mere texts, or all of them alike.
"""

import copyreg
import io
import marshal
import pickle
import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from itertools import repeat
from operator import attrgetter
from typing import IO, Any

from askwell.domain.cues import Cue
from askwell.domain.messages import Message
from askwell.domain.people import Card, Origin, Party
from askwell.domain.reading import Note, Reading
from askwell.domain.twins import maker

READY = b"\0ready\n"  # the line before the first frame: whatever was printed before is none
_SIZE = struct.Struct(">I")
_FEW = 50  # values that are not worth columns

make_card, make_cue, make_message = maker(Card), maker(Cue), maker(Message)
make_note, make_origin, make_party = maker(Note), maker(Origin), maker(Party)
_MAKERS: dict[type, Callable[..., object]] = {
    Card: make_card,
    Cue: make_cue,
    Message: make_message,
    Note: make_note,
    Origin: make_origin,
    Party: make_party,
}
_TOLD = {kind: attrgetter(*(field.name for field in fields(kind))) for kind in _MAKERS}


def _taken_apart(make: Callable[..., object], told: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, Any]]:
    return lambda value: (make, told(value))


def _reading_apart(reading: Reading) -> tuple[Any, Any]:
    told = {name: value for name, value in vars(reading).items() if name not in {"cards", "messages"}}
    return make_reading, (told, _Columns(reading.cards), _Columns(tuple(reading.messages)))


def make_reading(told: dict[str, Any], cards: "_Columns", messages: "_Columns") -> Reading:
    return Reading(**told, cards=cards.values(), messages=messages.values())


class _Columns:
    """Values of one kind, field by field; few values, or of several kinds, as they are."""

    def __init__(self, values: Sequence[Any]) -> None:
        self.kind = type(values[0]) if len(values) > _FEW else None
        if self.kind not in {Card, Message}:
            self.kind, self.columns = None, values
        else:
            columns = list(zip(*map(_TOLD[self.kind], values), strict=True))
            place = [field.name for field in fields(self.kind)].index("origin")
            origins = zip(*map(_TOLD[Origin], columns.pop(place)), strict=True)
            self.place, self.count = place, len(values)
            self.origins, self.columns = list(map(_column, origins)), list(map(_column, columns))

    def values(self) -> list[Any]:
        if self.kind is None:
            return list(self.columns)
        columns: list[Iterable[Any]] = [self._spread(column) for column in self.columns]
        columns.insert(self.place, map(make_origin, *map(self._spread, self.origins)))
        return list(map(_MAKERS[self.kind], *columns))

    def _spread(self, column: Any) -> Iterable[Any]:
        if isinstance(column, bytes):
            return marshal.loads(column)  # type: ignore[no-any-return]  # noqa: S302
        return column if isinstance(column, tuple) else repeat(column[0], self.count)


def _column(column: tuple[Any, ...]) -> object:
    """One value in a list where all are the same; bytes of mere texts and numbers, which is quickest; else as it is."""
    first = column[0]
    if all(map(first.__eq__, column)) if type(first) in {str, tuple} else all(one is first for one in column):
        return [first]
    try:
        return marshal.dumps(column)
    except ValueError:
        return column


def _found_by_name() -> None:
    """Pickle names a function by its module and name."""
    for kind, make in _MAKERS.items():
        make.__module__, make.__qualname__ = __name__, f"make_{kind.__name__.lower()}"


_found_by_name()
_TABLE: dict[type, Callable[[Any], Any]] = {
    **copyreg.dispatch_table,
    **{kind: _taken_apart(make, _TOLD[kind]) for kind, make in _MAKERS.items()},
    Reading: _reading_apart,
}


def pack(value: object) -> bytes:
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(value)
    return out.getvalue()


def unpack(data: bytes) -> Any:
    """Only of what our own workers say."""
    return pickle.loads(data)  # noqa: S301


def send(stream: IO[bytes], data: bytes) -> None:
    stream.write(_SIZE.pack(len(data)))
    stream.write(data)
    stream.flush()


def wait_until_ready(stream: IO[bytes]) -> None:
    """Go past all that a process says before its first frame."""
    while (line := stream.readline()) and line != READY:
        continue


def receive(stream: IO[bytes]) -> bytes | None:
    """The next frame, None where the other side is gone."""
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        return None
    size = _SIZE.unpack(head)[0]
    data = stream.read(size)
    return data if len(data) == size else None
