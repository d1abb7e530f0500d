"""Two rows held against each other, one kind of evidence at a time: bits for, bits against, NaN where nothing is known.

What agrees counts as much as it is rare; what nearly agrees a little less, for a slip of the pen; what differs counts
against, and less where people have several (phones, employers) than where they have one (a birthday).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from askwell.identity.evidence.columns import Column, Flags, Floats, Ints, distinct

SHORTEST = 4  # letters from which one wrong one is a slip
AGAIN = 3.0  # bits off for a second slip
SAMPLE, TIMES, STRIDE = 20_000, 20, 7919  # pairs held against each other by chance, of each value so many
LONG = 8  # letters from which two are
ALIKE = 0.88  # Jaro and Winkler's likeness from which two texts are one with slips
Codes = NDArray[np.int32]
Like = Callable[[Column, Codes, Codes], Floats]  # slips between two values: 0 to 2, or UNLIKE
UNLIKE = 9.0


@dataclass(frozen=True, slots=True)
class Weight:
    """How one kind of evidence counts, in bits.

    `same` is added to the rarity of what agrees, of which `share` counts and `most` at most; `near` is added where it
    nearly agrees, to the rarity of the more common of the two. `other` is for what differs.
    """

    same: float
    other: float
    near: float = 0.0
    share: float = 1.0
    most: float = 30.0


def slips(of: Column, a: Codes, b: Codes) -> Floats:
    """Letters wrong, missing, too many or turned: one in words that are not short, two in long ones."""
    told = np.full(len(a), UNLIKE, dtype=np.float32)
    at = np.flatnonzero(_may_be_slips(of, a, b))
    told[at] = _each_once(of, a[at], b[at], _slips)
    return told


def _may_be_slips(of: Column, a: Codes, b: Codes) -> Flags:
    """What lengths and letters leave open: a slip changes the length by one at most, and no more than two letters.

    A letter of another script is never a slip, however alike it looks.
    """
    one, other = of.lengths[a], of.lengths[b]
    shorter = np.minimum(one, other)
    most = np.where(shorter < LONG, 1, 2)
    found = (shorter >= SHORTEST) & (np.abs(one - other) <= most) & (of.latin[a] == of.latin[b])
    return np.asarray(found & (np.bitwise_count(of.letters[a] ^ of.letters[b]) <= 2 * most))


def _slips(of: Column, a: Codes, b: Codes) -> Floats:
    apart = process.cpdist(of.texts(a), of.texts(b), scorer=OSA.distance, score_cutoff=2).astype(np.float32)
    shorter = np.minimum(of.lengths[a], of.lengths[b])
    return np.where(shorter >= np.where(apart <= 1, SHORTEST, np.where(apart <= 2, LONG, 1e9)), apart, UNLIKE)


def alike(of: Column, a: Codes, b: Codes) -> Floats:
    """Texts that are much alike from their first letters on: one slip, whatever it is."""
    return _each_once(of, a, b, _alike)


def _alike(of: Column, a: Codes, b: Codes) -> Floats:
    found = process.cpdist(of.texts(a), of.texts(b), scorer=JaroWinkler.similarity)
    return np.where(found >= ALIKE, np.float32(1), np.float32(UNLIKE))


def dates(of: Column, a: Codes, b: Codes) -> Floats:
    """Year, month and day of which one differs, or two of which turned; a slip more where two do."""
    return _each_once(of, a, b, _dates)


def _dates(of: Column, a: Codes, b: Codes) -> Floats:
    ones, others = (np.array([text.ljust(8)[:8] for text in of.texts(codes)], dtype="U8") for codes in (a, b))
    if not len(ones):
        return np.zeros(0, dtype=np.float32)
    left, right = (texts.view("U1").reshape(-1, 8) for texts in (ones, others))
    spans = (slice(0, 4), slice(4, 6), slice(6, 8))
    apart = sum((left[:, span] != right[:, span]).any(axis=1).astype(np.float32) for span in spans)
    swapped = (left[:, :4] == right[:, :4]).all(axis=1) & (left[:, 4:6] == right[:, 6:8]).all(axis=1)
    swapped &= (left[:, 6:8] == right[:, 4:6]).all(axis=1)
    apart = np.where(swapped, 1, apart)
    slip = slips(of, a, b)
    return np.minimum(slip, np.where(apart <= 2, apart, UNLIKE)).astype(np.float32)


def held(of: Column, one: Ints, other: Ints, weight: Weight, *, like: Like | None = None) -> Floats:
    """One column's evidence for each pair of rows."""
    a, b = of.codes[one], of.codes[other]
    both = (a > 0) & (b > 0)
    told = np.where(both, np.float32(weight.other), np.float32(np.nan))
    same = both & (a == b)
    told[same] = counted(of.rarity[a[same]], weight, more=weight.same)
    if like is not None:
        apart = np.flatnonzero(both & ~same)
        slipped = like(of, a[apart], b[apart])
        near, slipped = apart[slipped < UNLIKE], slipped[slipped < UNLIKE]
        rarity = np.minimum(np.minimum(of.rarity[a[near]], of.rarity[b[near]]), rarity_of_near(of, like))
        told[near] = counted(rarity, weight, more=weight.near - AGAIN * (slipped - 1))
    return told


def rarity_of_near(of: Column, like: Like) -> np.float32:
    """Bits that it tells at most when two values are near, from how many near ones people have by chance.

    A postcode has dozens of others that are one figure away, and some two people's birthdays are as near in every
    street; so many rows are held against others at a fixed distance.
    """
    known = of.codes[of.known]
    if len(known) < 2:
        return np.float32(0)
    at = np.arange(min(SAMPLE, TIMES * len(known)))
    a, b = known[at % len(known)], known[(at * STRIDE + at // len(known) + 1) % len(known)]
    other = a != b
    near = (like(of, a[other], b[other]) < UNLIKE).sum()
    return np.float32(np.log2((other.sum() + 1) / (near + 1)))


def counted(rarity: Floats, weight: Weight, *, more: float | Floats) -> Floats:
    """Bits for what agrees, or nearly does."""
    bits: Floats = np.minimum(rarity * weight.share, weight.most) + more
    return bits.astype(np.float32)


def _each_once(of: Column, a: Codes, b: Codes, like: Like) -> Floats:
    """The slips between two values, looked at once for each two however many rows have them."""
    if not len(a):
        return np.zeros(0, dtype=np.float32)
    size = len(of.values)
    keys = pair_keys(a, b, size)
    pairs = distinct(keys.copy())
    found = like(of, (pairs // size).astype(np.int32), (pairs % size).astype(np.int32))
    return found[np.searchsorted(pairs, keys)]


def pair_keys(a: Codes, b: Codes, size: int) -> Ints:
    """One number for two values, in whatever order they are."""
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b).astype(np.int64)
    return low * size + high


def same_across(one: Column, other: Column, a: Ints, b: Ints) -> Flags:
    """Pairs of rows where a value of one column stands in another column: a company and a mail domain's name."""
    return np.asarray((one.places_in(other)[one.codes[a]] == other.codes[b]) & (one.codes[a] > 0))


def same_value(of: Column, one: Ints, other: Ints) -> Flags:
    """Pairs of rows with one value."""
    return np.asarray((of.codes[one] == of.codes[other]) & of.known[one])
