"""Who wrote what: in training mails are heard by models that have not seen their writer, as new mail will be.

Sentences of training/mail were written after looking at some of these mails, and others are taken out of them. So the
writers are put into folds, and for each fold there are models that were trained without all that its writers wrote.
"""

from collections.abc import Iterable
from typing import NamedTuple

from askwell.domain.messages import Direction
from askwell.guide.cues.judging import Judge, judge_by
from askwell.guide.learned import load
from askwell.guide.learned.model import Model
from training import of_mails, texts
from training.weights import WAYS, model, one
from training.whole_mails import Labeled, mails

FOLDS = 6


def folds(every: Iterable[Labeled]) -> dict[str, int]:
    """The fold of each writer."""
    return {writer: number % FOLDS for number, writer in enumerate(sorted({mail.writer for mail in every}))}


class Models(NamedTuple):
    """What sentences and what whole mails say, learned of all writers but those of a fold."""

    of_sentences: Model
    of_mails: Model

    def judges(self) -> dict[Direction, Judge]:
        """What hears the mails of either direction."""
        return {one: judge_by(self.of_sentences, self.of_mails, one) for one in (Direction.IN, Direction.OUT)}


def without(number: int) -> Models:
    """Models that have not seen what the writers of a fold wrote."""
    every = mails()
    withheld = frozenset(writer for writer, fold in folds(every).items() if fold == number)
    lines = texts.gathered("mail", without=withheld)
    return Models(
        _learned("mail", [(line, texts.read("mail", line)) for line in lines]),
        _learned("mails", of_mails.told_by(mail for mail in every if mail.writer not in withheld)),
    )


def _learned(name: str, told: list[of_mails.Told]) -> Model:
    weights: dict[str, dict[str, int]] = {}
    for label in sorted({label for line, _ in told for label in line.labels}):
        some = [(row, held) for line, row in told if (held := line.tells(label)) is not None]
        weights[label] = one([row for row, _ in some], [held for _, held in some], WAYS[name])
    return model(weights, load(name))
