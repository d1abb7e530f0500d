"""What is done with what a server sent: one message, or cards or events as a file. All it raises is MemoryError."""

from dataclasses import dataclass
from datetime import datetime

from askwell import sources
from askwell.domain.messages import Message
from askwell.domain.people import Origin
from askwell.domain.reading import Note, Reading
from askwell.sources.found import Found

ENOUGH = 10  # pieces beyond all bounds in one look, each of which takes its time; the next look goes on behind them
DAMAGED = "it is damaged and cannot be read"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it came, or its headers alone; `origin.index` is its number on the server."""

    raw: bytes
    origin: Origin
    text_from: datetime
    from_line: bytes = b""


@dataclass(frozen=True, slots=True)
class Unread:
    """No message, and why: left out on purpose, or not to be read."""

    note: Note
    on_purpose: bool = False


def read_letter(letter: Letter) -> Message | Unread:
    """The message, or why there is none."""
    from askwell.sources import mail

    number = letter.origin.index
    try:
        return mail.read_message(
            letter.raw, origin=letter.origin, text_since=letter.text_from, from_line=letter.from_line
        )
    except mail.LeftOut as left:
        return Unread(Note(number, left.reason), on_purpose=True)
    except mail.Unreadable as bad:
        return Unread(Note(number, bad.reason))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, the other messages are read
        return Unread(Note(number, DAMAGED))


@dataclass(frozen=True, slots=True)
class Bundle:
    """Cards or events as a file would hold them; `zone` and `now` are as of any reading."""

    found: Found
    zone: str = ""
    now: datetime | None = None


def read_bundle(bundle: Bundle) -> Reading:
    """Its reading, with messages in a list."""
    try:
        reading = sources.read(bundle.found, zone=bundle.zone, now=bundle.now)
        reading.messages = list(reading.messages)
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, the rest is read
        return unread(bundle.found, sources.sentence(fault))
    return reading


def is_harmless(bundle: Bundle) -> bool:
    """Whether there is an end to reading it: True, or no answer at all."""
    read_bundle(bundle)
    return True


def unread(found: Found, reason: str) -> Reading:
    """Nothing of it could be read."""
    reading = found.reading()
    reading.read, reading.unreadable = 1, [Note(0, reason)]
    return reading
