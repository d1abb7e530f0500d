"""The fonts of the printed page, and which letters they have."""

from functools import cache
from importlib import import_module, resources
from pathlib import Path
from typing import Any

BODY = "literata-latin"
FAMILIES = (
    BODY, "literata-latin-ext", "literata-vietnamese", "literata-greek", "literata-greek-ext", "literata-cyrillic",
    "literata-cyrillic-ext", "noto-serif-hebrew-hebrew", "noto-serif-georgian-georgian", "noto-serif-armenian-armenian",
)  # fmt: skip
WEIGHTS = {"": 400, "B": 600}


def file(family: str, *, style: str) -> Path:
    """The file of a font."""
    name = f"{family}-{WEIGHTS[style]}-normal.woff"
    return Path(str(resources.files("askwell.actions.printing").joinpath("fonts", name)))


def needed(text: str) -> tuple[str, ...]:
    """The families that a text takes, the body's first."""
    letters = {ord(letter) for letter in text}
    return (BODY, *(family for family in FAMILIES[1:] if letters & (_has(family) - _has(BODY))))


def unset(text: str) -> tuple[str, ...]:
    """The letters that no font has, each once, in order."""
    if text.isascii():
        return ()
    known = frozenset[int]().union(*map(_has, FAMILIES))
    return tuple(dict.fromkeys(letter for letter in text if ord(letter) not in known and not letter.isspace()))


def without_joiners(text: str) -> str:
    """Without marks that nobody sees (joiners, directions, soft hyphens), which a font need not have."""
    return "".join(letter for letter in text if ord(letter) not in _UNSEEN)


_UNSEEN = frozenset((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFE0F, 0xFEFF))


@cache
def _has(family: str) -> frozenset[int]:
    found: Any = import_module("fontTools.ttLib")  # comes with fpdf2, and without types
    with found.TTFont(file(family, style=""), lazy=True) as font:
        return frozenset(font.getBestCmap())
