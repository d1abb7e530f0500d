"""`python -m training.whole_judged`: how mails are told by what was learned of other writers, from words to cues."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain, pairwise
from typing import NamedTuple

from askwell.guide.cues.detecting import Means, read
from askwell.guide.cues.frame import frame
from askwell.guide.cues.verdict import SURE
from askwell.guide.cues.weighing import settle
from askwell.guide.cues.whole import KINDS, lean
from training import writers
from training.whole import Found, found_unseen, taught
from training.whole_mails import ME, Labeled, mails

BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


class Told(NamedTuple):
    """A mail's writer, the kinds it has, and the cues that were found, each a kind and its confidence."""

    writer: str
    kinds: frozenset[str]
    cues: tuple[tuple[str, float], ...]


def told(rows: Sequence[Found]) -> list[Told]:
    """Each mail, told by what mails of other folds taught."""
    with ProcessPoolExecutor() as pool:
        return list(chain.from_iterable(pool.map(partial(_of_fold, rows), range(writers.FOLDS))))


def _of_fold(rows: Sequence[Found], number: int) -> list[Told]:
    every = mails()
    fold = writers.folds(every)
    others = [row for row in rows if fold[every[row.mail].writer] != number]
    whole = {direction: taught(others, direction) for direction in KINDS}
    judges = writers.without(number).judges()
    means = Means(judges.__getitem__, lambda seen: lean(seen, whole[seen.direction]), settle)
    return [_told(mail, means) for mail in every if fold[mail.writer] == number]


def _told(mail: Labeled, means: Means) -> Told:
    cues = (cue for cue in read(frame(mail.message, ME), means) if cue and (not mail.sought or cue.type in mail.sought))
    return Told(mail.writer, mail.kinds, tuple((cue.type.value, cue.confidence) for cue in cues))


def report(every: Sequence[Told]) -> Iterator[str]:
    """Figures by kind, by writer, of silent mails, and of how sure a cue was."""
    kinds = sorted({kind for one in every for kind in one.kinds})
    for kind in kinds:
        yield f"{kind:14} {_share((one.kinds & {kind}, {k for k, _ in one.cues} & {kind}) for one in every)}"
    for writer in sorted({one.writer for one in every}):
        own = [one for one in every if one.writer == writer]
        yield f"{writer:14} {_share((one.kinds, {k for k, _ in one.cues}) for one in own)}, {_false(own)}"
    yield f"{'all':14} {_share((one.kinds, {k for k, _ in one.cues}) for one in every)}, {_false(every)}"
    claims = [(share, kind in one.kinds) for one in every for kind, share in one.cues]
    for low, high in pairwise(BOUNDS):
        some = [right for share, right in claims if low <= share < high]
        yield f"  {low} to {high}: {sum(some)} of {len(some)} right"
    sure = [right for share, right in claims if share >= SURE]
    yield f"  sure: {sum(sure)} of {len(sure)} right"


def _share(pairs: Iterable[tuple[frozenset[str], set[str]]]) -> str:
    counted = Counter[str]()
    for held, found in pairs:
        counted.update(true=len(held), said=len(found), right=len(held & found))
    right, said, true = counted["right"], counted["said"], counted["true"]
    shares = f"P {right / max(1, said):.3f} R {right / max(1, true):.3f} F1 {2 * right / max(1, said + true):.3f}"
    return f"{true:5} true, {shares}"


def _false(every: Sequence[Told]) -> str:
    silent = [one for one in every if not one.kinds]
    return f"a cue in {sum(bool(one.cues) for one in silent)} of {len(silent)} silent"


def main() -> None:
    print("\n".join(report(told(found_unseen()))))


if __name__ == "__main__":
    main()
