"""Am I being pushy: the answer in her numbers, the few limits, and a question of theirs that comes first."""

from pathlib import Path

import pytest
from tests.web.visitor import Visitor, first

from askwell.actions import memory, people
from askwell.actions.desk import Desk
from askwell.actions.log import log_event


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.fixture
def corwin(desk: Desk) -> str:
    return next(one.id for one in memory.contacts(desk).values() if one.name == "Corwin Nakata")


def test_am_i_being_pushy_is_answered_in_her_numbers(client: Visitor, corwin: str) -> None:
    said = page_text(client, f"/ask/{corwin}", ".asking__story .unfold p")
    assert "You have asked Corwin nothing yet in this search. There is plenty of room." in said
    assert "one kind reminder on" in said


def page_text(client: Visitor, path: str, where: str) -> str:
    return " ".join(one.text() for one in client.page(path).css(where))


def test_the_one_limit_is_said_and_nothing_is_blocked(client: Visitor, desk: Desk, corwin: str) -> None:
    client.post(f"/ask/{corwin}/sent", {"text": "Hello?", "by": "email"})
    assert client.page(f"/ask/{corwin}?by=email").css(".asking__pace") == []
    people.rest(desk, corwin, days=30)
    page = client.page(f"/ask/{corwin}?by=email")
    assert "wanted to give Corwin a rest" in first(page, ".asking__pace").text()
    assert page.css_first("button[name=do][value=mail]") is not None
    assert [one.text() for one in page.css(".button--pen")] == ["Ask someone else today"]


def test_a_question_of_theirs_stands_above_the_letter(client: Visitor, desk: Desk, corwin: str) -> None:
    words = "Good to hear from you. How about Monday at 10?"
    log_event(desk, corwin, channel="email", direction="in", text=words)
    said = first(client.page(f"/ask/{corwin}?by=email"), ".asking__pace").text()
    assert "“How about Monday at 10?” Answer that in the same letter." in said
