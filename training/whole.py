"""`python -m training whole` fits what whole mails teach (guide/cues/whole.py) to labeled mails, after the models.

All mails are heard by models that have not seen their writer (training/writers.py), as new mail will be. How it does
on mails of writers that were left out here too tells `python -m training.whole_judged`.
"""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.detecting import Means
from askwell.guide.cues.detecting import read as read_with
from askwell.guide.cues.frame import Frame, frame
from askwell.guide.cues.judging import Judge
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import Line, Reading
from askwell.guide.cues.weighing import Weighed, cue, listen, weigh
from askwell.guide.cues.whole import FILE, KINDS, OWN, Taught, Whole, bent, figures, names, of_kind
from training import of_mails, writers
from training.logistic import Table, fitted
from training.whole_mails import ME, Labeled, mails

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "askwell" / "guide" / "learned"
TRUST = 0.03
ENDS = (0.005, 0.995)  # of the figures, so many lie before the first bend and the last; there is one halfway
FEW = 3  # different values of a figure, that need no bend between them


class Found(NamedTuple):
    """A kind of cue that a mail may have: the figures of the mail, those of the kind, and whether it has it."""

    mail: int
    direction: Direction
    kind: CueType
    figures: tuple[float, ...]
    own: tuple[float, ...]
    held: bool


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


def found(every: Sequence[tuple[int, Labeled]], judges: Callable[[Direction], Judge]) -> list[Found]:
    """What rules and models find in each mail, with nothing of what whole mails taught before."""
    return [row for number, mail in every for row in _found(number, mail, judges)]


def _found(number: int, mail: Labeled, judges: Callable[[Direction], Judge]) -> Iterator[Found]:
    notes, seen = Notes(), frame(mail.message, ME)
    read_with(seen, Means(judges, lambda _: {}, notes))
    told = figures(seen)
    for kind, weighed in notes.weighed.items() if told else ():
        if not mail.sought or kind in mail.sought:
            own = (weighed.by_hand, float(weighed.unnamed), float(weighed.unread), *of_kind(seen.heard[kind]))
            yield Found(number, seen.direction, kind, told, own, kind in mail.kinds)


def found_unseen() -> list[Found]:
    """What is found in all mails by models that have not seen their writer."""
    with ProcessPoolExecutor() as pool:
        return sorted(chain.from_iterable(pool.map(_of_fold, range(writers.FOLDS))), key=lambda row: row[:3])


def _of_fold(number: int) -> list[Found]:
    every = mails()
    fold = writers.folds(every)
    own = [(place, mail) for place, mail in enumerate(every) if fold[mail.writer] == number]
    return found(own, writers.without(number).judges().__getitem__)


def taught(rows: Sequence[Found], direction: Direction) -> Whole:
    """What follows from the mails of one direction."""
    rows = [row for row in rows if row.direction is direction]
    of_message = np.array(list({row.mail: row.figures for row in rows}.values()))
    bends = tuple(_bends(column) for column in of_message.T)
    return Whole(bends, {kind: _taught([row for row in rows if row.kind is kind], bends) for kind in KINDS[direction]})


def _bends(column: Table) -> tuple[float, ...]:
    """Where the line of a figure bends; each place in whole thousandths, as it will be written."""
    values = np.unique(column)
    first, last = np.quantile(column, ENDS) if len(values) > FEW else (values[0], values[-1])
    if last <= first:
        first, last = values[0], max(values[-1], values[0] + 1.0)
    places = (first, last) if len(values) <= FEW else (first, (first + last) / 2, last)
    return tuple(round(float(place), 3) for place in places)


def _taught(rows: Sequence[Found], bends: Sequence[tuple[float, ...]]) -> Taught:
    own = [_bends(column) for column in np.array([row.own for row in rows]).T]
    every = [*bends, *own]
    table = np.array([list(bent((*row.figures, *row.own), every)) for row in rows])
    middle, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0.0] = 1.0
    start, even = fitted((table - middle) / spread, np.array([row.held for row in rows]), trust=TRUST)
    weights = even / spread
    start -= float(weights @ middle)
    of_message = sum(len(places) - 1 for places in bends)
    lines, at = [], of_message
    for places in own:
        lines.append(Line(places, tuple(map(float, weights[at : at + len(places) - 1]))))
        at += len(places) - 1
    return Taught.of(start, tuple(map(float, weights[:of_message])), lines)


def checksum() -> str:
    """Of the mails in training/whole and of the figures that are looked at."""
    told = [of_mails.checksum(), *(",".join((*names(direction), *OWN)) for direction in KINDS)]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def written(by_direction: Mapping[Direction, Whole], *, count: int) -> str:
    """The file of weights: remarks, then a line for each figure that bends, each kind and each of its own figures."""
    lines = [
        "# What whole mails taught, in thousandths, written by python -m training whole; see docs/noticing.md.",
        f"# {count} mails, checksum {checksum()}",
    ]
    for direction, whole in by_direction.items():
        for name, places in zip(names(direction), whole.bends, strict=True):
            lines.append(f"{direction} bends {name} {_thousandths(places)}")
        for kind, told in whole.kinds.items():
            lines.append(f"{direction} kind {kind} {_thousandths((told.start, *told.weights))}")
            for name, line in zip(OWN, told.own, strict=True):
                lines.append(f"{direction} {kind} {name} {_thousandths((*line.bends, *line.weights))}")
    return "\n".join([*lines, ""])


def _thousandths(numbers: Sequence[float]) -> str:
    return " ".join(str(round(1000 * number)) for number in numbers)


def main() -> None:
    rows = found_unseen()
    by_direction = {direction: taught(rows, direction) for direction in KINDS}
    count = len({row.mail for row in rows})
    (PACKAGE / FILE).write_text(written(by_direction, count=count), encoding="utf-8")
    print(f"whole: {count} mails, {len(rows)} kinds of cue that they may have")
