"""What job titles mean: function and standing of a labeled sample, and pairs of titles by others as far as at hand."""

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.conftest import CORPORA, DATA

from askwell.identity import titles

SAMPLE = DATA / "titles.csv"
PARTS = ("development", "counted")
STANDINGS = "aadd" + "mtt"  # assists, does the work, manages, directs: by level from 0 to 6
NONE = "-"  # among the labels: a title that says no function by itself
PAIRS, SEED = 3000, 2026
HEAD = """\
### Titles

200 titles drawn at random from 42,877 alternate titles of O*NET 27.0 (CC BY 4.0), labeled by hand before the program
read them: every second one was looked at while the lists were made, the others were only counted. Of the source beside,
the last words of titles that stayed unread were looked at. Most titles are of production and trades, for so is the
source. A title may have several right labels; "–" counts where none is a right one too. Standing: assists, does the
work, manages, directs.

| | titles | function right | function wrong | none told | standing right |
|---|--:|--:|--:|--:|--:|"""


class Labeled(NamedTuple):
    """A title, the functions it may be read as, and the standings."""

    title: str
    functions: frozenset[str]
    standings: frozenset[str]

    @property
    def told(self) -> frozenset[str]:
        return frozenset(titles.read(self.title).functions)

    @property
    def right(self) -> bool:
        return bool(self.told & self.functions) if self.told else NONE in self.functions

    @property
    def wrong(self) -> bool:
        return bool(self.told) and not self.right

    @property
    def stands_right(self) -> bool:
        return STANDINGS[titles.read(self.title).level] in self.standings


def labeled(part: str) -> list[Labeled]:
    """The titles of one half of the sample."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part]
    return [
        Labeled(r["title"], frozenset(r["functions"].split("|")), frozenset(r["standing"].split("|"))) for r in rows
    ]


def report() -> str:
    """The figures of both halves, and of pairs of titles where the corpora are at hand."""
    lines = [f"| {part} | {_row(labeled(part))} |" for part in PARTS]
    return "\n".join([HEAD, *lines, "", *_of_pairs(), ""])


def _row(rows: Sequence[Labeled]) -> str:
    right, wrong, stands = (
        sum(found) for found in zip(*((r.right, r.wrong, r.stands_right) for r in rows), strict=True)
    )
    figures = (right / len(rows), wrong / len(rows), 1 - (right + wrong) / len(rows), stands / len(rows))
    return " | ".join([str(len(rows)), *(f"{figure:.2f}" for figure in figures)])


def _of_pairs() -> Iterator[str]:
    if not CORPORA.is_dir():
        yield "Pairs of titles: not measured, the corpora folder is not at hand."
        return
    (alike, apart), (near, far) = pairs(CORPORA), pairs(CORPORA, families=True)
    yield (
        f"{PAIRS:,} pairs of titles of one O*NET occupation share a function in {alike:.2f} of those where both are "
        f"read, and a family of functions in {near:.2f}; {PAIRS:,} pairs of two occupations at random share no "
        f"function in {apart:.2f}, and no family in {far:.2f}. O*NET parts more finely (its hundreds of operators are "
        "one “hands-on production” here) and more loosely (managers with those they manage)."
    )


def pairs(corpora: Path, *, families: bool = False) -> tuple[float, float]:
    """How often two titles of one occupation share a function (or family), and two of different ones share none."""
    lines = (corpora / "onet" / "Alternate Titles.txt").read_text(encoding="utf-8").splitlines()[1:]
    of: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        code, title, *_ = line.split("\t")
        of[code].append(title)
    dice = random.Random(SEED)
    codes = [code for code in sorted(of) if len(of[code]) > 1]
    same = [dice.sample(of[dice.choice(codes)], 2) for _ in range(PAIRS)]
    other = [[dice.choice(of[code]) for code in dice.sample(codes, 2)] for _ in range(PAIRS)]
    return _share(same, families=families), 1 - _share(other, families=families)


def _share(found: Sequence[Sequence[str]], *, families: bool) -> float:
    read = [[_said(title, families=families) for title in pair] for pair in found]
    both = [bool(a & b) for a, b in read if a and b]
    return sum(both) / len(both)


def _said(title: str, *, families: bool) -> frozenset[str]:
    found = titles.read(title)
    return found.families if families else frozenset(found.functions)


if __name__ == "__main__":
    print(report())
