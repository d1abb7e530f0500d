"""Mail as a whole: what a message becomes, what is left out and why, and nothing ever raises."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.domain.messages import Channel, Message
from askwell.domain.people import Origin, Party
from askwell.domain.reading import Note, Reading
from askwell.sources import mail

RAW = b"""\
Message-ID: <3@x.example>
Date: Tue, 9 Sep 2025 08:14:22 +0100
From: "Roe, Jane" <Jane@X.example>
To: Dana <dana@y.example>
Cc: Lee <lee@z.example>
Bcc: Ann <ann@z.example>
Subject: =?utf-8?q?R=C3=A9?= you two
In-Reply-To: <2@x.example>
References: <1@x.example>
 <2@x.example>

Dana, meet Lee.

> who knows?
--\x20
Jane Roe, CEO
"""


def one(raw: bytes, **more: datetime | bytes) -> Message:
    return mail.read_message(raw, origin=Origin("a.eml", 1, path="box/a.eml"), **more)  # type: ignore[arg-type]


def read(data: bytes, **more: str | datetime) -> tuple[Reading, list[Message]]:
    reading = mail.read(io.BytesIO(data), **{"file": "a.mbox", **more})  # type: ignore[arg-type]
    return reading, list(reading.messages)


def boxed(*raws: bytes) -> bytes:
    return b"".join(b"From a@x.example Tue Sep  9 08:14:22 2025\n" + raw + b"\n" for raw in raws)


def test_a_message_holds_what_its_headers_say_and_only_what_its_sender_wrote() -> None:
    assert one(RAW) == Message(
        origin=Origin("a.eml", 1, "<3@x.example>", "box/a.eml"),
        at=datetime(2025, 9, 9, 7, 14, 22, tzinfo=UTC),
        channel=Channel.EMAIL,
        sender=Party("Roe, Jane", "jane@x.example"),
        to=(Party("Dana", "dana@y.example"),),
        copied=(Party("Lee", "lee@z.example"), Party("Ann", "ann@z.example")),
        subject="Ré you two",
        text="Dana, meet Lee.",
        signature="Jane Roe, CEO",
        thread=("<1@x.example>", "<2@x.example>"),
    )


def test_the_signature_of_mail_in_html_alone_is_kept_apart() -> None:
    html = b'<div>Dana, meet Lee.</div><div class="gmail_signature">Jane Roe<br>CEO</div>'
    told = one(b"From: jane@x.example\nContent-Type: text/html\n\n" + html)
    assert (told.text, told.signature) == ("Dana, meet Lee.", "Jane Roe\nCEO")


def test_text_is_read_only_since_the_day_asked_for() -> None:
    assert one(RAW, text_since=datetime(2025, 9, 9, 7, 14, 22, tzinfo=UTC)).text == "Dana, meet Lee."
    assert one(RAW, text_since=datetime(2025, 9, 10, tzinfo=UTC)).text == ""
    assert one(RAW, text_since=mail.NO_TEXT).text == ""


def test_what_a_message_answers_directly_is_the_last_of_its_thread() -> None:
    raw = RAW.replace(b"References: <1@x.example>", b"References: <2@x.example> <1@x.example>")
    assert one(raw).thread == ("<1@x.example>", "<2@x.example>")
    assert one(RAW.replace(b"In-Reply-To", b"X").replace(b"References", b"Y")).thread == ()


def test_a_message_without_an_id_gets_one_that_stays_the_same() -> None:
    bare = RAW.replace(b"Message-ID", b"X-Was")
    assert one(bare).origin.message_id == one(bare.replace(b"\n", b"\r\n")).origin.message_id
    assert one(bare).origin.message_id != one(bare.replace(b"meet Lee", b"meet Ann")).origin.message_id
    assert one(RAW.replace(b"<3@x.example>", b"odd id")).origin.message_id == "odd id"


def test_a_forwarded_chain_is_kept_apart_from_what_she_wrote() -> None:
    raw = RAW.replace(b"> who knows?", b"---------- Forwarded message ---------\nFrom: Bo <b@x.example>\n\nWe hire.")
    message = one(raw)
    assert message.text == "Dana, meet Lee."
    assert message.forwarded.startswith("From: Bo <b@x.example>\n\nWe hire.")


def test_without_a_sender_or_any_header_there_is_no_message() -> None:
    with pytest.raises(mail.LeftOut, match="no sender"):
        one(b"Subject: a\nTo: b@x.example\n\nHi")
    with pytest.raises(mail.Unreadable, match="none of the headers"):
        one(b"once upon a time\nthere was a file\n")


def test_a_message_without_any_date_is_dated_1970_and_the_reading_says_so() -> None:
    reading, messages = read(
        b"From 18@xxx\n" + RAW.replace(b"Date", b"X") + b"\n" + boxed(RAW.replace(b"2025", b"2099"))
    )
    assert [m.at.year for m in messages] == [1970, 2099]
    assert messages[0].at == mail.UNDATED
    assert reading.said == "1 without a date, shown as of 1970; 1 with a date that cannot be right, kept as it stands"


def test_apples_byte_count_and_property_list_are_not_part_of_the_message() -> None:
    wrapped = str(len(RAW)).encode() + b"\n" + RAW + b'<?xml version="1.0"?><plist></plist>'
    assert one(wrapped) == one(RAW)
    assert one(b"\xef\xbb\xbf" + RAW) == one(RAW.replace(b"\n", b"\r\n")) == one(RAW.replace(b"\n", b"\r"))


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (b"X-Gmail-Labels: Important,Drafts", "a draft that was not sent"),
        (b"X-Gmail-Labels: =?utf-8?q?Entw=C3=BCrfe?=,X", "a draft that was not sent"),
        (b"X-Gmail-Labels: Spam", "in the spam folder"),
        (b"X-Gmail-Labels: Corbeille", "in the trash"),
        (b"X-Mozilla-Status: 0009", "in the trash"),
        (b"X-Mozilla-Draft-Info: internal/draft; vcard=0", "a draft that was not sent"),
        (b"X-Unsent: 1", "a draft that was not sent"),
    ],
)
def test_drafts_spam_and_trash_are_left_out_with_the_reason(header: bytes, reason: str) -> None:
    reading, messages = read(boxed(header + b"\n" + RAW, RAW))
    assert len(messages) == 1
    assert reading.left_out == [Note(1, reason)]


def test_an_odd_label_or_status_leaves_nothing_out() -> None:
    assert one(b"X-Gmail-Labels: Inbox,Spam filters,\nX-Mozilla-Status: zz\nX-Mozilla-Status2: 00800000\n" + RAW)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("Mail/Drafts", "a draft that was not sent"),
        ("Takeout/Mail/Spam.mbox", "in the spam folder"),
        ("Mail/.Trash/cur/1.a:2,S", "in the trash"),
        ("Mail/cur/1.a:2,DS", "a draft that was not sent"),
        ("Mail/cur/1.a:2,ST", "in the trash"),
        ("Papierkorb.mbox/mbox", "in the trash"),
        ("Takeout/Mail/All mail Including Spam and Trash.mbox", ""),
        ("Mail/cur/1.a:2,S", ""),
        ("Mail/Trash talk.mbox", ""),
    ],
)
def test_folders_and_flags_tell_what_is_left_out(path: str, reason: str) -> None:
    reading, messages = read(boxed(RAW), path=path)
    assert [note.reason for note in reading.left_out] == ([reason] if reason else [])
    assert len(messages) == (not reason)


def test_a_reading_adds_up_and_names_what_it_could_not_read() -> None:
    reading, messages = read(b"rubbish before\n\n" + boxed(RAW, b"X-Unsent: 1\n" + RAW, RAW))
    assert reading.read == 4 == len(messages) + len(reading.left_out) + len(reading.unreadable)
    assert reading.unreadable == [Note(1, "it has none of the headers of a mail")]
    assert [m.origin.index for m in messages] == [2, 4]


def test_a_reading_is_lazy() -> None:
    reading = mail.read(io.BytesIO(boxed(RAW, RAW)), file="a.mbox")
    assert reading.read == 0
    next(iter(reading.messages))
    assert reading.read == 1


def test_one_message_is_a_reading_too() -> None:
    reading, (message,) = read(RAW, file="a.eml", kind="eml")
    assert (reading.file, reading.source, reading.read) == ("a.eml", "mail", 1)
    assert message.origin == Origin("a.eml", 1, "<3@x.example>")


def test_a_maildir_is_one_reading_and_each_message_is_its_own_file(tmp_path: Path) -> None:
    for name in ("cur/2.a:2,S", "cur/1.a:2,D", "new/3.a", "cur/.hidden", "tmp/4.a"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(RAW)
    (tmp_path / "cur" / "5.link").symlink_to(tmp_path / "new" / "3.a")
    reading = mail.read_maildir(tmp_path, file="Mail", path="home/Mail")
    messages = list(reading.messages)
    assert [(m.origin.file, m.origin.index, m.origin.path) for m in messages] == [
        ("2.a:2,S", 1, "home/Mail/cur/2.a:2,S"),
        ("3.a", 1, "home/Mail/new/3.a"),
    ]
    assert (reading.file, reading.read, reading.left_out) == ("Mail", 3, [Note(1, "a draft that was not sent")])


def test_the_scenario_is_read_whole(eval_data: Path) -> None:
    with (eval_data / "scenario" / "mail.mbox").open("rb") as stream:
        reading = mail.read(stream, file="mail.mbox")
        messages = list(reading.messages)
    truth = json.loads((eval_data / "scenario" / "truth.json").read_text(encoding="utf-8"))
    ids = {event["message_id"] for event in truth["mail_events"]}
    assert (reading.read, len(messages), reading.left_out, reading.unreadable) == (100, 100, [], [])
    assert ids <= {m.origin.message_id for m in messages}
    assert all(">" not in m.text and "wrote:" not in m.text for m in messages)


HEADERS = st.sampled_from(
    [b"From", b"To", b"Cc", b"Subject", b"Date", b"Message-ID", b"References", b"Content-Type", b"X-Gmail-Labels"]
)
VALUES = st.binary(max_size=60) | st.sampled_from(
    [
        b"a@x.example",
        b"multipart/mixed; boundary=b",
        b"text/plain; name*",
        b"(c):",
        b"text/html; charset=x",
        b"=?x?b?=?=",
    ]
)


@given(st.lists(st.tuples(HEADERS, VALUES)), st.binary(max_size=200))
def test_no_message_raises_anything_else(pairs: list[tuple[bytes, bytes]], body: bytes) -> None:
    raw = b"".join(name + b": " + value.replace(b"\n", b" ") + b"\n" for name, value in pairs) + b"\n" + body
    try:
        message = one(raw)
    except (mail.Unreadable, mail.LeftOut):
        return
    json.dumps([message.text, message.subject, message.sender.name], ensure_ascii=False).encode()
    assert message.at.tzinfo is UTC
