"""Ask: a letter stays whole however long it is; names are as her letters greet; who is close is rather called."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web.test_ask import called, text_of
from tests.web.visitor import Visitor, first

from askwell.actions import drafting, editing
from askwell.actions.desk import Desk
from askwell.actions.log import log_event


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.fixture
def corwin(desk: Desk) -> str:
    return called(desk, "Corwin Nakata")


def test_a_letter_as_long_as_a_book_stands_there_whole_and_says_kindly_what_is_to_be_done(
    client: Visitor, desk: Desk, corwin: str
) -> None:
    book = "word " * 6_000 + "and its end"
    for path in (f"/ask/{corwin}?by=email", f"/ask/{corwin}/sent?by=email"):
        answer = client.post(path, {"text": book, "by": "email"})
        assert answer.status_code == 422
        page = LexborHTMLParser(answer.content.decode())
        assert text_of(page).endswith("and its end")
        said = first(page, "#sent_fault").text()
        assert "30,011 characters" in said
        assert "All of it is still here" in said
    assert drafting.kept(desk, corwin, "ask") is None


def test_the_field_of_a_letter_cuts_nothing_off(client: Visitor, corwin: str) -> None:
    assert "maxlength" not in first(client.page(f"/ask/{corwin}?by=email"), "textarea[name=text]").attributes


def test_the_page_calls_somebody_by_the_name_that_her_letters_greet(client: Visitor, desk: Desk, corwin: str) -> None:
    log_event(
        desk,
        "Corwin Nakata",
        channel="email",
        direction="out",
        text="Hi Cory,\n\nwhat would you learn first in my place?\n\nDana",
    )
    assert first(client.page(f"/ask/{corwin}?by=email"), "h1").text() == "A question for Cory"
    assert first(client.page(f"/write/thank/{corwin}"), "h1").text() == "Thank Cory"


def test_somebody_close_is_rather_called_or_met_with_the_study_behind_it(
    client: Visitor, desk: Desk, corwin: str
) -> None:
    assert "is close to you" not in first(client.page(f"/ask/{corwin}?by=email"), ".asking__who").text()
    editing.set_tie(desk, corwin, "close")
    beside = first(client.page(f"/ask/{corwin}?by=email"), ".asking__who")
    said = first(beside, ".remark")
    assert said.text().strip().startswith("Corwin is close to you: a call, or a coffee together")
    assert first(said, "summary").text() == "Why?"
    assert "Roghanizad and Bohns" in said.text()
    assert not client.page(f"/write/thank/{corwin}").css(".asking__who .remark")
