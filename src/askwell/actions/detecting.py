"""`detect`: what the messages in some files tell, one line a message; nothing is stored."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from askwell.actions.bringing_in import hearing, reading_one
from askwell.actions.bringing_in.hearing import Heard
from askwell.actions.bringing_in.reading_one import Wanted
from askwell.actions.bringing_in.who_is_me import tell
from askwell.domain.cues import Cue
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.messages import Channel, Direction, Message
from askwell.domain.reading import Reading
from askwell.identity import handles
from askwell.sources.found import Found, Kind

if TYPE_CHECKING:
    from askwell.actions.bringing_in.readers import Readers

SAY: Final = Hint("detect", "say it", ("…",), (("me", "ADDRESS"),))
REMEMBERED: Final = 5_000  # messages kept in mind, so that an answer is read with what it answers
_OF_THE_OWNER: Final = frozenset({Kind.PROFILE, Kind.EMAILS, Kind.MESSAGES, Kind.INVITATIONS})
_WITH_MESSAGES: Final = frozenset({Kind.MAIL, Kind.MBOX, Kind.MAILDIR, Kind.MESSAGES, Kind.INVITATIONS})


def detect_paths(
    paths: Iterable[str | Path], *, me: Iterable[str], readers: "Readers | None" = None
) -> Iterator[dict[str, Any]]:
    """Every message under `paths` with its events, in order; `me` are the seeker's own addresses or profile links.

    `readers` read and hear apart, so that no file harms this process; without them it is all done here. Raises Refused
    at the end, after everything that could be read was given, if a file or message could not be.
    """
    said = [found for found in (handles.address(one) or handles.slug(one) for one in me) if found]
    if not said:
        raise Refused("It takes your own address to tell what came in from what went out.", SAY)
    found = readers.find(list(paths)) if readers else _found_here(paths)
    mine = _herself(found, said, readers)
    twice = {name for name, count in Counter(one.file for one in found).items() if count > 1}
    known: OrderedDict[str, Message] = OrderedDict()
    faults: list[str] = []
    told = False
    for one in found:
        for line in _told(one, mine, known, faults, readers=readers, apart=one.file in twice):
            told = True
            yield line
    if faults:
        more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        raise Refused(f"{faults[0]}{more} could not be read{'; the rest was' if told else ''}.")


def _found_here(paths: Iterable[str | Path]) -> list[Found]:
    from askwell.sources import walk  # where workers do it, it need not be loaded

    return list(walk.find(paths))


def _read(found: Sequence[Found], readers: "Readers | None") -> Iterator[Reading]:
    wanted = Wanted()
    if readers:
        return readers.read([(one, wanted) for one in found], _nobody)
    return (reading_one.read(one, wanted) for one in found)


def _nobody(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def _herself(found: Iterable[Found], said: Sequence[str], readers: "Readers | None") -> frozenset[str]:
    """Her addresses and profile: what she said, and what the files of a LinkedIn export tell of their owner."""
    own = list(_read([one for one in found if one.kind in _OF_THE_OWNER], readers))
    return tell(own, [], said=said, stored=(), name="").handles if own else frozenset(said)


def _told(
    found: Found,
    me: frozenset[str],
    known: OrderedDict[str, Message],
    faults: list[str],
    *,
    readers: "Readers | None",
    apart: bool,
) -> Iterator[dict[str, Any]]:
    if found.kind is Kind.UNREADABLE:
        faults.append(found.file)
    if found.kind not in _WITH_MESSAGES:
        return
    (reading,) = _read([found], readers)
    heard = [_heard(message, known) for message in reading.messages if message.channel is not Channel.MEETING]
    detect = readers.hear if readers else hearing.hear
    for (message, _), cues in zip(heard, detect(heard, me), strict=True):
        yield _line(message, cues, me, apart=apart)
    faults += [f"Message {note.at} of {found.file}" if note.at else found.file for note in reading.unreadable]


def _heard(message: Message, known: OrderedDict[str, Message]) -> Heard:
    earlier = _earlier(message, known)
    _remember(message, known)
    return message, earlier


def _line(message: Message, cues: Iterable[Cue], me: frozenset[str], *, apart: bool) -> dict[str, Any]:
    origin = message.origin
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
