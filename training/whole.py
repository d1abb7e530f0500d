"""`python -m training.whole` fits what whole mails teach (guide/cues/whole.py) to labeled mails, after the sentences.

Sentences of training/mail were written after looking at some of these mails; so all are read with a model that was
trained without the sentences of the same writers, as mail that nobody has seen will be read. How it does on mails
that were left out tells `python -m training.whole_judged`.
"""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.detecting import Means
from askwell.guide.cues.detecting import read as read_with
from askwell.guide.cues.frame import Frame, frame
from askwell.guide.cues.judging import Judge, judge_by
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import Reading
from askwell.guide.cues.weighing import Weighed, cue, listen, weigh
from askwell.guide.cues.whole import FIGURES, FILE, Taught, figures, telling
from askwell.guide.learned import load
from askwell.guide.learned.model import Model
from training import texts
from training.logistic import Case, fitted, likelihood
from training.weights import WAYS, one
from training.whole_mails import HERE, Labeled, mails

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "askwell" / "guide" / "learned"
ME = frozenset({"dana.whitfield@example.com", "alex@example.com"})
WITHHELD = ("we", "wf")  # writers of mails and, later, of sentences
TRUST = 0.1
START = 3.0  # how freely a kind has a start of its own; in all else it leaves what is common to all no more freely
MIDDLE = (-2.0, -0.7, -0.2, 0.6, 0.7, -0.9, -0.7, 1.4, 0.0)  # of FIGURES, about
SPREAD = (3.0, 0.35, 0.7, 0.5, 0.9, 0.6, 0.6, 0.5, 0.3)
KINDS = tuple(sorted(set(CueType) - {CueType.OUTCOME}))
WIDTH = len(FIGURES) * (1 + len(KINDS)) + len(KINDS)


class Found(NamedTuple):
    """A kind of cue that a mail may have: its figures, whether it has it, and how far the mail is long enough."""

    mail: int
    kind: CueType
    figures: tuple[float, ...]
    held: bool
    telling: float = 1.0

    @property
    def by_hand(self) -> float:
        return self.figures[0]


@dataclass
class Notes:
    """In place of `settle`: everything is weighed and noted, also what would be left out for its low odds."""

    weighed: dict[CueType, Weighed] = field(default_factory=dict)

    def __call__(
        self,
        frame: Frame,
        kind: CueType,
        rules: Callable[[], Reading | None],
        *,
        needs_rules: bool = False,
        may_tell: Callable[[Sentence], bool] | None = None,
        without: Collection[str] = (),
    ) -> Cue | None:
        read = rules()
        found = weigh(frame, kind, read, listen(frame, kind, may_tell=may_tell, without=without))
        if found is None or (read is None and needs_rules):
            return None
        self.weighed[kind] = found
        return None if kind is CueType.AUTO else cue(frame, kind, found)  # what stands beside it is noted as well


def found(every: Sequence[Labeled], judges: Callable[[Direction], Judge]) -> list[Found]:
    """What rules and model find in each mail, with nothing of what whole mails taught before."""
    return [row for number, mail in enumerate(every) for row in _found(number, mail, judges)]


def _found(number: int, mail: Labeled, judges: Callable[[Direction], Judge]) -> Iterator[Found]:
    notes, seen = Notes(), frame(mail.message, ME)
    read_with(seen, Means(judges, lambda _: {}, notes))
    told = figures(seen)
    for kind, weighed in notes.weighed.items():
        if kind in told and (not mail.sought or kind in mail.sought):
            every = (weighed.by_hand, *told[kind], float(weighed.unnamed))
            yield Found(number, kind, every, kind in mail.kinds, telling(seen))


