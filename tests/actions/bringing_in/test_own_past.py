"""What LinkedIn tells of herself fills her goals where they are empty."""

from dataclasses import replace
from datetime import date

from tests.actions.letters import ANN, ME, letter

from askwell.actions.bringing_in.own_past import filled, followed, signed
from askwell.domain.goals import Goals, Position
from askwell.domain.reading import Me, Reading

PLACE = "Milwaukee, Wisconsin, United States"
JOB = Position("Acme", "Planner", date(2020, 1, 1), date(2026, 2, 1))
READINGS = (
    Reading("Profile.csv", "linkedin-profile", me=Me(name="Dana Whitfield", headline="Planner", place=PLACE)),
    Reading("Positions.csv", "linkedin-positions", me=Me(positions=(JOB,))),
    Reading("Education.csv", "linkedin-education", me=Me(schools=("State",))),
    Reading("Company Follows.csv", "linkedin-follows", companies=["Globex", "Initech"]),
)


def test_empty_goals_are_filled_and_what_she_said_stays() -> None:
    found = filled(Goals(), READINGS)
    assert (found.name, found.headline, found.country, found.schools) == ("Dana Whitfield", "Planner", "US", ("State",))
    assert found.positions == (JOB,)
    said = filled(Goals(name="Dana W.", headline="Lead", country="CA", schools=("Other",)), READINGS)
    assert (said.name, said.headline, said.country, said.schools) == ("Dana W.", "Planner", "CA", ("Other",))


def test_the_newest_positions_replace_those_before() -> None:
    before = Goals(positions=(Position("Old", "Clerk"),))
    assert filled(before, READINGS).positions == (JOB,)
    assert filled(before, ()).positions == before.positions


def test_followed_companies_are_proposed_and_never_goals_by_themselves() -> None:
    assert filled(Goals(), READINGS).companies == ()
    assert "Globex, Initech" in followed(READINGS, Goals())
    assert followed(READINGS, Goals(companies=("Globex", "Initech"))) == ""


def test_a_headline_that_was_mended_is_known_with_the_next_export() -> None:
    assert filled(Goals(headline="Exploring opportunities"), READINGS).headline == "Planner"
    assert filled(Goals(headline="Exploring opportunities"), []).headline == "Exploring opportunities"


def test_a_job_that_she_told_herself_stands_before_what_linkedin_says_of_that_company() -> None:
    left = replace(JOB, until=date(2026, 2, 1), own=True)
    elsewhere = Position("Kestrel Parts", "Buyer", own=True)
    assert filled(Goals(positions=(left,)), READINGS).positions == (left,)
    assert filled(Goals(positions=(elsewhere,)), READINGS).positions == (elsewhere, JOB)


def test_the_signature_under_her_newest_mail_is_known_and_an_older_one_does_not_take_its_place() -> None:
    old, new = letter(1, ME, ANN, signature="Dana\nHalvorsen Foods"), letter(2, ME, ANN, signature="Dana\nPlanner")
    goals = signed(Goals(), [new, old])
    assert goals.signature == "Dana\nPlanner"
    assert signed(goals, [old]) == goals
    assert signed(goals, [letter(3, ANN, signature="Ann\nAcme"), letter(4, ME, ANN)]) == goals
