"""Records of other people's data sets: which are one person's, beside Splink in the same run.

No address books, but what the two programs can be held against each other on: fake_1000 of Splink's makers, and febrl 1
to 3, Australian persons with made-up slips. The weighing is that of the address book, with its thresholds; a birthday,
a street and a number, which no card of an address book has here, are weighed beside. Splink is trained on each set and
gets the best of nine thresholds. Pairs that hang together count as one, for both.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from tests.conftest import CORPORA
from tests.eval.figures import Figure, table

from askwell.identity.evidence.decide import likely
from askwell.identity.evidence.table import KINDS, Table
from askwell.identity.evidence.weigh import weigh
from askwell.identity.fold import fold

FOLDER = CORPORA / "contacts_dedupe"
SETS = {
    "fake_1000": ("fake", "fake_1000.csv"),
    "febrl 1": ("febrl", "dataset1.csv"),
    "febrl 2": ("febrl", "dataset2.csv"),
    "febrl 3": ("febrl", "dataset3.csv"),
}
FEBRL = {
    "given": "given_name",
    "family": "surname",
    "street": "address_1",
    "place": "suburb",
    "postcode": "postcode",
    "birthday": "date_of_birth",
    "number": "soc_sec_id",
}
Record = dict[str, str]


def report() -> str:
    """One table, and a line on what is missing."""
    if not FOLDER.is_dir():
        return "### Records of other data sets\n\nThe data sets are not at hand, so nothing was measured.\n"
    from bench.harness import Missing  # peers are run where the benchmarks are

    ours = {name: figure(name) for name in SETS}
    try:
        theirs = {name: splink(name) for name in SETS}
    except Missing as missing:
        told = table("Records of other data sets: whose is which?", {"askwell": ours})
        return f"{told}\nNot at hand, so not asked: {missing}.\n"
    return table("Records of other data sets: whose is which?", {"askwell": ours, "Splink": theirs})


def figure(name: str) -> Figure:
    """Pairs that are sure or likely, held against the truth."""
    kind, file = SETS[name]
    records, truth = (fake if kind == "fake" else febrl)(FOLDER / file)
    kinds = dict.fromkeys((*KINDS, *records[0]))
    found = weigh(Table({one: [record.get(one, "") for record in records] for one in kinds}, range(len(records))))
    chosen = likely(found)
    said = hanging_together(zip(found.one[chosen].tolist(), found.other[chosen].tolist(), strict=True))
    right = sum(truth[one] == truth[other] for one, other in said)
    return Figure(right, len(said), sum(held * (held - 1) // 2 for held in Counter(truth).values()))


def splink(name: str) -> Figure:
    """The same of the peer."""
    from bench.cards import ask_splink

    kind, file = SETS[name]
    told = ask_splink(kind, FOLDER / file)
    return Figure(int(told["right"]), int(told["claimed"]), int(told["true"]))


def fake(file: Path) -> tuple[list[Record], list[str]]:
    """Names, mail, birthday and city of a thousand records."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = []
    for row in rows:
        mail = fold(row["email"])
        local, _, domain = mail.partition("@")
        names = {"given": fold(row["first_name"]), "family": fold(row["surname"]).replace("-", "")}
        box = {"mail": mail, "local": local, "style": local, "domain": domain, "label": domain}
        found.append({**names, **box, "birthday": row["dob"].replace("-", ""), "place": fold(row["city"])})
    return found, [row["cluster"] for row in rows]


def febrl(file: Path) -> tuple[list[Record], list[str]]:
    """Names, address, birthday and number; the truth stands in the record's own name."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = [{key.strip(): (value or "").strip() for key, value in row.items()} for row in csv.DictReader(stream)]
    found = [{kind: fold(row[name]) for kind, name in FEBRL.items()} for row in rows]
    return found, [row["rec_id"].split("-")[1] for row in rows]


def hanging_together(pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """All pairs of those whom pairs hold together."""
    parent: dict[int, int] = {}

    def first(one: int) -> int:
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    for one, other in pairs:
        parent[first(one)] = first(other)
    groups: dict[int, list[int]] = defaultdict(list)
    for one in sorted(parent):
        groups[first(one)].append(one)
    return {pair for some in groups.values() for pair in combinations(some, 2)}


if __name__ == "__main__":
    print(report())
