"""What these very people teach: how many have two cards, and how often what differs is one person's all the same.

In one address book nobody's number ever differs, in another everybody has three. No answers are needed for it: the
pairs that are sure without one kind of evidence show how that kind behaves. What was assumed counts as so many pairs,
so that a small book changes little.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from askwell.identity.evidence.columns import Floats
from askwell.identity.evidence.compare import Weight

SURE = 8.0  # bits without the kind in question from which a pair teaches
ASSUMED = 40.0  # pairs that what was assumed counts as
HARDEST = -9.0
SWAY = 4.0  # bits by which the prior may move
ROUNDS = 5
Matrix = NDArray[np.float32]


def calibrate(
    parts: Matrix, near: NDArray[np.bool_], kinds: Sequence[str], weights: Mapping[str, Weight], *, prior: float
) -> None:
    """Let what differs or nearly agrees count as it does among these people; the evidence is changed where it lies."""
    bits = parts.sum(axis=1) + np.float32(prior)
    for kind, weight in weights.items():
        told, close = parts[:, kinds.index(kind)], near[:, kinds.index(kind)]
        known = (bits - told >= SURE) & (told != 0)
        differ = told == np.float32(weight.other)
        hard, soft = (_share(known, such, usual) for such, usual in ((differ, weight.other), (close, weight.near)))
        told[differ] = max(hard, HARDEST)
        told[close] += soft - weight.near


def _share(known: NDArray[np.bool_], such: NDArray[np.bool_], assumed: float) -> float:
    """Bits of the share of such pairs among those known."""
    return float(np.log2((np.sum(known & such) + ASSUMED * 2**assumed) / (known.sum() + ASSUMED)))


def fitting_prior(bits: Floats, *, people: float, first: float) -> float:
    """The bits with which any two people start, from how many seem to be one: few of a tidy address book are."""
    prior = first
    for _ in range(ROUNDS):
        likely = float(np.sum(1 / (1 + np.exp2(-np.clip(bits + prior, -40, 40)))))
        share = min(max(likely, 0.5) / max(people * (people - 1) / 2, 1), 0.5)
        prior = min(max(float(np.log2(share / (1 - share))), first - SWAY), first + SWAY)
    return prior
