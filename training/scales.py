"""How far a feature is trusted before anything is weighed: by what it is, and by how unevenly the label has it.

A feature that stands as often with the label as without it may not explain an odd sentence; one that hardly ever stands
elsewhere may. The share of each is the fourth root of the logarithm of that unevenness (after Wang and Manning, 2012),
all in whole numbers. Scales go into the weights: who reads with them later need not know.
"""

from collections.abc import Sequence
from math import isqrt

ONE = 1 << 20
BITS = 20
MARK = ONE * 2 // 5  # what rules found is heard among the words, and doesn't drown them
PAIR = ONE * 7 // 5  # two words in a row tell more than each alone
LEAST, MOST = ONE // 10, 6 * ONE  # unevenness, as a natural logarithm
NATURAL = 726817  # the natural logarithm of 2, in units


def scales(features: Sequence[str], rows: Sequence[Sequence[int]], truth: Sequence[bool]) -> list[int]:
    """The scale of each feature, in units of 1 / ONE; `rows` are the numbers of the features of each sentence.

    In a row of a whole mail a number stands as often as there are sentences with it, and counts so.
    """
    held, other = [1] * len(features), [1] * len(features)  # each counted twice, and once more than it was seen
    for row, told in zip(rows, truth, strict=True):
        counted = held if told else other
        for number in row:
            counted[number] += 2
    even = _log2(sum(held)) - _log2(sum(other))
    uneven = [abs(_log2(one) - _log2(two) - even) for one, two in zip(held, other, strict=True)]
    return [_kind(feature) * _fourth_root(found) // ONE for feature, found in zip(features, uneven, strict=True)]


def _kind(feature: str) -> int:
    if feature[0] in "#@" and len(feature) > 1:
        return MARK
    return PAIR if " " in feature else ONE


def _fourth_root(logarithm: int) -> int:
    bounded = min(MOST, max(LEAST, logarithm * NATURAL // ONE))
    return isqrt(isqrt(bounded << BITS) << BITS)


def _log2(number: int) -> int:
    """The logarithm to the base of 2, in units, bit by bit."""
    whole = number.bit_length() - 1
    rest = (number << BITS) >> whole
    found = whole
    for _ in range(BITS):
        rest = rest * rest >> BITS
        found <<= 1
        if rest >= 2 * ONE:
            rest >>= 1
            found += 1
    return found
