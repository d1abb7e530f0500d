"""What the models of mail say of a message and of each of its sentences: sums of weights, all labels in one number."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from itertools import chain
from sys import intern
from typing import Final, NamedTuple

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.hearing import distinct, is_long, marks, stem, titled
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
Scores = Mapping[CueType, Sequence[int]]


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
    """The weights of a feature by two models, in one number; read when it is first met, 0 where none is heavy.

    It is asked for what a model knows only, and for marks, of which there are few, so it grows no larger than they are.
    """

    def __init__(self, models: Sequence[Model], order: Sequence[str], lanes: Lanes) -> None:
        super().__init__()
        self._tables = [model.weights for model in models]
        self._letters = [
            {
                chr(ord("a") + at): order.index(one) + number * len(order)
                for at, one in enumerate(model.labels)
                if one in order
            }
            for number, model in enumerate(models)
        ]
        self._lanes = lanes

    def __missing__(self, feature: str) -> int:
        found = sum(
            self._of(table.get(feature, ""), lanes) for table, lanes in zip(self._tables, self._letters, strict=True)
        )
        self[feature] = found
        return found

    def _of(self, told: str, lanes: Mapping[str, int]) -> int:
        weights = [(lanes[one[0]], int(one[1:])) for one in told.split() if one[0] in lanes]
        return self._lanes.packed(weights) if any(abs(weight) >= HEAVY for _, weight in weights) else 0


class Sum(NamedTuple):
    """What was heard, in a sentence or in a mail: its weights by both models in one number, and how much it was."""

    total: int
    heard: int


class Together(NamedTuple):
    """What is told by a mail as a whole: a score by label, the last of anything at all; the sum of each sentence."""

    scores: Sequence[float]
    sums: Sequence[Sum]


class Judge:
    """What two models say: one of sentences, one of all sentences of a mail and its subject.

    Of both it takes some labels; `whole`, the label of all, is last.
    """

    def __init__(self, of_sentences: Model, of_mails: Model, labels: Collection[CueType], *, whole: str) -> None:
        self.labels = tuple(CueType(label) for label in of_sentences.labels if label in labels)
        order, models = (*self.labels, whole), (of_sentences, of_mails)
        self._lanes = Lanes(2 * len(order))
        self._packed: Callable[[str], int] = _Packed(models, order, self._lanes).__getitem__
        self._likely = [[model.likely.get(label, 0) for label in order] for model in models]
        self._nothing = (UNHEARD,) * len(order)
        known = {intern(one) for model in models for one in model.weights}
        self._pairs = frozenset(tuple(map(intern, one.split(" "))) for one in known if " " in one)
        self._single = frozenset(one for one in known if " " not in one)

    def take_together(self, sentences: Sequence[Sentence], subject: Sentence) -> Together:
        """What all sentences tell, one after the other, under such a subject; they need no tags."""
        every = [self._heard(one) for one in sentences[:MOST_HEARD]]
        long = [told for told, one in zip(every, sentences, strict=False) if len(one.words) >= FEWEST]
        if not long:
            return Together([score / 1000 for score in self._nothing], every)
        titles = titled(subject)
        total = sum(map(self._packed, self._single.intersection(titles)), sum([one.total for one in long]))
        told = Sum(total, len(titles) + sum([one.heard for one in long]))
        return Together([score / 1000 for score in self._scores(told, of=1)], every)

    def _heard(self, sentence: Sentence) -> Sum:
        """What is heard in a sentence without what shapes and punctuation tell; strangers only count."""
        words, pairs = distinct(sentence)
        single = words.union(map(_stem_of, words))
        known = chain(single & self._single, map(" ".join, pairs & self._pairs))
        return Sum(sum(map(self._packed, known)), len(single) + len(pairs))

    def _scores(self, told: Sum, *, of: int) -> list[int]:
        """The score of each label by the model of sentences (0) or of mails (1)."""
        total, heard = told
        share, width = _share(heard), len(self._nothing)
        sums = self._lanes.unpacked(total)[of * width : (of + 1) * width]
        return [one * share // UNIT - least for one, least in zip(sums, self._likely[of], strict=True)]

    def _marked(self, told: Sum, sentence: Sentence) -> Sum:
        """With what shapes tagged the sentence with, and its commas and colon."""
        found = marks(sentence)
        return Sum(sum(map(self._packed, found), told.total), told.heard + len(found)) if found else told

    def hear(self, sentences: Sequence[Sentence], every: Sequence[Sum]) -> Heard:
        """For each label a score a sentence, 0 or more where it is likelier there than not; all of them were tagged.

        `every` are the sums of each, as `take_together` has found them.
        """
        heard = [at for at, one in enumerate(sentences[:MOST_HEARD]) if len(one.words) >= FEWEST or one.tags]
        if not heard:
            return NOTHING
        rows: list[Sequence[int]] = [self._nothing] * len(sentences)
        much = together = 0
        for at in heard:
            marked = self._marked(every[at], sentences[at])
            rows[at] = self._scores(marked, of=0)
            together += rows[at][-1] * marked.heard
            much += marked.heard
        *told, _ = zip(*rows, strict=True)
        tells = together / much / 1000
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
