"""The brief: exactly one page that helpers can keep, nothing empty on it, nothing that gives an employed one away."""

from dataclasses import replace
from datetime import date

import pytest

from askwell.domain.goals import Goals, Position, Status
from askwell.guide.brief import LINES, brief, is_one_page, page

GOALS = Goals(
    name="Dana Whitfield",
    statement="I want to lead demand planning for a food company",
    status_line="Halvorsen closed its office, so I am out of work and looking.",
    roles=("Demand Planning Manager",),
    places=("Milwaukee",),
    companies=tuple(f"Company {n}" for n in range(40)),
    kinds_of_people=("heads of planning",),
    strengths=("short-dated food",),
    positions=(
        Position("Kestrel Parts", "Buyer", date(2005, 8, 1), date(2010, 12, 1)),
        Position("Halvorsen Foods", "Senior Manager", date(2016, 3, 1), date(2026, 2, 1)),
        *(Position(f"Old {n}", "Clerk", date(1990 + n, 1, 1), date(1991 + n, 1, 1)) for n in range(5)),
    ),
)


def test_it_holds_goal_background_targets_people_and_questions_on_one_page() -> None:
    text = brief(GOALS)
    assert "I want to lead demand planning for a food company." in text
    assert "Senior Manager, Halvorsen Foods, 2016 to 2026" in text
    assert text.index("Halvorsen Foods, 2016") < text.index("Kestrel Parts")
    assert "- Company 0\n" in text
    assert "- heads of planning" in text
    assert "?" in text
    assert is_one_page(page(GOALS))


def test_what_she_would_like_to_learn_is_said_once_and_is_no_favor() -> None:
    learn = brief(replace(GOALS, fields=("food",))).partition("What I am trying to learn\n")[2]
    assert learn.count("Company 0") <= 2
    assert "Company 2" not in learn
    assert "practice interview" not in learn
    assert GOALS.statement not in learn
    assert learn.count("?") >= 3


def test_an_empty_goal_leaves_nothing_but_what_is_known() -> None:
    assert brief(Goals(status=Status.EMPLOYED, name="Dana")) == "Dana\nIn confidence, please.\n"
    assert "What I am good at" not in brief(replace(GOALS, strengths=()))


def test_an_employed_seeker_s_page_says_nothing_of_being_out_of_work() -> None:
    text = brief(replace(GOALS, status=Status.EMPLOYED))
    assert "out of work" not in text
    assert "In confidence" in text


def test_a_discreet_page_names_no_present_employer_and_no_sentence_that_tells() -> None:
    now = Position("Larkspur Coffee", "Planner", since=date(2020, 1, 1))
    goals = replace(
        GOALS,
        status=Status.EMPLOYED,
        positions=(*GOALS.positions, now),
        statement="I am looking for work as a planner, since Larkspur Coffee will let us go.",
    )
    text = brief(goals)
    assert "Larkspur Coffee" not in text
    assert "looking" not in text
    assert "Planner, 2020 to today" in text


def long_goals(count: int, words: str) -> Goals:
    many = tuple(f"{words} {number}" for number in range(count))
    return replace(
        GOALS,
        name=f"Dana {words}",
        statement=f"I want {words}",
        status_line=f"I left {words}",
        roles=many,
        fields=many,
        places=many,
        companies=many,
        kinds_of_company=many,
        kinds_of_people=many,
        strengths=many,
        positions=tuple(Position(words, one, date(2001, 1, 1), date(2002, 1, 1)) for one in many),
        clarity={"problems": f"{words}\n{words} again\n{words} once more"},
    )


@pytest.mark.parametrize("count", [0, 1, 3, 40])
@pytest.mark.parametrize("length", [1, 10, 60, 400])
def test_whatever_she_said_it_is_one_page_and_what_it_left_out_is_told(count: int, length: int) -> None:
    goals = long_goals(count, "meaningful work " * length)
    made, whole = page(goals), page(goals, fits=lambda _: True)
    assert is_one_page(made)
    assert len(made.text.splitlines()) <= LINES
    assert (made.left_out == ()) is (whole.left_out == () and is_one_page(whole))
    assert len(set(made.left_out)) == len(made.left_out) <= 8


def test_what_is_left_out_is_told_in_numbers() -> None:
    assert page(GOALS).left_out == ("28 of 40 companies",)
    assert page(replace(GOALS, companies=("Ostara",))).left_out == ()


def test_it_says_how_to_reach_her_and_which_problems_she_would_love_to_solve() -> None:
    goals = replace(GOALS, clarity={"problems": "Food is thrown away\nPlans come late"})
    text = page(goals, reach="dana@example.com").text
    assert text.startswith("Dana Whitfield\ndana@example.com\nHalvorsen closed")
    assert "Problems I would love to solve\n- Food is thrown away\n- Plans come late" in text
    assert page(replace(GOALS, positions=())).text.count("Where I come from") == 0
