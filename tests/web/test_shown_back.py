"""What is shown back of a form that was not taken: every word, and nothing that the program asks back by itself."""

from pathlib import Path

import pytest
from django.http import QueryDict
from selectolax.lexbor import LexborHTMLParser
from tests.web.crawler import crawl
from tests.web.visitor import Visitor

from askwell.web.shown_back import is_ours, words_in

CHOSEN = {"hidden", "button", "radio", "select", "password"}  # and what may not be shown back
EITHER = {"to", "company", "title", "subject"}  # carried along by one page, written into on another
TICKED = {"checkbox", "file"}  # a tick says "on", and a file is not among the words


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


def test_fields_of_all_pages_are_told_apart_by_their_names(client: Visitor) -> None:
    chosen: set[str] = set()
    written: set[str] = set()

    def look(_address: str, text: str) -> None:
        for field in LexborHTMLParser(text).css("form[method=post] [name]"):
            kind = "button" if field.tag == "button" else (field.attributes.get("type") or field.tag)
            if kind not in TICKED:
                (chosen if kind in CHOSEN else written).add(field.attributes["name"] or "")

    crawl(client, of_a_kind=3, seen=look)
    assert {"revision", "do", "left", "person-tie", "country"} <= chosen
    assert {"text", "person-name", "own-advice"} <= written
    assert [name for name in chosen - EITHER if not is_ours(name)] == []
    assert [name for name in written if is_ours(name)] == []


def test_words_keep_their_order_and_empty_fields_ticks_and_addresses_are_no_words() -> None:
    sent = QueryDict(mutable=True)
    sent.setlist("addresses", ["ana@example.com", " "])
    sent.update({"person-name": " ana ", "openly": "on", "to": "/today", "on": "2026-03-27", "text": "a\n" * 40})
    shown = words_in(sent)
    assert [(one.label, one.text) for one in shown[:3]] == [
        ("Addresses", "ana@example.com"),
        ("Person name", "ana"),
        ("On", "2026-03-27"),
    ]
    assert [one.rows for one in shown] == [1, 1, 1, 12]


def test_no_password_is_shown_back() -> None:
    sent = QueryDict(mutable=True)
    sent.update({"secret": "abcd efgh ijkl mnop", "user": "ana@example.com"})
    assert [one.text for one in words_in(sent)] == ["ana@example.com"]
