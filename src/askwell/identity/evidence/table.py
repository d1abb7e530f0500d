"""What is known of many people, a row for each card and for each further name, address or phone on it."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import numpy as np

from askwell.identity.diminutives import formal_names, is_given, relatives
from askwell.identity.evidence.columns import Coded, Column, Flags, Ints, column
from askwell.identity.fold import loose

# Kinds of evidence that are one person's own, or a household's at most.
OWN = ("mail", "phone", "number", "birthday", "street")
KINDS = ("given", "family", "mail", "local", "style", "domain", "label", "phone", "company", "firm", "title")
MORE = ("place", "street", "birthday", "number", "postcode")
# Bits that a value tells where nobody knows how many have it: a first name less than a phone number.
USUAL = {
    "given": 7.5,
    "family": 11.0,
    "company": 9.0,
    "firm": 8.0,
    "label": 9.0,
    "title": 6.0,
    "style": 2.0,
    "mail": 20.0,
    "phone": 20.0,
    "number": 20.0,
    "birthday": 14.0,
    "street": 13.0,
    "postcode": 9.0,
    "place": 7.0,
}
FEW = 3  # people who have a name, from which it is one
MOST_FORMS = 4  # formal names that one short form may stand for


class Table:
    """Rows of values, "" where nothing is known, and whose each is: numbers from 0, all in use."""

    def __init__(
        self,
        columns: Mapping[str, Sequence[str] | Coded],
        owner: Sequence[int] | Ints,
        *,
        alone: Collection[int] = (),
        among: int = 0,
    ) -> None:
        """`alone` are people who are known to be nobody else of these; `among` so many people they were found."""
        self.owner: Ints = np.asarray(owner, dtype=np.int64)
        self.rows = len(self.owner)
        self.people = int(self.owner.max(initial=-1)) + 1
        self.crowd = max(self.people, among)
        self.alone = np.zeros(self.people, dtype=np.bool_)
        self.alone[list(alone)] = True
        self.profiled = bool(alone)
        self._columns = {
            name: column(
                told if isinstance(told, Coded) else Coded.of(told),
                self.owner,
                self.people,
                usual=USUAL.get(name, 10.0),
                among=among,
            )
            for name, told in columns.items()
        }

    def __getitem__(self, kind: str) -> Column:
        return self._columns[kind]

    def __contains__(self, kind: str) -> bool:
        return kind in self._columns

    @cached_property
    def spans(self) -> tuple[Ints, Ints, Ints]:
        """Of each person the first row and how many there are, in an order of rows by person."""
        count = np.bincount(self.owner, minlength=self.people)
        return np.cumsum(count) - count, count, np.argsort(self.owner, kind="stable")

    @cached_property
    def named(self) -> tuple[Ints, Ints]:
        """Given and family name of each row, as numbers of one list of names."""
        one = Coded.of([*self["given"].values, *self["family"].values]).codes.astype(np.int64)
        size = len(self["given"].values)
        return one[:size][self["given"].codes], one[size:][self["family"].codes]

    @cached_property
    def initials(self) -> Column:
        """The first letter of each given name."""
        return self["given"].derived(lambda name: name[:1], usual=4.0)

    @cached_property
    def proper(self) -> Flags:
        """Given names that are known as such: Julie is no slip of the pen in Julia."""
        return np.array([is_given(name) for name in self["given"].values])

    @cached_property
    def usual(self) -> Flags:
        """Given names that are known as such, or that several people have: no slip of the pen made them."""
        return np.asarray(self.proper | (self["given"].held >= FEW))

    @cached_property
    def begins(self) -> Column:
        """The first three letters of each given name."""
        return self["given"].derived(lambda name: name[:3] if len(name) > 2 else "")

    @cached_property
    def related(self) -> Ints:
        """Pairs of given names, as `pair_keys`, of which one may stand for the other, or both for a third."""
        given = self["given"].values
        places = {name: place for place, name in enumerate(given) if place}
        size = len(given)
        found: set[int] = set()
        for place, name in enumerate(given):
            formal = formal_names(name)
            for other in {loose(o) for o in relatives(name).union(*map(relatives, formal))} if formal or name else ():
                beside = places.get(other)
                if beside is not None and beside != place:
                    found.add(min(place, beside) * size + max(place, beside))
        return np.array(sorted(found), dtype=np.int64)

    @cached_property
    def letters(self) -> tuple[Ints, Ints]:
        """The first letters of given and family name of each row, as numbers."""
        first, last = (
            np.fromiter((ord(name[0]) if name else 0 for name in column.values), np.int64, len(column.values))[
                column.codes
            ]
            for column in (self["given"], self["family"])
        )
        return first, last

    @cached_property
    def forms(self) -> tuple[Ints, Ints]:
        """(row, formal name) for each formal name that a row's given name may stand for, itself among them."""
        given = self["given"]
        told = [_formal(name) for name in given.values]
        counts = np.array([len(names) for names in told])
        flat = Coded.of([name for names in told for name in names])
        starts = np.concatenate(([0], np.cumsum(counts)))[:-1]
        each = counts[given.codes]
        rows = np.repeat(np.arange(self.rows), each)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(each) - each, each)
        return rows, flat.codes[starts[given.codes[rows]] + within].astype(np.int64)


def _formal(given: str) -> list[str]:
    if len(given) < 2:
        return []
    return [given, *sorted({loose(name) for name in formal_names(given)} - {given})[:MOST_FORMS]]
