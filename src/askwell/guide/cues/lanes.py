"""Several whole numbers side by side in one, so that a single sum adds them all up."""

from collections.abc import Iterable
from struct import Struct

NARROW, WIDE = 32, 64  # bits: room for thousands of the heaviest weights; for products of thousandths too
_NUMBERS = {NARROW: "i", WIDE: "q"}


class Lanes:
    """So many whole numbers of either sign in one, each in its lane."""

    def __init__(self, count: int, bits: int = NARROW) -> None:
        self._bits = bits
        self._numbers = Struct(f"<{count}{_NUMBERS[bits]}")
        self._signs = sum(1 << bits * lane + bits - 1 for lane in range(count))

    def packed(self, numbers: Iterable[tuple[int, int]]) -> int:
        """One number of some lanes and of what is in each."""
        return sum(number << self._bits * lane for lane, number in numbers)

    def unpacked(self, total: int) -> tuple[int, ...]:
        """What is in each lane of a sum: a lane below 0 has borrowed from the next one, which gets it back here."""
        return self._numbers.unpack(((total + self._signs) ^ self._signs).to_bytes(self._numbers.size, "little"))
