"""`detect`: one message in, its cues out."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Channel, Direction, Message
from askwell.guide.cues.frame import Frame, frame, from_person
from askwell.guide.cues.introducing import introduction
from askwell.guide.cues.judging import Judge, Sum, judge
from askwell.guide.cues.machines import MACHINES_SAY, answers_for_an_office, auto, is_for_many, is_mass
from askwell.guide.cues.meetings import meeting, names_a_time
from askwell.guide.cues.plain import tokens
from askwell.guide.cues.received import decline, help_given, may_refuse, offer
from askwell.guide.cues.referring import referral
from askwell.guide.cues.sent import ask, closed, given, may_give, thanks, to_a_person
from askwell.guide.cues.shapes import tagger
from askwell.guide.cues.verdict import Leaning
from askwell.guide.cues.weighing import Settle, settle
from askwell.guide.cues.whole import leanings

LIKELY: Final = 0.7
IDLE: Final = -0.7  # what tells so little, all its words taken as one, tells nothing
LONG: Final = 30  # words; in fewer one sentence may tell more than all do
UNADDRESSED: Final = 300  # so much less an introduction tells of a pointer
SHAPES: Final = {  # the files of shapes that are tried on what came in, and on what went out
    "in": ("either", "pointing", "received", "languages"),
    "out": ("either", "pointing", "sent", "languages"),
}


class Means(NamedTuple):
    """What a message is read with: the model, what whole mails have taught, and what makes a cue of both."""

    judge: Callable[[Direction], Judge]
    leanings: Callable[[Frame], Mapping[CueType, Leaning]]
    settle: Settle


USUAL: Final = Means(judge, leanings, settle)


def detect(message: Message, me: frozenset[str], *, earlier: Sequence[Message] = ()) -> tuple[Cue, ...]:
    """The cues of one message, never an error.

    `me` are the seeker's addresses and profile slugs (`in/…`), lower case; the direction follows from them. `earlier`
    are messages of the same thread before this one, if at hand. Evidence is a piece of the message's text or subject.
    """
    if message.channel is Channel.MEETING or not (message.text.strip() or message.subject.strip()):
        return ()
    found = read(frame(message, me, earlier=earlier), USUAL)
    return tuple(cue for cue in found if cue is not None)


def read(seen: Frame, means: Means) -> tuple[Cue | None, ...]:
    """The cues that there are, each in its place."""
    return _sent(seen, means) if seen.direction is Direction.OUT else _received(seen, means)


def _received(seen: Frame, means: Means) -> tuple[Cue | None, ...]:
    settle = means.settle
    many = is_for_many(seen)
    hears = not many or answers_for_an_office(seen)
    sums = _take_together(seen, means) if hears else ()
    if hears and seen.together[-1] < IDLE and seen.words >= LONG and from_person(seen):
        return ()
    shapes = tagger(*SHAPES["in"]) if hears else tagger(*SHAPES["in"], only=MACHINES_SAY)
    shapes.tag(seen.everything)
    if hears:
        _hear(seen, means, sums)
    machine = settle(seen, CueType.AUTO, partial(auto, seen))
    if machine is not None:
        return (machine,)
    if many or is_mass(seen):
        return ()
    introduced = settle(seen, CueType.INTRODUCTION, partial(introduction, seen), needs_rules=True)
    joined = tokens(" ".join(introduced.people)) if introduced else frozenset()
    pointed = settle(seen, CueType.REFERRAL, partial(referral, seen, introduced=joined))
    agreed = settle(seen, CueType.MEETING, partial(meeting, seen), may_tell=names_a_time) if from_person(seen) else None
    named = [p for cue in (introduced, pointed) if cue is not None for p in cue.people]
    people = frozenset().union(*(tokens(name.partition("@")[0]) for name in named)) if named else frozenset()
    times = {agreed.evidence} if agreed else set()
    promise = partial(offer, seen, meeting=agreed.evidence if agreed else "", introduced=introduced is not None)
    offered = settle(seen, CueType.OFFER, promise, without=times | ({introduced.evidence} if introduced else set()))
    refused = settle(seen, CueType.DECLINE, partial(decline, seen), may_tell=may_refuse)
    crowded = any(cue is not None for cue in (introduced, pointed, offered, refused))
    elsewhere = {cue.evidence for cue in (introduced, pointed, offered, refused, agreed) if cue is not None}
    told = partial(help_given, seen, people=people, crowded=crowded)
    helped = settle(seen, CueType.HELP, told, without=elsewhere)
    return introduced, pointed, offered, helped, refused, agreed


def _take_together(seen: Frame, means: Means) -> Sequence[Sum]:
    """What the message tells as a whole, before anything else is asked; what was heard in each of its sentences."""
    seen.together, sums = means.judge(seen.direction).take_together(seen.sentences, seen.subject)
    return sums


def _hear(seen: Frame, means: Means, sums: Sequence[Sum]) -> None:
    """What the model says; where nobody else is on the message, an introduction can only be a pointer to somebody."""
    scores, seen.tells = means.judge(seen.direction).hear(seen.sentences, sums)
    if scores and not seen.thirds and seen.direction is Direction.IN:
        both = zip(scores[CueType.REFERRAL], scores[CueType.INTRODUCTION], strict=True)
        scores = {**scores, CueType.REFERRAL: [max(pointed, made - UNADDRESSED) for pointed, made in both]}
    seen.heard = scores
    seen.leanings = means.leanings(seen)


def _sent(seen: Frame, means: Means) -> tuple[Cue | None, ...]:
    settle = means.settle
    if not to_a_person(seen) or seen.to_list:
        return ()
    sums = _take_together(seen, means)
    tagger(*SHAPES["out"]).tag(seen.everything)
    _hear(seen, means, sums)
    asked = settle(seen, CueType.ASK, partial(ask, seen))
    agreed = settle(seen, CueType.MEETING, partial(meeting, seen), may_tell=names_a_time)
    told = settle(seen, CueType.CLOSED, partial(closed, seen, asks=asked is not None))
    if told is not None and asked is not None and asked.confidence < LIKELY and not asked.evidence.endswith("?"):
        asked = None  # a report speaks of conversations and questions without asking for any
    asks = asked is not None
    favor = partial(given, seen, asks=asks, meeting=agreed.evidence if agreed else "")
    thanked = settle(seen, CueType.THANKS, partial(thanks, seen, asks=asks))
    gave = settle(seen, CueType.GIVEN, favor, may_tell=may_give, without={agreed.evidence} if agreed else ())
    return asked, thanked, told, gave, agreed
