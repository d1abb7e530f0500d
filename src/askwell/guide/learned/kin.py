"""Words of one meaning: what a model has learned of one it knows of its kin."""

from functools import cache, lru_cache
from pkgutil import get_data


@cache
def _table() -> tuple[dict[str, tuple[str, ...]], dict[str, list[tuple[str, str]]]]:
    """The kinds of each whole word, and the stems with their kind by their first three letters."""
    words: dict[str, tuple[str, ...]] = {}
    stems: dict[str, list[tuple[str, str]]] = {}
    for line in (get_data("askwell.guide.learned", "kin.txt") or b"").decode().splitlines():
        kind, colon, told = line.partition(":")
        for word in told.split() if colon and not line.startswith("#") else ():
            if word.endswith("~"):
                stems.setdefault(word[:3], []).append((word[:-1], kind))
            else:
                words[word] = (*words.get(word, ()), kind)
    return words, stems


@lru_cache(maxsize=8192)
def kin(word: str) -> tuple[str, ...]:
    """The kinds of a word, in the order of the alphabet."""
    words, stems = _table()
    by_stem = (kind for stem, kind in stems.get(word[:3], ()) if word.startswith(stem))
    return tuple(sorted({*words.get(word, ()), *by_stem}))
