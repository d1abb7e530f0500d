"""What somebody calls herself: the name under her letters, where it is hers ("Terry" of Teresa Kowalska)."""

from collections.abc import Iterable
from functools import lru_cache

from askwell.identity.called import called
from askwell.identity.names import Likeness, compare, split

LAST = 400  # characters of a letter's end that are looked at
LINES = 4  # lines of it, the signature's title and company among them
WORDS = 5  # of a line; a longer one is a sentence
_AROUND = " \t-–—~*_.!,;:❤\u200b"


def called_by(name: str, texts: Iterable[str]) -> str:
    """How to greet somebody of that name: as the newest letter is signed (`texts`, newest first), else by the name."""
    return next((word for text in texts if (word := signed(text, name=name))), called(name))


@lru_cache(maxsize=8192)
def signed(text: str, *, name: str) -> str:
    """The given name that the letter is signed with, if it fits the name; "" for none, for initials and for another."""
    lines = [line.strip(_AROUND) for line in text[-LAST:].splitlines()]
    for line in reversed([line for line in lines if line][-LINES:]):
        if word := _name_in(line, name):
            return word
    return ""


def _name_in(line: str, name: str) -> str:
    """Of "Best, Terry", "Terry" and "Terry Kowalska" the given name."""
    if len(line.split()) > WORDS:
        return ""
    words = line.rpartition(",")[2].strip(_AROUND).split()
    if not 1 <= len(words) <= 2 or not all(word.replace("-", "").isalpha() for word in words) or len(words[0]) < 3:
        return ""
    if len(words) > 1 and not all(word[0].isupper() for word in words):
        return ""
    if compare(split(" ".join(words)), split(name)) < Likeness.FITS:
        return ""
    return words[0].title() if words[0].isupper() or words[0].islower() else words[0]
