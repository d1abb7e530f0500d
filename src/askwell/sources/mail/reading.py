"""The way in: one message, an mbox or a Maildir as domain messages, with notes on what was left out."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Literal

from askwell.domain.messages import Channel, Message, Writer
from askwell.domain.people import Origin, Party
from askwell.domain.reading import Note, Reading
from askwell.domain.twins import maker
from askwell.sources.mail import addresses, dates, leaving, mbox, new_text, words, writer
from askwell.sources.mail.headers import Headers, split
from askwell.sources.mail.leaving import LeftOut

NO_TEXT = datetime.max.replace(tzinfo=UTC)
UNDATED = dates.UNDATED

_IDS = re.compile(rb"<[^<>\s]++>")
_MOST_IDS = 60
_LONGEST_SUBJECT = 1000
_LONGEST_NUMBER = 25
_STEP = 256 * 1024  # bytes read in one go
_USUAL_YEARS = range(1971, 2099)
NO_DATE = "without a date, shown as of 1970"
ODD_DATE = "with a date that cannot be right, kept as it stands"
Span = tuple[int, int]
_EVERY_MAIL_HAS = {b"from", b"to", b"date", b"message-id", b"received", b"subject"}


_message, _origin = maker(Message), maker(Origin)  # these take all fields, in order
_NO_EVENT = (None, False, False)


class Unreadable(Exception):  # noqa: N818 - it is an answer about a message, not a fault of the program
    """A message that could not be read; `reason` is the sentence for the receipt."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_message(raw: bytes, *, origin: Origin, text_since: datetime | None = None, from_line: bytes = b"") -> Message:
    """One message. Text is given if it is from `text_since` (aware) or later; None asks for the text of all.

    `from_line` is the line an mbox puts above it. Raises Unreadable or LeftOut, and nothing else.
    """
    raw = _unwrapped(raw)
    headers, body = split(raw)
    if _EVERY_MAIL_HAS.isdisjoint(headers):
        raise Unreadable("it has none of the headers of a mail")
    if reason := leaving.reason_of_headers(headers):
        raise LeftOut(reason)
    sender = _sender(headers)
    to = _parties(headers, b"to")
    copied = _parties(headers, b"cc") + _parties(headers, b"bcc")
    if not (sender.handle or sender.name):
        raise LeftOut("it names no sender")
    subject = words.header(headers.get(b"subject", b"")[: 4 * _LONGEST_SUBJECT])[:_LONGEST_SUBJECT]
    at = dates.of(headers, from_line=from_line) or UNDATED
    wrote = writer.classify(headers, sender, subject=subject, addressees=len(to) + len(copied))
    wanted = wrote is not Writer.BULK and (text_since is None or at >= text_since)
    new = new_text.of(raw, headers, body, subject=subject) if wanted else new_text.NONE
    own = _origin(origin.file, origin.index, _message_id(headers, raw, body), origin.path)
    told = (subject, new.text, new.forwarded, new.signature, _thread(headers), wrote)
    return _message(own, at, Channel.EMAIL, sender, to, copied, *told, *_NO_EVENT, new.cards, _conversation(headers))


def read(
    stream: IO[bytes],
    *,
    file: str,
    path: str = "",
    kind: Literal["mbox", "eml"] = "mbox",
    span: Span | None = None,
    text_since: datetime | None = None,
) -> Reading:
    """A file of mail. `messages` is lazy: the notes and `read` are complete once it is used up.

    Of a `span` of an mbox only the messages that begin in it, counted from 1.
    """
    pieces: Iterator[mbox.Piece]
    if kind == "mbox":
        start, end = span or (0, None)
        pieces = mbox.split(stream, start=start, end=end)
    else:
        pieces = iter([mbox.Piece(b"", _start(stream))])
    reading = Reading(file=file, source="mail", path=path)
    letters = ((Origin(file, number, path=path), piece) for number, piece in enumerate(pieces, 1))
    reading.messages = _messages(reading, letters, text_since)
    return reading


def read_maildir(
    folder: Path,
    *,
    file: str,
    path: str = "",
    letters: Sequence[str] | None = None,
    text_since: datetime | None = None,
) -> Reading:
    """A Maildir (a folder with `cur` and `new`), or some of its letters; each message's origin is its own file."""
    reading = Reading(file=file, source="mail", path=path)
    pieces = (
        (Origin(name.rpartition("/")[2], 1, path=f"{path or file}/{name}"), mbox.Piece(b"", _start_of(folder / name)))
        for name in (letters_of(folder) if letters is None else letters)
    )
    reading.messages = _messages(reading, pieces, text_since)
    return reading


