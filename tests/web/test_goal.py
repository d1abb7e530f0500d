"""My goal: the sentence is kept, what the page shows reads as letters do, and nothing is lost that is not touched."""

import json
from datetime import date

import pytest
from tests.web.visitor import Visitor, filled, first, read

from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.actions.undo import undo
from askwell.domain.goals import Goals, Need, NeedKind, Position, Status

SENTENCE = {
    "role": "supply planner",
    "field": "wind energy",
    "place": "Portland",
    "people": "people who plan spare parts",
    "companies": "Tidewell, Harrow Wind\nCorvane, Inc.",
}
FULL = Goals(
    name="Nora Vance",
    statement="I want to keep turbines turning.",
    status=Status.EMPLOYED,
    status_line="Meridian closes, so I am looking.",
    since=date(2026, 1, 5),
    zone="US/Pacific",
    country="UK",
    roles=("Director, Operations", "Planner"),
    fields=("wind",),
    places=("Portland, Oregon",),
    kinds_of_company=("family firms",),
    companies=("Smith, Jones & Partners", "Tidewell"),
    kinds_of_people=("plant managers", "buyers"),
    strengths=("Excel", "calm in a crisis"),
    limits={"commute": "a short ride", "remote": "yes", "hours": "9:00 to 3:00"},
    needs=(Need(NeedKind.ADVICE, "Which certificate matters?", "Planner"),),
    positions=(Position("Meridian", "Planner"),),
    headline="Planner",
    schools=("Halden, College of",),
)


def keep(desk: Desk, goals: Goals) -> None:
    change_goals(desk, **{key: getattr(goals, key) for key in Goals.__slots__})


def test_the_sentence_is_kept_and_what_would_help_comes_next(client: Visitor, desk: Desk) -> None:
    answer = client.submit("/goal", **SENTENCE)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/needs")
    goals = desk.goals
    assert (goals.roles, goals.fields, goals.places) == (("supply planner",), ("wind energy",), ("Portland",))
    assert goals.kinds_of_people == ("people who plan spare parts",)
    assert goals.companies == ("Tidewell", "Harrow Wind", "Corvane, Inc.")
    assert (goals.status, goals.status_line) == (Status.IN_TRANSITION, "")
    undo(desk)
    assert not desk.goals.said


def test_sending_the_page_as_it_is_changes_nothing_whatever_is_kept(client: Visitor, desk: Desk) -> None:
    keep(desk, FULL)
    answer = client.submit("/goal")
    assert answer.headers["Location"] == "/goal"
    assert desk.goals == FULL
    assert "nothing was changed" in (client.page("/goal").css(".toast")[0].text() or "")


def test_one_field_changes_and_all_the_rest_stays(client: Visitor, desk: Desk) -> None:
    keep(desk, FULL)
    client.submit("/goal", role="Planner, Director, Operations, Buyer", limits="remote\r\ncommute: 30 minutes")
    assert desk.goals.roles == ("Planner", "Director, Operations", "Buyer")
    assert desk.goals.limits == {"remote": "yes", "commute": "30 minutes"}
    changed = {"roles", "limits"}
    for key in set(Goals.__slots__) - changed:
        assert getattr(desk.goals, key) == getattr(FULL, key), key


def test_all_that_can_wait_is_kept_too(client: Visitor, desk: Desk) -> None:
    keep(desk, Goals(roles=("Planner",)))
    later = {
        "statement": "I want to plan supply.",
        "kinds": "family firms, hospitals",
        "strengths": "Excel",
        "schools": "Halden",
        "limits": "Commute: 45 minutes",
        "since": "2026-02-01",
        "country": "DE",
        "zone": "Europe/Berlin",
        "name": "Nora Vance",
    }
    client.submit("/goal", **later)
    goals = desk.goals
    assert (goals.statement, goals.kinds_of_company, goals.strengths) == (
        "I want to plan supply.",
        ("family firms", "hospitals"),
        ("Excel",),
    )
    assert (goals.schools, goals.limits, goals.since) == (("Halden",), {"Commute": "45 minutes"}, date(2026, 2, 1))
    assert (goals.country, goals.zone, goals.name) == ("DE", "Europe/Berlin", "Nora Vance")


def test_openness_is_on_and_her_own_line_stands_in_letters(client: Visitor, desk: Desk) -> None:
    page = client.page("/goal")
    assert "checked" in page.css("#openly")[0].attributes
    assert "Why?" in (page.css(".openness summary")[0].text() or "")
    client.submit("/goal", role="planner", status_line="Meridian closed, so I am out of work and looking.")
    assert "Meridian closed, so I am out of work" in (client.page("/goal").css(".preview")[0].text() or "")


def test_who_is_employed_takes_the_tick_away_and_letters_are_discreet(client: Visitor, desk: Desk) -> None:
    keep(desk, Goals(roles=("planner",)))
    client.post("/goal", {**as_shown(client), "openly": []})
    assert desk.goals.status is Status.EMPLOYED
    preview = client.page("/goal").css(".preview")[0].text() or ""
    assert "I am thinking about my next step" in preview
    assert "out of work" not in preview


def as_shown(client: Visitor) -> dict[str, str]:
    """The fields of the sentence as the page has them."""
    page = client.page("/goal")
    return {
        name: page.css(f"#{name}")[0].attributes.get("value") or "" for name in ("role", "field", "place", "people")
    }


def test_a_goal_without_anything_to_ask_for_is_asked_about(client: Visitor, desk: Desk) -> None:
    keep(desk, Goals(roles=("planner",)))
    answer = client.submit("/goal", role=" ", place="Portland")
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "Name the work you look for, or a company you would love to know." in said
    assert 'value="Portland"' in said
    assert desk.goals.roles == ("planner",)


