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
from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import IO, Any

from askwell.domain.cues import Cue
from askwell.domain.decks import MAKERS, Column, Deck
from askwell.domain.messages import Message
from askwell.domain.people import Card, Origin, Party
from askwell.domain.reading import Note, Reading
from askwell.domain.twins import maker

READY = b"\0ready\n"  # the line before the first frame: whatever was printed before is none
_SIZE = struct.Struct(">I")
_FEW = 50  # values that are not worth columns
_PLAIN = 2  # the way of `marshal` that doesn't look for values it has seen, which takes twice as long

make_card, make_message, make_origin = MAKERS[Card], MAKERS[Message], MAKERS[Origin]
make_cue, make_note, make_party = maker(Cue), maker(Note), maker(Party)
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
    told = dict(vars(reading))
    told["cards"], told["messages"] = _by_column(reading.cards), _by_column(tuple(reading.messages))
    return make_reading, (told,)


def make_reading(told: dict[str, Any]) -> Reading:
    return Reading(**told)


def _by_column(values: Sequence[Any]) -> Sequence[Any]:
    """A deck; few values as they are."""
    if isinstance(values, Deck):
        return values
    return Deck.of(values) if len(values) > _FEW else list(values)


def _deck_apart(deck: Deck[Any]) -> tuple[Any, Any]:
    columns, places = ({name: _folded(one) for name, one in some.items()} for some in (deck.columns, deck.places))
    return make_deck, (deck.kind, len(deck), columns, places)


def make_deck(kind: type, count: int, columns: dict[str, Any], places: dict[str, Any]) -> list[Any]:
    """The values of a deck: who receives them looks at all of them."""
    unfolded = [
        {name: marshal.loads(one) if isinstance(one, bytes) else one for name, one in some.items()}  # noqa: S302
        for some in (columns, places)
    ]
    return Deck(kind, count, unfolded[0], places=unfolded[1]).values


def _folded(column: Column) -> Column | bytes:
    """One value by itself where all are the same; bytes of mere texts and numbers, which is quickest; else as it is."""
    first = column[0]
    if column.count(first) == len(column) if type(first) in {str, tuple} else all(one is first for one in column):
        return (first,)
    try:
        return marshal.dumps(column, _PLAIN)
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
    Deck: _deck_apart,
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
