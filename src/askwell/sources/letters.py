"""Mail files handed to the mail reader: their streams stay open as long as messages are taken from them."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from typing import BinaryIO, Literal

from askwell.domain.messages import Message
from askwell.domain.reading import Reading
from askwell.sources import mail
from askwell.sources.found import Found, Kind


def read_letters(found: Found, *, text_since: datetime | None = None) -> Reading:
    """A reading whose messages are lazy: its notes and `read` are complete once they are used up."""
    if found.folder is not None:
        return mail.read_maildir(found.folder, file=found.file, path=found.path, text_since=text_since)
    stream = found.open()
    kind: Literal["mbox", "eml"] = "mbox" if found.kind is Kind.MBOX else "eml"
    reading = mail.read(stream, file=found.file, path=found.path, kind=kind, text_since=text_since)
    reading.messages = _closing(stream, reading.messages)
    return reading


def _closing(stream: BinaryIO, messages: Iterable[Message]) -> Iterator[Message]:
    with closing(stream):
        yield from messages
