"""Which score is high enough, told by sentences that were kept back from the training: five folds by digest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

FOLDS = 5
SURE = 95  # of a hundred claims so strong, so many were right in the sentences kept back
FEWEST = 5  # claims; fewer prove nothing
ONE = 1 << 20  # shares are whole numbers in units of 1 / ONE
BODY = 7  # sentences of a letter between greeting and farewell
TEMPTING = 7  # where a thing is missing, something like it stands as a rule: one of the most tempting seventh
RARELY = 3  # so it is with goals and offers less often, as the odd drafts have shown
BROKEN = ONE // 8  # of all letters, those that break a rule: as a rule of thumb, one in eight


@dataclass(frozen=True, slots=True)
class Cut:
    """A score, and what is claimed from it on: so many right, of so many claimed, of so many true and all."""

    score: int
    right: int
    claimed: int
    true: int
    every: int

    @property
    def caught(self) -> int:
        """The share of the true that is claimed."""
        return self.right * ONE // max(1, self.true)

    @property
    def wrong(self) -> int:
        """The share of the others that is claimed."""
        return (self.claimed - self.right) * ONE // max(1, self.every - self.true)


Aim = Callable[[Cut], int]


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


def sentence(cut: Cut) -> int:
    """F1 over sentences."""
    return 2 * cut.right * ONE // max(1, cut.claimed + cut.true)


def said(cut: Cut) -> int:
    """F1 over letters of a rule that one sentence breaks, where every sentence may be taken for such a one."""
    clean = _power(ONE - cut.wrong, BODY - 1)
    found = ONE - (ONE - cut.caught) * clean // ONE
    return _letters(found, false=ONE - clean * (ONE - cut.wrong) // ONE)


def missed(cut: Cut, *, tempting: int = TEMPTING) -> int:
    """F1 over letters of a rule that is broken where no sentence has the label."""
    others = _power(ONE - cut.wrong, BODY - 1)
    tempted = min(ONE, tempting * cut.wrong)
    return _letters(others * (ONE - tempted) // ONE, false=(ONE - cut.caught) * others // ONE)


def threshold(scores: Sequence[int], truth: Sequence[bool], aim: Aim = sentence) -> Threshold:
    """The score from which on the aim is reached best, and the lowest from which on nearly every claim is right."""
    cuts = list(_cuts(scores, truth))
    best = max(cuts, key=aim, default=Cut(0, 0, 0, 0, 0))
    certain = [cut.score for cut in cuts if cut.claimed >= FEWEST and 100 * cut.right >= SURE * cut.claimed]
    sure = min(certain, default=best.score + 1000)
    return Threshold(best.score, max(best.score, sure), best.right, best.claimed, best.true)


def _cuts(scores: Sequence[int], truth: Sequence[bool]) -> Iterator[Cut]:
    """Each place between two scores, from the highest down."""
    ranked = sorted(zip(scores, truth, strict=True), reverse=True)
    right, true = 0, sum(truth)
    for claimed, (score, held) in enumerate(ranked, 1):
        right += held
        last = claimed == len(ranked)
        if last or ranked[claimed][0] < score:
            below = score if last else (score + ranked[claimed][0]) // 2 + 1
            yield Cut(below, right, claimed, true, len(ranked))


def _letters(found: int, *, false: int) -> int:
    right = BROKEN * found // ONE
    return 2 * right * ONE // (BROKEN + right + (ONE - BROKEN) * false // ONE)


def _power(share: int, times: int) -> int:
    product = ONE
    for _ in range(times):
        product = product * share // ONE
    return product
