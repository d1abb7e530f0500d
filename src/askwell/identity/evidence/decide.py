"""Three bands: sure enough to make one of two by itself, likely enough to ask about, and two people."""

from collections import defaultdict
from collections.abc import Callable, Iterable

import numpy as np

from askwell.identity.evidence.columns import Flags
from askwell.identity.evidence.weigh import Weighed

LIKELY = -1.0  # bits from which two are worth a question; what is told counts double now and then, hence below 0
SURE = 4.0  # bits from which two are one, where the names do not speak alone
BESIDES = 4.0  # bits of them that must come from elsewhere than the names
RIVAL = 3.0  # bits by which nobody else may come near
Pair = tuple[int, int]


def likely(weighed: Weighed) -> Flags:
    """Pairs worth a question, the sure ones among them."""
    return weighed.bits >= LIKELY


def sure(weighed: Weighed, *, are_two: Callable[[int, int], bool] = lambda _one, _other: False) -> list[int]:
    """The places of pairs that are one by more than their names, and of whom nobody else comes into question.

    `are_two` tells of namesakes: where both come near a third, she may be either.
    """
    bits = weighed.bits
    chosen = np.flatnonzero((bits >= SURE) & (weighed.more >= BESIDES)).tolist()
    near = likely(weighed)
    rivals = _Rivals(
        told
        for told in zip(weighed.one[near].tolist(), weighed.other[near].tolist(), bits[near].tolist(), strict=True)
        if not are_two(told[0], told[1])
    )
    pairs = zip(weighed.one[chosen].tolist(), weighed.other[chosen].tolist(), strict=True)
    return [at for at, pair in zip(chosen, pairs, strict=True) if rivals.none(pair, float(bits[at]))]


class _Rivals:
    """Who else may be whom."""

    def __init__(self, pairs: Iterable[tuple[int, int, float]]) -> None:
        self._beside: dict[int, dict[int, float]] = defaultdict(dict)
        for one, other, bits in pairs:
            self._beside[one][other] = self._beside[other][one] = bits

    def none(self, pair: Pair, bits: float) -> bool:
        """Whether whoever comes as near to one of the two may be the other as well: then all three are one."""
        one, other = (self._beside[person] for person in pair)
        return all(person in other or person in pair for person, its in one.items() if its > bits - RIVAL) and all(
            person in one or person in pair for person, its in other.items() if its > bits - RIVAL
        )
