"""Three names: kept as one change, asked about where a name is here already, with nothing lost that was written."""

from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor

from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.actions.people import everybody
from askwell.actions.undo import undo
from askwell.domain.people import Contact, Tie

THREE = {
    "first-name": "Ana Lindqvist",
    "first-met": "we worked at Meridian",
    "second-name": "Ben Okafor",
    "second-tie": "known",
    "second-email": "ben@okafor.example",
    "third-name": "Chi Nguyen",
}


def by_name(desk: Desk) -> dict[str, Contact]:
    return {contact.name: contact for contact in everybody(desk).values()}


def test_three_names_are_kept_as_one_change_and_the_goal_comes_next(client: Visitor, desk: Desk) -> None:
    answer = client.submit("/three-names", **THREE)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/goal")
    found = by_name(desk)
    assert found.keys() == {"Ana Lindqvist", "Ben Okafor", "Chi Nguyen"}
    assert (found["Ana Lindqvist"].tie, found["Ana Lindqvist"].met) == (Tie.CLOSE, "we worked at Meridian")
    assert (found["Ben Okafor"].tie, found["Ben Okafor"].addresses) == (Tie.KNOWN, ("ben@okafor.example",))
    toast = client.page("/three-names").css(".toast")[0]
    assert "Added Ana Lindqvist, Ben Okafor and Chi Nguyen." in (toast.text() or "")
    undo(desk)
    assert by_name(desk) == {}


def test_one_name_is_fine_too_and_who_has_goals_goes_on_to_today(client: Visitor, desk: Desk) -> None:
    change_goals(desk, roles=["planner"])
    answer = client.submit("/three-names", **{"third-name": "Chi Nguyen"})
    assert answer.headers["Location"] == "/today"
    assert by_name(desk).keys() == {"Chi Nguyen"}


def test_no_name_at_all_is_asked_for_kindly(client: Visitor) -> None:
    answer = client.submit("/three-names")
    assert answer.status_code == 422
    assert "One or two are fine too." in answer.content.decode()


def test_what_was_written_without_a_name_or_with_half_an_address_is_kept_and_said(client: Visitor, desk: Desk) -> None:
    written = {"first-met": "from school", "second-name": "Ben", "second-email": "ben@", "second-tie": "barely"}
    page = client.submit("/three-names", **written).content.decode()
    assert "Whose is this? Write the name here." in page
    assert "“ben@” is no whole address." in page
    for kept in ('value="from school"', 'value="Ben"', 'value="ben@"', 'value="barely" checked'):
        assert kept in page
    assert page.count('aria-invalid="true"') == 2
    assert by_name(desk) == {}


def test_a_name_that_is_here_is_asked_about_and_each_answer_is_done(client: Visitor, desk: Desk) -> None:
    (chi,) = add_people(desk, [Newcomer("Chi Nguyen", company="Tidewell")]).people
    written = {"first-name": "Ana Lindqvist", "second-name": "chi nguyen", "second-met": "our gardens touch"}
    page = client.submit("/three-names", **written)
    assert page.status_code == 422
    asked = page.content.decode()
    assert "is here already. Is it the same person?" in asked
    assert "Tidewell" in asked
    assert len(by_name(desk)) == 1
    assert client.post("/three-names", {**written, "second-person": chi}).status_code == 303
    assert by_name(desk)["Chi Nguyen"].met == "our gardens touch"
    assert len(everybody(desk)) == 2
    assert client.post("/three-names", {"first-name": "Chi Nguyen", "first-person": "new"}).status_code == 303
    assert len(everybody(desk)) == 3


def test_somebody_elses_person_cannot_be_meant(client: Visitor, charlie: Visitor, desk: Desk) -> None:
    (ana,) = add_people(desk, [Newcomer("Ana Lindqvist")]).people
    answer = charlie.post("/three-names", {"first-name": "Dana Ruiz", "first-met": "spying", "first-person": ana})
    assert answer.status_code == 422
    assert "is not here any more" in answer.content.decode()
    assert by_name(desk)["Ana Lindqvist"].met == ""


def test_the_same_names_sent_twice_add_nobody_twice(client: Visitor, desk: Desk) -> None:
    for _ in range(2):
        assert client.post("/three-names", THREE).status_code == 303
    assert len(everybody(desk)) == 3


def test_signs_of_html_in_a_name_stay_signs(client: Visitor, desk: Desk) -> None:
    client.post("/three-names", {"first-name": "<b>Zoe</b> Novak"})
    page = client.get("/three-names").content.decode()
    assert "<b>Zoe" not in page
    assert "&lt;b&gt;Zoe" in page


def test_one_begins_to_write_in_the_first_field_that_is_to_be_mended(client: Visitor) -> None:
    def focused(page: LexborHTMLParser) -> list[str | None]:
        return [node.attributes["id"] for node in page.css("[autofocus]")]

    assert focused(client.page("/three-names")) == ["first-name"]
    faulty = client.submit("/three-names", **{"first-name": "Ana", "third-name": "Chi", "third-email": "chi@"})
    assert focused(LexborHTMLParser(faulty.content.decode())) == ["third-email"]
