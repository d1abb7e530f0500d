"""The workshop: answers are kept and put to use, companies move by buttons, no other window is written over."""

from datetime import date

import pytest
from tests.web.visitor import Visitor, filled, first, read

from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.actions.undo import undo
from askwell.domain.goals import Position
from askwell.domain.people import Tie

COMPANIES = ("Tidewell", "Smith, Jones & Partners", "Corvane")


@pytest.fixture
def _goals(desk: Desk) -> None:
    change_goals(desk, roles=["supply planner"], fields=["wind"], companies=COMPANIES, strengths=["calm", "Excel"])


def test_without_a_goal_it_says_what_comes_first(client: Visitor) -> None:
    page = client.page("/workshop")
    assert [link.attributes["href"] for link in page.css(".button--pen")] == ["/goal"]


@pytest.mark.usefixtures("_goals")
class TestWithAGoal:
    def test_five_questions_are_asked_and_sending_the_page_as_it_is_changes_nothing(
        self, client: Visitor, desk: Desk
    ) -> None:
        before = desk.goals
        assert len(client.page("/workshop").css(".clarity__one h2")) == 5
        assert client.submit("/workshop").headers["Location"] == "/workshop"
        assert desk.goals == before

    def test_answers_are_kept_and_what_follows_is_told(self, client: Visitor, desk: Desk) -> None:
        client.submit(
            "/workshop",
            manager="Ines Okafor at Kestrel",
            hundred="Corvane",
            problems="Parts come late\r\n\r\n  Nobody trusts  the stock  ",
            limits="Salary: 70,000",
            strengths="calm",
        )
        goals = desk.goals
        assert goals.companies == ("Corvane", "Tidewell", "Smith, Jones & Partners", "Kestrel")
        assert goals.kinds_of_people == ("Ines Okafor at Kestrel",)
        assert goals.problems == ("Parts come late", "Nobody trusts the stock")
        assert (goals.limits, goals.strengths) == ({"Salary": "70,000"}, ("calm",))
        text = client.page("/workshop").css(".clarity__one")[0].text()
        assert "first among those you would love to meet" in text
        assert "Parts come late" in client.page("/brief").text()
        undo(desk)
        assert desk.goals.companies == COMPANIES

    def test_her_last_job_can_be_written_and_letters_say_it(self, client: Visitor, desk: Desk) -> None:
        told = {"job_title": "Planner", "job_company": "Meridian", "job_since": "2016-03-01", "job_until": "2026-02-27"}
        client.submit("/workshop", **told)
        job = Position("Meridian", "Planner", date(2016, 3, 1), date(2026, 2, 27), own=True)
        assert list(desk.goals.positions) == [job]
        assert "Planner, Meridian, 2016 to 2026" in client.get("/brief.txt").content.decode()
        assert "I left Meridian in February" in client.page("/goal").text()
        client.submit("/workshop", **dict.fromkeys(told, ""))
        assert desk.goals.positions == ()

    @pytest.mark.parametrize(
        ("fields", "place", "fault"),
        [
            ({"job_title": "Planner"}, "job_company", "Write where it was"),
            ({"job_company": "Meridian", "job_until": "spring"}, "job_until", "Write a day such as"),
            (
                {"job_company": "Meridian", "job_since": "2026-03-01", "job_until": "2020-01-01"},
                "job_until",
                "ended before it began",
            ),
            ({"manager": "x" * 301}, "manager", "301 characters"),
            ({"problems": "a\x00b"}, "problems", "An unseen character"),
        ],
    )
    def test_what_cannot_be_kept_is_said_where_it_stands(
        self, client: Visitor, desk: Desk, fields: dict[str, str], place: str, fault: str
    ) -> None:
        before = desk.goals
        answer = client.submit("/workshop", **fields)
        assert answer.status_code == 422
        assert fault in first(read(answer), f"#{place}_error").text()
        assert desk.goals == before

    def test_what_friends_said_is_held_against_the_goal_in_their_own_words(self, client: Visitor) -> None:
        client.submit("/workshop", say_back="Ana: a planner for wind parts\nBen: <b>something with boats</b>")
        echoes = client.page("/workshop").css(".echoes li")
        assert "The work and the field came back" in echoes[0].text()
        assert "<b>something with boats</b>" in echoes[1].text()
        assert "says something else" in echoes[1].text()

    def test_three_friends_get_two_lines_each_and_a_letter_that_carries_the_question(
        self, client: Visitor, desk: Desk
    ) -> None:
        (ana,) = add_people(desk, [Newcomer("Ana Lindqvist", tie=Tie.CLOSE)]).people
        link = client.page("/workshop").css(".friends a")[0].attributes["href"] or ""
        assert link.startswith(f"/ask/{ana}?need=")
        assert "asked you what I am looking for" in client.page(link).text()

    @pytest.mark.parametrize(("how", "place"), [("up", 1), ("down", 3), ("first", 1)])
    def test_a_company_moves_by_its_button_which_is_at_hand_again(
        self, client: Visitor, desk: Desk, how: str, place: int
    ) -> None:
        answer = client.post("/workshop/order", {how: COMPANIES[1]})
        assert answer.headers["Location"] == f"/workshop?at={place}"
        assert desk.goals.companies[place - 1] == COMPANIES[1]
        focused = client.page(answer.headers["Location"]).css("[autofocus]")
        assert [node.attributes["value"] for node in focused] == [COMPANIES[1]]

    def test_companies_are_taken_out_and_added(self, client: Visitor, desk: Desk) -> None:
        client.post("/workshop/order", {"out": "Tidewell"})
        client.post("/workshop/add", {"more": "Kestrel, corvane inc.; Ostara Foods"})
        assert desk.goals.companies == ("Smith, Jones & Partners", "Corvane", "Kestrel", "Ostara Foods")
        assert client.post("/workshop/order", {"up": "Nobody"}).status_code == 422

    def test_of_what_another_window_changed_too_both_texts_are_shown(self, client: Visitor, desk: Desk) -> None:
        second = filled(client.page("/workshop"))
        client.submit("/workshop", manager="Ines at Kestrel", problems="Parts come late")
        answer = client.post("/workshop", {**second, "manager": "Marcus at Tidewell", "hundred": "Corvane"})
        assert answer.status_code == 422
        assert [node.text() for node in read(answer).css(".meanwhile__said")] == ["Ines at Kestrel"]
        client.post("/workshop", {**filled(read(answer)), "manager-meanwhile": "mine"})
        assert desk.goals.clarity["manager"] == "Marcus at Tidewell"
        assert desk.goals.problems == ("Parts come late",)


@pytest.mark.usefixtures("_goals")
def test_a_coy_headline_is_told_on_my_goal_and_left_as_it_is_with_one_tap(client: Visitor, desk: Desk) -> None:
    change_goals(desk, headline="Exploring opportunities")
    voice = client.page("/goal").css(".voice")[0]
    assert "only hints at it" in voice.text()
    assert "looking for work" in voice.css(".voice__instead")[0].text()
    key = voice.css("button[name=key]")[0].attributes["value"] or ""
    client.post("/goal/leave", {"key": key})
    assert client.page("/goal").css(".voice") == []
    undo(desk)
    assert len(client.page("/goal").css(".voice")) == 1
