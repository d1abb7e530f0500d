"""Mail files handed to the mail reader: their streams stay open as long as messages are taken from them."""

import io
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from typing import BinaryIO, Literal

from askwell.domain.messages import Message
from askwell.domain.reading import Reading
from askwell.sources import mail
from askwell.sources.found import LIMIT, MAGIC, Found, Kind, Unreadable

LARGEST = 64 << 20  # bytes of an Outlook message, which cannot be read in pieces


def read_letters(found: Found, *, text_since: datetime | None = None) -> Reading:
    """A reading whose messages are lazy: its notes and `read` are complete once they are used up."""
    if found.folder is not None:
        told = {"file": found.file, "path": found.path}
        return mail.read_maildir(found.folder, **told, letters=found.letters, text_since=text_since)
    stream = _bare(found.open(), found.file)
    kind: Literal["mbox", "eml"] = "mbox" if found.kind is Kind.MBOX else "eml"
    told = {"file": found.file, "path": found.path}
    reading = mail.read(stream, **told, kind=kind, span=found.span, text_since=text_since)
    reading.messages = _closing(stream, reading.messages)
    return reading


def _bare(stream: BinaryIO, name: str) -> BinaryIO:
    """Apple Mail's .emlx has the length of the message in its first line, and a property list behind it.

    Outlook's .msg is brought into the same form as all other mail.
    """
    if name.casefold().endswith(".msg"):
        return _outlook(stream)
    if not name.casefold().endswith(".emlx"):
        return stream
    with stream:
        length = stream.readline(32).strip()
        if not length.isdigit():
            raise Unreadable("not a message of Apple Mail, whatever its name says")
        return io.BytesIO(stream.read(min(int(length), LIMIT)))


def _outlook(stream: BinaryIO) -> BinaryIO:
    from askwell.sources.outlook_message import as_eml

    with stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable("an Outlook message of more than 64 MB; save it without what is attached")
    return io.BytesIO(as_eml(data) if data.startswith(MAGIC) else data)


def _closing(stream: BinaryIO, messages: Iterable[Message]) -> Iterator[Message]:
    with closing(stream):
        yield from messages
