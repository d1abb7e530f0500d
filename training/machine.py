"""A linear support vector machine in whole numbers: no rounding that depends on machine, order or version.

Dual coordinate descent for the squared hinge (Hsieh and others, 2008), one against the rest. Numbers are fixed-point,
in units of 1 / ONE; sums of integers are exact, so the same sentences give the same weights anywhere.
"""

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from askwell.guide.learned.model import UNIT

ONE = 1 << 20
ROUNDS = 12
SOFTNESS = ONE // 2  # the larger, the less a single odd sentence bends the weights
LIKE = 3  # how much more a sentence that has the label weighs than one that has not


class Shuffle:
    """A small generator of our own (Lehmer's), so that the order of training is fixed for good."""

    def __init__(self, seed: int = 20) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = self.state * 48271 % 2147483647
        return self.state % limit

    def order(self, count: int) -> list[int]:
        order = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return order


def trained(
    rows: Sequence[Sequence[int]],
    truth: Sequence[bool],
    shares: Sequence[int],
    *,
    width: int,
    softness: int = SOFTNESS,
    like: int = LIKE,
    scales: Sequence[int] = (),
) -> list[int]:
    """The weight of each of `width` features; `rows` are their numbers in each sentence, `shares` what each counts.

    `scales` tell how far each feature is trusted, if not all alike; they are part of the weights.
    """
    weights = [0] * width
    squares = [scale * scale // ONE for scale in scales] or [ONE] * width
    push = [0] * len(rows)
    pick = [itemgetter(*row, row[0]) for row in rows]  # the first twice, so that it is a tuple always
    soft = [softness // like if held else softness for held in truth]
    sizes = [_size(row, share, squares) if scales else ONE for row, share in zip(rows, shares, strict=True)]
    shuffle = Shuffle()
    for _ in range(ROUNDS):
        for i in shuffle.order(len(rows)):
            row, share = rows[i], shares[i]
            total = sum(pick[i](weights)) - weights[row[0]]
            score = total * share // UNIT
            short = ONE - (score if truth[i] else -score) - push[i] * soft[i] // ONE
            before = push[i]
            after = max(0, before + short * ONE // (sizes[i] + soft[i]))
            if after != before:
                push[i] = after
                step = (after - before if truth[i] else before - after) * share // UNIT
                for j in row:
                    weights[j] += step * squares[j] // ONE
    return weights


def _size(row: Sequence[int], share: int, squares: Sequence[int]) -> int:
    """How long a row is as a vector, squared; what stands in it several times reaches so many times as far."""
    often = Counter(row)
    return sum(squares[j] * times * times for j, times in often.items()) * share // UNIT * share // UNIT
