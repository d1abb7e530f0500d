"""What the model of mail says of each sentence of a message, all at once: one sum of rows of whole numbers."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise, repeat
from sys import intern
from typing import Final

import numpy as np
from numpy.typing import NDArray

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.hearing import STEM, classed, is_long, marks, stem
from askwell.guide.cues.plain import Sentence, unaccented
from askwell.guide.learned import load
from askwell.guide.learned.model import UNIT, Model, length
from askwell.identity import diminutives

MOST_HEARD: Final = 60  # sentences; what a person wants stands among them
_IN: Final = frozenset(CueType) - {CueType.ASK, CueType.THANKS, CueType.CLOSED, CueType.GIVEN}
_OUT: Final = frozenset({CueType.ASK, CueType.THANKS, CueType.CLOSED, CueType.GIVEN, CueType.MEETING})
FEWEST: Final = 3  # words; a shorter sentence is a greeting or a name, unless a shape fits it
UNHEARD: Final = -2000
HEAVY: Final = 250  # thousandths; what weighs less for every label is left out, which keeps reading quick
MOST_WORDS: Final = 20_000
Scores = Mapping[CueType, Sequence[int]]


class Judge:
    """The weights of some labels of a model as a table with a row a feature and a column a label."""

    def __init__(self, model: Model, labels: Collection[CueType]) -> None:
        self.labels = tuple(CueType(label) for label in model.labels if label in labels)
        letters = {chr(ord("a") + at): label for at, label in enumerate(model.labels)}
        columns = {letter: self.labels.index(CueType(one)) for letter, one in letters.items() if one in labels}
        heavy = {feature: told for feature, told in model.weights.items() if _matters(told, columns)}
        self._rows = {intern(feature): row for row, feature in enumerate(heavy, 1)}
        self._pairs = {tuple(feature.split(" ")): row for feature, row in self._rows.items() if " " in feature}
        self._words: dict[str, tuple[int, ...]] = {}
        self._table = np.zeros((1 + len(self._rows), len(self.labels)), dtype=np.int32)  # the first row tells nothing
        for row, weights in enumerate(heavy.values(), 1):
            for weight in weights.split():
                if weight[0] in columns:
                    self._table[row, columns[weight[0]]] = int(weight[1:])
        self._likely = np.array([model.likely[label] for label in self.labels], dtype=np.int64)

    def scores(self, sentences: Sequence[Sentence]) -> Scores:
        """For each label a score a sentence, 0 or more where it is likelier there than not; all of them were tagged."""
        known: list[int] = []
        begins: list[int] = []
        shares: list[list[int]] = []
        heard = [(at, one) for at, one in enumerate(sentences[:MOST_HEARD]) if len(one.words) >= FEWEST or one.tags]
        for _, sentence in heard:
            begins.append(len(known))
            shares.append([_share(self._hear(sentence, known))])
        if not begins:
            return {}
        sums: NDArray[np.int64] = np.add.reduceat(self._table.take(known, axis=0), begins, axis=0)
        told = (sums * np.array(shares) // UNIT - self._likely).T.tolist()
        if len(heard) < len(sentences):
            told = [_scattered(scores, [at for at, _ in heard], among=len(sentences)) for scores in told]
        return dict(zip(self.labels, told, strict=True))

    def _hear(self, sentence: Sentence, known: list[int]) -> int:
        """Adds the rows of what is heard in a sentence, and tells how much was heard, known or not."""
        words, of_marks = classed(sentence), marks(sentence)
        once, pairs = set(words), set(pairwise(words))
        stems = {word[:STEM] for word in once if len(word) > STEM}
        rows = set(map(self._pairs.get, pairs, repeat(0)))
        rows.update(map(self._rows.get, of_marks, repeat(0)))
        for word in once:
            rows.update(self._words.get(word) or self._learned(word))
        known += rows
        return len(once) + len(pairs) + len(stems) + len(of_marks)

    def _learned(self, word: str) -> tuple[int, ...]:
        """The rows of a word and of its stem, found once; of so many words that no mail can fill the memory."""
        spelled = (word, stem(word)) if is_long(word) else (word,)
        rows = tuple(self._rows.get(one, 0) for one in spelled)
        if len(self._words) < MOST_WORDS:
            self._words[word] = rows
        return rows


def _matters(told: str, columns: Collection[str]) -> bool:
    return any(one[0] in columns and abs(int(one[1:])) >= HEAVY for one in told.split())


def _scattered(scores: Sequence[int], places: Sequence[int], *, among: int) -> list[int]:
    """The scores at their places, among as many sentences of which the others were not heard."""
    found = [UNHEARD] * among
    for at, score in zip(places, scores, strict=True):
        found[at] = score
    return found


@cache
def _share(count: int) -> int:
    return length(count)


@cache
def judge(direction: Direction) -> Judge:
    """The model as the package carries it, read when it is first needed, for what came in or what went out."""
    return Judge(load("mail"), _IN if direction is Direction.IN else _OUT)


def is_word(written: str) -> bool:
    """Whether a word with a capital letter is an ordinary word, met without one in the training text, and no name."""
    word = unaccented(written).lower()
    return word in load("mail").weights and not diminutives.is_given(word)
