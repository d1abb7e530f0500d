"""A small language for sentence shapes, and the tagger that finds them quickly in plain sentences.

How a shape is written stands at the head of the files in `wording/`. A shape is compiled when a sentence first has a
word it needs: reading one mail takes a few dozen of a thousand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from askwell.guide.cues import wording
from askwell.guide.cues.plain import Sentence

_GAPS: Final = {"..": r"(?:\S+ ){0,3}?", "...": r"(?:\S+ ){0,8}?"}
# Words so frequent that they say nothing about which shape may fit.
_FREQUENT: Final = frozenset(
    """i you a an the to of and in for is it that on with at be we my me your this have will would can not do are was as
    so if he she they him her them what who how or but from by about all there has had could should did just then one any
    let us more no his their our up out when which some been very here am now also get go""".split()
)
# Before the first word of a sentence proper: small words that do not change what it does.
_OPENER: Final = (
    r"(?:(?:and|but|so|also|then|ok|okay|yes|no|well|oh|or|now|please|maybe|perhaps|ah|ha|just|first|always) )"
)


def _options(part: str) -> tuple[str, ...]:
    options: list[str] = []
    for option in part.split("|"):
        options += wording.classes()[option[1:-1]] if option.startswith("<") else (option.replace("~", " "),)
    return tuple(options)


def _may_lack(part: str) -> bool:
    return part.endswith("?") and part != "?"


@cache
def _rendered(part: str) -> str:
    if part in _GAPS:
        return _GAPS[part]
    options = sorted(_options(part.removesuffix("?") if _may_lack(part) else part), key=len, reverse=True)
    body = "|".join(re.escape(option) for option in options)
    return f"(?:(?:{body}) )?" if _may_lack(part) else f"(?:{body}) "


@cache
def _token_keys(part: str) -> frozenset[str]:
    """For each option of a part its rarest, else longest word."""
    chosen = (set(option.split()) - _FREQUENT or set(option.split()) for option in _options(part))
    return frozenset(min(words, key=lambda word: (-len(word), word)) for words in chosen)


def _keys(tokens: Iterable[str]) -> frozenset[str]:
    """The words of the part that says most: one that can't be left out, of rare and few words."""
    needed = [_token_keys(t) for t in tokens if t not in _GAPS and t != "^" and not _may_lack(t)]
    return min(needed, key=lambda keys: (len(keys & _FREQUENT), len(keys)))


@dataclass(slots=True)
class Shape:
    """One shape: the tag it gives, how much that says, its tokens and, once it was needed, its pattern."""

    tag: str
    weight: float
    tokens: tuple[str, ...]
    pattern: re.Pattern[str] | None = field(default=None)

    def fits(self, plain: str) -> bool:
        if self.pattern is None:
            start = rf"^{_OPENER}{{0,3}}" if self.tokens[0] == "^" else r"(?<!\S)"
            self.pattern = re.compile(start + "".join(_rendered(part) for part in self.tokens if part != "^"))
        return self.pattern.search(plain) is not None


class Tagger:
    """Shapes by the words they need; `tag` tries only those of which a word is in the sentence."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, list[Shape]] = {}
        for row in (row for name in names for row in wording.shapes(name)):
            shape = Shape(row.tag, row.weight, tuple(row.text.split()))
            for key in _keys(shape.tokens):
                self._by_word.setdefault(key, []).append(shape)

    def tag(self, sentence: Sentence) -> None:
        """Give a sentence the tags of the shapes that fit it, each with its greatest weight."""
        plain, tags, by_word = sentence.plain, sentence.tags, self._by_word
        tried: set[int] = set()
        for word in set(plain.split()):
            for shape in by_word.get(word, ()):
                if tags.get(shape.tag, 0.0) >= shape.weight or id(shape) in tried:
                    continue
                tried.add(id(shape))
                if shape.fits(plain):
                    tags[shape.tag] = shape.weight


@cache
def tagger(*names: str) -> Tagger:
    """The tagger of some files of shapes, made once."""
    return Tagger(names)
