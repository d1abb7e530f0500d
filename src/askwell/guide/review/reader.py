"""What is read in each sentence of a draft: the words, and what the rules find there, weighed by the trained model."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from askwell.domain.phrases import Hit
from askwell.domain.wording import Sentence
from askwell.guide.learned import load
from askwell.guide.review.letter import Letter
from askwell.guide.review.marks import JUDGED, marks

MODEL = "drafts"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with the score of each label: 0 or more where it is likelier there than not."""

    sentence: Sentence
    scores: dict[str, int]

    def holds(self, label: str, *, surely: bool = False) -> bool:
        return self.scores[label] >= (load(MODEL).margin(label) if surely else 0)

    def span(self, label: str) -> Span:
        """The words that a rule has found, else the sentence."""
        judge = JUDGED.get(label)
        hit = judge(self.sentence) if judge else None
        if isinstance(hit, Hit):
            return self.sentence.starts[hit.first], self.sentence.ends[hit.after - 1]
        return self.sentence.start, self.sentence.end


@dataclass(frozen=True, slots=True)
class Read:
    """A letter and the readings of its parts."""

    letter: Letter
    opening: tuple[Reading, ...]
    body: tuple[Reading, ...]
    closing: tuple[Reading, ...]

    @property
    def all(self) -> Iterator[Reading]:
        yield from self.opening
        yield from self.body
        yield from self.closing

    def strongest(self, label: str, *, opening: bool = False, surely: bool = False) -> Reading | None:
        """The sentence of the body, or of the greeting too, that has the label most clearly, if any has it."""
        sought = (*self.opening, *self.body) if opening else self.body
        found = [reading for reading in sought if reading.holds(label, surely=surely)]
        return max(found, key=lambda reading: reading.scores[label], default=None)


def read(letter: Letter) -> Read:
    return Read(letter, _each(letter.opening), _each(letter.body), _each(letter.closing))


def holds(readings: Iterable[Reading], *labels: str) -> bool:
    """Whether any of the sentences has any of the labels."""
    return any(reading.holds(label) for reading in readings for label in labels)


def _each(sentences: tuple[Sentence, ...]) -> tuple[Reading, ...]:
    model = load(MODEL)
    return tuple(Reading(sentence, model.scores(sentence, marks(sentence))) for sentence in sentences)
