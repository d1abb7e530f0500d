"""Somebody has one name on all pages: what she goes by between the two, and not that of the address book."""

from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import Story
from tests.web.visitor import Visitor

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.domain.cues import CueType


@pytest.fixture
def data(tmp_path: Path) -> Path:
    story = Story().person("peg", "Margaret Rowe", addresses=("m.rowe@example.com",))
    story.went("peg", "03-20", CueType.ASK, text="Hi Peggy,\n\nWhich certificate matters?\n\nDana")
    story.came("peg", "03-26", CueType.HELP, text="Hi Dana,\n\nThe second one.\n\nPeggy")
    put(tmp_path / "data", story)
    return tmp_path / "data"


@pytest.fixture
def person(desk: Desk) -> str:
    return next(key for key, contact in memory.contacts(desk).items() if contact.name == "Margaret Rowe")


@pytest.mark.parametrize("page", ["/today", "/thanks"])
def test_the_verbs_of_a_row_call_her_as_her_letters_do(client: Visitor, person: str, page: str) -> None:
    shown = client.page(page)
    (step,) = (one for one in shown.css(".step") if "Thank Margaret Rowe" in one.text())
    assert "All about Peggy" in step.text()
    assert "Margaret" not in step.text().replace("Thank Margaret Rowe", "").replace("Margaret Rowe", "")


def test_the_page_after_she_was_added_calls_her_so_too(client: Visitor, person: str) -> None:
    page = client.page(f"/add/{person}")
    assert "Peggy" in page.css_first("h1").text()
    assert "Ask Peggy" in page.text()


def test_so_does_what_is_told_of_pace_and_past(client: Visitor, person: str) -> None:
    text = client.page(f"/people/{person}").text()
    assert "Peggy wrote by mail" in text
    assert "Margaret wrote" not in text
