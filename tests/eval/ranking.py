"""Whom to ask first, held against orders that people wrote down before the program's was looked at: NDCG@10."""

import json
import math
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.conftest import DATA

from askwell.actions.suggesting import suggest

SEEN = DATA / "ranking.json"
UNSEEN = DATA / "ranking60.json"
NOW = "2026-02-20T15:00:00Z"
PLACES, SHUFFLES = 10, 200
HEAD = """\
### Whom to ask first

NDCG@10 of `suggest` against a person's grades (4 ask first, 0 last), with gains of 2^grade − 1 and, milder, of the
grade itself; beside it the mean of {shuffles} random orders and the order by tie alone (close, known, barely, new).

| | people | NDCG@10 (2^g − 1) | NDCG@10 (g) | at random | by tie alone |
|---|--:|--:|--:|--:|--:|"""
TIES = ("close", "known", "barely", "new")


def report(*, whole: bool = True) -> str:
    """Both orders: the one that was seen while the rules were made, and the one that was not."""
    files = {"order seen": SEEN, **({"order not seen": UNSEEN} if whole and UNSEEN.is_file() else {})}
    return "\n".join([HEAD.format(shuffles=SHUFFLES), *(_row(name, path) for name, path in files.items()), ""])


def _row(name: str, path: Path) -> str:
    said = json.loads(path.read_text(encoding="utf-8"))
    grades = grades_of(said)
    order = ranked(said)
    by_tie = sorted(said["contacts"], key=lambda one: TIES.index(one["tie"] or "barely"))
    figures = (
        ndcg(order, grades),
        ndcg(order, grades, mild=True),
        _at_random(order, grades),
        ndcg([one["id"] for one in by_tie], grades),
    )
    return f"| {name} | {len(grades)} | {' | '.join(f'{figure:.2f}' for figure in figures)} |"


def grades_of(said: Mapping[str, Any]) -> dict[str, int]:
    """The grade of each contact; a reason may stand beside it."""
    return {key: grade[0] if isinstance(grade, list) else grade for key, grade in said["grades"].items()}


def ranked(said: Mapping[str, Any]) -> list[str]:
    """The ids as `suggest` orders them."""
    now = datetime.fromisoformat(said.get("now") or NOW)
    return [one["id"] for one in suggest(json.dumps(said), now=now)["ranking"]]


def ndcg(order: Sequence[str], grades: Mapping[str, int], *, mild: bool = False) -> float:
    """How near the first ten are to the best ten, from 0 to 1."""

    def gain(of: Sequence[int]) -> float:
        return sum((g if mild else 2.0**g - 1) / math.log2(at + 2) for at, g in enumerate(of[:PLACES]))

    return gain([grades[one] for one in order]) / gain(sorted(grades.values(), reverse=True))


def _at_random(order: Sequence[str], grades: Mapping[str, int]) -> float:
    return sum(ndcg(one, grades) for one in _shuffled(order)) / SHUFFLES


def _shuffled(order: Sequence[str]) -> Iterator[list[str]]:
    dice = random.Random(2026)
    for _ in range(SHUFFLES):
        yield dice.sample(sorted(order), len(order))


if __name__ == "__main__":
    print(report(whole="--whole" in sys.argv))
