"""`python -m training.whole_judged`: how whole mails are told where their batch, or writer, had no part in it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, pairwise

from askwell.domain.cues import CueType
from askwell.guide.cues.verdict import SURE
from askwell.guide.cues.whole import FIGURES, Taught
from training.whole import KINDS, Found, found, likely, of_others, taught
from training.whole_mails import Labeled, mails

BY_HAND = Taught(0.0, 1.0, *([0.0] * (len(FIGURES) - 1)))
FRESH = ("we", "wf")  # written to find out, not to teach
EVEN = 0.5
BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def judged(every: Sequence[Labeled], rows: Sequence[Found]) -> str:
    """Figures of fresh mails, by the odds that were set by hand and by what was fitted to the other mails."""
    hand = {row: likely(row, dict.fromkeys(KINDS, BY_HAND)) for row in rows}
    ways = {
        "by hand": hand,
        "a batch left out": _left_out(every, rows, lambda mail: mail.batch),
        "a writer left out": _left_out(every, rows, lambda mail: mail.writer),
    }
    return "\n".join(chain.from_iterable(_told(name, every, odds) for name, odds in ways.items()))


def _left_out(every: Sequence[Labeled], rows: Sequence[Found], group: Callable[[Labeled], str]) -> dict[Found, float]:
    found: dict[Found, float] = {}
    for name in sorted({group(mail) for mail in every if mail.writer in FRESH}):
        by_kind = taught([row for row in rows if group(every[row.mail]) != name])
        its_own = (row for row in rows if group(every[row.mail]) == name and row.kind in by_kind)
        found |= {row: likely(row, by_kind) for row in its_own}
    return found


def _told(name: str, every: Sequence[Labeled], odds: Mapping[Found, float]) -> list[str]:
    fresh = {number for number, mail in enumerate(every) if mail.writer in FRESH}
    machines = {row.mail for row, share in odds.items() if row.kind is CueType.AUTO and share >= EVEN}
    claimed = [
        (row, share)
        for row, share in odds.items()
        if share >= EVEN and row.mail in fresh and (row.kind is CueType.AUTO or row.mail not in machines)
    ]
    lines = [f"{name}: {_share(claimed, every, fresh, None)}"]
    lines += [f"  {kind}: {_share(claimed, every, fresh, kind)}" for kind in KINDS]
    silent = {number for number in fresh if not every[number].kinds}
    lines.append(f"  {sum(row.mail in silent for row, _ in claimed)} cues in {len(silent)} silent mails")
    sure = [row.held for row, share in claimed if share >= SURE and not row.figures[-1]]
    lines.append(f"  sure: {sum(sure)} of {len(sure)}")
    for low, high in pairwise(BOUNDS):
        some = [row.held for row, share in claimed if low <= share < high]
        lines.append(f"  {low} to {high}: {sum(some)} of {len(some)}")
    return lines


def _share(
    claimed: Sequence[tuple[Found, float]], every: Sequence[Labeled], fresh: set[int], kind: CueType | None
) -> str:
    right = sum(row.held for row, _ in claimed if kind in {None, row.kind})
    said = sum(kind in {None, row.kind} for row, _ in claimed)
    true = sum(len(every[n].kinds) if kind is None else kind in every[n].kinds for n in fresh)
    f1 = 2 * right / max(1, said + true)
    return f"{right} of {said}, {true} true, F1 {f1:.3f}"


if __name__ == "__main__":
    together = list(mails())
    print(judged(together, found(together, of_others)))
