"""The brief: one page that helpers can keep, with nothing empty on it, and nothing that gives an employed one away."""

from dataclasses import replace
from datetime import date

from askwell.domain.goals import Goals, Position, Status
from askwell.guide.brief import brief

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
    assert "- Company 0" in text
    assert "- heads of planning" in text
    assert "?" in text
    assert len(text.splitlines()) <= 50


def test_what_she_would_like_to_learn_is_said_once_and_is_no_favor() -> None:
    learn = brief(replace(GOALS, fields=("food",))).partition("What I am trying to learn\n")[2]
    assert learn.count("Company 0") <= 2
    assert "Company 1" not in learn
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
