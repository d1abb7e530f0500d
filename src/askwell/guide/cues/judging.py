"""What the models of mail say of a message and of each of its sentences: sums of weights, all labels in one number."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from operator import mul
from sys import intern
from typing import Final, NamedTuple

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.hearing import distinct, is_long, marks, stem
from askwell.guide.cues.lanes import Lanes
from askwell.guide.cues.plain import Sentence
from askwell.guide.learned import load
from askwell.guide.learned.model import UNIT, Model, length

MOST_HEARD: Final = 60  # sentences; what a person wants stands among them
ANYTHING: Final = "anything"  # the label of every sentence that came in and has any
SOMETHING: Final = "something"  # of every one that went out and has any
_IN: Final = frozenset(CueType) - {CueType.ASK, CueType.THANKS, CueType.CLOSED, CueType.GIVEN}
_OUT: Final = frozenset({CueType.ASK, CueType.THANKS, CueType.CLOSED, CueType.GIVEN, CueType.MEETING})
FEWEST: Final = 3  # words; a shorter sentence is a greeting or a name, unless a shape fits it
UNHEARD: Final = -2000
HEAVY: Final = 250  # thousandths; what weighs less for every label is left out, which keeps reading quick
MOST_WORDS: Final = 20_000
MOST_FEATURES: Final = 50_000  # of a model and of mail, kept in memory as numbers
Scores = Mapping[CueType, Sequence[int]]
Lane = Iterable[tuple[int, int]]  # which, and what is in it


class Heard(NamedTuple):
    """The scores of each sentence by label; `tells`: how much they tell, of whatever kind, over the whole length."""

    scores: Scores
    tells: float


NOTHING: Final = Heard({}, 0.0)


class _Stems(dict[str, str]):
    """The stem of a word, a short one being its own; of so many words that no mail can fill the memory."""

    def __missing__(self, word: str) -> str:
        found = intern(stem(word)) if is_long(word) else word
        if len(self) < MOST_WORDS:
            self[word] = found
        return found


_stem_of: Final = _Stems().__getitem__


class _Packed(dict[str, int]):
    """The weights of a feature in one number, read from the model when first met; 0 where none is heavy."""

    def __init__(self, weights: Mapping[str, str], lanes: Mapping[str, int], packed: Callable[[Lane], int]) -> None:
        super().__init__()
        self._weights = weights
        self._lanes = lanes
        self._together = packed

    def __missing__(self, feature: str) -> int:
        told = self._weights.get(feature, "").split()
        weights = [(self._lanes[one[0]], int(one[1:])) for one in told if one[0] in self._lanes]
        found = self._together(weights) if any(abs(weight) >= HEAVY for _, weight in weights) else 0
        if len(self) < MOST_FEATURES:
            self[feature] = found
        return found


class Words(NamedTuple):
    """What is heard of in a sentence, or in several, without what shapes tagged it with: each thing once.

    `single` are words and their stems; `known` those of the `pairs` that a model knows, in one text.
    """

    single: AbstractSet[str]
    known: AbstractSet[str]
    pairs: AbstractSet[tuple[str, str]]


class Together(NamedTuple):
    """What is told by all sentences taken as one: a score by label, the last of anything at all; the words of each."""

    scores: tuple[float, ...]
    words: Sequence[Words]


class _Table:
    """The weights of some labels of a model, those of a feature in one number."""

    def __init__(self, model: Model, order: Sequence[str]) -> None:
        lanes = {chr(ord("a") + at): order.index(one) for at, one in enumerate(model.labels) if one in order}
        self._lanes = Lanes(len(order))
        self._packed = _Packed(model.weights, lanes, self._lanes.packed).__getitem__
        self._likely = tuple(model.likely.get(label, 0) for label in order)

    def scores(self, heard: Words, marked: Sequence[str] = ()) -> tuple[list[int], int]:
        """The score of each label, and how much was heard, known or not."""
        single, known, pairs = heard
        total = sum(filter(None, map(self._packed, chain(single, known, marked))))
        count = len(single) + len(pairs) + len(marked)
        share = _share(count)
        return [one * share // UNIT - least for one, least in zip(self._lanes.unpacked(total), self._likely)], count  # noqa: B905 - strict costs


class Judge:
    """What two models say: one of sentences, one of all sentences of a mail taken as one.

    Of both it takes some labels; `whole`, the label of all, is last.
    """

    def __init__(self, of_sentences: Model, of_mails: Model, labels: Collection[CueType], *, whole: str) -> None:
        self.labels = tuple(CueType(label) for label in of_sentences.labels if label in labels)
        order = (*self.labels, whole)
        self._nothing = (UNHEARD,) * len(order)
        self._sentences, self._mails = _Table(of_sentences, order), _Table(of_mails, order)
        known = (one for model in (of_sentences, of_mails) for one in model.weights if " " in one)
        self._pairs = frozenset(tuple(map(intern, one.split(" "))) for one in known)

    def take_together(self, sentences: Sequence[Sentence]) -> Together:
        """What all sentences tell taken as one; they need no tags."""
        every = [self._words(one) for one in sentences[:MOST_HEARD]]
        long = [words for words, one in zip(every, sentences, strict=False) if len(one.words) >= FEWEST]
        if not long:
            return Together(tuple([score / 1000 for score in self._nothing]), every)
        scores, _ = self._mails.scores(Words(*[frozenset().union(*told) for told in zip(*long, strict=True)]))
        return Together(tuple([score / 1000 for score in scores]), every)

    def _words(self, sentence: Sentence) -> Words:
        words, pairs = distinct(sentence)
        return Words(words.union(map(_stem_of, words)), set(map(" ".join, pairs & self._pairs)), pairs)

    def hear(self, sentences: Sequence[Sentence], every: Sequence[Words]) -> Heard:
        """For each label a score a sentence, 0 or more where it is likelier there than not; all of them were tagged.

        `every` are the words of each, as `take_together` has found them.
        """
        heard = [at for at, one in enumerate(sentences[:MOST_HEARD]) if len(one.words) >= FEWEST or one.tags]
        if not heard:
            return NOTHING
        rows: list[Sequence[int]] = [self._nothing] * len(sentences)
        counts = []
        for at in heard:
            rows[at], count = self._sentences.scores(every[at], marks(sentences[at]))
            counts.append(count)
        *told, anything = zip(*rows, strict=True)
        tells = sum(map(mul, (anything[at] for at in heard), counts)) / sum(counts) / 1000
        return Heard(dict(zip(self.labels, map(list, told), strict=True)), tells)


@cache
def _share(count: int) -> int:
    return length(count)


@cache
def judge(direction: Direction) -> Judge:
    """The model as the package carries it, read when it is first needed, for what came in or what went out."""
    return judge_by(load("mail"), load("mails"), direction)


def judge_by(of_sentences: Model, of_mails: Model, direction: Direction) -> Judge:
    """Any models, for what came in or what went out."""
    if direction is Direction.IN:
        return Judge(of_sentences, of_mails, _IN, whole=ANYTHING)
    return Judge(of_sentences, of_mails, _OUT, whole=SOMETHING)
