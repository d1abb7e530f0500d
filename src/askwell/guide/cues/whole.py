"""What whole mails have taught beyond each sentence: figures of a message that move the odds of its cues.

A sentence may say "ask for Mr. Roe" in any mail. Whether it points a seeker to somebody shows in the rest: whether
other sentences tell of the same, whether another kind of cue is heard more strongly, whether she had written before.
The weights of these figures, and how far the odds of rules and model are to be trusted beside them, were fitted to
labeled mails by training/whole.py; they lie beside the weights of the model as whole thousandths.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import log
from pkgutil import get_data
from typing import Final, NamedTuple

from askwell.domain.cues import CueType
from askwell.guide.cues.frame import UNSAID, Frame
from askwell.guide.cues.judging import UNHEARD
from askwell.guide.cues.verdict import Leaning

FILE: Final = "whole.weights"
LEAST: Final = -1.5  # below, a score tells nothing more
TRUSTED: Final = 0.6  # of what the mails taught; the rest is left to the odds set by hand, for writers unlike theirs
MOST_QUESTIONS: Final = 3
FEW, ENOUGH = 15, 30  # words: so few are read sentence by sentence, from so many on it is the whole that tells


class Taught(NamedTuple):
    """The weights of one kind of cue: its start, the odds of rules and model, then the figures of a message.

    `mean` is of its own scores, `rival` the best score of any other kind, `length` the logarithm of how many sentences
    were heard, `unnamed` a referral to a first name alone.
    """

    start: float
    odds: float
    mean: float
    rival: float
    answers: float
    questions: float
    declines: float
    helps: float
    length: float
    unnamed: float


FIGURES: Final = Taught._fields[1:]


OF_ALL: Final = FIGURES[1:-1]  # those that are known before any rule is asked


def figures(seen: Frame) -> dict[CueType, tuple[float, ...]]:
    """For each kind that the model was asked about the figures `OF_ALL`."""
    best = {kind: max(LEAST, max(scores) / 1000) for kind, scores in seen.heard.items()}
    if not best:
        return {}
    first, second = sorted((*best.values(), LEAST), reverse=True)[:2]
    declines, helps = best.get(CueType.DECLINE, LEAST), best.get(CueType.HELP, LEAST)
    scores = next(iter(seen.heard.values()))
    unheard = scores.count(UNHEARD)
    heard = len(scores) - unheard
    questions = min(MOST_QUESTIONS, sum(sentence.asks for sentence in seen.sentences))
    return {
        kind: (
            (sum(scores) - UNHEARD * unheard) / (1000 * heard) if heard else UNSAID,
            second if best[kind] == first else first,
            float(seen.answers),
            float(questions),
            LEAST if kind is CueType.DECLINE else declines,
            LEAST if kind is CueType.HELP else helps,
            log(1 + heard),
        )
        for kind, scores in seen.heard.items()
    }


def telling(seen: Frame) -> float:
    """How far a message is long enough to tell something as a whole; the rest is left to its sentences."""
    return max(0.0, min(1.0, (seen.words - FEW) / (ENOUGH - FEW)))


def leanings(seen: Frame) -> dict[CueType, Leaning]:
    """What the message as a whole adds to each kind of cue, with the weights of the package."""
    share = TRUSTED * telling(seen) if seen.heard else 0.0
    found = figures(seen)
    return {kind: _leaning(told, found[kind], share) for kind, told in load().items() if kind in found}


def _leaning(told: Taught, found: Sequence[float], share: float) -> Leaning:
    added = told.start + sum(weight * figure for weight, figure in zip(told[2:-1], found, strict=True))
    return Leaning(share * added, share * told.odds + 1.0 - share, share * told.unnamed)


@cache
def load() -> Mapping[CueType, Taught]:
    return parse((get_data("askwell.guide.learned", FILE) or b"").decode())


def parse(text: str) -> dict[CueType, Taught]:
    """The weights from their file: remarks, then a kind a line with its weights in thousandths."""
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {CueType(kind): Taught(*(int(weight) / 1000 for weight in weights)) for kind, *weights in lines}
