"""Undo leads back to where one was, or, where that is gone, to everybody; and never out of the app."""

import pytest
from tests.web.visitor import Visitor

from askwell.actions import memory
from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk


def test_undoing_who_was_just_added_leads_to_everybody(client: Visitor, desk: Desk) -> None:
    client.submit("/add", **{"person-name": "Ana Example"})
    (who,) = memory.contacts(desk)
    form = client.page(f"/add/{who}").css("[role=status] form")[0]
    told = {node.attributes["name"] or "": node.attributes.get("value") or "" for node in form.css("input")}
    answer = client.post(form.attributes["action"] or "", told)
    assert answer.headers["Location"] == "/people"
    assert client.get("/people").status_code == 200


@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/people\r\nX: y", ""]
)
def test_undo_never_leads_out_of_the_app(client: Visitor, desk: Desk, to: str) -> None:
    added = add_people(desk, [Newcomer("Ana Example")])
    assert client.post(f"/undo/{added.batch}", {"to": to}).headers["Location"] == "/today"


def test_another_seekers_change_is_none_of_his(client: Visitor, charlie: Visitor, desk: Desk) -> None:
    added = add_people(desk, [Newcomer("Ana Example")])
    answer = charlie.post(f"/undo/{added.batch}", {})
    assert answer.status_code == 422
    assert "Ana" not in answer.content.decode()
    assert {one.name for one in memory.contacts(desk).values()} == {"Ana Example"}
