"""Precision, recall and F1 from counts, and Markdown tables of them with several measurements side by side."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

NOTHING = "–"  # nothing claimed has no precision, nothing true no recall


@dataclass(frozen=True, slots=True)
class Figure:
    """What was right, what was claimed, what was true."""

    right: int
    claimed: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.right + other.right, self.claimed + other.claimed, self.true + other.true)

    def __str__(self) -> str:
        """The three figures in a row; a dash where there is nothing to divide by."""
        shown = (
            (self.precision, self.claimed),
            (self.recall, self.true),
            (self.f1, self.claimed or self.true),
        )
        return " ".join(f"{value:.3f}" if there else NOTHING for value, there in shown)


Rows = Mapping[str, Figure]


def score(claimed: Iterable[Hashable], true: Iterable[Hashable]) -> Figure:
    """Two sets held against each other."""
    said, meant = set(claimed), set(true)
    return Figure(len(said & meant), len(said), len(meant))


def table(title: str, columns: Mapping[str, Rows]) -> str:
    """A Markdown table: a row a name, a column a measurement; how many are true once where it is the same for all."""
    names = tuple(dict.fromkeys(name for rows in columns.values() for name in rows))
    same = all(len({rows[name].true for rows in columns.values()}) == 1 for name in names if _everywhere(name, columns))
    heads = [f"{column} P R F1" for column in columns]
    head = ["", "true", *heads] if same else ["", *(cell for one in heads for cell in ("true", one))]
    lines = [f"### {title}", "", _line(head), "|---" + "|--:" * (len(head) - 1) + "|"]
    lines += [_line([name, *_cells([rows.get(name) for rows in columns.values()], same=same)]) for name in names]
    return "\n".join([*lines, ""])


def _everywhere(name: str, columns: Mapping[str, Rows]) -> bool:
    return all(name in rows for rows in columns.values())


def _cells(found: Sequence[Figure | None], *, same: bool) -> list[str]:
    if same:
        true = next(f.true for f in found if f is not None)
        return [str(true), *("" if f is None else str(f) for f in found)]
    return [cell for f in found for cell in (("", "") if f is None else (str(f.true), str(f)))]


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
