"""Mail files handed to the mail reader: their streams stay open as long as messages are taken from them."""

import io
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from typing import BinaryIO, Literal

from askwell.domain.messages import Message
from askwell.domain.reading import Reading
from askwell.sources import mail
from askwell.sources.found import LIMIT, Found, Kind, Unreadable


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
    """Apple Mail's .emlx has the length of the message in its first line, and a property list behind it."""
    if not name.casefold().endswith(".emlx"):
        return stream
    with stream:
        length = stream.readline(32).strip()
        if not length.isdigit():
            raise Unreadable("not a message of Apple Mail, whatever its name says")
        return io.BytesIO(stream.read(min(int(length), LIMIT)))


def _closing(stream: BinaryIO, messages: Iterable[Message]) -> Iterator[Message]:
    with closing(stream):
        yield from messages
