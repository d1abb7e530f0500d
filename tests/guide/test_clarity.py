"""Clarity: what follows from each answer, and friends' own words held against the goal."""

import pytest

from askwell.domain.goals import Goals
from askwell.guide.clarity import answered, echoes, said_of_all

GOALS = Goals(
    roles=("Supply planner",),
    fields=("wind energy",),
    places=("Portland", "Remote"),
    companies=("Harrow Wind", "Tidewell", "Corvane"),
    kinds_of_people=("heads of planning",),
)


def test_the_person_named_is_one_to_meet_and_their_organization_a_company() -> None:
    goals = answered(GOALS, {"manager": "Ines Okafor at Ostara Foods"})
    assert goals.kinds_of_people == ("Ines Okafor at Ostara Foods", "heads of planning")
    assert goals.companies == (*GOALS.companies, "Ostara Foods")
    again = answered(goals, {"manager": "Marcus Bell at tidewell inc."})
    assert again.kinds_of_people == ("Marcus Bell at tidewell inc.", "heads of planning")
    assert again.companies == goals.companies
    assert answered(again, {"manager": ""}).kinds_of_people == GOALS.kinds_of_people


def test_companies_worth_a_hundred_come_first_under_the_names_they_have() -> None:
    goals = answered(GOALS, {"hundred": "Corvane Inc., Ostara Foods and Tidewell"})
    assert goals.companies == ("Corvane", "Ostara Foods", "Tidewell", "Harrow Wind")
    assert answered(goals, {"hundred": ""}).companies == goals.companies


def test_an_answer_that_stays_has_no_effect_again() -> None:
    goals = answered(GOALS, {"hundred": "Tidewell", "manager": "Ines at Tidewell"})
    assert answered(goals, dict(goals.clarity)) == goals
    assert answered(GOALS, {}) == GOALS


@pytest.mark.parametrize(
    ("words", "heard", "missed"),
    [
        ("You want to plan supply for wind farms around Portland, at Tidewell if you can.", 4, 0),
        ("Something with wind?", 1, 3),
        ("A planner for Harrow Wind.", 3, 1),
        ("A planner at Harrow, I think.", 2, 2),
        ("You look for a job in a bank.", 0, 4),
    ],
)
def test_what_a_friend_says_is_held_against_the_goal(words: str, heard: int, missed: int) -> None:
    (echo,) = echoes(answered(GOALS, {"say_back": f"Ana: {words}"}))
    assert (echo.name, echo.words) == ("Ana", words)
    assert (len(echo.heard), len(echo.missed)) == (heard, missed), echo
    assert echo.say.endswith(".")


def test_what_most_friends_miss_is_told_once() -> None:
    said = "Ana: a planner for wind at Tidewell\nBen: supply planner in wind, Harrow Wind\nCleo: planner in Portland"
    assert "2 of 3 did not say the place" in said_of_all(echoes(answered(GOALS, {"say_back": said})))
    whole = "Ana: supply planner in wind around Portland at Tidewell"
    assert said_of_all(echoes(answered(GOALS, {"say_back": whole}))) == "Your goal can be said back."
    assert said_of_all(()) == ""


def test_remote_is_no_place_that_a_friend_could_miss() -> None:
    (echo,) = echoes(answered(Goals(roles=("Nurse",), places=("Remote",)), {"say_back": "Ana: you want to be a nurse"}))
    assert echo.missed == ()
