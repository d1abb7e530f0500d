"""Add someone: a name is enough, nobody is there twice by a slip, and then it says what one can ask them."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor, first

from askwell.actions import memory
from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.actions.people import everybody, never_contact
from askwell.actions.undo import undo
from askwell.domain.people import Contact, Tie

DANA = {
    "person-name": "Dana Ruiz",
    "person-met": "we met at the harbor fair",
    "person-company": "Tidewell",
    "person-title": "Head of planning",
    "person-email": "dana@tidewell.example",
    "person-tie": "barely",
}


def only(desk: Desk) -> Contact:
    (contact,) = everybody(desk).values()
    return contact


def test_somebody_is_added_with_all_that_was_said_and_undo_takes_it_back(client: Visitor, desk: Desk) -> None:
    answer = client.submit("/add", **DANA)
    dana = only(desk)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/add/{dana.id}")
    assert (dana.name, dana.met, dana.company, dana.title) == tuple(DANA.values())[:4]
    assert (dana.addresses, dana.tie) == (("dana@tidewell.example",), Tie.BARELY)
    assert "Added Dana Ruiz." in (client.page(f"/add/{dana.id}").css(".toast")[0].text() or "")
    undo(desk)
    assert not everybody(desk)


def test_what_one_can_ask_is_said_with_reasons_and_a_button(client: Visitor, desk: Desk) -> None:
    change_goals(desk, roles=["supply planner"], companies=["Tidewell"])
    client.submit("/add", **DANA)
    page = client.page(f"/add/{only(desk).id}")
    assert "What you can ask Dana" in (page.css("h1")[0].text() or "")
    assert "Tidewell, one of your target companies" in (page.css(".ways")[0].text() or "")
    (pen,) = page.css(".button--pen")
    assert (pen.text(strip=True), pen.attributes["href"]) == ("Ask Dana", f"/ask/{only(desk).id}")


def test_without_a_goal_it_leads_to_one_and_there_is_a_way_to_help_all_the_same(client: Visitor, desk: Desk) -> None:
    client.submit("/add", **{"person-name": "Dana Ruiz"})
    page = client.page(f"/add/{only(desk).id}")
    assert page.css(".way")
    assert [pen.attributes["href"] for pen in page.css(".button--pen")] == ["/goal"]


def test_who_asked_not_to_be_written_to_gets_no_button(client: Visitor, desk: Desk) -> None:
    change_goals(desk, roles=["supply planner"])
    client.submit("/add", **DANA)
    never_contact(desk, only(desk).id)
    assert not client.page(f"/add/{only(desk).id}").css(".button--pen")


def test_without_a_name_it_asks_for_one_and_keeps_the_rest(client: Visitor, desk: Desk) -> None:
    answer = client.submit("/add", **{**DANA, "person-name": " ", "person-email": "dana@"})
    said = answer.content.decode()
    assert answer.status_code == 422
    for part in ("Write the name here.", "“dana@” is no whole address.", 'value="Tidewell"', 'value="barely" checked'):
        assert part in said
    assert "Write the name" in client.submit("/add").content.decode()
    assert not everybody(desk)


@pytest.mark.parametrize(("name", "fault"), [("Dana\x00 Ruiz", "An unseen character"), ("D" * 201, "201 characters")])
def test_a_name_that_cannot_be_kept_is_said_at_its_field(client: Visitor, desk: Desk, name: str, fault: str) -> None:
    answer = client.post("/add", {**DANA, "person-name": name})
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.content.decode())
    assert fault in first(page, "#person-name_fault").text()
    assert first(page, "#person-name").attributes["value"] == name.replace("\x00", "")
    assert not everybody(desk)


def test_a_name_that_is_here_is_asked_about(client: Visitor, desk: Desk) -> None:
    (first,) = add_people(desk, [Newcomer("Dana Ruiz", title="Nurse")]).people
    asked = client.submit("/add", **DANA)
    assert asked.status_code == 422
    assert "(\u2068Nurse\u2069) is here already. Is it the same person?" in asked.content.decode()
    assert len(everybody(desk)) == 1
    same = client.post("/add", {**DANA, "person-person": first})
    assert same.headers["Location"] == f"/add/{first}"
    assert only(desk).company == "Tidewell"
    client.post("/add", {"person-name": "Dana Ruiz", "person-met": "at school", "person-person": "new"})
    assert len(everybody(desk)) == 2


def test_one_of_several_namesakes_is_chosen_by_what_tells_them_apart(client: Visitor, desk: Desk) -> None:
    one, other = (add_people(desk, [Newcomer("Dana Ruiz", company=c, new=True)]).people[0] for c in ("Acme", "Globex"))
    page = client.submit("/add", **{"person-name": "Dana Ruiz", "person-met": "from choir"}).content.decode()
    assert "2 people of this name are here already." in page
    for part in ("Acme", "Globex", f'value="{one}"', f'value="{other}"', "No, somebody else"):
        assert part in page


def test_an_address_that_is_here_tells_who_it_is(client: Visitor, desk: Desk) -> None:
    client.submit("/add", **DANA)
    client.submit("/add", **{**DANA, "person-name": "D. Ruiz", "person-met": "from choir"})
    assert only(desk).met == "from choir"
    assert "was here already; what you said is added." in (
        client.page(f"/add/{only(desk).id}").css(".toast")[0].text() or ""
    )


@pytest.mark.parametrize("who", ["charlie", "carol"])
def test_nobody_else_finds_her_people(who: str, request: pytest.FixtureRequest, client: Visitor, desk: Desk) -> None:
    client.submit("/add", **DANA)
    other: Visitor = request.getfixturevalue(who)
    hers, unknown = other.get(f"/add/{only(desk).id}"), other.get("/add/p99999")
    assert (hers.status_code, unknown.status_code) == (404, 404)
    assert "Dana" not in hers.content.decode()
    assert main(hers.content).replace(only(desk).id, "p99999") == main(unknown.content)


def main(page: bytes) -> str:
    """The page itself; the foot tells of the last copy, which is made meanwhile."""
    return first(LexborHTMLParser(page.decode()), "main").html or ""


def test_adding_somebody_who_is_here_leaves_the_tie_as_she_said_it(client: Visitor, desk: Desk) -> None:
    add_people(desk, [Newcomer("Ute Bergmann", met="from school", tie="close")])
    (who,) = memory.contacts(desk)
    client.submit("/add", **{"person-name": "Ute Bergmann", "person-met": "from school"})
    assert memory.contacts(desk)[who].tie is Tie.CLOSE


def test_somebody_new_without_a_word_on_it_is_known(client: Visitor, desk: Desk) -> None:
    client.submit("/add", **{"person-name": "Ana Example"})
    assert {one.tie for one in memory.contacts(desk).values()} == {Tie.KNOWN}


def test_whoever_told_something_and_was_not_here_is_added_on_the_way(client: Visitor) -> None:
    assert "/add?then=told" in {node.attributes.get("href") for node in client.page("/told?q=norbert").css("a")}
    answer = client.post("/add?then=told", {"person-name": "Norbert Example"})
    assert answer.headers["Location"].startswith("/told/p")
