"""What stands in one cell: addresses, phone numbers, a profile's slug; and keys that are unique within a file."""

import re
from urllib.parse import unquote

_ADDRESS = re.compile(r"[^\s,;:<>()\[\]\"'|]+@[^\s,;:<>()\[\]\"'|@]+")
_PROFILE = re.compile(r"linkedin\.com/(?:in|pub)/([^/?#\s,;]+)", re.IGNORECASE)
_PLAIN = "https://www.linkedin.com/in/"
LONGEST = 4096  # characters of a cell that are searched for addresses; more is no list of addresses


def addresses(*cells: str) -> tuple[str, ...]:
    """The e-mail addresses in `cells`, lower case, each once, in order."""
    found = [a.lower().rstrip(".") for cell in cells if "@" in cell for a in _ADDRESS.findall(cell[:LONGEST])]
    return tuple(dict.fromkeys(found))


def phones(*cells: str) -> tuple[str, ...]:
    """The phone numbers in `cells` as they are written, each once; several in one cell are parted by , ; or :::."""
    parts = (part.strip() for cell in cells if cell for part in re.split(r"[,;]|:::", cell[:LONGEST]))
    return tuple(dict.fromkeys(part for part in parts if sum(c.isdigit() for c in part) > 2))


def handle(url: str) -> str:
    """`in/<slug>` of a LinkedIn profile's address, lower case and unquoted; "" where it is none."""
    slug = url[len(_PLAIN) :] if url.startswith(_PLAIN) else ""
    if slug.isascii() and slug.replace("-", "").isalnum():
        return f"in/{slug.lower()}"
    found = _PROFILE.search(url[:LONGEST])
    return f"in/{unquote(found[1]).casefold()}" if found else ""


def joined(*parts: str) -> str:
    """Parts of a name in one line."""
    return " ".join(" ".join(parts).split())


def key_of(name: str, *marks: str) -> str:
    """A key for a card without an id of its own: its name and the first of `marks` that is not empty."""
    return f"{name.casefold()}|{next((mark for mark in marks if mark), '').casefold()}"


def unique(key: str, taken: set[str]) -> str:
    """`key`, numbered from its second use in a file on; `taken` remembers."""
    if key in taken:
        number = 2
        while f"{key}#{number}" in taken:
            number += 1
        key = f"{key}#{number}"
    taken.add(key)
    return key
