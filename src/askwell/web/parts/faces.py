"""A face is one or two letters of a name, in whatever script it is written."""

import unicodedata

from askwell.identity.called import called, is_title
from askwell.identity.fold import has_signs, visible
from askwell.identity.order import is_suffix, usual_order


def initials(name: str) -> str:
    """AL of Ana Lindqvist, AL of "Lee, Dr. Ann", A of ana@example.com, 王 of 王小明; "" without a letter.

    Scripts that join their letters or have no capitals are shown by their first letter alone, for two of them side by
    side would be read as a word.
    """
    name = visible(name)[:200]
    if "@" in name:
        name = name.partition("@")[0]
    words = [word for word in usual_order(name).split() if _first(word)]
    if not words:
        return ""
    given = _first(_given(name)) or _first(words[0])
    if has_signs(words[0]) or not _has_capitals(given):
        return _first(words[0]) if has_signs(words[0]) else given
    family = _first(next((word for word in reversed(words) if not is_suffix(word)), ""))
    return given if len(words) == 1 or not _has_capitals(family) or _is_one(name) else given + family


def _given(name: str) -> str:
    """What one calls somebody, without a title; the letter of A. Lindqvist."""
    said = called(name).split() or [""]
    return said[0] if len(said[0].strip(".")) == 1 else said[-1]


def _is_one(name: str) -> bool:
    """Whether there is one name only, with a title before it: Mr. Abara, but not A. Lindqvist."""
    said = called(name).split()
    is_titled = len(said) > 1 and len(said[0].strip(".")) > 1
    words = [word for word in usual_order(name).split() if not is_title(word)]
    return is_titled and (len(words) == 1 or len(said) == len(usual_order(name).split()))


def _has_capitals(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _first(word: str) -> str:
    """The first letter of a word with the marks that belong to it, as a capital; "" where it has none."""
    for at, letter in enumerate(word):
        if unicodedata.category(letter)[0] == "L":
            marks = at + 1
            while marks < len(word) and unicodedata.category(word[marks])[0] == "M":
                marks += 1
            capital = letter.upper() if len(letter.upper()) == 1 else letter.upper()[0]
            return capital + word[at + 1 : marks]
    return ""
