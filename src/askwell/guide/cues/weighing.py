"""Rules and model weighed together: how likely it is that a message tells a thing, and the cue it then becomes."""

from collections.abc import Callable, Collection, Sequence
from math import exp, log
from typing import Final, NamedTuple, Protocol

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.frame import UNSAID, Frame
from askwell.guide.cues.judging import UNHEARD
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import FAINT, UNTAUGHT, Reading


class Weights(NamedTuple):
    """What adds to the odds: the margin of the rules, the model's score, distance from the search, nothing at all.

    `unasked` is added for what came under a subject of its own, answering nothing; `quiet` is what it takes away that a
    message as a whole tells little.
    """

    rules: float
    model: float
    distance: float
    start: float
    unasked: float = 0.0
    quiet: float = 3.0


WEIGHTS: Final = {
    CueType.INTRODUCTION: Weights(1.3, 2.3, -0.7, 1.7),
    CueType.REFERRAL: Weights(0.5, 2.5, -0.1, 0.4, -1.2, 5.0),
    CueType.OFFER: Weights(0.5, 3.0, -0.4, 0.1, -0.3, 2.0),
    CueType.HELP: Weights(0.7, 2.3, -0.4, -0.9, -0.9),
    CueType.DECLINE: Weights(0.8, 2.9, -0.6, -0.1, -1.3, 2.0),
    CueType.MEETING: Weights(1.2, 2.1, -0.8, 0.0, -1.2),
    CueType.AUTO: Weights(2.0, 4.8, 0.0, 0.4),
    CueType.ASK: Weights(1.3, 2.3, -0.7, -0.2),
    CueType.THANKS: Weights(2.2, 1.6, -1.0, 1.0),
    CueType.CLOSED: Weights(0.6, 2.5, 0.0, -1.0),
    CueType.GIVEN: Weights(1.2, 2.9, -0.2, 1.5),
}
ALONE: Final = Weights(2.0, 0.0, 0.0, 0.2)  # where the model was not asked
TELLING: Final = 0.2  # from here on it tells enough
WRITING: Final = 0.0  # and so does what went out
SPOKEN: Final = 30  # words; in fewer, one sentence may be all
MOST: Final = 2.5  # a margin above this adds nothing
GATHERED: Final = frozenset({CueType.HELP})  # told by several sentences together, each a little
NAMED: Final = {
    CueType.REFERRAL: 0.8
}  # so much more than of any sentence may be told of a name, with what is around it
UNREAD: Final = {CueType.REFERRAL: 2.0}  # so much less by hand where no rule has found whom it is to
STEEP: Final = 3.0
HEEDED: Final = -0.5  # sentences below add nothing
HIGHEST: Final = 0.99
ASKED: Final = 0.89  # below what is sure
BARS: Final = {  # the odds that are asked for, if not even ones: higher where words mislead more often than they tell
    CueType.INTRODUCTION: 0.4,
    CueType.OFFER: 0.85,
    CueType.HELP: 0.6,
    CueType.DECLINE: 1.1,
    CueType.GIVEN: 0.4,
    CueType.MEETING: -1.0,
    CueType.ASK: -0.7,
    CueType.THANKS: -0.5,
    CueType.AUTO: 0.2,
}
LIFT: Final = 4.0  # away from work, whole mails lift the odds by hand no higher: a dentist stays a dentist
CLEARLY: Final = 0.5  # a margin of the rules
PLAINLY: Final = {"forwarded": "passed-on", "employee-referral": "employee-referral"}  # told by such a shape alone
SCANT, AMPLE = 5, 20  # words: so few mislead hardly ever, so many as all do
BRIEF: Final = 15  # words: a message that hardly says anything else
CERTAIN: Final = 2.6  # odds from which, of mails that had no part in the fitting, 97 in 100 cues were right


class Weighed(NamedTuple):
    """What rules and model found of one kind of cue, and the odds by hand that follow from it."""

    reading: Reading | None
    sentence: Sentence | None
    by_hand: float
    unnamed: bool

    @property
    def unread(self) -> bool:
        """Whether it is the model's word alone."""
        return self.reading is None


def odds(
    frame: Frame, kind: CueType, margin: float, said: float, *, unnamed: bool = False, unread: bool = False
) -> float:
    """The logarithm of the odds that it is so, as whole mails have taught to weigh it, or by hand where none did."""
    return _as_a_whole(frame, kind, by_hand(frame, kind, margin, said), unnamed=unnamed, unread=unread)


