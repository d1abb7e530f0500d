"""The link into her mail program: whole, in one piece, and to one person only."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.web.letters.mailto import LONGEST, mail_link


def fields(href: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(href).query, keep_blank_values=True)


def test_a_letter_rides_on_the_link_with_its_subject_and_lines() -> None:
    link = mail_link(to="ana@example.com", subject="Your move & mine", text="Dear Ana,\n\nHow? 100 %.\nNora")
    assert link.whole
    assert link.href == (
        "mailto:ana@example.com?subject=Your%20move%20%26%20mine"
        "&body=Dear%20Ana%2C%0D%0A%0D%0AHow%3F%20100%20%25.%0D%0ANora"
    )


def test_a_form_sends_other_line_ends_and_the_link_is_the_same() -> None:
    assert mail_link(to="", subject="", text="a\r\nb\rc").href == mail_link(to="", subject="", text="a\nb\nc").href


def test_a_long_letter_does_not_ride_on_the_link() -> None:
    link = mail_link(to="ana@example.com", subject="Hello", text="A word. " * 400)
    assert (link.whole, link.href) == (False, "mailto:ana@example.com?subject=Hello")


def test_no_link_is_longer_than_mail_programs_take() -> None:
    link = mail_link(to=f"{'a' * 64}@{'b' * 180}.example", subject="é" * 5000, text="")
    assert len(link.href) <= LONGEST


@pytest.mark.parametrize(
    "to",
    [
        "ana@example.com,eve@example.net",
        "ana@example.com;eve@example.net",
        "ana@example.com eve@example.net",
        "ana@example.com\r\nBcc: eve@example.net",
        "Ana <ana@example.com>, eve@example.net",
        "in/ana-example",
        "",
    ],
)
def test_what_is_not_one_address_goes_to_nobody(to: str) -> None:
    assert mail_link(to=to, subject="s", text="t").href == "mailto:?subject=s&body=t"


@pytest.mark.parametrize(
    "to", ["ana@example.com?bcc=eve@example.net", "ana%0d%0abcc=eve@example.net", "a&b=c@d.example"]
)
def test_an_address_begins_no_further_field(to: str) -> None:
    href = mail_link(to=to, subject="s", text="t").href
    assert set(fields(href)) == {"subject", "body"}
    assert unquote(urlsplit(href).path) in {to, ""}


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_nothing_in_it_makes_a_second_recipient_or_field(to: str, subject: str, text: str) -> None:
    href = mail_link(to=to, subject=subject, text=text).href
    assert href.isascii()
    assert not {"\r", "\n", " "} & set(href)
    assert list(fields(href)) in (["subject", "body"], ["subject"])
    assert urlsplit(href).path.count("@") <= 1
    assert "," not in urlsplit(href).path
    assert "\n" not in fields(href)["subject"][0]


def test_a_subject_is_one_line_without_hidden_signs() -> None:
    href = mail_link(to="", subject="Hello\r\nBcc: eve@example.net\u202e\x00!", text="").href
    assert fields(href)["subject"] == ["Hello Bcc: eve@example.net !"]
