"""The words that are written without a capital in the sentences of mail, and are no names: `mail.words`."""

import re
from collections import Counter
from collections.abc import Iterable

from askwell.guide.cues.plain import unaccented
from askwell.identity import diminutives

FILE = "mail.words"
LEAST = 2  # times
OFTEN = 12  # times, for what is a given name as well: "will", "mark", "may"
_WORD = re.compile(r"(?<![\w’'@.])[^\W\d_]{2,}+(?![\w@])")
_INSIDE = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][^\W\d_]+(?![\w@])")


def words(texts: Iterable[str]) -> list[str]:
    """Words met some times without a capital, and more often than with one where no sentence begins."""
    small, large = Counter[str](), Counter[str]()
    for text in texts:
        small.update(unaccented(word) for word in _WORD.findall(text) if word.islower())
        large.update(unaccented(word).lower() for word in _INSIDE.findall(text))
    return sorted(word for word, times in small.items() if times >= max(_least(word), large[word] + 1))


def _least(word: str) -> int:
    """A given name is written small by those who write all so."""
    return OFTEN if diminutives.is_given(word) else LEAST


def written(texts: Iterable[str]) -> str:
    """The file: a word a line."""
    return "\n".join([*words(texts), ""])
