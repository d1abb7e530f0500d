"""How many of the cards that are one person's are found, and how fast? 100,000 and 1,000,000, beside Splink on DuckDB.

A fifth are twins of others (see twins.py), with seeds on which no threshold was set. `alone` is what is joined without
asking, for which not the names alone may speak; the other figures count what is asked about as well. As in every
import, Python's collector rests meanwhile: nothing of what is made is garbage.
"""

import csv
import json
import os
import shutil
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from bench import twins
from bench.harness import Case, Missing, Watch

if TYPE_CHECKING:
    from askwell.domain.people import Card

SEED = 2026
GOAL = 4.0  # seconds for 100,000 cards
SIZES = {"25k": 25_000, "50k": 50_000, "100k": 100_000, "1m": 1_000_000}
ROOT = Path(__file__).resolve().parents[1]
Told = dict[str, float | str]


def _file(count: int) -> Path:
    return twins.write(count, seed=SEED)


def read(file: Path) -> tuple[list["Card"], list[int]]:
    """The cards, and whose each is in truth."""
    from askwell.domain.people import Card, Origin

    cards: list[Card] = []
    truth: list[int] = []
    with file.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        for number, entity, given, family, email, phone, company, title in rows:
            truth.append(int(entity))
            cards.append(
                Card(
                    source="google",
                    origin=Origin(file.name, int(number)),
                    key=number,
                    name=f"{given} {family}",
                    given=given,
                    family=family,
                    emails=(email,) if email else (),
                    phones=(phone,) if phone else (),
                    company=company,
                    title=title,
                )
            )
    return cards, truth


def weighed(count: int) -> Told:
    """The weighing of evidence alone: every pair that is sure or likely, from the cards as they lie in memory."""
    from askwell.identity.evidence.decide import likely
    from askwell.identity.evidence.people import People
    from askwell.identity.facts import Facts
    from askwell.store.pause import no_garbage

    cards, truth = read(_file(count))
    watch = Watch()
    with no_garbage():
        found = People(Facts(cards, region="US"), range(len(cards))).weighed
        chosen = likely(found)
    pairs = zip(found.one[chosen].tolist(), found.other[chosen].tolist(), strict=True)
    return {**watch.told, **score(pairs, truth)}


def joined(count: int) -> Told:
    """What is joined without asking, by all rules and with a reason for each: the very call of an import."""
    from askwell.identity.join import join
    from askwell.store.pause import no_garbage

    cards, truth = read(_file(count))
    watch = Watch()
    with no_garbage():
        found = join(cards, region="US")
    took = watch.told
    people: dict[str | int, list[int]] = defaultdict(list)
    for at, person in enumerate(found.people):
        people[person].append(at)
    return {**took, **score((pair for some in people.values() for pair in combinations(some, 2)), truth)}


def score(pairs: Iterable[tuple[int, int]], truth: list[int]) -> Told:
    """Precision, recall and F1 over pairs."""
    said = list(pairs)
    right = sum(truth[one] == truth[other] for one, other in said)
    true = sum(held * (held - 1) // 2 for held in Counter(truth).values())
    precision, recall = right / max(len(said), 1), right / true
    both = precision + recall
    return {
        "P": round(precision, 4),
        "R": round(recall, 4),
        "F1": round(2 * precision * recall / both if both else 0, 4),
    }


def splink_python() -> Path | None:
    """An interpreter that has Splink: SPLINK_PYTHON, else that of a `splink-python` on the PATH."""
    told = os.environ.get("SPLINK_PYTHON") or shutil.which("splink-python")
    return Path(told) if told else None


def ask_splink(kind: str, file: Path) -> dict[str, float]:
    """What the peer says of a file."""
    python = splink_python()
    if python is None:
        raise Missing("Splink (SPLINK_PYTHON=python of an environment with splink, duckdb and pandas)")
    command = [str(python), str(ROOT / "bench" / "splink_peer.py"), kind, str(file.resolve())]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise Missing(f"Splink, which ended with: {done.stderr.strip()[-200:]}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def splink(count: int) -> Told:
    """The peer on the same file, trained on it, at the best of its thresholds; start-up and reading do not count."""
    found = ask_splink("twins", _file(count))
    precision, recall = found["right"] / max(found["claimed"], 1), found["right"] / found["true"]
    told = {"P": round(precision, 4), "R": round(recall, 4), "F1": round(found["F1"], 4)}
    return {"seconds": found["seconds"], "cpu": found["cpu"], **told, "threshold": found["threshold"]}


def _case(do: Callable[[int], Told], size: str, *, goal: float | None = None) -> Case:
    count = SIZES[size]
    return Case(lambda: do(count), lambda: _file(count), once=size == "1m", goal=goal)


CASES = {
    "cards-100k": _case(weighed, "100k", goal=GOAL),
    "cards-100k-joined": _case(joined, "100k", goal=GOAL),
    "cards-100k-splink": _case(splink, "100k"),
    "cards-50k": _case(weighed, "50k"),
    "cards-25k": _case(weighed, "25k"),
    "cards-1m": _case(weighed, "1m"),
    "cards-1m-splink": _case(splink, "1m"),
}