def _as_a_whole(frame: Frame, kind: CueType, odds_by_hand: float, *, unnamed: bool, unread: bool) -> float:
    told = frame.leanings.get(kind, UNTAUGHT)
    alone = odds_by_hand - (UNREAD.get(kind, 0.0) if unread else 0.0)
    if not told.share:
        return alone
    whole = told.base + told.odds(odds_by_hand)
    whole += (told.unnamed if unnamed else 0.0) + (told.unread if unread else 0.0)
    if frame.distance > 0:
        whole = min(whole, odds_by_hand + LIFT)
    return told.share * whole + (1.0 - told.share) * alone


def by_hand(frame: Frame, kind: CueType, margin: float, said: float) -> float:
    """The logarithm of the odds by weights that were set by hand."""
    weights = WEIGHTS[kind] if frame.heard else ALONE
    told = weights.rules * max(FAINT, min(margin, MOST)) + weights.model * max(said, UNSAID)
    told += weights.unasked if frame.unasked else 0.0
    told += 0.0 if kind is CueType.AUTO or not frame.heard else weights.quiet * _silence(frame)
    return told + weights.distance * frame.distance + weights.start


def _silence(frame: Frame) -> float:
    """What it takes away that most of a message tells nothing of any kind, as private mail does."""
    enough = TELLING if frame.direction is Direction.IN else WRITING
    return min(0.0, frame.tells - enough) * min(1.0, frame.words / SPOKEN)


def confidence(frame: Frame, kind: CueType, logarithm: float, *, unnamed: bool = False) -> float:
    """How sure that makes us; below what is sure where something else may be meant.

    That is what also speaks of home, a time that answers nothing, or a referral to a first name alone.
    """
    doubtful = frame.distance > 0 or unnamed or (kind is CueType.MEETING and not (frame.answers or frame.asked))
    most = ASKED if doubtful or logarithm < CERTAIN else HIGHEST
    return round(min(most, 1 / (1 + exp(-logarithm))), 2)


class Voice(NamedTuple):
    """What the model says of the sentences that it is heard on, and the strongest of them."""

    said: float
    sentence: Sentence


def listen(
    frame: Frame,
    kind: CueType,
    *,
    may_tell: Callable[[Sentence], bool] | None = None,
    without: Collection[str] = (),
) -> Voice | None:
    """What the model says, if it was asked.

    `may_tell` are the sentences it is heard on, if not all; those `without` are another cue's.
    """
    scores = frame.heard.get(kind, ())
    if not scores:
        return None
    heeded = _heeded(frame, may_tell, without)
    heard = scores if heeded is None else [scores[at] for at in heeded]
    return Voice(_said(kind, heard), frame.sentences[_place(scores, heard, heeded)]) if heard else None


def weigh(frame: Frame, kind: CueType, found: Reading | None, heard: Voice | None) -> Weighed | None:
    """What rules and model find together, where either finds anything."""
    if found is None and heard is None:
        return None
    said = found.said if found and found.said is not None else heard.said if heard else UNSAID
    sentence = found.sentence if found and (found.margin >= 0 or heard is None) else heard.sentence if heard else None
    hand = by_hand(frame, kind, found.margin if found else FAINT, said)
    return Weighed(found, sentence, hand, is_unnamed(kind, found.people if found else ()))


def is_unnamed(kind: CueType, people: Collection[str]) -> bool:
    """Whether it is a referral to nobody but first names."""
    return kind is CueType.REFERRAL and not any("@" in one or " " in one for one in people)


class Settle(Protocol):
    """What makes a cue of that which rules and model find, or nothing; `needs_rules`: not without them."""

    def __call__(
        self,
        frame: Frame,
        kind: CueType,
        rules: Callable[[], Reading | None],
        *,
        needs_rules: bool = False,
        may_tell: Callable[[Sentence], bool] | None = None,
        without: Collection[str] = (),
    ) -> Cue | None: ...


def settle(
    frame: Frame,
    kind: CueType,
    rules: Callable[[], Reading | None],
    *,
    needs_rules: bool = False,
    may_tell: Callable[[Sentence], bool] | None = None,
    without: Collection[str] = (),
) -> Cue | None:
    """The cue, if rules, model and the message as a whole make it likely enough.

    The rules are asked only where they could still make it likely, or alone where they find the people.
    """
    if not _possible(frame, kind) and not _said_plainly(frame, kind):
        return None
    heard = listen(frame, kind, may_tell=may_tell, without=without)
    said = heard.said if heard else UNSAID
    if not needs_rules and not _may_be(frame, kind, said) and not _said_plainly(frame, kind):
        return None
    if (read := rules()) is None and needs_rules:
        return None
    found = weigh(frame, kind, read, heard)
    return None if found is None else cue(frame, kind, found)


