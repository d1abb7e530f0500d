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
    """Shapes by the options they need; `tag` tries only those of which all that is needed is there."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self._by_option: dict[str, list[Shape]] = {}
        self._phrases: dict[str, list[Phrase]] = {}
        self._apart = 1
        phrases: set[str] = set()
        for shape in shapes:
            for option in shape.found_by:
                self._by_option.setdefault(option, []).append(shape)
            phrases.update(*(part.phrases for part in shape.parts))
            self._apart = max(self._apart, 1 + sum(step for part in shape.parts for step in part.gap))
        for phrase in phrases:
            words = phrase.split()
            rarest = min(set(words) - _FREQUENT or words, key=lambda word: (-len(word), word))
            self._phrases.setdefault(rarest, []).append(Phrase(phrase, words[0], words[1], tuple(words[2:])))

    def tag(self, sentences: Sequence[Sentence]) -> None:
        """Give the sentences of a message the tags of the shapes that fit them, each with its greatest weight."""
        row = Row(sentences, self._phrases, apart=self._apart)
        openings, there, by_option = row.openings(), row.there, self._by_option
        shapes: set[Shape] = set().union(*[by_option[option] for option in there & by_option.keys()])
        for shape in shapes:
            for options in shape.others:
                if options.isdisjoint(there):
                    break
            else:
                ends = row.behind(shape.parts, openings if shape.begins else ANYWHERE)
                if ends:
                    row.give(shape.tag, shape.weight, ends)


@cache
def tagger(*names: str, only: frozenset[str] = frozenset()) -> Tagger:
    """The tagger of some files of shapes, made once; of a few tags only, if they are named."""
    rows = (row for name in names for row in wording.shapes(name))
    return Tagger(_shape(row) for row in rows if not only or row.tag in only)
