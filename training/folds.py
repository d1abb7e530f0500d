"""Which score is high enough, told by sentences that were kept back from the training: five folds by digest."""

from collections.abc import Sequence
from dataclasses import dataclass

FOLDS = 5
SURE = 95  # of a hundred claims so strong, so many were right in the sentences kept back
FEWEST = 5  # claims; fewer prove nothing


@dataclass(frozen=True, slots=True)
class Threshold:
    """The two thresholds of a label, and how right the first was in the sentences kept back."""

    likely: int
    sure: int
    right: int
    claimed: int
    true: int

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.claimed + self.true)


def fold(text_digest: str) -> int:
    return int(text_digest[:8], 16) % FOLDS


def threshold(scores: Sequence[int], truth: Sequence[bool]) -> Threshold:
    """The score from which on F1 is best, and the lowest from which on nearly every claim is right."""
    ranked = sorted(zip(scores, truth, strict=True), reverse=True)
    true = sum(truth)
    best, sure = (0, 1, 0, 0), None
    right = 0
    for claimed, (score, held) in enumerate(ranked, 1):
        right += held
        if claimed < len(ranked) and ranked[claimed][0] == score:
            continue
        cut = score if claimed == len(ranked) else (score + ranked[claimed][0]) // 2 + 1
        if right * (best[1] + true) > best[0] * (claimed + true):
            best = (right, claimed, cut, 1)
        if claimed >= FEWEST and 100 * right >= SURE * claimed:
            sure = cut
    likely = best[2]
    return Threshold(likely, max(likely, sure if sure is not None else likely + 1000), best[0], best[1], true)
