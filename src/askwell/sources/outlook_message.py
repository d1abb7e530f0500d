"""Outlook's .msg as the message it holds: read by an optional library, and put in the form all other mail has.

The library is under the GPL and is never installed unasked: `pip install "askwell[msg]"`.
"""

import re
from base64 import encodebytes
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email import message_from_string
from email.utils import format_datetime
from typing import Any

from askwell.sources.found import Unreadable

MISSING = 'an Outlook message (.msg); to have these read: pip install "askwell[msg]", or save it as .eml'
_NONE = "not a message of Outlook, whatever its name says"
_DAMAGED = "a damaged Outlook message"
_LONGEST = 1_000_000  # characters of a text; its reader looks at fewer
_EDGE = b"=_part_of_the_message"
_CARDS, _CARD = 20, 200_000  # visiting cards of one message, and bytes of one
# Headers of the way it took that tell who, to whom, when, and in answer to what.
_HEADERS = (
    "From To Cc Date Subject Message-ID In-Reply-To References List-Id List-Unsubscribe Precedence Auto-Submitted"
    " X-Auto-Response-Suppress Return-Path Sender Reply-To"
).split()
_WAY, _SENDER = "007D", "0C1A"
_ADDRESSES = ("5D01", "5D02", "0C1F", "0065")  # of the sender, the best first
_SENT, _CAME = "00390040", "0E060040"
_LINES = re.compile(r"[\x00-\x1f\x7f]+")
_CLASS = re.compile(r"IPM\.(Note|Schedule\.Meeting|Document|Post)|REPORT", re.IGNORECASE)


def as_eml(data: bytes) -> bytes:
    """The message in the form of .eml. Raises Unreadable without the library, and for what is no message."""
    try:
        import extract_msg
        from extract_msg.enums import ErrorBehavior
    except ImportError as missing:
        raise Unreadable(MISSING) from missing
    try:
        with extract_msg.openMsg(data, errorBehavior=ErrorBehavior.SUPPRESS_ALL) as opened:
            return _built(opened)
    except (Unreadable, MemoryError):
        raise
    except Exception as fault:  # the library and those beneath it raise many kinds
        raise Unreadable(_DAMAGED) from fault


def _built(opened: Any) -> bytes:
    """Header lines as they are, in UTF-8, and the text in base64: nothing in it can be taken for a header."""
    if not _CLASS.match(opened.classType or "IPM.Note"):
        raise Unreadable(_NONE)  # a contact, a task, an appointment of Outlook's own
    told: dict[str, str] = {}
    for name, value in _headers(opened):
        if value and name not in told:
            told[name] = " ".join(_LINES.sub(" ", value)[:_LONGEST].split())
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode("utf-8", "replace")
    cards = [_part("text/vcard", card) for card in _cards(opened)]
    words = _part(*_text(opened))
    if not cards:
        return head + words
    parts = b"".join(b"--%s\r\n%s" % (_EDGE, part) for part in (words, *cards))
    return b'%sContent-Type: multipart/mixed; boundary="%s"\r\n\r\n%s--%s--\r\n' % (head, _EDGE, parts, _EDGE)


def _part(kind: str, data: bytes) -> bytes:
    head = f'Content-Type: {kind}; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    return head.encode() + encodebytes(data) + b"\r\n"


def _headers(opened: Any) -> Iterator[tuple[str, str]]:
    """Those of the way it took, and what Outlook knows besides; of a message of her own there is only the latter."""
    way = message_from_string(_property(opened, _WAY))
    for name in _HEADERS:
        yield name, str(way.get(name) or "")
    yield "From", _sender(opened)
    for name, kind in (("To", 1), ("Cc", 2)):
        yield name, ", ".join(_people(opened.recipients, kind))
    when = opened.props.getValue(_SENT) or opened.props.getValue(_CAME)
    if isinstance(when, datetime):
        yield "Date", format_datetime(when.astimezone(UTC))
    yield "Subject", str(opened.subject or "")
    yield "Message-ID", str(opened.messageId or "")
    yield "In-Reply-To", str(opened.inReplyTo or "")


def _property(opened: Any, name: str) -> str:
    return str(opened.getStringStream(f"__substg1.0_{name}") or "")


def _sender(opened: Any) -> str:
    """Who wrote it: the name with the first address that is one."""
    address = next((told for one in _ADDRESSES if "@" in (told := _property(opened, one))), "")
    return _named(_property(opened, _SENDER), address)


def _named(name: str, address: str) -> str:
    """`"Lee Hart" <lee@example.com>`; Exchange's inner names are no addresses."""
    shown = _LINES.sub(" ", name).replace('"', "'").strip("' ")
    return f'"{shown}" <{_LINES.sub("", address).strip(" <>") if "@" in address else ""}>'


def _people(recipients: Iterable[Any], kind: int) -> Iterator[str]:
    """Each recipient of a kind."""
    for one in recipients:
        if int(getattr(one.type, "value", one.type) or 0) == kind:
            yield _named(str(one.name or ""), str(one.smtpAddress or one.email or ""))


def _text(opened: Any) -> tuple[str, bytes]:
    """What its words are written in, plain or as a page, and the words."""
    if plain := opened.body:
        return "text/plain", str(plain)[:_LONGEST].encode("utf-8", "replace")
    page = opened.htmlBody or b""
    return "text/html", page[:_LONGEST] if isinstance(page, bytes) else str(page)[:_LONGEST].encode("utf-8", "replace")


def _cards(opened: Any) -> Iterator[bytes]:
    """Visiting cards that are attached; nothing else of what is attached is looked at."""
    for one in list(opened.attachments)[:_CARDS]:
        name = str(getattr(one, "longFilename", "") or getattr(one, "shortFilename", "") or "")
        data = getattr(one, "data", None) if name.lower().endswith(".vcf") else None
        if isinstance(data, bytes) and len(data) <= _CARD:
            yield data
