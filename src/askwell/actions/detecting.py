"""`detect`: what the messages in some files tell, one line a message; nothing is stored."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from askwell.actions.bringing_in.who_is_me import tell
from askwell.domain.cues import Cue
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.messages import Channel, Direction, Message
from askwell.guide.cues import detect
from askwell.identity import handles
from askwell.sources import read, walk
from askwell.sources.found import Found, Kind

SAY: Final = Hint("detect", "say it", ("…",), (("me", "ADDRESS"),))
REMEMBERED: Final = 5_000  # messages kept in mind, so that an answer is read with what it answers
_OF_THE_OWNER: Final = frozenset({Kind.PROFILE, Kind.EMAILS, Kind.MESSAGES, Kind.INVITATIONS})
_WITH_MESSAGES: Final = frozenset({Kind.MAIL, Kind.MBOX, Kind.MAILDIR, Kind.MESSAGES, Kind.INVITATIONS})


def detect_paths(paths: Iterable[str | Path], *, me: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Every message under `paths` with its events, in order; `me` are the seeker's own addresses or profile links.

    Raises Refused at the end, after everything that could be read was given, if a file or message could not be.
    """
    said = [found for found in (handles.address(one) or handles.slug(one) for one in me) if found]
    if not said:
        raise Refused("It takes your own address to tell what came in from what went out.", SAY)
    found = list(walk.find(paths))
    mine = _herself(found, said)
    twice = {name for name, count in Counter(one.file for one in found).items() if count > 1}
    known: OrderedDict[str, Message] = OrderedDict()
    faults: list[str] = []
    told = False
    for one in found:
        for line in _told(one, mine, known, faults, apart=one.file in twice):
            told = True
            yield line
    if faults:
        more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        raise Refused(f"{faults[0]}{more} could not be read{'; the rest was' if told else ''}.")


def _herself(found: Iterable[Found], said: Sequence[str]) -> frozenset[str]:
    """Her addresses and profile: what she said, and what the files of a LinkedIn export tell of their owner."""
    own = [read(one) for one in found if one.kind in _OF_THE_OWNER]
    return tell(own, [], said=said, stored=(), name="").handles if own else frozenset(said)


def _told(
    found: Found, me: frozenset[str], known: OrderedDict[str, Message], faults: list[str], *, apart: bool
) -> Iterator[dict[str, Any]]:
    if found.kind is Kind.UNREADABLE:
        faults.append(found.file)
    if found.kind not in _WITH_MESSAGES:
        return
    reading = read(found)
    for message in reading.messages:
        if message.channel is not Channel.MEETING:
            yield _line(message, me, known, apart=apart)
            _remember(message, known)
    faults += [f"Message {note.at} of {found.file}" if note.at else found.file for note in reading.unreadable]


def _line(message: Message, me: frozenset[str], known: OrderedDict[str, Message], *, apart: bool) -> dict[str, Any]:
    origin = message.origin
    cues = detect(message, me, earlier=_earlier(message, known))
    path = {"path": origin.path} if apart and origin.path else {}
    return {
        "file": origin.file,
        **path,
        "index": origin.index,
        "message_id": origin.message_id,
        "direction": (Direction.OUT if message.sender.handle in me else Direction.IN).value,
        "events": [_event(cue) for cue in cues],
    }


def _event(cue: Cue) -> dict[str, Any]:
    return {
        "type": cue.type.value,
        "people": list(cue.people),
        "evidence": cue.evidence,
        "confidence": cue.confidence,
    }


def _earlier(message: Message, known: OrderedDict[str, Message]) -> Sequence[Message]:
    """What stands before a message in its thread, as far as it was read before."""
    return tuple(known[one] for one in message.thread if one in known and known[one].at <= message.at)


def _remember(message: Message, known: OrderedDict[str, Message]) -> None:
    if message.origin.message_id:
        known[message.origin.message_id] = message
        if len(known) > REMEMBERED:
            known.popitem(last=False)