def taught(rows: Sequence[Found]) -> dict[CueType, Taught]:
    """The weights that follow from the mails: what all kinds have in common, and what each has beyond it."""
    cases = [Case(tuple(_spread(row)), row.held, (1.0 - row.telling) * row.by_hand) for row in rows]
    weights = fitted(cases, width=WIDTH, trust=TRUST)
    return {kind: _of(kind, weights) for kind in KINDS if any(row.kind is kind for row in rows)}


def _spread(row: Found) -> Iterator[tuple[int, float]]:
    count, place = len(FIGURES), KINDS.index(row.kind)
    yield count * (1 + len(KINDS)) + place, START * row.telling
    for number, figure in enumerate(row.figures):
        even = (figure - MIDDLE[number]) / SPREAD[number] * row.telling
        if even:
            yield number, even
            yield count * (1 + place) + number, even


def _of(kind: CueType, weights: Sequence[float]) -> Taught:
    count, place = len(FIGURES), KINDS.index(kind)
    both = zip(weights[:count], weights[count * (1 + place) :], SPREAD, strict=False)
    each = [(common + own) / spread for common, own, spread in both]
    start = START * weights[count * (1 + len(KINDS)) + place]
    start -= sum(weight * middle for weight, middle in zip(each, MIDDLE, strict=True))
    return Taught(start, *each)


def likely(row: Found, by_kind: Mapping[CueType, Taught]) -> float:
    told = by_kind[row.kind]
    whole = told.start + sum(weight * figure for weight, figure in zip(told[1:], row.figures, strict=True))
    return likelihood(row.telling * whole + (1.0 - row.telling) * row.by_hand)


@cache
def withheld() -> Model:
    """The model of mail without the sentences of those whose mails it is to read."""
    shipped = load("mail")
    rows = [(line, texts.read("mail", line)) for line in lines_of_others()]
    weights: dict[str, list[str]] = {}
    for number, label in enumerate(shipped.labels):
        told = [(row, held) for line, row in rows if (held := line.tells(label)) is not None]
        learned = one([row for row, _ in told], [held for _, held in told], WAYS["mail"])
        for feature, weight in learned.items():
            weights.setdefault(feature, []).append(f"{chr(ord('a') + number)}{weight}")
    return Model(
        shipped.labels, shipped.likely, shipped.sure, {feature: " ".join(every) for feature, every in weights.items()}
    )


def lines_of_others() -> list[texts.Line]:
    """All lines but those that stand in the files of the writers of mails alone."""
    by_writer: dict[bool, set[str]] = {True: set(), False: set()}
    for path in texts.files("mail"):
        own = not {*path.stem.split("_")}.isdisjoint(WITHHELD)
        by_writer[own] |= {line.text for line in texts.parse(path.read_text(encoding="utf-8").splitlines())}
    theirs = by_writer[True] - by_writer[False]
    return [line for line in texts.gathered("mail") if line.text not in theirs]


@cache
def of_others(direction: Direction) -> Judge:
    """What hears the mails in training."""
    return judge_by(withheld(), direction)


def checksum() -> str:
    """Of the mails in training/whole and of the figures that are looked at."""
    told = [",".join(FIGURES), *(path.name + path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.jsonl")))]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def written(by_kind: Mapping[CueType, Taught], *, count: int) -> str:
    """The file of weights: remarks, then a kind a line, all in thousandths."""
    head = [
        "# What whole mails taught, written by python -m training.whole; see docs/noticing.md.",
        f"# {count} mails, checksum {checksum()}",
        f"# kind start {' '.join(FIGURES)}",
    ]
    lines = (f"{kind} {' '.join(str(round(1000 * weight)) for weight in told)}" for kind, told in by_kind.items())
    return "\n".join([*head, *lines, ""])


def main() -> None:
    every = list(mails())
    rows = found(every, of_others)
    by_kind = taught(rows)
    (PACKAGE / FILE).write_text(written(by_kind, count=len(every)), encoding="utf-8")
    print(f"{len(every)} mails, {len(rows)} kinds of cue that they may have")


if __name__ == "__main__":
    main()
