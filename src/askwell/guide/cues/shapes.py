"""A small language for sentence shapes, and the tagger that finds them quickly in plain sentences.

How a shape is written stands at the head of the files in `wording/`. A shape is compiled when a sentence first has a
word it needs: reading one mail takes a few dozen of a thousand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from askwell.guide.cues import wording
from askwell.guide.cues.plain import Sentence

_GAPS: Final = {"..": r"(?:\S+ ){0,3}?", "...": r"(?:\S+ ){0,8}?"}
# Words so frequent that they say nothing about which shape may fit.
_FREQUENT: Final = frozenset(
    """i you a an the to of and in for is it that on with at be we my me your this have will would can not do are as so
    if he she they him her them what who how or but from by about all there has had could should did just then one
    any let us more no his their our up out when which some been very here am now also get go was""".split()
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
def _part_keys(part: str) -> frozenset[str]:
    """For each option of a part its rarest, else longest word."""
    chosen = (set(option.split()) - _FREQUENT or set(option.split()) for option in _options(part))
    return frozenset(min(words, key=lambda word: (-len(word), word)) for words in chosen)


def _keys(parts: Iterable[str]) -> list[frozenset[str]]:
    """For each part that can't be left out the words of which one must be there; the rarest and fewest come first."""
    needed = [_part_keys(p) for p in parts if p not in _GAPS and p != "^" and not _may_lack(p)]
    return sorted(needed, key=lambda keys: (len(keys & _FREQUENT), len(keys)))


@dataclass(slots=True)
class Shape:
    """One shape: the tag it gives, how much that says, its parts and, once it was needed, its pattern.

    `others` are sets of words besides those it is found by, of each of which one must be there too.
    """

    tag: str
    weight: float
    parts: tuple[str, ...]
    others: tuple[frozenset[str], ...] = ()
    pattern: re.Pattern[str] | None = None

    def fits(self, plain: str) -> bool:
        if self.pattern is None:
            start = rf"^{_OPENER}{{0,3}}" if self.parts[0] == "^" else r"(?<!\S)"
            self.pattern = re.compile(start + "".join(_rendered(part) for part in self.parts if part != "^"))
        return self.pattern.search(plain) is not None


class Tagger:
    """Shapes by the words they need; `tag` tries only those of which all needed words are in the sentence."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, list[Shape]] = {}
        for row in (row for name in names for row in wording.shapes(name)):
            parts = tuple(row.text.split())
            first, *others = _keys(parts)
            shape = Shape(row.tag, row.weight, parts, tuple(others))
            for key in first:
                self._by_word.setdefault(key, []).append(shape)

    def tag(self, sentence: Sentence) -> None:
        """Give a sentence the tags of the shapes that fit it, each with its greatest weight."""
        plain, tags, by_word = sentence.plain, sentence.tags, self._by_word
        words = set(plain.split())
        for word in words & by_word.keys():
            for shape in by_word[word]:
                if tags.get(shape.tag, 0.0) >= shape.weight:
                    continue
                for needed in shape.others:
                    if needed.isdisjoint(words):
                        break
                else:
                    if shape.fits(plain):
                        tags[shape.tag] = shape.weight


@cache
def tagger(*names: str) -> Tagger:
    """The tagger of some files of shapes, made once."""
    return Tagger(names)
