"""The made-up notebook: entered and left with one click, said on every page, and never mixed with her own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk, open_desk
from askwell.actions.goals import change_goals
from askwell.actions.people import everybody
from askwell.store import canon
from askwell.web import made_up

SAID = "These people are made up."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the made-up search lies during this test."""
    monkeypatch.setenv("ASKWELL_DEMO", str(tmp_path / "made up"))
    yield tmp_path / "made up"
    made_up.close()


def export(data: Path) -> bytes:
    with open_desk(data=data):
        return canon.export()


def test_one_click_leads_in_and_one_click_back(client: Visitor, desk: Desk) -> None:
    add_people(desk, [Newcomer("Ana Lindqvist")])
    change_goals(desk, roles=["planner"])
    assert client.submit("/welcome", "/made-up").headers["Location"] == "/today"
    inside = client.page("/today")
    assert SAID in (inside.css(".made-up")[0].text() or "")
    assert "Alex" in (inside.css("h1")[0].text() or "")
    assert client.submit("/today", "/made-up/leave").headers["Location"] == "/"
    back = client.page("/today")
    assert not back.css(".made-up")
    assert "Alex" not in (back.css("h1")[0].text() or "")


def test_whatever_is_done_inside_leaves_her_own_notebook_as_it_was(client: Visitor, desk: Desk, folder: Path) -> None:
    add_people(desk, [Newcomer("Ana Lindqvist")])
    before = export(desk.data)
    client.post("/made-up")
    client.submit("/three-names", **{"first-name": "Zoe Novak"})
    client.post("/made-up/leave")
    assert export(desk.data) == before
    with open_desk(data=folder / "data") as other:
        names = {contact.name for contact in everybody(other).values()}
    assert "Zoe Novak" in names
    assert "Ana Lindqvist" not in names


def test_another_visitor_stays_in_the_notebook_that_is_theirs(client: Visitor, charlie: Visitor) -> None:
    client.post("/made-up")
    assert charlie.get("/").headers["Location"] == "/welcome"
    assert not charlie.page("/welcome").css(".made-up")


def test_every_page_of_it_says_so(client: Visitor) -> None:
    client.post("/made-up")
    for path in ("/welcome", "/three-names", "/today", "/progress", "/thanks"):
        assert SAID in client.get(path).content.decode(), path
    assert "Look around with made-up people" not in client.get("/welcome").content.decode()


def test_where_it_cannot_be_made_she_stays_in_her_own_and_is_told(
    client: Visitor, folder: Path, tmp_path: Path
) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file is in the way", encoding="utf-8")
    client.post("/made-up")
    page = client.page("/three-names")
    assert "Your own is here, as it was." in (page.css(".toast")[0].text() or "")
    assert not page.css(".made-up")


def test_entering_and_leaving_are_changes_that_no_link_can_make(client: Visitor) -> None:
    assert client.get("/made-up").status_code == 405
    assert client.get("/made-up/leave").status_code == 405


def test_another_day_it_is_made_anew_and_open_pages_go_on(client: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    client.post("/made-up")
    client.submit("/three-names", **{"first-name": "Zoe Novak"})
    monkeypatch.setenv("ASKWELL_NOW", "2026-04-03T18:00Z")
    assert "Who else" in (client.page("/three-names").css("h1")[0].text() or "")
    assert client.submit("/three-names", **{"first-name": "Zoe Novak"}).status_code == 303
    assert "Added Zoe Novak." in (client.page("/three-names").css(".toast")[0].text() or "")
