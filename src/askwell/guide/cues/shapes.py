"""A small language for sentence shapes, and the tagger that finds them quickly in plain sentences.

A shape is a row of words: `a|b` either word, `x~y` two words as one, `<class>` any of a class of the lexicon, `?` after
one makes it optional, `..` up to three words between, `...` up to eight, `^` the sentence begins here, `$` it ends here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from askwell.guide.cues.lexicon import CLASSES
from askwell.guide.cues.plain import Sentence

_GAPS: Final = {"..": r"(?:\S+ ){0,3}?", "...": r"(?:\S+ ){0,8}?"}
# Words so frequent that they say nothing about which shape may fit.
_FREQUENT: Final = frozenset(
    """i you a an the to of and in for is it that on with at be we my me your this have will would can not do are was as so
    if he she they him her them what who how or but from by about all there has had could should did just then one any
    let us more no his their our up out when which some been very here am now also get go""".split()
)
# Before the first word of a sentence proper: greetings and small words that do not change what it does.
_OPENER: Final = r"(?:(?:and|but|so|also|then|ok|okay|yes|no|well|oh|or|now|please|maybe|perhaps|ah|ha|just|first|always) )"


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: the tag it gives, how much it says, its pattern, and words of which one must be there."""

    tag: str
    weight: float
    pattern: re.Pattern[str]
    keys: frozenset[str]


def _options(token: str) -> tuple[str, ...]:
    options: list[str] = []
    for part in token.split("|"):
        options += CLASSES[part[1:-1]] if part.startswith("<") else (part.replace("~", " "),)
    return tuple(options)


def _rendered(token: str) -> str:
    if token in _GAPS:
        return _GAPS[token]
    optional = token.endswith("?") and len(token) > 1
    options = sorted(_options(token.removesuffix("?") if optional else token), key=len, reverse=True)
    body = "|".join(re.escape(option) for option in options)
    return f"(?:(?:{body}) )?" if optional else f"(?:{body}) "


def _keys(tokens: list[str]) -> frozenset[str]:
    """The words of the token that says most: one that can't be left out, of rare and few words."""
    best: tuple[tuple[int, int], frozenset[str]] | None = None
    for token in tokens:
        if token in _GAPS or token in {"^", "$"} or (token.endswith("?") and token != "?"):
            continue
        words = [set(option.split()) - _FREQUENT or set(option.split()) for option in _options(token)]
        keys = frozenset(min(word_set, key=lambda w: (-len(w), w)) for word_set in words)
        cost = (len(keys & _FREQUENT), len(keys))
        if best is None or cost < best[0]:
            best = (cost, keys)
    if best is None:
        raise ValueError("a shape needs a word that must be there")
    return best[1]


def shape(text: str, *, tag: str, weight: float = 1.0) -> Shape:
    tokens = text.split()
    body = "".join(_rendered(t) for t in tokens if t not in {"^", "$"})
    start = rf"^{_OPENER}{{0,3}}" if tokens[0] == "^" else r"(?<!\S)"
    end = "$" if tokens[-1] == "$" else ""
    return Shape(tag, weight, re.compile(start + body + end), _keys(tokens))


class Tagger:
    """Shapes by the words they need; `tag` runs only those whose word is in the sentence."""

    def __init__(self, tables: Iterable[Mapping[str, str]]) -> None:
        self._by_word: dict[str, list[Shape]] = {}
        self.shapes: list[Shape] = []
        for table in tables:
            for tag, text in table.items():
                self._learn(tag, text)

    def _learn(self, tag: str, text: str) -> None:
        """One shape a line; a weight may stand before the tag's name as `name:2`."""
        name, _, weight = tag.partition(":")
        for line in filter(None, (line.strip() for line in text.splitlines())):
            made = shape(line, tag=name, weight=float(weight or 1))
            self.shapes.append(made)
            for key in made.keys:
                self._by_word.setdefault(key, []).append(made)

    def tag(self, sentence: Sentence) -> None:
        by_word, words = self._by_word, sentence.plain
        tags = sentence.tags
        tried: set[int] = set()
        for word in set(words.split()):
            for candidate in by_word.get(word, ()):
                if tags.get(candidate.tag, 0.0) >= candidate.weight or id(candidate) in tried:
                    continue
                tried.add(id(candidate))
                if candidate.pattern.search(words):
                    tags[candidate.tag] = candidate.weight
