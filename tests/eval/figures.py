"""Precision, recall and F1 from counts, and tables of them as text."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


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


def score(claimed: Iterable[Hashable], true: Iterable[Hashable]) -> Figure:
    """Two sets held against each other."""
    said, meant = set(claimed), set(true)
    return Figure(len(said & meant), len(said), len(meant))


def table(title: str, rows: Sequence[tuple[str, Figure]]) -> str:
    """A Markdown table of figures."""
    lines = [
        f"### {title}",
        "",
        "| | right | claimed | true | precision | recall | F1 |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name, f in rows:
        lines.append(
            f"| {name} | {f.right} | {f.claimed} | {f.true} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} |"
        )
    return "\n".join([*lines, ""])
