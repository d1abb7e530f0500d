"""Where words stand in a sentence, as numbers: how far a row of parts fits is told for all places at once."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from askwell.guide.cues.parts import Part

# Before the first word of a sentence proper, up to three: small words that do not change what it does.
_OPENERS: Final = frozenset(
    "and but so also then ok okay yes no well oh or now please maybe perhaps ah ha just first always".split()
)
_MOST_OPENERS: Final = 3
ANYWHERE: Final = -1  # every bit is set
START: Final = 1


class Phrase(NamedTuple):
    """An option of several words, taken apart."""

    text: str
    words: tuple[str, ...]


class Row:
    """The words of a sentence in their places; a set of places is a number with a bit for each.

    `places` tells where the words begin, and the phrases that stand in it; `there` are the words.
    """

    __slots__ = ("_known", "_places", "_there")

    def __init__(self, words: Sequence[str], there: frozenset[str], phrases: Iterable[Phrase]) -> None:
        self._known: dict[Part, int] = {}
        self._there = there
        places: dict[str, int] = {}
        self._places = places
        place = START
        for word in words:
            places[word] = places[word] | place if word in places else place
            place += place
        for text, said in phrases:
            begin = ANYWHERE
            for number, word in enumerate(said):
                begin &= places[word] >> number
            places[text] = begin

    def openings(self) -> int:
        """Where the sentence proper may begin."""
        found, places = START, self._places
        openers = sum([places[word] for word in _OPENERS & self._there])
        for _ in range(_MOST_OPENERS if openers & START else 0):
            found |= (found & openers) << 1
        return found

    def fits(self, parts: Iterable[Part], reached: int) -> bool:
        """Whether a row of words that begins at a place reached fits the parts."""
        known, places = self._known, self._places
        for part in parts:
            if part.gap:
                for step in part.gap:
                    reached |= reached << step
                continue
            where = known[part] if part in known else self._words(part)
            after = (reached & where) << 1
            for phrase in part.phrases and part.phrases & places.keys():
                after |= (reached & places[phrase]) << phrase.count(" ") + 1
            if part.may_lack:
                reached |= after
            elif after:
                reached = after
            else:
                return False
        return True

    def _words(self, part: Part) -> int:
        """The places where an option of one word stands."""
        places, found = self._places, 0
        for word in part.words & self._there:
            found |= places[word]
        self._known[part] = found
        return found
