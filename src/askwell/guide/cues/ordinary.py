"""Ordinary words and given names, told apart however they are written: what mail writes small is no name."""

from functools import cache, lru_cache
from pkgutil import get_data
from typing import Final

from askwell.guide.cues.plain import unaccented
from askwell.identity import diminutives

FILE: Final = "mail.words"


def is_word(written: str) -> bool:
    """Whether a word with a capital letter is an ordinary one, met without it in the training text, and no name."""
    return unaccented(written).lower() in _words()


@lru_cache(maxsize=4096)
def is_given_name(written: str) -> bool:
    """Whether a word is somebody's given name even without a capital: "fiona", not "will" or "mark"."""
    word = unaccented(written).lower()
    return word not in _words() and diminutives.is_given(word)


@cache
def _words() -> frozenset[str]:
    return frozenset((get_data("askwell.guide.learned", FILE) or b"").decode().split())
