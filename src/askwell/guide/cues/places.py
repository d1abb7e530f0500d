"""Where words stand in a message, as numbers: how far a row of parts fits is told for all places at once."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from askwell.guide.cues.parts import Part
from askwell.guide.cues.plain import Sentence

# Before the first word of a sentence proper, up to three: small words that do not change what it does.
_OPENERS: Final = frozenset(
    "and but so also then ok okay yes no well oh or now please maybe perhaps ah ha just first always".split()
)
_MOST_OPENERS: Final = 3
ANYWHERE: Final = -1  # every bit is set


class Phrase(NamedTuple):
    """An option of several words, taken apart."""

    text: str
    words: tuple[str, ...]


class Row:
    """All sentences of a message in one row of places, `apart` empty ones after each, so that no gap leads across.

    A set of places is a number with a bit for each. `places` tells where the words of the message begin, and the
    phrases that were sought in it; `phrases` are those of them that were found.
    """

    __slots__ = ("_known", "_sentences", "_starts", "_there", "phrases", "places")

    def __init__(self, sentences: Sequence[Sentence], *, apart: int) -> None:
        self._sentences = sentences
        self._starts: list[int] = []
        self._known: dict[Part, int] = {}
        self.places: dict[str, int] = {}
        self.phrases: set[str] = set()
        places, at = self.places, 0
        for sentence in sentences:
            self._starts.append(at)
            place = 1 << at
            for word in sentence.words:
                places[word] = places[word] | place if word in places else place
                place += place
            at += len(sentence.words) + apart
        self._there = frozenset(places)

    def seek(self, phrases: Iterable[Phrase]) -> None:
        """Find where the phrases begin."""
        places = self.places
        for text, words in phrases:
            begin = ANYWHERE
            for number, word in enumerate(words):
                begin &= places.get(word, 0) >> number
            if begin:
                places[text] = begin
                self.phrases.add(text)

    def openings(self) -> int:
        """Where a sentence proper may begin."""
        found = sum(1 << start for start in self._starts)
        openers = sum(self.places[word] for word in _OPENERS & self._there)
        for _ in range(_MOST_OPENERS):
            found |= (found & openers) << 1
        return found

    def behind(self, parts: Iterable[Part], reached: int) -> int:
        """The places just behind the parts, of all rows of words that begin at a place reached and fit them."""
        known, phrases, places = self._known, self.phrases, self.places
        for part in parts:
            if part.gap:
                for step in part.gap:
                    reached |= reached << step
                continue
            after = (reached & (known[part] if part in known else self._words(part))) << 1
            if part.phrases:
                for phrase in part.phrases & phrases:
                    after |= (reached & places[phrase]) << phrase.count(" ") + 1
            if part.may_lack:
                reached |= after
            elif after:
                reached = after
            else:
                return 0
        return reached

    def _words(self, part: Part) -> int:
        """The places where an option of one word stands."""
        places, found = self.places, 0
        for word in part.words & self._there:
            found |= places[word]
        self._known[part] = found
        return found

    def give(self, tag: str, weight: float, ends: int) -> None:
        """Tag the sentences in which, or just behind which, a place lies, unless they have the tag with more weight."""
        starts = self._starts
        while ends:
            following = bisect_right(starts, (ends & -ends).bit_length() - 1)
            tags = self._sentences[following - 1].tags
            if tags.get(tag, 0.0) < weight:
                tags[tag] = weight
            ends = ends >> starts[following] << starts[following] if following < len(starts) else 0
