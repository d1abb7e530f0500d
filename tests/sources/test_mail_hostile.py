"""Mail that is broken or means harm: no crash, at most two seconds and 512 MB a message, and the rest is read."""

import io
import tracemalloc

import pytest
from tests.bounds import bounded

from askwell.domain.messages import Message
from askwell.domain.people import Origin
from askwell.sources import mail

HEAD = b"From: a@x.example\nDate: Tue, 9 Sep 2025 08:14:22 +0000\nMessage-ID: <1@x.example>\n"
LETTER = HEAD + b"Subject: fine\n\nHello.\n"
NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(10_000))
PEOPLE = b", ".join(b"Jo %d <j%d@x.example>" % (n, n) for n in range(100_000))

MESSAGES = {
    "a parameter without a value": HEAD + b"Content-Type: text/plain; name*\n\nHello.\n",
    "a comment for an addressee": HEAD + b"To: (c):\n\nHello.\n",
    "an id with brackets in brackets": HEAD.replace(b"<1@x", b"<[1]@[x") + b"In-Reply-To: <[a@[b>\n\nHello.\n",
    "an unknown charset": HEAD + b"Content-Type: text/plain; charset=x-none\n\nHello.\n",
    "a codec that is no charset": HEAD + b"Content-Type: text/plain; charset=zip\n\nHello.\n",
    "10,000 nested parts": HEAD + NESTED + b"Hello.\n",
    "100,000 addressees": HEAD + b"To: " + PEOPLE + b"\n\nHello.\n",
    "addressees of 100 KB without a comma": HEAD + b"To: " + b"a" * 100_000 + b"\n\nHello.\n",
    "100 KB of open brackets": HEAD + b"To: " + b"(<" * 50_000 + b"\n\nHello.\n",
    "100,000 headers": HEAD + b"X-Odd: y\n" * 100_000 + b"\nHello.\n",
    "a header of 10 MB": HEAD + b"Subject: " + b"long " * 2_000_000 + b"\n\nHello.\n",
    "100,000 references": HEAD + b"References:" + b" <a@x.example>\n" * 100_000 + b"\nHello.\n",
    "a line of 10 MB": HEAD + b"\n" + b"Hello. " * 1_500_000,
    "a million empty lines": HEAD + b"\n" + b"\n" * 1_000_000,
    "a million quotes": HEAD + b"\nHello.\n" + b"> x\n" * 1_000_000,
    "HTML nested 100,000 deep": HEAD + b"Content-Type: text/html\n\n" + b"<div>" * 100_000,
    "300 parts of HTML": HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + (
        b"--b\nContent-Type: text/html\n\n" + b"<div>" * 20_000 + b"\n"
    ) * 300,
    "300 messages in a row": HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + (
        b"--b\nContent-Type: message/rfc822\n\nContent-Type: text/html\n\n" + b"<div>" * 20_000 + b"\n"
    ) * 300,
    "null bytes": HEAD + b"Subject: a\x00b\n\nHel\x00lo.\n",
    "the year 1900": HEAD.replace(b"2025", b"1900") + b"\nHello.\n",
    "the year 2099": HEAD.replace(b"2025", b"2099") + b"\nHello.\n",
    "the year 9999": HEAD.replace(b"9 Sep 2025", b"31 Dec 9999").replace(b"+0000", b"-2300") + b"\nHello.\n",
    "no id": HEAD.replace(b"Message-ID", b"X-Was") + b"\nHello.\n",
    "lines of the body that begin with From": HEAD + b"\nHello.\n\nFrom my side\n\nFrom a@x.example\n\nFrom: me\n",
}  # fmt: skip


def read_all(box: bytes) -> list[Message]:
    reading = mail.read(io.BytesIO(box), file="a.mbox")
    messages = list(reading.messages)
    assert reading.read == len(messages) + len(reading.left_out) + len(reading.unreadable)
    return messages


@pytest.mark.parametrize("name", MESSAGES)
def test_a_hostile_message_is_read_in_bounded_time_and_spoils_no_other(name: str) -> None:
    line = b"From a@x.example Tue Sep  9 08:14:22 2025\n"
    with bounded():
        messages = read_all(line + MESSAGES[name] + b"\n" + line + LETTER)
    assert len(messages) == 2
    assert messages[-1].subject == "fine"
    assert "\x00" not in messages[0].subject + messages[0].text


@pytest.mark.parametrize(
    "name", ["10,000 nested parts", "100,000 addressees", "a header of 10 MB", "300 parts of HTML"]
)
def test_a_hostile_message_takes_bounded_memory(name: str) -> None:
    tracemalloc.start()
    mail.read_message(MESSAGES[name], origin=Origin("a.eml", 1))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 512 * 1024 * 1024


def test_the_same_message_twice_is_given_twice_for_only_the_store_knows() -> None:
    line = b"From a@x.example Tue Sep  9 08:14:22 2025\n"
    first, second = read_all((line + LETTER + b"\n") * 2)
    assert first.origin.message_id == second.origin.message_id


@pytest.mark.parametrize(
    "written", ["\u202eevil\u202c", "a\u200bb", "Zoe\u0308", "Zo\u00eb", "\u0130stanbul", "\u0440aypal", "x" * 10_000]
)
def test_odd_letters_in_a_name_are_kept_as_they_are(written: str) -> None:
    raw = HEAD.replace(b"From: a@x.example", f'From: "{written}" <a@x.example>'.encode()) + b"\nHi\n"
    assert mail.read_message(raw, origin=Origin("a.eml", 1)).sender.name == written
