"""Words and sentence shapes kept as text in `wording/`; the head of each file tells how to read it."""

from functools import cache
from importlib.resources import files
from sys import intern
from typing import NamedTuple


class Row(NamedTuple):
    """One shape as written, with the tag it gives and how much that says."""

    tag: str
    weight: float
    text: str


def _lines(name: str) -> list[str]:
    """The lines of a file without comments; what is indented belongs to the line above."""
    text = files("askwell.guide.cues").joinpath("wording", name).read_text(encoding="utf-8")
    joined: list[str] = []
    for line in text.splitlines():
        if line.startswith(" ") and joined:
            joined[-1] += ("" if joined[-1].endswith("|") else " ") + line.strip()
        elif line and not line.startswith("#"):
            joined.append(line)
    return joined


def shapes(name: str) -> list[Row]:
    """The shapes of one file, in order."""
    rows: list[Row] = []
    tag, weight = "", 1.0
    for line in _lines(f"{name}.txt"):
        if line.startswith("["):
            tag, given = line[1 : line.index("]")].split()
            weight = float(given)
        else:
            rows.append(Row(tag, weight, line))
    return rows


def _sections(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _lines(name):
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        else:
            current.append(line)
    return found


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """Classes of words by name; options may be of several words."""
    return {
        name: tuple(
            dict.fromkeys(intern(" ".join(option.split())) for option in " ".join(lines).split(",") if option.strip())
        )
        for name, lines in _sections("classes.txt").items()
    }


@cache
def words(name: str) -> frozenset[str]:
    """A plain set of words."""
    return frozenset(map(intern, " ".join(_sections("words.txt")[name]).split()))


def firsts(*names: str) -> frozenset[str]:
    """The first words of all options of some classes."""
    return frozenset(option.split()[0] for name in names for option in classes()[name])
