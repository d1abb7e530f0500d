"""The facts of a mail as we read them, and as the standard library does, in one shape to be compared."""

import email
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message as Standard
from email.utils import getaddresses, parsedate_to_datetime

from askwell.domain.people import Origin
from askwell.sources import mail
from askwell.sources.mail import headers, parts

_ID = re.compile(r"<[^<>\s]+>")


@dataclass(frozen=True)
class Facts:
    """Who wrote to whom, when, about what, in answer to what, and the plain text of it."""

    ident: str
    at: datetime
    sender: tuple[str, str]
    to: tuple[tuple[str, str], ...]
    copied: tuple[tuple[str, str], ...]
    subject: str
    thread: frozenset[str]
    text: str


def ours(raw: bytes) -> Facts:
    message = mail.read_message(raw, origin=Origin("a.eml", 1))
    told, body = headers.split(raw)
    pieces = [piece.text for piece in parts.read(raw, told, body).pieces if not piece.is_html]
    return Facts(
        message.origin.message_id,
        message.at,
        (message.sender.name, message.sender.handle),
        tuple((one.name, one.handle) for one in message.to),
        tuple((one.name, one.handle) for one in message.copied),
        message.subject,
        frozenset(message.thread),
        _even("\n".join(pieces)),
    )


def standard(raw: bytes) -> Facts:
    message = email.message_from_bytes(raw)
    date = parsedate_to_datetime(_values(message, "Date")[0])
    answered = " ".join([*_values(message, "References"), *_values(message, "In-Reply-To")])
    return Facts(
        _ID.findall(_values(message, "Message-ID")[0])[0],
        date.astimezone(UTC),
        _parties(message, "From")[0],
        _parties(message, "To"),
        _parties(message, "Cc"),
        _decoded("".join(_values(message, "Subject"))),
        frozenset(_ID.findall(answered)),
        _even("\n".join(_texts(message))),
    )


def _parties(message: Standard, name: str) -> tuple[tuple[str, str], ...]:
    found = [(_decoded(shown), address.lower()) for shown, address in getaddresses(_values(message, name))]
    return tuple(("" if shown.lower() == address else shown, address) for shown, address in found)


def _values(message: Standard, name: str) -> list[str]:
    """Without folds; bare UTF-8, which the library hands on as surrogates, as what it says."""
    values = [str(value) for key, value in message.raw_items() if key.lower() == name.lower()]
    bare = [value.replace("\r", "").replace("\n", "") for value in values]
    return [value.encode("utf-8", "surrogateescape").decode() for value in bare]


def _decoded(value: str) -> str:
    return " ".join(str(make_header(decode_header(value))).split())


def _texts(message: Standard) -> list[str]:
    found = []
    for part in message.walk():
        if part.get_content_type() == "text/plain" and not part.get_filename():
            data = part.get_payload(decode=True)
            assert isinstance(data, bytes)
            found.append(data.decode(part.get_content_charset() or "utf-8"))
    return found


def _even(text: str) -> str:
    """Without the difference of a line's end more or less between two parts, or after the last."""
    return "\n".join(line for line in text.replace("\r\n", "\n").split("\n") if line.strip()).strip()
