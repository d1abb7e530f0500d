"""Who is worth holding against whom: people who share one of many keys, so that no slip of the pen hides them all."""

from collections.abc import Iterator

import numpy as np

from askwell.identity.evidence.columns import Column, Ints, distinct
from askwell.identity.evidence.table import OWN, Table

MANY = 60  # rows of one key, from which it tells nothing: another key finds those that belong together
HEAD = 4  # letters of a name; a slip is in its first or in its last ones


def candidates(table: Table) -> Ints:
    """Pairs of people, each as the number of one times `people` and the other."""
    found = [_pairs(keys, rows, table) for keys, rows in _keys(table)]
    pairs = np.concatenate(found)
    found.clear()
    return distinct(pairs)


def _keys(table: Table) -> Iterator[tuple[Ints, Ints]]:
    """Each key's values (0 for none) with the rows they stand in."""
    every = np.arange(table.rows)
    given, family, company = (table[name] for name in ("given", "family", "company"))
    for name in OWN:
        if name in table:
            yield table[name].codes.astype(np.int64), every
    yield table["local"].derived(lambda local: local if len(local) >= HEAD else "").codes.astype(np.int64), every
    for begun in (given.derived(lambda name: name[:1]), given.derived(lambda name: name[1:][-3:])):
        yield _both(family, begun), every
    yield _both(family, company), every
    yield _both(table["firm"], table["title"]), every
    for name in ("place", "postcode", "street"):
        if name in table:
            yield _both(family, table[name]), every
            yield _both(given, table[name]), every
    if "birthday" in table:
        yield from ((key, every) for key in _birthdays(table))
    yield _turned(table), every
    rows, forms = table.forms
    for other in (
        family,
        family.derived(lambda name: name[:HEAD]),
        family.derived(lambda name: name[-HEAD:]),
        company,
        table["firm"],
    ):
        codes = other.codes[rows].astype(np.int64)
        yield np.where(codes > 0, codes * (forms.max(initial=0) + 1) + forms, 0), rows


def _birthdays(table: Table) -> Iterator[Ints]:
    """Two of year, month and day, with the first letter of either name."""
    birthday = table["birthday"]
    letters = [table[name].derived(lambda name: name[:1]) for name in ("given", "family")]
    for cut in (slice(0, 6), slice(4, 8), slice(6, 12)):
        half = birthday.derived(lambda day, cut=cut: (day + day[:4])[cut] if day else "")  # type: ignore[misc]
        for letter in letters:
            yield _both(half, letter)


def _both(one: Column, other: Column) -> Ints:
    codes = one.codes.astype(np.int64)
    return np.where(one.known & other.known, codes * len(other.values) + other.codes, 0)


def _turned(table: Table) -> Ints:
    """Given and family name in one order, for cards that have them the wrong way round."""
    first, second = table.named
    low, high = np.minimum(first, second), np.maximum(first, second)
    return np.where(low > 0, low * (high.max(initial=0) + 1) + high, 0)


def _pairs(keys: Ints, rows: Ints, table: Table) -> Ints:
    """All pairs of people who share a value that is not everybody's."""
    owner, ends = _grouped(keys, rows, table)
    one = np.arange(len(owner))
    found = []
    for step in range(1, MANY):
        kept = one + step < ends
        one, ends = one[kept], ends[kept]
        if not len(one):
            break
        low, high = np.minimum(owner[one], owner[one + step]), np.maximum(owner[one], owner[one + step])
        kept = low != high
        if table.profiled:
            kept &= ~(table.alone[low] & table.alone[high])
        found.append((low * table.people + high)[kept])
    return distinct(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)


def _grouped(keys: Ints, rows: Ints, table: Table) -> tuple[Ints, Ints]:
    """Whose the rows are that share a value with some others, side by side, and where those of its value end."""
    told = np.flatnonzero(keys)
    keys = keys[told]
    order = np.argsort(keys)
    keys = keys[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
    sizes = np.diff(starts, append=len(keys))
    some = (sizes > 1) & (sizes <= MANY)
    owner = table.owner[rows[told[order[np.repeat(some, sizes)]]]]
    sizes = sizes[some]
    return owner, np.repeat(np.cumsum(sizes), sizes)
