"""Outlook's .msg files: the same message as all other mail, whole without the library that reads them, too."""

import builtins
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources import outlook_files as outlook
from tests.sources.contract import Contract, adds_up, found, messages

from askwell import sources
from askwell.domain.messages import Message
from askwell.domain.people import Party
from askwell.domain.reading import Reading
from askwell.sources.found import Kind
from askwell.sources.outlook_message import MISSING
from askwell.sources.sniff import sniff

SENT = datetime(2026, 3, 2, 10, tzinfo=UTC)
SAM = ("Sam Roe", "sam@example.com", 1)
TEXTS: Mapping[int, str] = {
    outlook.SUBJECT: "Grüß dich – Lee?",
    outlook.BODY: "Dear Sam,\r\nyou should talk to Lee Hart.\r\n\r\n> an old line\r\n",
    outlook.SENDER: "Okoye, Mara",
    outlook.SENDER_ADDRESS: "Mara@example.com",
    outlook.ID: "<a1@example.com>",
}
NOTE = outlook.message(TEXTS, to=[SAM, ("Lee Hart", "lee@example.net", 2)], sent=SENT)


def read(data: bytes, *, since: datetime | None = None) -> Reading:
    reading = sources.read(found(data, Kind.MAIL, file="one.msg"), text_since=since)
    reading.messages = list(reading.messages)
    return reading


def one(data: bytes) -> Message:
    (message,) = messages(read(data))
    return message


def test_it_is_found_by_its_first_bytes_and_name() -> None:
    assert sniff("one.msg", NOTE).kind is Kind.MAIL
    assert "old Office document" in sniff("one.xls", NOTE).reason


def test_who_wrote_to_whom_when_and_what_is_read_as_in_all_mail() -> None:
    told = one(NOTE)
    assert told.sender == Party("Okoye, Mara", "mara@example.com")
    assert (told.to, told.copied) == ((Party("Sam Roe", "sam@example.com"),), (Party("Lee Hart", "lee@example.net"),))
    assert (told.at, told.subject, told.origin.message_id) == (SENT, "Grüß dich – Lee?", "<a1@example.com>")
    assert told.text == "Dear Sam,\nyou should talk to Lee Hart."
    assert read(NOTE).source == "mail"


def test_of_old_messages_no_text_is_read() -> None:
    (old,) = messages(read(NOTE, since=datetime(2026, 3, 3, tzinfo=UTC)))
    assert old.text == ""


def test_headers_of_the_way_it_took_count_more_than_what_outlook_made_of_them() -> None:
    way = (
        "From: Lee Hart <lee@example.net>\r\nTo: sam@example.com\r\nDate: Tue, 03 Mar 2026 09:00:00 +0100\r\n"
        "Message-ID: <way@example.net>\r\nIn-Reply-To: <a0@example.com>\r\nReferences: <a9@example.com>\r\n"
    )
    told = one(outlook.message({**TEXTS, outlook.HEADERS: way}, to=[SAM], sent=SENT))
    assert (told.sender.handle, told.origin.message_id) == ("lee@example.net", "<way@example.net>")
    assert told.thread == ("<a9@example.com>", "<a0@example.com>")
    assert told.at == datetime(2026, 3, 3, 8, tzinfo=UTC)


def test_words_that_stand_as_a_page_alone_are_read_from_it() -> None:
    texts = {name: text for name, text in TEXTS.items() if name != outlook.BODY}
    told = one(outlook.message(texts, to=[SAM], sent=SENT, page=b"<p>Talk to <b>Lee</b>.</p><script>x()</script>"))
    assert told.text == "Talk to Lee."


def test_inner_names_of_exchange_are_no_addresses() -> None:
    told = one(outlook.message({**TEXTS, outlook.SENDER_ADDRESS: "/O=EXAMPLE/CN=MARA"}, to=[SAM], sent=SENT))
    assert told.sender == Party("Okoye, Mara", "")


def test_a_visiting_card_that_is_attached_is_noted_and_nothing_else() -> None:
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lee Hart\r\nEMAIL:lee@example.net\r\nEND:VCARD\r\n"
    told = one(outlook.message(TEXTS, to=[SAM], sent=SENT, attached={"lee.vcf": card, "cv.docx": b"PK\3\4" * 100}))
    assert told.cards == (Party("Lee Hart", "lee@example.net"),)


def test_a_contact_of_outlook_is_no_message() -> None:
    reading = read(outlook.message({**TEXTS, outlook.CLASS: "IPM.Contact"}, to=[SAM]))
    assert "not a message" in reading.unreadable[0].reason


def test_line_ends_in_what_outlook_keeps_make_no_header_of_their_own() -> None:
    harm = {**TEXTS, outlook.SUBJECT: "Hi\r\nBcc: eve@example.org", outlook.SENDER: "Mara\r\nTo: eve@example.org"}
    told = one(outlook.message(harm, to=[SAM], sent=SENT))
    assert [party.handle for party in told.parties] == ["mara@example.com", "sam@example.com"]


def test_without_the_library_it_is_said_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *told: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "extract_msg":
            raise ImportError(name)
        return real(name, *told, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    reading = read(NOTE)
    assert [note.reason for note in reading.unreadable] == [MISSING]
    assert adds_up(reading)
    assert "askwell[msg]" in MISSING


class TestOutlookMessage(Contract):
    kind = Kind.MAIL
    called = "one.msg"
    samples: ClassVar = {
        "note": NOTE,
        "page": outlook.message(
            {outlook.SUBJECT: "Hi"}, to=[SAM], page=b"<p>Hi</p>", attached={"a.vcf": b"BEGIN:VCARD"}
        ),
    }


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(0, len(NOTE) - 1), st.binary(min_size=1, max_size=40))
def test_changed_bytes_anywhere_raise_nothing(at: int, junk: bytes) -> None:
    assert adds_up(read(NOTE[:at] + junk + NOTE[at + len(junk) :]))
