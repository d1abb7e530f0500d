"""Hardness: whether searches made from Bob #1 to Bob #2 come out in the order of their making."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random
from statistics import median

from tests.eval import searches
from tests.eval.searches import BOB_1, BOB_2, Habits

from askwell.domain.search import Search
from askwell.guide.hardness import Hardness, measure
from askwell.method import favors, followup

SEARCHES, SEEDS = 20, range(25)
ALONE = {
    "Bob #1": {},
    "and asks as many as Bob #2": {"asks": BOB_2.asks},
    "and asks as clearly, openly and far": {n: getattr(BOB_2, n) for n in ("clear", "open", "alone", "far", "targets")},
    "and follows up as well": {name: getattr(BOB_2, name) for name in ("remind", "thanks", "in_time", "give")},
}


def of(search: Search) -> Hardness | None:
    kept = favors.books(search, searches.NOW, searches.CALENDAR)
    return measure(kept, followup.promises_of(kept, searches.CALENDAR))


def ranks(values: Sequence[float]) -> list[float]:
    """Places from 1, equals sharing the middle of theirs."""
    return [1 + sum(other < one for other in values) + (values.count(one) - 1) / 2 for one in values]


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """How far two rows are in the same order, from -1 to 1: Pearson's correlation of their ranks."""
    first, second = ranks(a), ranks(b)
    middle = (len(a) + 1) / 2
    together = sum((x - middle) * (y - middle) for x, y in zip(first, second, strict=True))
    spread = (sum((x - middle) ** 2 for x in first) * sum((y - middle) ** 2 for y in second)) ** 0.5
    return together / spread if spread else 0.0


def ordered(*, count: int, seed: int) -> tuple[float, list[int]]:
    """How well one row is ordered, and the figures from Bob #1 to Bob #2; what can't be measured counts as 0."""
    made = searches.row(count, seed=seed)
    figures = [found.score if (found := of(search)) else 0 for _, search in made]
    return spearman([bold for bold, _ in made], figures), figures


def mean_of(how: Habits, *, times: int = 5) -> float:
    found = (of(searches.made(how, seed=f"alone {at}")) for at in range(times))
    return sum(one.score if one else 0 for one in found) / times


def report() -> str:
    rows = [ordered(count=SEARCHES, seed=seed) for seed in SEEDS]
    found = [one for one, _ in rows]
    firsts, lasts = [figures[0] for _, figures in rows], [figures[-1] for _, figures in rows]
    return "\n".join((
        "### Hardness: in the order of their making",
        "",
        f"{SEARCHES} searches of eight weeks from Bob #1 to Bob #2, drawn mail by mail (tests/eval/searches.py), each",
        f"habit straying by itself; {len(rows)} such rows from {len(rows)} seeds.",
        "",
        "| | |",
        "|---|--:|",
        f"| Spearman with their making, first seed | {found[0]:.3f} |",
        f"| the same over all seeds: middle, lowest | {median(found):.3f}, {min(found):.3f} |",
        f"| the same, figures shuffled: middle | {median(noise(seed) for seed in SEEDS):.3f} |",
        f"| Bob #1 reads (goal 0 to 39): middle, highest | {median(firsts):.0f}, {max(firsts)} |",
        f"| Bob #2 reads (goal 70 to 100): middle, lowest | {median(lasts):.0f}, {min(lasts)} |",
        *_alone(),
        "",
    ))  # fmt: skip


def _alone() -> Iterable[str]:
    for words, changes in ALONE.items():
        yield f"| {words} | {mean_of(replace(BOB_1, **changes)):.0f} |"
    yield f"| Bob #2 | {mean_of(BOB_2):.0f} |"


def noise(seed: int) -> float:
    """The same measure on rows whose order was shuffled: what chance alone would give."""
    made = searches.row(SEARCHES, seed=seed)
    figures = [found.score if (found := of(search)) else 0 for _, search in made]
    Random(seed).shuffle(figures)
    return spearman([bold for bold, _ in made], figures)
