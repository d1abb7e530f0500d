"""How her letters introduce her: what stands there is what a first letter says, word for word where it is hers."""

from datetime import date

from askwell.domain.goals import Goals, Status
from askwell.guide.introduction import introduction

TODAY = date(2026, 3, 27)
NORA = Goals(
    name="Nora",
    roles=("supply planner",),
    fields=("wind energy",),
    places=("Portland",),
    companies=("Tidewell", "Harrow Wind"),
    kinds_of_people=("people who plan spare parts",),
)


def test_status_goal_and_whom_she_would_love_to_meet_are_told() -> None:
    (aim,) = introduction(NORA, today=TODAY)
    assert aim.startswith("I am out of work and looking for a job as a supply planner in wind energy around Portland")
    for said in ("people who plan spare parts", "Tidewell", "Harrow Wind"):
        assert said in aim


def test_her_own_words_are_told_as_they_are() -> None:
    line, statement = "Meridian closed, so I am out of work and looking.", "I want to keep turbines turning."
    told = " ".join(introduction(Goals(status_line=line, statement=statement), today=TODAY))
    assert told.startswith(line)
    assert "I want to keep turbines turning" in told


def test_who_is_employed_is_not_exposed() -> None:
    told = " ".join(introduction(Goals(status=Status.EMPLOYED, roles=("planner",)), today=TODAY))
    assert told.startswith("I am thinking about my next step, and ask you to keep it between us")
    assert "out of work" not in told


def test_without_goals_there_is_still_a_sentence_to_begin_with() -> None:
    assert introduction(Goals(), today=TODAY)[0] == "I am out of work and looking."
