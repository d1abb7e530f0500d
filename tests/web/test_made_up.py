"""The made-up notebook: entered and left with one click, said on every page, and never mixed with her own."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor, first

from askwell.actions import demo, drafting, noticed
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


def test_there_is_a_day_one_can_finish_and_something_to_say_yes_to(client: Visitor, desk: Desk) -> None:
    client.post("/made-up")
    assert 3 <= len(client.page("/today").css(".step")) <= 6
    with made_up.desk() as inside:
        assert 3 <= len(noticed.letters(inside)) <= 8


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


FORMS: tuple[tuple[str, str, dict[str, str]], ...] = (  # the page, where its form goes, what is written into it
    ("/ask/p1", "/ask/p1/keep", {"text": "Dear Zoe, here is my question.", "by": "email", "revision": "0"}),
    ("/ask/p1", "/ask/p1", {"text": "Dear Zoe, here is my question.", "by": "email", "revision": "0", "do": "keep"}),
    ("/three-names", "/three-names", {"first-name": "Zoe Novak"}),
    ("/add", "/add", {"person-name": "Zoe Novak", "person-met": "at school"}),
    ("/goal", "/goal", {"role": "zookeeper"}),
)


def token_in(client: Visitor, page: str) -> str:
    """What the forms of a page bear that is open now."""
    return first(client.page(page), "[name=csrfmiddlewaretoken]").attributes["value"] or ""


def send(client: Visitor, to: str, token: str, fields: dict[str, str], **headers: str) -> HttpResponse:
    """Send the form of a page that has been open for a while."""
    sent = {"csrfmiddlewaretoken": token, **fields}
    answer = client.post(to, sent, headers={"x-csrftoken": "", **headers})
    assert isinstance(answer, HttpResponse)
    return answer


@pytest.mark.parametrize(("page", "to", "fields"), FORMS)
def test_a_page_of_the_made_up_notebook_writes_nothing_into_her_own(
    client: Visitor, desk: Desk, page: str, to: str, fields: dict[str, str]
) -> None:
    add_people(desk, [Newcomer("Ana Lindqvist")])
    before = export(desk.data)
    client.post("/made-up")
    token = token_in(client, page)
    client.post("/made-up/leave")
    answer = send(client, to, token, fields)
    assert answer.status_code == 403
    assert "This page is of the notebook with made-up people" in answer.content.decode()
    assert export(desk.data) == before
    assert drafting.kept(desk, "p1", "ask") is None
    client.post("/made-up")
    assert send(client, to, token, fields).status_code in {200, 303}


@pytest.mark.parametrize(("page", "to", "fields"), FORMS)
def test_a_page_of_her_own_writes_nothing_into_the_made_up_notebook(
    client: Visitor, desk: Desk, page: str, to: str, fields: dict[str, str]
) -> None:
    add_people(desk, [Newcomer("Ana Lindqvist")])
    token = token_in(client, page)
    client.post("/made-up")
    client.page("/today")
    folder = demo.folder() / "data"
    before = export(folder)
    answer = send(client, to, token, fields)
    assert answer.status_code == 403
    assert "This page is of your own notebook" in answer.content.decode()
    assert export(folder) == before
    client.post("/made-up/leave")
    assert send(client, to, token, fields).status_code in {200, 303}


def test_a_page_of_the_made_up_notebook_writes_nothing_into_her_own_where_that_one_cannot_be_opened_any_more(
    client: Visitor, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    client.post("/made-up")
    token, before = token_in(client, "/three-names"), export(desk.data)
    (tmp_path / "a file").write_text("is in the way", encoding="utf-8")
    monkeypatch.setenv("ASKWELL_DEMO", str(tmp_path / "a file"))
    assert send(client, "/three-names", token, {"first-name": "Zoe Novak"}).status_code == 403
    assert export(desk.data) == before
    assert client.submit("/three-names", **{"first-name": "Zoe Novak"}).status_code == 303


def test_the_page_that_tells_so_has_forms_of_her_own_notebook_already(client: Visitor, folder: Path) -> None:
    folder.write_text("a file is in the way", encoding="utf-8")
    client.post("/made-up")
    token = token_in(client, "/three-names")
    assert send(client, "/three-names", token, {"first-name": "Zoe Novak"}).status_code == 303


def test_the_script_of_a_page_is_told_in_words(client: Visitor, desk: Desk) -> None:
    add_people(desk, [Newcomer("Ana Lindqvist")])
    token = token_in(client, "/ask/p1")
    client.post("/made-up")
    answer = send(client, "/ask/p1/keep", token, {"text": "Dear Ana"}, accept="application/json")
    told: dict[str, Any] = json.loads(answer.content)
    assert answer.status_code == 403
    assert told["said"].endswith("Go on here once you are back in your own notebook.")


def test_the_page_that_is_not_taken_shows_her_words_and_opens_their_notebook(client: Visitor, desk: Desk) -> None:
    add_people(desk, [Newcomer("Ana Lindqvist")])
    token = token_in(client, "/ask/p1")
    client.post("/made-up")
    answer = client.post(
        "/ask/p1", {"csrfmiddlewaretoken": token, "text": "Dear Ana,\n\n<b>hello</b>", "by": "email", "do": "keep"}
    )
    page = LexborHTMLParser(answer.content.decode())
    assert [node.text().strip() for node in page.css("textarea")] == ["Dear Ana,\n\n<b>hello</b>"]
    assert not page.css("b")
    form = first(page, "form[target=_blank]")
    assert form.attributes["action"] == "/made-up/leave"
    assert "Open my own notebook" in form.text()
    assert send(client, "/made-up/leave", first(form, "input").attributes["value"] or "", {}).status_code == 303


def test_no_undo_of_one_notebook_stands_in_the_other(client: Visitor, desk: Desk) -> None:
    """A change is said on the page that follows it; where another window went over meanwhile, it is said nowhere."""
    add_people(desk, [Newcomer("Ana Lindqvist")])
    client.post("/made-up")
    assert client.submit("/three-names", **{"first-name": "Zoe Novak"}).status_code == 303
    client.post("/made-up/leave")
    assert not client.page("/people").css(".toast")
    assert client.submit("/three-names", **{"first-name": "Bo Lind"}).status_code == 303
    client.post("/made-up")
    assert not client.page("/people").css(".toast")