def letters_of(folder: Path) -> list[str]:
    """The mails of a Maildir, in order, by their place in it."""
    found: list[str] = []
    for sub in ("cur", "new"):
        with os.scandir(folder / sub) as entries:
            names = [one.name for one in entries if one.name[0] != "." and one.is_file(follow_symlinks=False)]
        found += [f"{sub}/{name}" for name in sorted(names)]
    return found


def _start_of(path: Path) -> bytes:
    with path.open("rb", buffering=0) as stream:
        return _start(stream)


def _start(stream: IO[bytes]) -> bytes:
    """As much of a mail as is looked at. Asked for at once, room would be made for all of that each time."""
    held, left = [], mbox.MOST
    while left > 0 and (piece := stream.read(min(left, _STEP))):
        held.append(piece)
        left -= len(piece)
    return held[0] if len(held) == 1 else b"".join(held)


def _messages(
    reading: Reading, letters: Iterable[tuple[Origin, mbox.Piece]], text_since: datetime | None
) -> Iterator[Message]:
    odd = Counter[str]()
    for origin, piece in letters:
        reading.read += 1
        try:
            if place := leaving.reason_of_place(origin.path or origin.file):
                raise LeftOut(place)  # noqa: TRY301 - so that all that is left out goes one way
            message = read_message(piece.raw, origin=origin, text_since=text_since, from_line=piece.from_line)
        except LeftOut as left:
            reading.left_out.append(Note(reading.read, left.reason))
        except Unreadable as bad:
            reading.unreadable.append(Note(reading.read, bad.reason))
        else:
            odd[_oddity(message)] += 1
            yield message
    reading.said = _said(odd)


def oddities(messages: Iterable[Message]) -> str:
    """Dates that nobody can believe: counted, and said in one sentence."""
    return _said(Counter(map(_oddity, messages)))


def _oddity(message: Message) -> str:
    if message.at == UNDATED:
        return NO_DATE
    return "" if message.at.year in _USUAL_YEARS else ODD_DATE


def _said(odd: Counter[str]) -> str:
    return "; ".join(f"{odd[reason]} {reason}" for reason in (NO_DATE, ODD_DATE) if odd[reason])


def _unwrapped(raw: bytes) -> bytes:
    """Without what mail programs put around a message: Apple's byte count and property list, a BOM, old line ends."""
    if raw[:3] == b"\xef\xbb\xbf":
        raw = raw[3:]
    if raw[:1].isdigit():
        first, _, rest = raw[:40].partition(b"\n")
        if first.strip().isdigit() and rest:
            start = raw.index(b"\n") + 1
            return raw[start : start + int(first)]
    if b"\n" not in raw[: 1 << 16] and b"\r" in raw[: 1 << 16]:
        return raw.replace(b"\r", b"\n")
    return raw


def _parties(headers: Headers, name: bytes) -> tuple[Party, ...]:
    return addresses.read(headers[name]) if name in headers else ()


def _sender(headers: Headers) -> Party:
    for name in (b"from", b"sender", b"reply-to", b"return-path"):
        if parties := _parties(headers, name):
            return parties[0]
    return Party("")


def _thread(headers: Headers) -> tuple[str, ...]:
    """The ids this message answers, oldest first; the one it answers directly is last."""
    if b"references" not in headers and b"in-reply-to" not in headers:
        return ()
    ids = _IDS.findall(headers.get(b"references", b""))[-_MOST_IDS:]
    answered = _IDS.findall(headers.get(b"in-reply-to", b""))[:1]
    ids = [i for i in ids if i not in answered] + answered
    return tuple(dict.fromkeys(words.ident(i) for i in ids))


def _conversation(headers: Headers) -> str:
    """Gmail's own number of the conversation, as its archives and its server tell it."""
    told = headers.get(b"x-gm-thrid", b"")
    return told.decode("ascii") if told.isdigit() and len(told) < _LONGEST_NUMBER else ""


def _message_id(headers: Headers, raw: bytes, body: int) -> str:
    """The message's own id; one made from its content, and the same each time, where it has none."""
    own = headers.get(b"message-id", b"")
    ids = _IDS.findall(own)
    if ids or own.strip(b"<> "):
        return (words.ident(ids[0]) if ids else words.header(own))[:_LONGEST_SUBJECT]
    told = [headers.get(name, b"") for name in (b"date", b"from", b"to", b"subject")]
    content = raw[body : body + 4096].replace(b"\r\n", b"\n").strip()
    return f"<{sha256(b'|'.join([*told, content])).hexdigest()[:32]}@made.invalid>"
