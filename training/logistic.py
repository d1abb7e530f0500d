"""Odds fitted to what was so and what was not: logistic regression with a little mistrust of large weights.

Newton's steps in plain floats; they are taken until nothing moves, and what comes out is rounded far above the last
digits, in which machines may differ.
"""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

STEPS = 25
STILL = 1e-9  # a step shorter than this is the last
FAR = 35.0  # beyond, a share is 0 or 1


class Case(NamedTuple):
    """The figures that are not 0, by number, whether it was so, and odds that count whatever the weights."""

    figures: Sequence[tuple[int, float]]
    held: bool
    already: float = 0.0


def fitted(cases: Sequence[Case], *, width: int, trust: float) -> list[float]:
    """The weights of `width` figures; the higher the trust, the more a single case may move them."""
    weights = [0.0] * width
    for _ in range(STEPS):
        slope, curve = _slope_and_curve(cases, weights, trust)
        step = solved(curve, slope)
        weights = [weight - part for weight, part in zip(weights, step, strict=True)]
        if max(map(abs, step)) < STILL:
            break
    return weights


def _slope_and_curve(
    cases: Sequence[Case], weights: Sequence[float], trust: float
) -> tuple[list[float], list[list[float]]]:
    slope = list(weights)
    curve = [[float(i == j) for j in range(len(weights))] for i in range(len(weights))]
    for figures, held, already in cases:
        share = likelihood(already + sum(weights[i] * figure for i, figure in figures))
        wrong, unsure = trust * (share - held), trust * share * (1.0 - share)
        for i, one in figures:
            slope[i] += wrong * one
            row, part = curve[i], unsure * one
            for j, other in figures:
                row[j] += part * other
    return slope, curve


def likelihood(logarithm: float) -> float:
    return 1.0 / (1.0 + exp(-max(-FAR, min(FAR, logarithm))))


def solved(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """What times the rows gives the right side (Gauss); the rows are those of a curve that bends up everywhere."""
    table = [[*row, last] for row, last in zip(rows, right, strict=True)]
    for at, pivot in enumerate(table):
        for below in table[at + 1 :]:
            if below[at]:
                share = below[at] / pivot[at]
                below[at:] = [one - share * other for one, other in zip(below[at:], pivot[at:], strict=True)]
    found: list[float] = []
    for at in reversed(range(len(table))):
        known = sum(table[at][at + 1 + i] * value for i, value in enumerate(found))
        found.insert(0, (table[at][-1] - known) / table[at][at])
    return found
