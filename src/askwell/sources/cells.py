"""What stands in one cell: addresses, phone numbers, parts of a name; and keys unique within a file."""

import re

from askwell.identity.handles import address

_BETWEEN = re.compile(r"[\s,;:<>()\[\]\"|]+")  # what stands between addresses in one cell, and after `mailto`
LONGEST = 4096  # characters of a cell that are searched for addresses; more is no list of addresses


def addresses(*cells: str) -> tuple[str, ...]:
    """The e-mail addresses in `cells`, lower case, each once, in order."""
    words = (word for cell in cells if "@" in cell for word in _BETWEEN.split(cell[:LONGEST].lower()))
    found = (word.strip("'.") if word.isascii() else address(word) for word in words if "@" in word)
    return tuple(dict.fromkeys(a for a in found if a.count("@") == 1 and a[0] != "@" and a[-1] != "@"))


def phones(*cells: str) -> tuple[str, ...]:
    """The phone numbers in `cells` as they are written, each once; several in one cell are parted by , ; or :::."""
    parts = (part.strip() for cell in cells if cell for part in re.split(r"[,;]|:::", cell[:LONGEST]))
    return tuple(dict.fromkeys(part for part in parts if sum(c.isdigit() for c in part) > 2))


def joined(*parts: str) -> str:
    """Parts of a name in one line."""
    return " ".join(" ".join(parts).split())


def key_of(name: str, *marks: str) -> str:
    """A key for a card without an id of its own: its name and the first of `marks` that is not empty."""
    return f"{name.casefold()}|{next((mark for mark in marks if mark), '').casefold()}"


def unique(key: str, taken: dict[str, int]) -> str:
    """`key`, numbered from its second use in a file on; `taken` remembers how often each was used."""
    number = taken[key] = taken.get(key, 0) + 1
    if number == 1:
        return key
    numbered = f"{key}#{number}"
    return unique(numbered, taken)