def test_a_day_that_is_none_is_said_beside_its_field_in_the_open_part(client: Visitor, desk: Desk) -> None:
    answer = client.submit("/goal", role="planner", since="yesterday")
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Write a day such as 2026-03-01" in said
    assert '<details class="unfold more-goals" open>' in said
    assert not desk.goals.said


def test_the_preview_says_what_letters_would_and_keeps_nothing(client: Visitor, desk: Desk) -> None:
    answer = client.post("/goal/preview", {**SENTENCE, "openly": "on"})
    told = json.loads(answer.content)
    assert told["status_line"] == "I am out of work and looking for work as a supply planner."
    assert "looking for a job as a supply planner in wind energy around Portland" in told["says"][0]
    assert desk.goals == Goals()


def test_the_preview_of_half_a_day_is_still_a_preview(client: Visitor) -> None:
    told = json.loads(client.post("/goal/preview", {"role": "planner", "since": "20", "openly": "on"}).content)
    assert "planner" in told["says"][0]


def test_no_day_is_invented_for_a_search_whose_beginning_nobody_told(client: Visitor, desk: Desk) -> None:
    help_of = "#since_helptext"
    told = "Left out, Askwell looks back three months from your first import."
    assert first(client.page("/goal"), help_of).text() == told
    change_goals(desk, positions=(Position("Tidewell", "Planner", until=date(2026, 2, 1)),))
    assert first(client.page("/goal"), help_of).text() == "Left out, it is February 2026, when your last job ended."


class TestOfTwoWindows:
    """Both stand open; the first one is kept, then the second."""

    @pytest.fixture
    def second(self, client: Visitor, desk: Desk) -> dict[str, str]:
        """The second window, as it stands while the first one is kept."""
        keep(desk, FULL)
        opened = filled(client.page("/goal"))
        client.submit("/goal", statement="A sentence from the first window.", companies="Harrow Wind", country="DE")
        return opened

    def test_what_she_left_alone_is_not_written_over(self, client: Visitor, desk: Desk, second: dict[str, str]) -> None:
        assert client.post("/goal", {**second, "role": "buyer", "openly": "on"}).status_code == 303
        goals = desk.goals
        assert (goals.roles, goals.status) == (("buyer",), Status.IN_TRANSITION)
        assert (goals.statement, goals.companies) == ("A sentence from the first window.", ("Harrow Wind",))

    def test_of_what_both_changed_both_texts_are_shown_and_nothing_is_kept(
        self, client: Visitor, desk: Desk, second: dict[str, str]
    ) -> None:
        told = {**second, "statement": "Mine.", "companies": "Tidewell", "country": "FR", "role": "buyer"}
        answer = client.post("/goal", told)
        assert answer.status_code == 422
        page = read(answer)
        assert [node.text() for node in page.css(".meanwhile__said")] == [
            "Harrow Wind", "A sentence from the first window.", "Germany",
        ]  # fmt: skip
        assert (first(page, "#statement").text(), first(page, "#companies").text()) == ("Mine.", "Tidewell")
        assert first(page, "#role").attributes["value"] == "buyer"
        assert "open" in first(page, ".more-goals").attributes
        assert desk.goals.roles == FULL.roles

    def test_she_chooses_which_text_stays_and_the_rest_is_kept(
        self, client: Visitor, desk: Desk, second: dict[str, str]
    ) -> None:
        page = read(client.post("/goal", {**second, "statement": "Mine.", "companies": "Tidewell", "role": "buyer"}))
        answer = client.post("/goal", {**filled(page), "statement-meanwhile": "mine", "companies-meanwhile": "that"})
        assert answer.status_code == 303
        goals = desk.goals
        assert (goals.statement, goals.companies, goals.roles) == ("Mine.", ("Harrow Wind",), ("buyer",))

    @pytest.mark.parametrize("name", ["role", "field", "place", "people", "status_line"])
    def test_each_blank_of_the_sentence_shows_both(self, client: Visitor, second: dict[str, str], name: str) -> None:
        client.submit("/goal", **{name: "of the first window"})
        page = read(client.post("/goal", {**second, name: "mine"}))
        assert first(page, f"#{name}").attributes["value"] == "mine"
        assert first(page, f"#{name}").attributes["aria-describedby"] in {f"{name}_fault", f"{name}_help {name}_fault"}
        assert first(page, f"#{name}_fault").text().strip()
        assert first(page, ".meanwhile__said").text() == "of the first window"

    def test_a_day_that_is_none_does_not_bring_back_what_was(
        self, client: Visitor, desk: Desk, second: dict[str, str]
    ) -> None:
        page = read(client.post("/goal", {**second, "since": "yesterday"}))
        assert first(page, "#statement").text() == "A sentence from the first window."
        client.post("/goal", {**filled(page), "since": "2026-02-01"})
        assert (desk.goals.since, desk.goals.companies) == (date(2026, 2, 1), ("Harrow Wind",))


@pytest.mark.parametrize(("words", "fault"), [("a\x00b", "An unseen character"), ("a" * 4_001, "4001 characters")])
def test_what_cannot_be_kept_is_said_at_its_field(client: Visitor, words: str, fault: str) -> None:
    page = read(client.submit("/goal", role="buyer", place=words, statement=words))
    assert fault in first(page, "#place_fault").text()
    assert fault in first(page, "#statement_error").text()


@pytest.mark.parametrize("who", ["charlie", "carol"])
def test_nobody_else_sees_her_goal(who: str, request: pytest.FixtureRequest, desk: Desk) -> None:
    keep(desk, FULL)
    other: Visitor = request.getfixturevalue(who)
    said = other.get("/goal").content.decode()
    assert not any(word in said for word in ("Tidewell", "Nora Vance", "turbines", "a short ride"))
