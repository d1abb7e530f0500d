"""`detect`: one message in, its cues out."""

from collections.abc import Sequence
from typing import Final

from askwell.domain.cues import Cue
from askwell.domain.messages import Channel, Direction, Message
from askwell.guide.cues.frame import Frame, frame
from askwell.guide.cues.introducing import introduction, joins_others
from askwell.guide.cues.machines import MACHINES_SAY, auto, is_for_many, is_mass
from askwell.guide.cues.meetings import meeting
from askwell.guide.cues.plain import tokens
from askwell.guide.cues.received import decline, help_given, offer
from askwell.guide.cues.referring import referral
from askwell.guide.cues.sent import ask, closed, given, thanks, to_a_person
from askwell.guide.cues.shapes import tagger

LIKELY: Final = 0.7
_IN: Final = ("either", "pointing", "received", "languages")
_OUT: Final = ("either", "pointing", "sent", "languages")


def detect(message: Message, me: frozenset[str], *, earlier: Sequence[Message] = ()) -> tuple[Cue, ...]:
    """The cues of one message, never an error.

    `me` are the seeker's addresses and profile slugs (`in/…`), lower case; the direction follows from them. `earlier`
    are messages of the same thread before this one, if at hand. Evidence is a piece of the message's text or subject.
    """
    if message.channel is Channel.MEETING or not (message.text.strip() or message.subject.strip()):
        return ()
    seen = frame(message, me, earlier=earlier)
    found = _sent(seen) if seen.direction is Direction.OUT else _received(seen)
    return tuple(cue for cue in found if cue is not None)


def _received(seen: Frame) -> tuple[Cue | None, ...]:
    shapes = tagger(*_IN, only=MACHINES_SAY) if is_for_many(seen) else tagger(*_IN)
    shapes.tag(seen.everything)
    machine = auto(seen)
    if machine is not None:
        return (machine,)
    if is_mass(seen):
        return ()
    introduced = introduction(seen)
    joined = tokens(" ".join(introduced.people)) if introduced else frozenset()
    pointed = referral(seen, introduced=joined)
    agreed = meeting(seen)
    named = [p for cue in (introduced, pointed) if cue is not None for p in cue.people]
    people = frozenset().union(*(tokens(name.partition("@")[0]) for name in named)) if named else frozenset()
    offered = offer(seen, meeting=agreed.evidence if agreed else "", introduced=introduced is not None)
    refused = decline(seen)
    crowded = any(cue is not None for cue in (introduced, pointed, offered, refused))
    return introduced, pointed, offered, help_given(seen, people=people, crowded=crowded), refused, agreed


def _sent(seen: Frame) -> tuple[Cue | None, ...]:
    if not to_a_person(seen) or seen.to_list:
        return ()
    tagger(*_OUT).tag(seen.everything)
    asked = ask(seen)
    agreed = meeting(seen)
    told = closed(seen, asks=asked is not None)
    if told is not None and asked is not None and asked.confidence < LIKELY and not asked.evidence.endswith("?"):
        asked = None  # a report speaks of conversations and questions without asking for any
    asks = asked is not None
    favor = given(seen, introduces=joins_others(seen), asks=asks, meeting=agreed.evidence if agreed else "")
    return asked, thanks(seen, asks=asks), told, favor, agreed
