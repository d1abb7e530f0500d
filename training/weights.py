"""The training of one model as a whole, and the file of weights that comes of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from askwell.guide.cues.judging import HEAVY
from askwell.guide.learned.model import UNIT, Model, length
from training.folds import FOLDS, RARELY, Aim, Threshold, fold, missed, said, sentence, threshold
from training.machine import LIKE, ONE, SOFTNESS, trained
from training.scales import scales
from training.texts import FAULTS, HOLDS, Line, digest

CLEAR = 1000  # the distance of a clear case from no case; weights are whole thousandths of it
SMALLEST = 9  # weights nearer to nothing are left out of the file
SEEN = 2  # a feature that stands but once is left out
AIMS: dict[str, Aim] = {
    **dict.fromkeys(FAULTS - {"euphemism", "vague"}, said),
    **dict.fromkeys(HOLDS, missed),
    **dict.fromkeys(("goal", "return"), partial(missed, tempting=RARELY)),
}
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Way:
    """How a model is trained; of many writers, what is said once counts more, and features are trusted unequally.

    Features that weigh less than `heavy` for every label are not read, so they are not written either.
    """

    softness: int = SOFTNESS
    like: int = LIKE
    scaled: bool = False
    heavy: int = 0


WAYS = {
    "mail": Way(like=1, scaled=True, heavy=HEAVY),
    "mails": Way(softness=SOFTNESS // 4, like=1, scaled=True, heavy=HEAVY),
}
PLAIN = Way()


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights by label and feature, with the thresholds by label."""

    weights: dict[str, dict[str, int]]
    thresholds: dict[str, Threshold]


def train(name: str, told: Sequence[tuple[Line, list[str]]]) -> Trained:
    """A model of lines with their features; its thresholds from models that did not see the line they were tried on."""
    lines = [line for line, _ in told]
    every = [(line, row, fold(digest(line.text))) for line, row in told]
    labels = sorted({label for line in lines for label in line.labels})
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(partial(_train_one, name, every), labels))
    return Trained(*(dict(zip(labels, some, strict=True)) for some in zip(*found, strict=True)))


def _train_one(name: str, every: Sequence[tuple[Line, list[str], int]], label: str) -> tuple[dict[str, int], Threshold]:
    way = WAYS.get(name, PLAIN)
    told = [(row, held, number) for line, row, number in every if (held := line.tells(label)) is not None]
    rows, truth = [row for row, _, _ in told], [held for _, held, _ in told]
    kept_back = _kept_back(rows, truth, [number for _, _, number in told], way)
    return one(rows, truth, way), threshold(
        kept_back, truth, AIMS.get(label, sentence) if name == "drafts" else sentence
    )


def one(rows: Rows, truth: Sequence[bool], way: Way = PLAIN) -> dict[str, int]:
    """The weights of one label."""
    vocabulary = known(rows)
    told = [(row, held) for row, held in zip(rows, truth, strict=True) if not vocabulary.keys().isdisjoint(row)]
    numbers = [[vocabulary[f] for f in row if f in vocabulary] for row, _ in told]
    held, shares = [held for _, held in told], [length(len(row)) for row, _ in told]
    trust = scales(list(vocabulary), numbers, held) if way.scaled else ()
    learned = trained(numbers, held, shares, width=len(vocabulary), softness=way.softness, like=way.like, scales=trust)
    weights = ((feature, rounded(learned[number])) for feature, number in vocabulary.items())
    return {feature: weight for feature, weight in weights if abs(weight) >= SMALLEST}


def known(rows: Rows) -> dict[str, int]:
    """The features that stand more than once, numbered in their order of the alphabet."""
    counted = Counter(feature for row in rows for feature in row)
    return {feature: i for i, feature in enumerate(sorted(f for f, n in counted.items() if n >= SEEN))}


def rounded(weight: int) -> int:
    return (2 * weight * CLEAR + ONE) // (2 * ONE)


def score(row: Sequence[str], weights: dict[str, int]) -> int:
    return sum(weights.get(feature, 0) for feature in row) * length(len(row)) // UNIT


def _kept_back(rows: Rows, truth: Sequence[bool], folds: Sequence[int], way: Way) -> list[int]:
    """The score of each sentence by a model that was trained without its fold."""
    scores = [0] * len(rows)
    for number in range(FOLDS):
        seen = [i for i, f in enumerate(folds) if f != number]
        weights = one([rows[i] for i in seen], [truth[i] for i in seen], way)
        for i, f in enumerate(folds):
            if f == number:
                scores[i] = score(rows[i], weights)
    return scores


def model(weights: Mapping[str, Mapping[str, int]], like: Model) -> Model:
    """The weights by label as they are read with, with the thresholds of another model."""
    return Model(tuple(sorted(weights)), like.likely, like.sure, _table(weights))


def _table(weights: Mapping[str, Mapping[str, int]], *, heavy: int = 0) -> dict[str, str]:
    """The weights of each feature that weighs enough for some label, each behind the letter of its label."""
    table: dict[str, list[str]] = {}
    most: dict[str, int] = {}
    for number, label in enumerate(sorted(weights)):
        for feature, weight in weights[label].items():
            table.setdefault(feature, []).append(f"{chr(ord('a') + number)}{weight}")
            most[feature] = max(most.get(feature, 0), abs(weight))
    return {feature: " ".join(table[feature]) for feature in sorted(table) if most[feature] >= heavy}


def written(name: str, trained: Trained, *, source: str) -> str:
    """The file of weights: remarks, the labels with their thresholds, and a feature a line."""
    head = [
        f"# Weights of the model “{name}”, written by python -m training; see docs/reviewing.md.",
        f"# {source}",
    ]
    for number, label in enumerate(sorted(trained.weights)):
        cut = trained.thresholds[label]
        head.append(f"{chr(ord('a') + number)} {label} {cut.likely} {cut.sure}")
    table = _table(trained.weights, heavy=WAYS.get(name, PLAIN).heavy)
    lines = (f"{feature}\t{told}" for feature, told in table.items())
    return "\n".join([*head, "", *lines, ""])
