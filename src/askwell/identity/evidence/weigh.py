"""All evidence on pairs of people in one sum: how many bits speak for one person, after all who it could be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from askwell.identity.evidence import blocks, naming
from askwell.identity.evidence.calibrate import calibrate, fitting_prior
from askwell.identity.evidence.columns import Flags, Floats, Ints
from askwell.identity.evidence.compare import Weight, alike, dates, held, same_across, same_value, slips
from askwell.identity.evidence.table import Table

ROOM = 400_000  # pairs weighed at a time
PRIOR = -1.0  # bits besides one in so many people: how seldom somebody has two cards
LEAST = -5.0  # bits below which a pair is not worth a look
LARGE, LEAST_OF_MANY = 300_000, -2.0  # the same for a crowd, where there are too many such pairs
MAIL = Weight(same=2.0, near=2.0, other=-1.2, most=20.0)
MOST_OF_DOMAIN = 10.0
OWN_BOX = Weight(same=-0.5, other=-1.2, most=10.0)  # the same before the @, elsewhere
COMPANY = Weight(same=-0.8, near=-1.5, other=-1.3)
TITLE = Weight(same=-0.5, other=-0.7, share=0.8)
REST = {
    "phone": (Weight(same=2.0, other=-2.5, most=20.0), None),
    "place": (Weight(same=-0.5, near=-2.0, other=-0.8, share=0.7), slips),
    "postcode": (Weight(same=-0.5, near=-3.0, other=-1.0, share=0.8), slips),
    "street": (Weight(same=-0.5, near=-2.5, other=-1.5), alike),
    "birthday": (Weight(same=-0.5, near=-4.0, other=-4.0), dates),
    "number": (Weight(same=2.0, near=-4.0, other=-5.0), slips),
}
KINDS = ("name", "mail", "company", "title", *REST, "note")
OTHER = {"mail": MAIL, "company": COMPANY, "title": TITLE} | {kind: weight for kind, (weight, _) in REST.items()}
ONES_OWN = ("birthday", "number")
AGREED = 3.0  # bits from which what is somebody's own is taken to agree
Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Weighed:
    """Pairs of people, with the bits of each kind of evidence, a column for each of `kinds`, the names first."""

    one: Ints
    other: Ints
    parts: Matrix
    prior: float
    kinds: Sequence[str] = KINDS

    @cached_property
    def more(self) -> Floats:
        """The bits of everything but the names."""
        return np.asarray(self.parts[:, 1:].sum(axis=1))

    @cached_property
    def bits(self) -> Floats:
        """Everything together; 0 where it is as likely as not."""
        return np.asarray(self.parts.sum(axis=1) + np.float32(self.prior))


def weigh(table: Table) -> Weighed:
    """Everybody held against whoever they share a key with; what cannot be one is left out."""
    pairs = blocks.candidates(table)
    prior = -float(np.log2(max(table.crowd, 2))) + PRIOR
    kinds = [kind for kind in KINDS if kind not in REST or kind in table]
    found = [_chunk(table, pairs[start : start + ROOM], prior, kinds) for start in range(0, max(len(pairs), 1), ROOM)]
    del pairs
    kept, apart = (np.concatenate([some[at] for some in found]) for at in (0, 3))
    parts, near = (np.concatenate([some[at] for some in found], axis=1).T for at in (1, 2))
    del found
    calibrate(parts, near, kinds, {kind: weight for kind, weight in OTHER.items() if kind in kinds}, prior=prior)
    own = [parts[:, kinds.index(kind)] for kind in ONES_OWN if kind in kinds]
    household = np.flatnonzero(apart & np.logical_and.reduce([told < AGREED for told in own], axis=0))
    parts[household] = np.minimum(parts[household], 0)
    prior = fitting_prior(parts.sum(axis=1), people=table.crowd, first=prior)
    return Weighed(kept // table.people, kept % table.people, parts, prior, kinds)


def _chunk(
    table: Table, pairs: Ints, prior: float, kinds: Sequence[str]
) -> tuple[Ints, Matrix, NDArray[np.bool_], Flags]:
    """Of these pairs those that may be one, with the bits of each kind, and whether given names contradict."""
    one, other, starts = _rows(table, pairs)
    parts = np.zeros((len(kinds), len(pairs)), dtype=np.float32)
    near = np.zeros((len(kinds), len(pairs)), dtype=np.bool_)
    for at, kind in enumerate(kinds[1:], 1):
        if kind == "note":
            continue  # it is looked at where the rest speaks for a pair
        bits = _best(_bits(kind, table, one, other), starts)
        parts[at] = np.nan_to_num(bits)
        if kind in REST:
            same = np.isfinite(_best(np.where(same_value(table[kind], one, other), 0, np.float32(np.nan)), starts))
            near[at] = np.isfinite(bits) & ~same & (bits != np.float32(REST[kind][0].other))
    company, title = parts[kinds.index("company")], parts[kinds.index("title")]
    title[(company < 0) & (title < 0)] = 0  # who changes employers has another title
    least = LEAST if table.people < LARGE else LEAST_OF_MANY
    kept = np.flatnonzero(_best(naming.most(table, one, other), starts) + parts.sum(axis=0) + prior >= least)
    pairs, parts, near = pairs[kept], parts[:, kept], near[:, kept]
    one, other, starts = _rows(table, pairs)
    name, apart = naming.names(table, one, other)
    parts[0] = np.nan_to_num(_best(name, starts))
    return pairs, parts, near, np.logical_and.reduceat(apart, starts) if len(apart) > len(starts) else apart


def _rows(table: Table, pairs: Ints) -> tuple[Ints, Ints, Ints]:
    """All pairs of rows of the pairs of people, and where those of each begin."""
    a, b = pairs // table.people, pairs % table.people
    first, count, order = table.spans
    each = count[a] * count[b]
    starts = np.cumsum(each) - each
    within = np.arange(int(each.sum())) - np.repeat(starts, each)
    a, b = np.repeat(a, each), np.repeat(b, each)
    return order[first[a] + within // count[b]], order[first[b] + within % count[b]], starts


def _best(bits: Floats, starts: Ints) -> Floats:
    """Of each kind of evidence the best that two people's rows show."""
    return bits if len(bits) == len(starts) else np.asarray(np.fmax.reduceat(bits, starts))


