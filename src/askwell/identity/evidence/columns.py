"""Values as numbers: what one kind of evidence says of everybody, and how rare each of its values is."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
BESIDES = 100.0
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Coded:
    """One value a row, as its place in `values`; place 0 is "", for nothing known."""

    values: list[str]
    codes: NDArray[np.int32]

    @staticmethod
    def of(values: Sequence[str]) -> "Coded":
        """Values in the order of the rows."""
        places: dict[str, int] = defaultdict(count(1).__next__, {"": 0})
        codes = np.fromiter(map(places.__getitem__, values), dtype=np.int32, count=len(values))
        return Coded(list(places), codes)

    def derived(self, of: Callable[[str], str]) -> "Coded":
        """What is computed from each value; only once for each."""
        found = Coded.of(list(map(of, self.values)))
        return Coded(found.values, found.codes[self.codes])

    def taken(self, rows: Ints) -> "Coded":
        """The rows in another order."""
        return Coded(self.values, self.codes[rows])


@dataclass(frozen=True)
class Column(Coded):
    """A kind of evidence, and whose each row is.

    `people` says of how many, `among` in how large a crowd these were found.
    """

    owner: Ints
    people: int
    usual: float = 10.0
    among: int = 0

    @cached_property
    def held(self) -> Floats:
        """Of how many people each value is."""
        pairs = self.codes.astype(np.int64) * self.people + self.owner
        return np.bincount(distinct(pairs) // self.people, minlength=len(self.values)).astype(np.float32)

    @cached_property
    def rarity(self) -> Floats:
        """For each value how many bits it tells: 1 where every second person has it, 10 where one in a thousand has.

        Of few people little is learned: as if `BESIDES` others were there, of whom so many have it as usual.
        """
        held = np.maximum(self.held, 1) + BESIDES * 2**-self.usual
        told = np.log2((max(self.people, self.among) + BESIDES) / held).astype(np.float32)
        told[0] = 0
        return told

    @cached_property
    def known(self) -> Flags:
        """Rows that have a value."""
        return self.codes > 0

    def derived(self, of: Callable[[str], str], *, usual: float = 10.0) -> "Column":
        """A column of what is computed from each value; only once for each."""
        found = super().derived(of)
        return Column(found.values, found.codes, self.owner, self.people, usual, self.among)

    @cached_property
    def lengths(self) -> NDArray[np.int32]:
        """How many letters each value has."""
        return np.fromiter(map(len, self.values), np.int32, len(self.values))

    @cached_property
    def letters(self) -> NDArray[np.uint32]:
        """Which letters each value has, a bit for each of 32 kinds; only the first value has none."""
        text = np.frombuffer("".join(self.values).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        starts = np.cumsum(self.lengths) - self.lengths
        found = np.zeros(len(self.values), dtype=np.uint32)
        if len(text):
            found[1:] = np.bitwise_or.reduceat(np.uint32(1) << (text & np.uint32(31)), starts[1:])
        return found

    @cached_property
    def latin(self) -> Flags:
        """Values in plain Latin letters: one in others is never a slip of the pen away, however alike it looks."""
        return np.fromiter(map(str.isascii, self.values), np.bool_, len(self.values))

    def texts(self, codes: NDArray[np.int32]) -> list[str]:
        """The values at these places."""
        values = self.values
        return [values[code] for code in codes.tolist()]

    def places_in(self, other: "Column") -> NDArray[np.int32]:
        """For each value its place in another column; -1 where it has none there."""
        found = self._places.get(id(other))
        if found is None:
            places = {value: code for code, value in enumerate(other.values) if code}
            found = np.fromiter((places.get(value, -1) for value in self.values), np.int32, len(self.values))
            self._places[id(other)] = found
        return found

    @cached_property
    def _places(self) -> dict[int, NDArray[np.int32]]:
        return {}


def column(told: Coded, owner: Ints, people: int, *, usual: float = 10.0, among: int = 0) -> Column:
    """A column of values; `usual` are the bits that one tells where too few people are known."""
    return Column(told.values, told.codes, owner, people, usual, among)


def distinct(numbers: Ints) -> Ints:
    """Each number once, in order; these are sorted where they lie, for of a crowd they fill much memory."""
    numbers.sort(kind="stable")  # which is quick where parts of them are in order, as those of several keys are
    first = np.ones(len(numbers), dtype=np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return numbers[first]
