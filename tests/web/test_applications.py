"""Applications by hand: noted, moved on, said kindly; what is missing is asked for."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor, first

from askwell.actions.applications import list_applications
from askwell.actions.desk import Desk
from askwell.domain.search import Stage


def test_an_application_is_noted_with_a_line_and_undo(client: Visitor, desk: Desk) -> None:
    client.submit("/applications", company="Ostara Foods", title="S&OP Manager", status="applied")
    assert [(a.company, a.title) for a in list_applications(desk)] == [("Ostara Foods", "S&OP Manager")]
    toast = client.page("/applications").css_first("[role=status]")
    assert "Ostara Foods, S&OP Manager: sent" in toast.text()
    client.post(toast.css_first("form").attributes["action"] or "", {})
    assert list_applications(desk) == ()


def test_how_far_it_has_come_is_chosen_in_its_row(client: Visitor, desk: Desk) -> None:
    client.submit("/applications", company="Ostara Foods", title="S&OP Manager", status="applied")
    client.submit("/applications", "/applications/stage", status="interview")
    assert [a.stage for a in list_applications(desk)] == [Stage.INTERVIEW]


def test_a_step_that_is_none_is_refused(client: Visitor, desk: Desk) -> None:
    client.submit("/applications", company="Ostara Foods", title="S&OP Manager", status="applied")
    answer = client.post("/applications/stage", {"company": "Ostara Foods", "title": "S&OP Manager", "status": "king"})
    assert answer.status_code == 422
    assert [a.stage for a in list_applications(desk)] == [Stage.APPLIED]


def test_a_no_is_said_kindly(client: Visitor) -> None:
    client.submit("/applications", company="Ostara Foods", title="S&OP Manager", status="rejected")
    assert "Not this time" in client.page("/applications").css_first("table").text()
    assert "rejected" not in client.page("/applications").text().lower()


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(client: Visitor, desk: Desk) -> None:
    answer = client.post("/applications", {"company": "Ostara Foods", "title": "", "status": "applied"})
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.content.decode())
    assert first(page, "#id_company").attributes["value"] == "Ostara Foods"
    assert "A word is needed here." in first(page, "#id_title_error").text()
    assert list_applications(desk) == ()


@pytest.mark.parametrize(
    ("title", "fault"), [("Plan\x00ner", "An unseen character"), ("P" * 201, "201 characters")], ids=["unseen", "long"]
)
def test_what_cannot_be_kept_is_said_at_its_field(client: Visitor, desk: Desk, title: str, fault: str) -> None:
    answer = client.post("/applications", {"company": "Ostara Foods", "title": title, "status": "applied"})
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.content.decode())
    assert fault in first(page, "#id_title_error").text()
    assert first(page, "#id_title").attributes["value"] == title.replace("\x00", "")
    assert list_applications(desk) == ()


def test_an_empty_form_is_a_fault_like_any_other(client: Visitor) -> None:
    assert client.post("/applications", {}).status_code == 422


def test_another_seeker_sees_none_of_hers(client: Visitor, charlie: Visitor) -> None:
    client.submit("/applications", company="Ostara Foods", title="S&OP Manager", status="applied")
    assert "Ostara" not in charlie.page("/applications").text()
