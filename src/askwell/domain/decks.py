"""Cards and messages by column: tens of thousands are told field by field, and made only where they are looked at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cached_property
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar, overload

from askwell.domain.messages import Message
from askwell.domain.people import Card, Origin
from askwell.domain.twins import maker

T = TypeVar("T")
Column = list[Any] | tuple[Any]  # a value for each, or the one that all of them have
MAKERS: dict[type, Callable[..., Any]] = {kind: maker(kind) for kind in (Card, Message, Origin)}
NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in MAKERS}
DEFAULTS = {
    kind: {field.name: (field.default,) for field in fields(kind) if field.default is not MISSING} for kind in MAKERS
}


class Deck(Sequence[T]):
    """As many values of a kind as there are places: `columns` are their fields, `places` those of their origins.

    A field that is not told is as it is by itself.
    """

    def __init__(
        self, kind: type[T], count: int, columns: Mapping[str, Column], *, places: Mapping[str, Column]
    ) -> None:
        self.kind = kind
        self.columns: Mapping[str, Column] = {**DEFAULTS[kind], **columns}
        self.places: Mapping[str, Column] = {**DEFAULTS[Origin], **places}
        self._count = count

    @classmethod
    def of(cls, values: Sequence[T]) -> "Deck[T]":
        """The same values, taken apart; all are of one kind."""
        origins = [value.origin for value in values]  # type: ignore[attr-defined]
        kind = type(values[0])
        columns = {name: list(map(attrgetter(name), values)) for name in NAMES[kind] if name != "origin"}
        places = {name: list(map(attrgetter(name), origins)) for name in NAMES[Origin]}
        return cls(kind, len(values), columns, places=places)

    @cached_property
    def values(self) -> list[T]:
        """All of them, made."""
        origins = map(MAKERS[Origin], *(self._spread(self.places[name]) for name in NAMES[Origin]))
        told = [origins if name == "origin" else self._spread(self.columns[name]) for name in NAMES[self.kind]]
        return list(map(MAKERS[self.kind], *told))

    def _spread(self, column: Column) -> Iterable[Any]:
        return column if isinstance(column, list) else repeat(column[0], self._count)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> list[T]: ...

    def __getitem__(self, at: int | slice) -> T | list[T]:
        return self.values[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.values == list(other)

    __hash__ = None  # type: ignore[assignment]
