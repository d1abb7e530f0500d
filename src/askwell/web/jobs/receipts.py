"""The receipt of an import as it lies in a job's folder: places counted by reason, so that it stays small."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from askwell.domain.reading import FileReceipt, Note
from askwell.domain.reading import Receipt as Told
from askwell.domain.tables import Column, Question

PLACES = 20_000  # rows or messages that are told for one reason, for the list of all; the rest is counted


@dataclass(frozen=True, slots=True)
class Reason:
    """Why rows, cards, messages or events were left out or could not be read: how many, and the first of them."""

    said: str
    count: int
    places: tuple[int, ...]

    @property
    def more(self) -> int:
        return self.count - len(self.places) if self.places else 0


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file; read = new + joined + changed + same + left out + unreadable."""

    file: str
    source: str
    read: int = 0
    new: int = 0
    joined: int = 0
    changed: int = 0
    same: int = 0
    left_out: tuple[Reason, ...] = ()
    unreadable: tuple[Reason, ...] = ()
    said: str = ""
    question: Question | None = None

    @property
    def left(self) -> int:
        return sum(reason.count for reason in self.left_out)

    @property
    def lost(self) -> int:
        return sum(reason.count for reason in self.unreadable)

    @property
    def adds_up(self) -> bool:
        return self.read == self.new + self.joined + self.changed + self.same + self.left + self.lost

    @property
    def is_news(self) -> bool:
        return bool(self.new or self.joined or self.changed)

    @classmethod
    def of(cls, line: FileReceipt) -> Self:
        """`file` is the place inside a folder or zip where two files have the same name."""
        counts = (line.read, line.new, line.joined, line.changed, line.same)
        left_out, unreadable = tuple(_by_reason(line.left_out)), tuple(_by_reason(line.unreadable))
        return cls(line.path or line.file, line.source, *counts, left_out, unreadable, line.said, line.question)

    @classmethod
    def read_from(cls, told: Mapping[str, Any]) -> Self:
        reasons = {name: _reasons(told[name]) for name in ("left_out", "unreadable")}
        return cls(**{**told, **reasons, "question": _question(told.get("question"))})


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an import would do, or did. `known` people were there before, `people` are there then."""

    me: tuple[str, ...]
    lines: tuple[Line, ...]
    known: int
    people: int
    batch: str | None
    said: tuple[str, ...]

    @property
    def is_news(self) -> bool:
        return any(line.is_news for line in self.lines)

    @classmethod
    def of(cls, told: Told) -> Self:
        return cls(told.me, tuple(map(Line.of, told.files)), told.known, told.people, told.batch, told.said)

    @classmethod
    def read_from(cls, told: Mapping[str, Any]) -> Self:
        lines = tuple(map(Line.read_from, told["lines"]))
        return cls(tuple(told["me"]), lines, told["known"], told["people"], told["batch"], tuple(told["said"]))

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def _by_reason(notes: Iterable[Note]) -> Iterable[Reason]:
    """The reasons, most frequent first; place 0 is the file as a whole."""
    found: dict[str, list[int]] = {}
    for note in notes:
        found.setdefault(note.reason, []).append(note.at)
    for said, places in sorted(found.items(), key=lambda one: -len(one[1])):
        named = [at for at in places if at]
        yield Reason(said, len(places), tuple(named[:PLACES]))


def _question(told: Mapping[str, Any] | None) -> Question | None:
    if not told:
        return None
    columns = tuple(Column(**one) for one in told["columns"])
    return Question(told["mark"], columns, tuple(tuple(row) for row in told["rows"]), told["why"])


def _reasons(told: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    return tuple(Reason(one["said"], one["count"], tuple(one["places"])) for one in told)
