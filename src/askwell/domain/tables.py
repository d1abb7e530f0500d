"""A table whose columns nobody knows: what is asked about it, and her word on which column is what."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from askwell.domain.errors import Refused

# What a column may be, with the words it is asked about. The order is that of a choice.
FIELDS: Mapping[str, str] = {
    "name": "name",
    "first": "first name",
    "last": "last name",
    "email": "e-mail address",
    "phone": "phone",
    "company": "company",
    "title": "job title",
    "place": "city",
    "profile": "LinkedIn profile",
    "note": "note",
    "labels": "groups they belong to",
    "referred-by": "who referred you to them",
    "applied": "day you applied",
    "status": "how far your application is",
}
SEVERAL = frozenset({"email", "phone"})  # of which a table may have more columns than one
LEFT_OUT = "-"  # in place of a layout: the table is not wanted
ONCE = "once:"  # begins the mark of a table that has no header to know it by again
_PAIR = re.compile(rf",(?=\s*(?:{'|'.join(FIELDS)})\s*=)")
_NOT_SO = "“{}” does not say which column is what. Write it like name=B or email=Mail; the words are {}."


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its letter, its header as written ("" without one), and what it is taken for ("" for nothing)."""

    letter: str
    header: str
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Which column is what? `mark` stands for the header, `rows` are the first few, `why` what her last word lacks."""

    mark: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    why: str = ""

    @property
    def is_known_again(self) -> bool:
        """Whether the table has a header to know the next one by."""
        return not self.mark.startswith(ONCE)

    @property
    def guess(self) -> str:
        """The layout that the guesses make."""
        return layout(column.guess for column in self.columns)


@dataclass(frozen=True, slots=True)
class Layouts:
    """What is known of tables by the mark of their header, and what she says just now (`email=D`, `name=Nome`)."""

    known: Mapping[str, str] = field(default_factory=dict)
    said: tuple[tuple[str, str], ...] = ()


def layout(fields: Iterable[str]) -> str:
    """What each column is, in order, as one text."""
    return ",".join(fields)


def lacking(fields: Sequence[str]) -> str:
    """What a layout lacks to be read, "" for nothing."""
    twice = next((one for one in fields if one and one not in SEVERAL and fields.count(one) > 1), "")
    if twice:
        return f"two columns are called {FIELDS.get(twice, twice)}; choose one of them"
    if is_of_applications(fields):
        return "" if "company" in fields else "applications need the column of the company"
    return "" if {"name", "first", "last", "email"} & set(fields) else "people need a column of names or of addresses"


def is_of_applications(fields: Iterable[str]) -> bool:
    """Whether the columns are those of a table of applications, not of people."""
    return bool({"applied", "status"} & set(fields))


def said(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """`name=B,email=D` or `name=Nome completo` in pairs. Raises Refused where a word is none of FIELDS."""
    pairs = []
    for text in texts:
        for part in _PAIR.split(text):
            what, mark, where = (piece.strip() for piece in part.partition("="))
            if what not in FIELDS or not mark or not where:
                raise Refused(_NOT_SO.format(part.strip()[:60], ", ".join(FIELDS)))
            pairs.append((what, where))
    return tuple(pairs)
