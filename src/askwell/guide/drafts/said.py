"""What she has written already, sentence by sentence, so that no two people get the same one."""

import re
from collections.abc import Container, Iterator
from itertools import islice
from weakref import WeakKeyDictionary

from askwell.domain.messages import Direction
from askwell.domain.threads import SPOKEN, Record

NEWEST = 400  # of her letters; what she wrote before is forgotten by those who know each other
LONGEST = 5000  # characters of a letter that are looked at
FEWEST = 3  # words; “Thank you.” may be said to everybody
_APART = re.compile(r"(?<=[.!?…”])\s+|\n+")
_WRITTEN: WeakKeyDictionary[Record, frozenset[str]] = WeakKeyDictionary()


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text, each in one form however it is spaced and marked; very short ones are none."""
    for one in _APART.split(text[:LONGEST]):
        plain = " ".join(one.casefold().split()).strip(" .,;:!?…-–“”\"'")
        if plain.count(" ") >= FEWEST - 1:
            yield plain


def is_new(text: str, said: Container[str]) -> bool:
    """Whether no sentence of it was said before."""
    return not any(one in said for one in sentences_of(text))


def written(record: Record | None) -> frozenset[str]:
    """The sentences of her newest letters in this search; they are looked up once for each record."""
    if record is None:
        return frozenset()
    found = _WRITTEN.get(record)
    if found is None:
        hers = (i for i in reversed(record.past) if i.direction is Direction.OUT and i.channel not in SPOKEN and i.text)
        found = frozenset(one for letter in islice(hers, NEWEST) for one in sentences_of(letter.text))
        _WRITTEN[record] = found
    return found
