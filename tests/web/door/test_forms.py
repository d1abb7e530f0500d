"""Forms: those of one seeker are taken across new starts and by nobody else; of one that is not, no word is lost."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor, first

from askwell.actions.desk import ME, Desk
from askwell.actions.forgetting import forget
from askwell.actions.people import add_person
from askwell.web.door.forms import secret_of
from askwell.web.door.keys import Keys
from askwell.web.door.launch import Codes
from askwell.web.door.sessions import SEEKER, SessionStore


def token_in(client: Visitor, page: str) -> str:
    return first(client.page(page), "[name=csrfmiddlewaretoken]").attributes["value"] or ""


def send(client: Visitor, to: str, token: str, fields: dict[str, str], **headers: str) -> HttpResponse:
    """Send the form of a page that has been open for a while."""
    sent = {"csrfmiddlewaretoken": token, **fields}
    answer = client.post(to, sent, headers={"x-csrftoken": "", **headers})
    assert isinstance(answer, HttpResponse)
    return answer


def launch_again(client: Visitor, desk: Desk, *, seeker: str = ME) -> None:
    """Hand over a launch file in this browser, as a second start of the app does."""
    door = desk.data / "door"
    page = Codes(door, Keys.read(door)).launch("http://127.0.0.1", seeker=seeker).read_text(encoding="utf-8")
    code = re.search(r'name="code" value="(\w+)"', page)
    assert code
    assert client.post("/launch", {"code": code[1]}, headers={"origin": "null"}).status_code == 200


def test_a_page_that_was_open_before_a_second_start_goes_on(client: Visitor, desk: Desk) -> None:
    add_person(desk, "Ana Example")
    token, session = token_in(client, "/ask/p1"), client.cookies[settings.SESSION_COOKIE_NAME].value
    launch_again(client, desk)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != session
    assert send(client, "/ask/p1/keep", token, {"text": "Dear Ana", "by": "email"}).status_code == 200
    assert send(client, "/three-names", token, {"first-name": "Bo Lind"}).status_code == 303


def test_a_page_that_was_open_before_somebody_else_came_in_is_not_taken(client: Visitor, desk: Desk) -> None:
    batch = add_person(desk, "Ana Example").batch
    token = token_in(client, "/three-names")
    launch_again(client, desk, seeker="Charlie")
    answer = send(client, "/three-names", token, {"first-name": "Bo Lind"})
    assert answer.status_code == 403
    assert "Askwell does not know this page any more, so nothing was changed." in answer.content.decode()
    launch_again(client, desk)
    assert send(client, f"/undo/{batch}", token, {}).status_code == 303


def test_a_token_of_another_installation_is_worth_nothing(
    client: Visitor, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, session = client.token, SessionStore()
    session[SEEKER] = ME
    assert secret_of(session, inside=False) == ours
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(settings, "SECRET_KEY", "f" * 64)
        theirs = secret_of(session, inside=False)
    assert client.post("/three-names", {"first-name": "Bo"}, headers={"x-csrftoken": theirs}).status_code == 403
    assert client.post("/three-names", {"first-name": "Bo"}, headers={"x-csrftoken": ours}).status_code == 303


def texts(answer: HttpResponse) -> dict[str, str]:
    """The fields of a page from which words can be copied."""
    page = LexborHTMLParser(answer.content.decode())
    return {
        first(page, f"label[for={field.attributes['id']}]").text(): (
            field.attributes.get("value") or field.text()
        ).strip()
        for field in page.css("main [readonly]")
    }


def test_a_form_that_is_not_taken_shows_every_word_and_nothing_of_the_machine(client: Visitor, desk: Desk) -> None:
    add_person(desk, "Ana Example")
    sent = {
        "text": "Dear Ana,\nhello.",
        "subject": "A question",
        "by": "email",
        "revision": "3",
        "left": "vague",
        "do": "mail",
    }
    assert texts(send(client, "/ask/p1", "", sent)) == {"Text": "Dear Ana,\nhello.", "Subject": "A question"}
    sent = {"person-name": "bo", "person-met": "</textarea><b>choir</b>", "person-tie": "close", "to": "/today"}
    answer = send(client, "/add", "", sent)
    assert texts(answer) == {"Person name": "bo", "Person met": "</textarea><b>choir</b>"}
    assert b"<b>" not in answer.content


def said(client: Visitor, to: str, **fields: str) -> tuple[int, str]:
    """What a script is told that asks as ours do."""
    answer = client.post(to, fields, headers={"accept": "application/json"})
    return answer.status_code, json.loads(answer.content)["said"]


def test_the_script_hears_each_refusal_as_one_sentence(client: Visitor, stranger: Visitor, desk: Desk) -> None:
    add_person(desk, "Ana Example")
    keep = "/ask/p1/keep"
    status, words = said(client, keep, text="x" * 20_001)
    assert (status, words[:31]) == (422, "This letter has 20,001 characte")
    forget(desk, "p1")
    assert said(client, keep, text="Dear Ana")[0] == 404
    assert said(client, keep, text="Dear Ana")[1].startswith("Nobody of yours is under this address.")
    assert said(stranger, keep, text="Dear Ana") == (
        403,
        "You are signed out here. Start Askwell again, and go on here.",
    )
    assert said(stranger, keep, text="Dear Ana") == said(stranger, "/nowhere")


def test_the_script_hears_that_the_notebook_cannot_be_opened(client: Visitor, desk: Desk, data: Path) -> None:
    (data / "askwell.db").unlink()
    status, words = said(client, "/ask/p1/keep", text="Dear Ana")
    assert status == 503
    assert words.startswith("Your notebook can’t be opened just now.")