def cue(frame: Frame, kind: CueType, found: Weighed) -> Cue | None:
    """The cue of what was found, if it is as likely as its kind asks for."""
    sum_ = _as_a_whole(frame, kind, found.by_hand, unnamed=found.unnamed, unread=found.unread)
    if _plain(frame, kind, found):
        sum_ = max(sum_, _bar(frame, kind) + 0.1)
    if sum_ < _bar(frame, kind):
        return None
    return Cue(
        type=kind,
        people=found.reading.people if found.reading else (),
        evidence=found.sentence.text if found.sentence else frame.subject.text,
        confidence=confidence(frame, kind, sum_, unnamed=found.unnamed),
        about=found.reading.about if found.reading else "",
    )


def _bar(frame: Frame, kind: CueType) -> float:
    """The odds that are asked for: of few words, in which hardly anything misleads, even ones, from `AMPLE` on all."""
    bar = BARS.get(kind, 0.0)
    return bar * max(0.0, min(1.0, (frame.words - SCANT) / (AMPLE - SCANT))) if bar > 0 else bar


def _plain(frame: Frame, kind: CueType, found: Weighed) -> bool:
    """Whether the rules find a referral so plain that nothing speaks against it: her name was passed on, or it is all.

    "Talk to Jane Roe at Acme", in a message that says no more, tells what it tells.
    """
    if kind is not CueType.REFERRAL or found.reading is None or frame.private:
        return False
    if found.reading.about in PLAINLY:
        return found.reading.margin >= 0
    return found.reading.margin >= CLEARLY and frame.words <= BRIEF and not found.unnamed and not frame.distance


def _possible(frame: Frame, kind: CueType) -> bool:
    """Whether any reading of the rules, or none, could make it likely enough."""
    if kind in frame.leanings:
        return frame.leanings[kind].most >= _bar(frame, kind)
    scores = frame.heard.get(kind, ())
    if not scores:
        return True
    return _may_be(frame, kind, gathered(scores) if kind in GATHERED else max(scores) / 1000)


def _said_plainly(frame: Frame, kind: CueType) -> bool:
    """Whether it is said in so many words that somebody was given her name."""
    return kind is CueType.REFERRAL and any(one.has(*PLAINLY.values()) for one in frame.sentences)


def _may_be(frame: Frame, kind: CueType, said: float) -> bool:
    """Whether it is likely with the strongest reading of the rules, or with none."""
    named, bar = said + NAMED.get(kind, 0.0), _bar(frame, kind)
    return odds(frame, kind, MOST, named) >= bar or odds(frame, kind, FAINT, said, unnamed=True, unread=True) >= bar


def _heeded(frame: Frame, may_tell: Callable[[Sentence], bool] | None, without: Collection[str]) -> list[int] | None:
    """The places of the sentences that the model is heard on; nothing if those are all."""
    if not without and may_tell is None:
        return None
    places = enumerate(frame.sentences)
    return [at for at, one in places if one.text not in without and (may_tell is None or may_tell(one))]


def _place(scores: Sequence[int], heard: Sequence[int], heeded: list[int] | None) -> int:
    """Where the strongest sentence stands."""
    top = max(heard)
    return next(at for at in (range(len(scores)) if heeded is None else heeded) if scores[at] == top)


def _said(kind: CueType, heard: Sequence[int]) -> float:
    """What the model says of the message as a whole."""
    if kind is CueType.AUTO:
        return throughout(heard)
    return gathered(heard) if kind in GATHERED else max(heard) / 1000


def gathered(heard: Sequence[int], *, heeded: float = HEEDED) -> float:
    """Somewhat more than the strongest sentence, where others tell the same."""
    top = max(heard) / 1000
    more = sum(exp(STEEP * (one / 1000 - top)) for one in heard if one / 1000 >= heeded)
    return top + log(max(1.0, more)) / STEEP


def throughout(heard: Sequence[int]) -> float:
    """A machine's answer speaks of little else: what is said of its strongest sentences, on the whole."""
    known = sorted((one for one in heard if one > UNHEARD), reverse=True) or [UNHEARD]
    strongest = known[: max(2, len(known) * 2 // 5)]
    return sum(strongest) / len(strongest) / 1000
