"""What could be done next is a button on a page: each hint of the program leads somewhere, or the form asks for it."""

from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from tests.terminal.test_hints import hints
from tests.web.visitor import Visitor, first

from askwell.actions import phases
from askwell.actions.desk import Desk
from askwell.actions.people import add_person
from askwell.domain.hints import SAME, Hint
from askwell.web.onwards import acts
from askwell.web.parts import Act

ASKED_FOR = {"import", "detect", "log", SAME}  # the form that was sent has a field for it
NAMESAKE = (("new", ""),)


@pytest.mark.parametrize(("where", "hint"), hints(), ids=lambda told: told if isinstance(told, str) else "")
def test_every_hint_is_a_button_that_leads_somewhere_or_the_form_asks_for_it(where: str, hint: Hint) -> None:
    found = acts([hint])
    if not found:
        assert hint.verb in ASKED_FOR or hint.options == NAMESAKE
    for act in found:
        assert resolve(urlsplit(act.href or act.post).path)
        assert act.words[0].isupper()
        assert not act.words.endswith(".")


@pytest.mark.parametrize(
    ("hint", "act"),
    [
        (Hint("add", "add to that person", ("p7", "…")), Act("See who is there", href="/people/p7")),
        (Hint("add", "add somebody", ("NAME",)), Act("Add somebody", href="/add")),
        (Hint("undo", "bring it back", ("b2",)), Act("Bring it back", post="/undo/b2")),
        (Hint("people", "look for somebody", ("WORD",)), Act("Look for somebody", href="/people")),
        (Hint("people", "say who is the same person"), Act("Say who is the same person", href="/sort")),
        (Hint("unmerge", "separate them", ("p7",)), Act("See whose cards these are", href="/people/p7/held")),
    ],
)
def test_a_button_leads_to_the_very_thing(hint: Hint, act: Act) -> None:
    assert acts([hint]) == [act]


def test_two_hints_that_lead_to_one_page_are_one_button() -> None:
    assert len(acts([Hint("backup", "make one"), Hint("backup", "make one")])) == 1


def test_what_was_undone_already_can_be_brought_back_from_the_page_that_says_so(client: Visitor, desk: Desk) -> None:
    batch = add_person(desk, "Zoe Novak").batch
    client.submit("/data", f"/undo/{batch}")
    answer = client.post(f"/undo/{batch}", {})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "was undone already" in page
    assert "Bring it back" in page


def test_beside_undo_only_what_leads_to_another_page_is_offered(client: Visitor, desk: Desk) -> None:
    client.submit("/today", "/today/pause")
    toast = first(client.page("/people"), ".toast")
    assert [button.text() for button in toast.css("button, a")] == ["Undo"]


def test_where_nothing_was_changed_what_comes_next_stands_in_place_of_undo(client: Visitor, desk: Desk) -> None:
    phases.pause(desk)
    client.post("/today/pause", {})
    toast = first(client.page("/people"), ".toast")
    assert [button.text() for button in toast.css("button, a")] == ["Go on with my search"]
