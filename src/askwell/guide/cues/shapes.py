"""A small language for sentence shapes, and the tagger that finds them quickly in plain sentences.

How a shape is written stands at the head of the files in `wording/`. Only shapes are tried of which every part that
may not be missing has an option in the sentence, and two parts that stand side by side are met side by side. This
follows from the text of the shape: a wording needs no hint how it is found.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, reduce
from itertools import pairwise, repeat
from operator import or_
from typing import Final

from askwell.guide.cues import wording
from askwell.guide.cues.parts import BEGINS, Part, parts
from askwell.guide.cues.places import ANYWHERE, Phrase, Row
from askwell.guide.cues.plain import Sentence

# Words so frequent that they say nothing about which shape may fit.
_FREQUENT: Final = frozenset(
    """i you a an the to of and in for is it that on with at be we my me your this have will would can not do are as so
    if he she they him her them what who how or but from by about all there has had could should did just then one
    any let us more no his their our up out when which some been very here am now also get go was""".split()
)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One shape: the tag it gives, how much that says, whether a sentence begins with it, and its parts."""

    tag: str
    weight: float
    begins: bool
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, row: wording.Row) -> "Shape":
        return cls(row.tag, row.weight, row.text.startswith(BEGINS), parts(row.text))

    def pairs(self) -> set[Pair]:
        """Pairs of words of which one is in every text that fits; none if no two parts must stand side by side."""
        beside = [
            {(one.split()[-1], next_.split()[0]) for one in part.options for next_ in after.options}
            for part, after in pairwise(self.parts)
            if part.needed and after.needed
        ]
        return min(beside, key=len, default=set())

    def needed(self) -> list[frozenset[str]]:
        """The options of each part that may not be missing, of the rarest first."""
        needed = (part.options for part in self.parts if part.needed)
        return sorted(needed, key=lambda options: (len(options & _FREQUENT), len(options)))


Sought = tuple[int, Shape]  # what a shape needs, and the shape


class Tagger:
    """Shapes by what they need; `tag` tries only those of which all of that is in the sentence.

    A shape is found by two words in a row, if it has two parts side by side, else by an option of its rarest part. What
    it needs is a number with a bit for each part; the bits of a word are those of the parts that it is an option of.
    """

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self._bits: dict[str, int] = {}
        self._by_word: dict[str, list[Sought]] = {}
        self._by_pair: dict[Pair, list[Sought]] = {}
        self._phrases: dict[Pair, list[Phrase]] = {}
        phrases: set[str] = set()
        known: dict[frozenset[str], int] = {}
        for shape in shapes:
            needed, pairs = shape.needed(), shape.pairs()
            sought = (reduce(or_, [self._bit(options, known) for options in needed]), shape)
            for pair in pairs:
                self._by_pair.setdefault(pair, []).append(sought)
            for word in () if pairs else needed[0]:
                self._by_word.setdefault(word, []).append(sought)
            phrases.update(*(part.phrases for part in shape.parts))
        for phrase in phrases:
            words = tuple(phrase.split())
            rarest = min(pairwise(words), key=lambda pair: (len(_FREQUENT.intersection(pair)), pair))
            self._phrases.setdefault(rarest, []).append(Phrase(phrase, words))
        self._pairs = frozenset(self._by_pair.keys() | self._phrases)  # sets compare without computing a hash anew
        self._words = frozenset(self._by_word)

    def _bit(self, options: frozenset[str], known: dict[frozenset[str], int]) -> int:
        """The bit of a part with these options, which they bear from then on."""
        if options not in known:
            known[options] = 1 << len(known)
            for option in options:
                self._bits[option] = self._bits.get(option, 0) | known[options]
        return known[options]

    def tag(self, sentences: Iterable[Sentence]) -> None:
        """Give each sentence the tags of the shapes that fit it, each with its greatest weight."""
        for sentence in sentences:
            pairs = self._pairs & sentence.pairs
            phrases = self._said(sentence, pairs) if pairs else []
            words = sentence.bag.union([phrase.text for phrase in phrases]) if phrases else sentence.bag
            likely = self._likely(pairs, words)
            if likely:
                _give(sentence, likely, Row(sentence.words, sentence.bag, phrases))

    def _said(self, sentence: Sentence, pairs: Iterable[Pair]) -> list[Phrase]:
        """The phrases that stand in it."""
        sought = [phrase for pair in pairs if pair in self._phrases for phrase in self._phrases[pair]]
        spaced = f" {sentence.plain}" if sought else ""
        return [phrase for phrase in sought if f" {phrase.text} " in spaced]

    def _likely(self, pairs: Iterable[Pair], words: frozenset[str]) -> list[Shape]:
        """The shapes of which all that is needed is among the pairs, words and phrases of a sentence."""
        sought: list[Sought] = []
        for pair in pairs:
            if pair in self._by_pair:
                sought += self._by_pair[pair]
        for word in self._words & words:
            sought += self._by_word[word]
        if not sought:
            return []
        there = reduce(or_, map(self._bits.get, words, repeat(0)))
        return [shape for needs, shape in sought if needs & there == needs]


def _give(sentence: Sentence, likely: Iterable[Shape], row: Row) -> None:
    tags, openings = sentence.tags, 0
    for shape in likely:
        if tags.get(shape.tag, 0.0) >= shape.weight:
            continue
        if shape.begins and not openings:
            openings = row.openings()
        if row.fits(shape.parts, openings if shape.begins else ANYWHERE):
            tags[shape.tag] = shape.weight


@cache
def tagger(*names: str, only: frozenset[str] = frozenset()) -> Tagger:
    """The tagger of some files of shapes, made once; of a few tags only, if they are named."""
    rows = (row for name in names for row in wording.shapes(name))
    return Tagger(Shape.of(row) for row in rows if not only or row.tag in only)
