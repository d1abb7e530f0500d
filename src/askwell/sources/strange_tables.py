"""A table whose header nobody knows: read as she has said its columns are, or given back with the question."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from askwell.domain.reading import Note, Reading
from askwell.domain.tables import (
    FIELDS,
    LEFT_OUT,
    ONCE,
    Column,
    Layouts,
    Question,
    is_of_applications,
    lacking,
    layout,
)
from askwell.sources import column_guesses
from askwell.sources.applications import applications_of
from askwell.sources.columns import SHAPES
from askwell.sources.found import Found, Kind, Unreadable, printable
from askwell.sources.google import people_of
from askwell.sources.tables import Table, decode, fold, head_of, split, under

ASKED = "it is not known yet which of its columns is what"
UNWANTED = "you left this table out"
_SHOWN = 3  # rows of the preview
_CELL = 60  # characters of a cell in it
_COLUMNS = 200  # of one table; the widest known address book has 92
# Our word for a field as the header that the readers of people and of applications know.
_HEADERS = {
    "name": "name", "first": "firstname", "last": "lastname", "email": "emailaddress", "phone": "phone",
    "company": "company", "title": "jobtitle", "place": "city", "profile": "linkedin", "note": "notes",
    "labels": "categories", "referred-by": "referredby", "applied": "applied", "status": "status",
}  # fmt: skip
_MORE = {"email": "email2address", "phone": "otherphone"}  # from the second column of a field on


@dataclass(frozen=True, slots=True)
class _Strange:
    """A table with its own header (empty where it has none), and what is below it."""

    mark: str
    header: tuple[str, ...]
    rows: list[list[str]]


def read_table(found: Found, *, region: str = "", layouts: Layouts | None = None) -> Reading:
    """People or applications, whichever her word on the columns makes it; `question` where that is not known."""
    layouts, table = layouts or Layouts(), _opened(decode(found.data()))
    fields = layouts.known.get(table.mark, "")
    if fields == LEFT_OUT:
        return _noted(found, UNWANTED, table)
    why = ""
    if layouts.said:
        fields, why = _said(table, layouts.said)
    guess = column_guesses.guesses(table.header, table.rows)
    if not (fields or why) and column_guesses.are_sure(guess, table.header, table.rows):
        return _read(found, table, layout(guess), region, said=_told(table, guess))
    why = why or (lacking(fields.split(",")) if fields else "")
    if fields and not why:
        return _read(found, table, fields, region)
    reading = found.reading()
    reading.read, reading.unreadable = 1, [Note(0, ASKED)]
    reading.question = _question(table, guess, why)
    return reading


def _opened(text: str) -> _Strange:
    rows = [row[:_COLUMNS] for row in split(text) if any(cell.strip() for cell in row)]
    if not rows:
        raise Unreadable("there is no row in it")
    at = head_of(rows)
    if column_guesses.is_data(rows[at]):
        width = max(map(len, rows[: column_guesses.LOOKED_AT]))
        return _Strange(f"{ONCE}{_hash(text)}", ("",) * width, rows)
    header = tuple(" ".join(cell.split()) for cell in rows[at])
    return _Strange(_hash("|".join(map(fold, header))), header, rows[at + 1 :])


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _read(found: Found, table: _Strange, fields: str, region: str, *, said: str = "") -> Reading:
    rows = _under(table, fields.split(","))
    if is_of_applications(fields.split(",")):
        reading = applications_of(replace(found, kind=Kind.APPLICATIONS), rows, region=region)
    else:
        reading = people_of(found, rows)
    reading.layout = (table.mark, fields)
    reading.said = " ".join(filter(None, (said, reading.said)))
    return reading


def _under(table: _Strange, fields: Sequence[str]) -> Table:
    """The rows under headers that the readers know."""
    kind = Kind.APPLICATIONS if is_of_applications(fields) else Kind.OUTLOOK
    seen: set[str] = set()
    header = []
    for field in fields:
        header.append(_MORE.get(field, "") if field in seen else _HEADERS.get(field, ""))
        seen.add(field)
    header += [""] * (len(table.header) - len(header))
    return under(table.rows, header[: len(table.header)], SHAPES[kind])


def _said(table: _Strange, pairs: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The layout of `name=B` and `email=Mail`, or what is wrong with it."""
    names = {fold(name): place for place, name in reversed(list(enumerate(table.header))) if fold(name)}
    places = {letter: place for place, letter in enumerate(column_guesses.letters(len(table.header)))}
    fields = [""] * len(table.header)
    for field, where in pairs:
        place = names.get(fold(where), places.get(where.upper(), -1))
        if place < 0:
            return "", f"there is no column “{printable(where)}” in it"
        fields[place] = field
    return layout(fields), lacking(fields)


def _told(table: _Strange, guess: Sequence[str]) -> str:
    known = ((name, FIELDS[field]) for name, field in zip(table.header, guess, strict=True) if field)
    pairs = ", ".join(f"“{printable(name)}” as {what}" for name, what in known)
    return f"Its columns were taken by what stands in them: {pairs}."


def _question(table: _Strange, guess: Sequence[str], why: str) -> Question:
    width = len(table.header)
    told = zip(column_guesses.letters(width), table.header, guess, strict=True)
    columns = (Column(letter, _cell(name), field) for letter, name, field in told)
    rows = tuple(tuple(_evened(row, width)) for row in table.rows[:_SHOWN])
    return Question(table.mark, tuple(columns), rows, why)


def _evened(row: Sequence[str], width: int) -> Iterator[str]:
    yield from (_cell(row[place]) if place < len(row) else "" for place in range(width))


def _cell(text: str) -> str:
    shown = printable(" ".join(text[: 2 * _CELL].split()))
    return shown if len(shown) <= _CELL else shown[: _CELL - 1] + "…"


def _noted(found: Found, reason: str, table: _Strange) -> Reading:
    reading = found.reading()
    reading.read = len(table.rows)
    reading.left_out = [Note(index, reason) for index in range(1, len(table.rows) + 1)]
    return reading
