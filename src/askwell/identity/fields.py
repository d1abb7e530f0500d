"""Which fields of business a goal, a company's name or a title tells of: "Brightwater Dairy" is food and beverage."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from askwell.identity import wordlists
from askwell.identity.fold import fold

_WORD = re.compile(r"[^\W_]+")
_ITEM = re.compile(r'"([^"]+)"|(\S+)')
LONGEST = 300  # characters that are looked at


@lru_cache(maxsize=1)
def _tellers() -> dict[str, frozenset[str]]:
    """Fields by the word, or the two words, that tell them."""
    found: dict[str, set[str]] = {}
    for line in wordlists.text("fields.txt").splitlines():
        name, equals, items = line.partition(" = ")
        if equals and not line.startswith("#"):
            for quoted, word in _ITEM.findall(items):
                found.setdefault(quoted or word, set()).add(name)
    return {word: frozenset(fields) for word, fields in found.items()}


@lru_cache(maxsize=1)
def _doors() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in wordlists.text("fields.txt").splitlines():
        name, tilde, others = line.partition(" ~ ")
        for other in others.split(", ") if tilde and not line.startswith("#") else ():
            found.setdefault(name, set()).add(other)
            found.setdefault(other, set()).add(name)
    return {name: frozenset(others) for name, others in found.items()}


def next_door(names: Iterable[str]) -> frozenset[str]:
    """The fields next door to any of these, both ways."""
    return frozenset[str]().union(*(_doors().get(name, frozenset()) for name in names))


@lru_cache(maxsize=65536)
def told(text: str) -> frozenset[str]:
    """The fields that a text tells of; none where no word of it belongs to one."""
    if not text:
        return frozenset()
    tellers = _tellers()
    words = _WORD.findall(fold(text[:LONGEST]))
    pairs = [" ".join(pair) for pair in pairwise(words)]
    hits = [tellers[one] for one in (*words, *pairs) if one in tellers]
    return frozenset().union(*hits)
