"""Names held against each other for very many pairs: given and family name in all their forms, or turned round."""

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, Jaro

from askwell.identity.evidence.columns import Flags, Floats, Ints
from askwell.identity.evidence.compare import AGAIN, Weight, held, pair_keys, slips
from askwell.identity.evidence.table import Table

GIVEN = Weight(same=-0.3, near=-3.0, other=-4.0)
TWO = -9.0  # two given names that both are somebody's
FAMILY = Weight(same=-0.3, near=-3.0, other=-4.0)
SHORT = -1.5  # bits off the rarity of the more common form
BEGUN = -3.0  # Jor is Jorinde, or Jordan
INITIAL = -1.5  # bits off the rarity of the letter
TURNED = -2.0
MOST = 40.0
FAR = 0.6  # Jaro's likeness below which no slip of the pen made one name of the other


def most(table: Table, one: Ints, other: Ints) -> Floats:
    """Bits that the names of two rows tell at most: what is dear to look at is taken to agree."""
    found = np.zeros(len(one), dtype=np.float32)
    for column in (table["given"], table["family"]):
        a, b = column.codes[one], column.codes[other]
        both = (a > 0) & (b > 0)
        agreed = np.minimum(column.rarity[a], column.rarity[b]) + np.where(a == b, 0, np.float32(SHORT))
        found += np.where(both, np.maximum(agreed, 3), 0)
    first, last = table.letters
    turned = (first[one] == last[other]) & (last[one] == first[other]) & (first[one] > 0) & (first[other] > 0)
    found[turned] = np.float32(MOST)
    return found


def names(table: Table, one: Ints, other: Ints) -> tuple[Floats, Flags]:
    """Bits that the names of two rows tell, NaN where one of the rows has none; and where given names contradict.

    Greg and Ann of one family, phone and street are two people, however rare the street is.
    """
    given = given_names(table, one, other)
    family = held(table["family"], one, other, FAMILY, like=slips)
    told = np.where(np.isnan(given), family, np.where(np.isnan(family), given, given + family))
    turned, bits = _turned(table, one, other)
    told[turned] = np.fmax(told[turned], bits)
    contradict = given == np.float32(TWO)
    contradict[turned] = False
    return told.astype(np.float32), contradict


def _turned(table: Table, one: Ints, other: Ints) -> tuple[Ints, Floats]:
    """Pairs whose given and family names stand the other way round, slips of the pen and all."""
    given, family = table["given"], table["family"]
    first, last = table.letters
    crossed = (first[one] == last[other]) & (last[one] == first[other]) & (first[one] > 0) & (first[other] > 0)
    at = np.flatnonzero(crossed & (given.codes[one] != given.codes[other]))
    a, b = one[at], other[at]
    slipped = np.zeros(len(at), dtype=np.float32)
    for x, y in ((a, b), (b, a)):
        ones, others = given.texts(given.codes[x]), family.texts(family.codes[y])
        slipped += process.cpdist(ones, others, scorer=OSA.distance, score_cutoff=2)
    kept = slipped <= 2
    rarest = np.minimum(*(given.rarity[given.codes[x]] + family.rarity[family.codes[x]] for x in (a, b)))
    return at[kept], (rarest + TURNED - AGAIN * slipped)[kept].astype(np.float32)


def given_names(table: Table, one: Ints, other: Ints) -> Floats:
    """Bits that the given names alone tell."""
    given = table["given"]
    told = held(given, one, other, GIVEN, like=slips)
    a, b = given.codes[one], given.codes[other]
    told[(a != b) & table.proper[a] & table.proper[b]] = np.float32(GIVEN.other)
    rest = np.flatnonzero((a != b) & (a > 0) & (b > 0))
    short = rest[np.isin(pair_keys(a[rest], b[rest], len(given.values)), table.related)]
    told[short] = np.maximum(told[short], np.minimum(given.rarity[a[short]], given.rarity[b[short]]) + SHORT)
    letters = table.initials
    single = given.lengths == 1
    begun = rest[table.begins.codes[one[rest]] == table.begins.codes[other[rest]]]
    texts = zip(given.texts(a[begun]), given.texts(b[begun]), strict=True)
    begun = begun[np.fromiter((_begins(*both) for both in texts), np.bool_, len(begun))]
    told[begun] = np.maximum(told[begun], np.minimum(given.rarity[a[begun]], given.rarity[b[begun]]) + BEGUN)
    stands = rest[(single[a[rest]] | single[b[rest]]) & (letters.codes[one[rest]] == letters.codes[other[rest]])]
    told[stands] = np.maximum(letters.rarity[letters.codes[one[stands]]] + INITIAL, 0)
    different = rest[told[rest] == np.float32(GIVEN.other)]
    two = table.usual[a[different]] & table.usual[b[different]]
    odd = np.flatnonzero(~two & (table.usual[a[different]] | table.usual[b[different]]))
    ones, others = (given.texts(codes[different[odd]]) for codes in (a, b))
    two[odd] = process.cpdist(ones, others, scorer=Jaro.similarity) < FAR
    told[different[two]] = np.float32(TWO)
    return told


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
