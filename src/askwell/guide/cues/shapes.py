"""A small language for sentence shapes, and the tagger that finds them quickly in plain sentences.

How a shape is written stands at the head of the files in `wording/`. Only shapes are tried of which every part that
may not be missing has an option in the message. This follows from the text of the shape: a wording needs no hint how
it is found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
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


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One shape: the tag it gives, how much that says, whether a sentence begins with it, and its parts.

    `found_by` are the options of its rarest part; `others` those of each other part that may not be missing.
    """

    tag: str
    weight: float
    begins: bool
    parts: tuple[Part, ...]
    found_by: frozenset[str]
    others: tuple[frozenset[str], ...]


def _shape(row: wording.Row) -> Shape:
    made = parts(row.text)
    needed = (part.options for part in made if part.needed)
    first, *others = sorted(needed, key=lambda options: (len(options & _FREQUENT), len(options)))
    return Shape(row.tag, row.weight, row.text.startswith(BEGINS), made, first, tuple(others))


class Tagger:
    """Shapes by the options they need; `tag` tries only those of which all that is needed is in one sentence.

    What a shape needs is a number with a bit for each of its parts; the bits of a word are those of the parts that it
    is an option of.
    """

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self._words: dict[str, tuple[int, tuple[tuple[int, Shape], ...]]] = {}
        self._phrases: dict[str, list[Phrase]] = {}
        self._apart = 1
        phrases: set[str] = set()
        known: dict[frozenset[str], int] = {}
        for shape in shapes:
            needs = sum({self._bit(options, known) for options in (shape.found_by, *shape.others)})
            for option in shape.found_by:
                bits, begun = self._words[option]
                self._words[option] = (bits, (*begun, (needs, shape)))
            phrases.update(*(part.phrases for part in shape.parts))
            self._apart = max(self._apart, 1 + sum(step for part in shape.parts for step in part.gap))
        for phrase in phrases:
            words = phrase.split()
            rarest = min(set(words) - _FREQUENT or words, key=lambda word: (-len(word), word))
            self._phrases.setdefault(rarest, []).append(Phrase(phrase, words[0], words[1], tuple(words[2:])))

    def _bit(self, options: frozenset[str], known: dict[frozenset[str], int]) -> int:
        """The bit of a part with these options, which they bear from then on."""
        if options not in known:
            known[options] = 1 << len(known)
            for option in options:
                bits, begun = self._words.get(option, (0, ()))
                self._words[option] = (bits | known[options], begun)
        return known[options]

    def tag(self, sentences: Sequence[Sentence]) -> None:
        """Give the sentences of a message the tags of the shapes that fit them, each with its greatest weight."""
        row = Row(sentences, self._phrases, apart=self._apart)
        openings = row.openings()
        for shape in self._likely(sentences, row.phrases):
            ends = row.behind(shape.parts, openings if shape.begins else ANYWHERE)
            if ends:
                row.give(shape.tag, shape.weight, ends)

    def _likely(self, sentences: Sequence[Sentence], phrases: frozenset[str]) -> set[Shape]:
        """The shapes of which a sentence has all that is needed; a phrase of the message may be in any of them."""
        words = self._words
        of_phrases = [words[phrase] for phrase in phrases if phrase in words]
        found: set[Shape] = set()
        for sentence in sentences:
            known = [*of_phrases, *[words[word] for word in sentence.bag if word in words]]
            there = 0
            for bits, _ in known:
                there |= bits
            for _, begun in known:
                for needs, shape in begun:
                    if needs & there == needs:
                        found.add(shape)
        return found


@cache
def tagger(*names: str, only: frozenset[str] = frozenset()) -> Tagger:
    """The tagger of some files of shapes, made once; of a few tags only, if they are named."""
    rows = (row for name in names for row in wording.shapes(name))
    return Tagger(_shape(row) for row in rows if not only or row.tag in only)
