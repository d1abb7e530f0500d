"""Wordings that are sought as they stand: plain search first, a pattern only where that found one."""

import re


class Fixed:
    """Wordings that stand as they are, each from the beginning of a word to the end of one, or to what comes then."""

    def __init__(self, *wordings: str, then: str = r"\b") -> None:
        self._wordings = wordings
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, wordings))}){then}")

    def within(self, text: str) -> bool:
        return any(map(text.__contains__, self._wordings)) and self._pattern.search(text) is not None