def _bits(kind: str, table: Table, one: Ints, other: Ints) -> Floats:
    if kind == "mail":
        return _mail(table, one, other)
    if kind == "company":
        return _company(table, one, other)
    weight, like = (TITLE, None) if kind == "title" else REST[kind]
    return held(table[kind], one, other, weight, like=like)


def _mail(table: Table, one: Ints, other: Ints) -> Floats:
    """The same mailbox; the same before the @ at another domain; a slip of the pen on either side of it."""
    told = held(table["mail"], one, other, MAIL)
    rest = np.flatnonzero(told == np.float32(MAIL.other))
    local, domain = table["local"], table["domain"]
    same = same_value(local, one[rest], other[rest])
    at = rest[same]
    told[at] = held(table["style"], one[at], other[at], OWN_BOX)
    at = rest[~same & same_value(domain, one[rest], other[rest])]
    at = at[held(local, one[at], other[at], MAIL, like=slips) != np.float32(MAIL.other)]
    style = table["style"]  # two boxes named alike after two names tell no more than the names do
    alike_named = style.codes[one[at]] == style.codes[other[at]]
    where = np.minimum(domain.rarity[domain.codes[one[at]]], MOST_OF_DOMAIN)
    told[at] = np.where(alike_named | ~table["label"].known[one[at]], 0, np.float32(MAIL.near) + where / 2)
    return told


def _company(table: Table, one: Ints, other: Ints) -> Floats:
    """The same employer by its name, its first word, or the domain of the mail."""
    firm, label = table["firm"], table["label"]
    told = held(table["company"], one, other, COMPANY)
    ways = ((one, other, firm, firm), (one, other, label, label), (one, other, firm, label), (other, one, firm, label))
    for a, b, of, to in ways:
        same = np.flatnonzero(same_across(of, to, a, b))
        told[same] = np.fmax(told[same], of.rarity[of.codes[a[same]]] + np.float32(COMPANY.near))
    return told
