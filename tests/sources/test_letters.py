"""Mail files in the hands of the mail reader: streams are closed once all is read, and stay open until then."""

import io
from datetime import UTC, datetime

import pytest

from askwell.sources.found import Found, Kind, Unreadable
from askwell.sources.letters import read_letters

LETTER = (
    b"From: Lee Hart <lee@example.net>\nTo: sam@example.com\nDate: Fri, 13 Mar 2026 10:00:00 +0000\n"
    b"Message-ID: <1@example.net>\nSubject: Lunch\n\nTalk to Mara.\n"
)


class Stream(io.BytesIO):
    """Bytes that count how often they were opened and closed."""

    open_now = 0

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        type(self).open_now += 1

    def close(self) -> None:
        if not self.closed:
            type(self).open_now -= 1
        super().close()


def letters(kind: Kind, data: bytes) -> Found:
    return Found("mail.bin", "mail.bin", kind, lambda: Stream(data), len(data))


def test_one_letter_is_read_and_its_stream_closed() -> None:
    reading = read_letters(letters(Kind.MAIL, LETTER))
    (message,) = reading.messages
    assert (message.sender.handle, message.subject, Stream.open_now) == ("lee@example.net", "Lunch", 0)
    assert reading.read == 1


def test_a_mailbox_stays_open_while_its_letters_are_taken() -> None:
    box = b"".join(b"From lee@example.net Fri Mar 13 10:00:00 2026\n" + LETTER + b"\n" for _ in range(3))
    reading = read_letters(letters(Kind.MBOX, box))
    messages = iter(reading.messages)
    next(messages)
    assert Stream.open_now == 1
    assert len(list(messages)) == 2
    assert (Stream.open_now, reading.read) == (0, 3)


def test_text_is_read_only_since_the_search_began() -> None:
    (message,) = read_letters(letters(Kind.MAIL, LETTER), text_since=datetime(2026, 4, 1, tzinfo=UTC)).messages
    assert message.text == ""


def test_a_letter_of_apple_mail_is_read_without_its_first_line_and_what_follows() -> None:
    data = str(len(LETTER)).encode() + b"      \n" + LETTER + b"<?xml version='1.0'?><plist/>"
    letter = Found("1.emlx", "1.emlx", Kind.MAIL, lambda: Stream(data), len(data))
    (message,) = read_letters(letter).messages
    assert (message.text.strip(), Stream.open_now) == ("Talk to Mara.", 0)


def test_what_is_no_letter_of_apple_mail_says_so() -> None:
    odd = Found("1.emlx", "1.emlx", Kind.MAIL, lambda: Stream(LETTER), len(LETTER))
    with pytest.raises(Unreadable):
        read_letters(odd)
