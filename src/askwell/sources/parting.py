"""Much mail, in parts that are read apart from each other, and put together as if it had been read in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import cast

from askwell.domain.messages import Message
from askwell.domain.reading import Note, Reading
from askwell.sources.found import Found, Kind, OnDisk
from askwell.sources.zips import InZip

BYTES = 4 << 20  # of an mbox in one part
LETTERS = 500  # of a Maildir in one part


def parts(found: Found) -> list[Found]:
    """The parts of an mbox or of a Maildir; anything else, and what is small, is one part: itself.

    An mbox in a zip has two, for each begins by unpacking all that is before it.
    """
    if found.kind is Kind.MBOX and isinstance(found.open, OnDisk | InZip) and found.size > BYTES:
        step = BYTES if isinstance(found.open, OnDisk) else max(BYTES, -(-found.size // 2))
        starts = range(0, found.size, step)
        return [replace(found, span=(start, min(start + step, found.size))) for start in starts]
    from askwell.sources import mail

    if found.folder is not None and len(letters := mail.letters_of(found.folder)) > LETTERS:
        some = (letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS))
        return [replace(found, letters=tuple(few)) for few in some]
    return [found]


def together(found: Found, readings: Sequence[Reading]) -> Reading:
    """One reading of a file's parts, in order, each with its messages in a list; messages are numbered through."""
    if len(readings) == 1:
        return readings[0]
    from askwell.sources import mail

    whole = Reading(file=found.file, source="mail", path=found.path)
    for reading in readings:
        if found.folder is None:  # a mail of a Maildir is a file of its own
            _number(cast("list[Message]", reading.messages), whole.read)
        whole.left_out += _moved(reading.left_out, whole.read)
        whole.unreadable += _moved(reading.unreadable, whole.read)
        whole.read += reading.read
    messages = list(chain.from_iterable(reading.messages for reading in readings))
    whole.messages = messages
    whole.said = mail.oddities(messages) if any(reading.said for reading in readings) else ""
    return whole


def _number(messages: Iterable[Message], before: int) -> None:
    """Count on from the parts before. Nobody has seen these values yet, so they are set where they lie."""
    for message in messages if before else ():
        object.__setattr__(message.origin, "index", message.origin.index + before)


def _moved(notes: Iterable[Note], before: int) -> list[Note]:
    return [Note((note.at or 1) + before, note.reason) for note in notes]
