"""The training of one model as a whole, and the file of weights that comes of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from askwell.guide.learned.model import UNIT, length
from training.folds import FOLDS, RARELY, Aim, Threshold, fold, missed, said, sentence, threshold
from training.machine import LIKE, ONE, SOFTNESS, trained
from training.scales import scales
from training.texts import FAULTS, HOLDS, Line, checksum, digest, read

CLEAR = 1000  # the distance of a clear case from no case; weights are whole thousandths of it
SMALLEST = 9  # weights nearer to nothing are left out of the file
SEEN = 2  # a feature of one sentence only is left out
AIMS: dict[str, Aim] = {
    **dict.fromkeys(FAULTS - {"euphemism", "vague"}, said),
    **dict.fromkeys(HOLDS, missed),
    **dict.fromkeys(("goal", "return"), partial(missed, tempting=RARELY)),
}
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Way:
    """How a model is trained; of many writers, what is said once counts more, and features are trusted unequally."""

    softness: int = SOFTNESS
    like: int = LIKE
    scaled: bool = False


WAYS = {"mail": Way(softness=SOFTNESS // 2, like=1, scaled=True)}
PLAIN = Way()


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights by label and feature, with the thresholds by label."""

    weights: dict[str, dict[str, int]]
    thresholds: dict[str, Threshold]


def train(name: str, lines: Sequence[Line]) -> Trained:
    """A model of the sentences; its thresholds from models that did not see the sentence they were tried on."""
    every = [(line, read(name, line), fold(digest(line.text))) for line in lines]
    weights, thresholds, way = {}, {}, WAYS.get(name, PLAIN)
    for label in sorted({label for line in lines for label in line.labels}):
        told = [(row, held, number) for line, row, number in every if (held := line.tells(label)) is not None]
        rows, truth = [row for row, _, _ in told], [held for _, held, _ in told]
        weights[label] = one(rows, truth, way)
        thresholds[label] = threshold(
            _kept_back(rows, truth, [number for _, _, number in told], way),
            truth,
            AIMS.get(label, sentence) if name == "drafts" else sentence,
        )
    return Trained(weights, thresholds)


def one(rows: Rows, truth: Sequence[bool], way: Way = PLAIN) -> dict[str, int]:
    """The weights of one label."""
    vocabulary = known(rows)
    numbers = [[vocabulary[f] for f in row if f in vocabulary] for row in rows]
    shares = [length(len(row)) for row in rows]
    trust = scales(list(vocabulary), numbers, truth) if way.scaled else ()
    learned = trained(numbers, truth, shares, width=len(vocabulary), softness=way.softness, like=way.like, scales=trust)
    weights = ((feature, rounded(learned[number])) for feature, number in vocabulary.items())
    return {feature: weight for feature, weight in weights if abs(weight) >= SMALLEST}


def known(rows: Rows) -> dict[str, int]:
    """The features that stand in more than one sentence, numbered in their order of the alphabet."""
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


def written(name: str, lines: Sequence[Line], model: Trained) -> str:
    """The file of weights: remarks, the labels with their thresholds, and a feature a line."""
    labels = sorted(model.weights)
    letters = {label: chr(ord("a") + i) for i, label in enumerate(labels)}
    table: dict[str, list[str]] = {}
    for label in labels:
        for feature, weight in model.weights[label].items():
            table.setdefault(feature, []).append(f"{letters[label]}{weight}")
    head = [
        f"# Weights of the model “{name}”, written by python -m training; see docs/reviewing.md.",
        f"# {len(lines)} sentences, checksum {checksum(name, lines)}",
    ]
    head += [f"{letters[one]} {one} {model.thresholds[one].likely} {model.thresholds[one].sure}" for one in labels]
    return "\n".join([*head, "", *(f"{feature}\t{' '.join(table[feature])}" for feature in sorted(table)), ""])
