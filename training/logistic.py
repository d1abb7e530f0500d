"""Odds fitted to what was so and what was not: logistic regression with a little mistrust of large weights.

Newton's steps; they are taken until nothing moves, and what comes out is rounded far above the last digits, in which
machines may differ.
"""

import numpy as np
from numpy.typing import NDArray

STEPS = 30
STILL = 1e-9  # a step shorter than this is the last
FAR = 35.0  # beyond, a share is 0 or 1
Table = NDArray[np.float64]


def fitted(figures: Table, held: NDArray[np.bool_], *, trust: float) -> tuple[float, Table]:
    """The start and the weight of each figure, a column of the table with a case a row.

    The higher the trust, the more a single case may move the weights; figures should be of one spread. The start is
    trusted wholly.
    """
    rows = np.hstack([np.ones((len(figures), 1)), figures])
    mistrust = np.full(rows.shape[1], 1.0 / trust)
    mistrust[0] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        share = likelihood(rows @ weights)
        slope = rows.T @ (share - held) + mistrust * weights
        curve = (rows * (share * (1.0 - share))[:, None]).T @ rows + np.diag(mistrust)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.max(np.abs(step)) < STILL:
            break
    return float(weights[0]), weights[1:]


def likelihood(logarithm: Table) -> Table:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logarithm, -FAR, FAR))))
