"""Ids as the outside sees them: a letter for the kind and a number counted for each seeker, such as p12 or i4.

Within the database a row's key also carries its seeker, so that no two seekers can ever share a key and an export moves
to another store without new numbers.
"""

from askwell.domain.errors import Refused

PREFIXES = {
    "batch": "b",
    "file": "f",
    "contact": "p",
    "card": "c",
    "handle": "h",
    "interaction": "i",
    "participant": "w",
    "cue": "q",
    "application": "a",
    "drop": "d",
    "aside": "s",
    "draft": "l",
    "notsame": "n",
    "forgotten": "x",
    "connection": "k",
    "look": "y",
}
TABLES = {prefix: table for table, prefix in PREFIXES.items()}
BITS = 40
MASK = (1 << BITS) - 1


def key(seeker: int, number: int) -> int:
    """The row's key of a seeker's number."""
    return seeker << BITS | number


def show(table: str, row: int) -> str:
    """The id of a row as it is given out."""
    return f"{PREFIXES[table]}{row & MASK}"


def find(table: str, text: str, *, seeker: int) -> int | None:
    """The row's key for an id that was given out, or None if it is no id of that table."""
    prefix, number = text[:1], text[1:]
    if TABLES.get(prefix) != table or not (number.isascii() and number.isdigit()) or len(number) > 12:
        return None
    return key(seeker, int(number))


def read(table: str, text: str, *, seeker: int) -> int:
    """The row's key for an id that was given out; refuses what is none."""
    row = find(table, text, seeker=seeker)
    if row is None:
        raise Refused(f"“{text}” is no id of a {table}; ids look like {PREFIXES[table]}12.")
    return row
