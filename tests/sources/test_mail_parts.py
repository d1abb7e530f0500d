"""Which part of a message holds what was written, whatever it is wrapped in; bounded however it is nested."""

import base64
import email
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.domain.people import Party
from askwell.sources.mail import parts
from askwell.sources.mail.headers import split


def content(raw: bytes | str) -> parts.Content:
    data = raw.encode() if isinstance(raw, str) else raw
    return parts.read(data, *split(data))


def texts(raw: bytes | str) -> list[str]:
    return [piece.text.strip() for piece in content(raw).pieces]


def letter(text: str = "Hello Zoë.", html: str = "", **more: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "a@x.example"
    message.set_content(text, **more)  # type: ignore[arg-type]
    if html:
        message.add_alternative(html, subtype="html")
    return message


@pytest.mark.parametrize("cte", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_text_is_decoded_by_encoding_and_charset(cte: str, charset: str) -> None:
    assert texts(letter(cte=cte, charset=charset).as_bytes()) == ["Hello Zoë."]


def test_utf16_in_base64_is_decoded() -> None:
    body = base64.b64encode("Hello Zoë.".encode("utf-16")).decode()
    assert texts(f"Content-Type: text/plain; charset=UTF-16\nContent-Transfer-Encoding: base64\n\n{body}") == [
        "Hello Zoë."
    ]


def test_plain_text_is_preferred_to_html() -> None:
    assert texts(letter(html="<p>Hello <b>Zoë</b>.</p>").as_bytes()) == ["Hello Zoë."]


def test_html_is_taken_where_the_plain_part_is_empty() -> None:
    (piece,) = content(letter(text=" \n", html="<p>Hello</p>").as_bytes()).pieces
    assert piece.is_html


def test_attachments_are_no_text() -> None:
    message = letter()
    message.add_attachment("not mine", filename="notes.txt")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="cv.pdf")
    assert texts(message.as_bytes()) == ["Hello Zoë."]


def test_text_before_and_after_a_picture_is_all_text() -> None:
    picture = "--b\nContent-Type: image/png\n\nxx\n"
    raw = f"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbefore\n{picture}--b\n\nafter\n--b--\n"
    assert texts(raw) == ["before", "after"]


def test_a_boundary_that_another_begins_with_is_told_apart() -> None:
    inner = "--ab\n\ninner text\n--ab--\n"
    outer = "Content-Type: multipart/mixed; boundary="
    raw = f"{outer}a\n\n--a\n{outer}ab\n\n{inner}--a\n\nlast\n--a--\n"
    assert texts(raw) == ["inner text", "last"]


def test_windows_line_ends_belong_to_the_boundary() -> None:
    raw = 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\none\n--b\n\ntwo\n--b--\n'.replace("\n", "\r\n")
    assert [p.text for p in content(raw).pieces] == ["one", "two"]


@pytest.mark.parametrize("kind", ["multipart/mixed", "multipart/mixed; boundary=never", 'multipart/mixed; boundary=""'])
def test_a_multipart_without_its_boundary_is_plain_text(kind: str) -> None:
    assert texts(f"Content-Type: {kind}\n\nHello.\n") == ["Hello."]


def test_a_part_that_is_never_closed_reaches_to_the_end() -> None:
    assert texts("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello.") == ["Hello."]


def test_a_forwarded_message_is_kept_apart() -> None:
    message = letter("See below.")
    message.add_attachment(letter("The vacancy."))
    found = content(message.as_bytes())
    assert [p.text.strip() for p in found.pieces] == ["See below."]
    ((headers, inner),) = found.forwarded
    assert headers[b"from"] == b"a@x.example"
    assert [p.text.strip() for p in inner.pieces] == ["The vacancy."]


def test_people_on_attached_cards_are_named() -> None:
    message = letter()
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lee Hart\r\nitem1.EMAIL;type=INTERNET:Lee@x.example\r\nEND:VCARD\r\n"
    message.add_attachment(card + card.replace("Lee", "Ann"), subtype="vcard", filename="lee.vcf")
    assert content(message.as_bytes()).cards == [Party("Lee Hart", "lee@x.example"), Party("Ann Hart", "ann@x.example")]


def test_the_reason_of_a_bounce_is_its_text() -> None:
    raw = (
        "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nStatus: 5.1.1\n"
        "--b\nContent-Type: message/rfc822\n\nSubject: mine\n\nmy own words\n--b--\n"
    )
    assert texts(raw) == ["Status: 5.1.1"]


def test_uuencoded_text_is_decoded() -> None:
    assert texts("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a.txt\n%2&5L;&\\\n`\nend\n") == ["Hello"]


def test_mail_by_others_gives_the_first_text_that_the_standard_parser_gives(corpora: Path, eval_data: Path) -> None:
    files = [*sorted((eval_data / "mail").glob("*.eml")), *sorted((corpora / "mikel+mail").rglob("*.eml"))]
    differing = []
    for path in files:
        raw = path.read_bytes()
        plain = (p for p in email.message_from_bytes(raw).walk() if p.get_content_type() == "text/plain")
        inline = [p.get_payload(decode=True) for p in plain if not p.get_filename() and not p.is_multipart()]
        letters = [_letters(data) for data in inline if isinstance(data, bytes) and data.strip()]
        own = [_letters(p.text.encode()) for p in content(raw).pieces if not p.is_html]
        if letters and letters[:1] != own[:1]:
            differing.append(path.name)
    assert set(differing) == {
        "japanese_iso_2022.eml",  # two charsets whose bytes are no letters
        "japanese_shift_jis.eml",
        "multipart_report_multiple_status.eml",  # text in the middle of a delivery status
        "raw_email_incorrect_header.eml",  # headers at which the standard parser gives up
        "example13.eml",
    }


def _letters(data: bytes) -> bytes:
    return bytes(byte for byte in data if 65 <= byte <= 90 or 97 <= byte <= 122)[:200]


HOSTILE = {
    "10,000 nested parts": "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(10_000)),
    "10,000 parts of one name": "Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 10_000,
    "100,000 parts in a row": "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 100_000,
    "near boundaries": "Content-Type: multipart/mixed; boundary=b\n\n" + "--bb\n" * 200_000,
    "a long boundary": f"Content-Type: multipart/mixed; boundary={'b' * 100_000}\n\n" + f"--{'b' * 99_999}\n" * 50,
    "messages in messages": "Content-Type: message/rfc822\n\n" * 10_000,
    "a name without end": "Content-Type: text/plain; name*\n\nHello",
    "parameters": "Content-Type: text/plain" + "; charset" * 20_000 + "\n\nHello",
    "base64 of 10 MB": "Content-Transfer-Encoding: base64\n\n" + "A" * 10_000_000,
    "cards": "Content-Type: text/vcard\n\n" + "BEGIN:VCARD\nFN:x\nEND:VCARD\n" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_structure_is_read_in_no_time(name: str) -> None:
    with bounded():
        content(HOSTILE[name])


def test_texts_are_cut_at_64_kb() -> None:
    assert len(texts("\n" + base64.b64encode(b"x" * 300_000).decode())[0]) == parts.MOST_TEXT


@given(st.binary(max_size=500), st.sampled_from(["plain", "html", "vcard", "calendar", "x-odd"]))
def test_nothing_raises(data: bytes, subtype: str) -> None:
    content(f"Content-Type: text/{subtype}; charset=x\nContent-Transfer-Encoding: base64\n\n".encode() + data)
    content(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + data.replace(b"\x00", b"\n--b\n"))
    content(data)
