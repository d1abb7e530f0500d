"""What is given and found, by name: each place once, each label once, and what cannot be read with the reason."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from askwell.domain.reading import Note
from askwell.sources.found import Found, Kind, printable


def distinct(paths: Iterable[str | Path]) -> list[Path]:
    """Each place once, whatever it is called."""
    real: dict[str, Path] = {}
    for path in map(Path, paths):
        real.setdefault(os.path.realpath(path), path)
    return list(real.values())


def labeled(everything: Iterable[Found]) -> Iterator[Found]:
    """Two folders of one name would give the same label twice: number the later ones."""
    labels: dict[str, int] = {}
    for found in everything:
        labels[found.path] = times = labels.get(found.path, 0) + 1
        yield found if times == 1 else replace(found, path=f"{found.path} ({times})")


def label(path: Path) -> str:
    """What a path is called."""
    return printable(path.name or path.resolve().name or "folder")


def unreadable(file: str, label: str, reason: str) -> Found:
    """What cannot be read, with the reason."""
    return Found(file, label, Kind.UNREADABLE, notes=(Note(0, reason),))
