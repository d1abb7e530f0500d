"""The way in: a message, an mbox or a Maildir becomes domain messages, with notes on what was left out."""

import email
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import IO, Literal

from askwell.domain.messages import Channel, Message
from askwell.domain.people import Origin, Party
from askwell.domain.reading import Note, Reading

NO_TEXT = datetime.max.replace(tzinfo=UTC)


class Unreadable(Exception):  # noqa: N818 - it is an answer about a message, not a fault of the program
    """A message that could not be read; `reason` is a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LeftOut(Exception):  # noqa: N818 - as above
    """A message that is no exchange with anybody: a draft, spam, trash; `reason` is a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_message(raw: bytes, *, origin: Origin, text_since: datetime | None = None) -> Message:
    """One message. Its text is given only if it is from `text_since` (aware) or later; None asks for all texts."""
    parsed = email.message_from_bytes(raw)
    try:
        at = parsedate_to_datetime(str(parsed["Date"]))
    except (ValueError, TypeError) as odd:
        raise Unreadable("It carries no date.") from odd
    at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)

    def parties(name: str) -> tuple[Party, ...]:
        return tuple(Party(n, a.lower()) for n, a in getaddresses([str(v) for v in parsed.get_all(name, [])]))

    sender = (*parties("From"), Party("", ""))[0]
    payload = parsed.get_payload(decode=True) if not parsed.is_multipart() else b""
    text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    wanted = text_since is None or at >= text_since
    return Message(
        origin=replace(origin, message_id=str(parsed["Message-ID"] or "").strip()),
        at=at,
        channel=Channel.EMAIL,
        sender=sender,
        to=parties("To"),
        copied=parties("Cc"),
        subject=str(parsed["Subject"] or ""),
        text=text if wanted else "",
        thread=tuple(str(parsed["References"] or "").split()),
    )


def read(
    stream: IO[bytes],
    *,
    file: str,
    path: str = "",
    kind: Literal["mbox", "eml"] = "mbox",
    text_since: datetime | None = None,
) -> Reading:
    """A file of mail. `messages` is lazy; the notes and `read` are complete once it is used up."""
    raws: Iterable[bytes] = [stream.read()] if kind == "eml" else stream.read().split(b"\n\nFrom ")
    reading = Reading(file=file, source="mail", path=path)
    origins = ((Origin(file=file, index=n, path=path), raw) for n, raw in enumerate(raws, 1))
    reading.messages = _messages(reading, origins, text_since)
    return reading


def read_maildir(folder: Path, *, file: str, path: str = "", text_since: datetime | None = None) -> Reading:
    """A Maildir (a folder with `cur` and `new`) as one reading; each message's origin is its own file."""
    reading = Reading(file=file, source="mail", path=path)
    files = sorted(p for sub in ("cur", "new") for p in (folder / sub).glob("*") if p.is_file())
    origins = (
        (Origin(file=p.name, index=1, path=f"{path or file}/{p.parent.name}/{p.name}"), p.read_bytes()) for p in files
    )
    reading.messages = _messages(reading, origins, text_since)
    return reading


def _messages(reading: Reading, raws: Iterable[tuple[Origin, bytes]], text_since: datetime | None) -> Iterator[Message]:
    for origin, raw in raws:
        reading.read += 1
        try:
            yield read_message(raw, origin=origin, text_since=text_since)
        except Unreadable as odd:
            reading.unreadable.append(Note(reading.read, odd.reason))
        except LeftOut as odd:
            reading.left_out.append(Note(reading.read, odd.reason))
