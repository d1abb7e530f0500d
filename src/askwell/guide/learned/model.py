"""A trained model: a table of weights a feature, read from a text file; whole numbers only, the same on any machine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import isqrt
from pkgutil import get_data

from askwell.domain.wording import Sentence
from askwell.guide.learned.reading import features

UNIT = 1 << 20  # long sentences have many features; dividing by the root of their number makes sentences comparable


@dataclass(frozen=True)
class Model:
    """One linear model a label. `weights` is text as it stands in the file, made into numbers when first needed."""

    labels: tuple[str, ...]
    likely: Mapping[str, int]
    sure: Mapping[str, int]
    weights: Mapping[str, str]
    _ready: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict, repr=False)

    def scores(self, sentences: Sentence | Iterable[Sentence], marks: Iterable[str] = ()) -> dict[str, int]:
        """How strongly each label is read in the sentence: 0 or more where it is likelier there than not.

        The unit is a thousandth of the distance from the threshold that a clear case has.
        """
        read = features((sentences,) if isinstance(sentences, Sentence) else sentences, marks)
        return {label: score - self.likely[label] for label, score in self.raw(read).items()}

    def read(self, sentences: Sentence | Iterable[Sentence], marks: Iterable[str] = ()) -> frozenset[str]:
        """The labels that are likely there."""
        return frozenset(label for label, score in self.scores(sentences, marks).items() if score >= 0)

    def surely(self, sentences: Sentence | Iterable[Sentence], marks: Iterable[str] = ()) -> frozenset[str]:
        """The labels that were hardly ever wrong, so strongly read, in sentences kept back from the training."""
        scores = self.scores(sentences, marks)
        return frozenset(label for label in self.labels if scores[label] >= self.margin(label))

    def margin(self, label: str) -> int:
        """How far above the threshold a score is sure."""
        return self.sure[label] - self.likely[label]

    def raw(self, read: list[str]) -> dict[str, int]:
        """The scores before the thresholds."""
        total = [0] * len(self.labels)
        for feature in read:
            for number, weight in self._of(feature):
                total[number] += weight
        share = length(len(read))
        return {label: score * share // UNIT for label, score in zip(self.labels, total, strict=True)}

    def _of(self, feature: str) -> tuple[tuple[int, int], ...]:
        if feature not in self.weights:
            return ()
        if feature not in self._ready:
            self._ready[feature] = tuple(
                (ord(part[0]) - ord("a"), int(part[1:])) for part in self.weights[feature].split()
            )
        return self._ready[feature]


def length(count: int) -> int:
    """What each of so many features counts, in units."""
    return UNIT * 1024 // max(1, isqrt(count * UNIT))


@lru_cache(maxsize=4)
def load(name: str) -> Model:
    """The model of that name, "drafts", "mail" (its sentences) or "mails" (whole), as the package carries it."""
    return parse((get_data("askwell.guide.learned", f"{name}.weights") or b"").decode())


def parse(text: str) -> Model:
    """A model from its file: remarks, the labels with their two thresholds, an empty line, a feature a line."""
    head, _, table = text.partition("\n\n")
    labels = [line.split() for line in head.splitlines() if not line.startswith("#")]
    return Model(
        labels=tuple(line[1] for line in labels),
        likely={line[1]: int(line[2]) for line in labels},
        sure={line[1]: int(line[3]) for line in labels},
        weights=dict(line.split("\t", 1) for line in table.splitlines()),
    )
