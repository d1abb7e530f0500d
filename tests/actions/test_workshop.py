"""The workshop: companies are put in order, answers have their effect, friends get two lines; each is undone."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from askwell.actions import one_voice, workshop
from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk, open_desk
from askwell.actions.drafting import keep
from askwell.actions.goals import change_goals
from askwell.actions.undo import undo
from askwell.domain.errors import Refused
from askwell.domain.goals import Position, Status
from askwell.domain.letters import Letter
from askwell.domain.people import Tie
from askwell.method import openness

FOUR = ("Tidewell", "Harrow Wind", "Corvane", "Ostara Foods")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=datetime(2026, 3, 27, 18, tzinfo=UTC)) as opened:
        change_goals(opened, roles=["Supply planner"], places=["Portland"], companies=FOUR, name="Nora Vance")
        yield opened


@pytest.mark.parametrize(
    ("company", "how", "order"),
    [
        ("Corvane", "first", ("Corvane", "Tidewell", "Harrow Wind", "Ostara Foods")),
        ("Corvane", "up", ("Tidewell", "Corvane", "Harrow Wind", "Ostara Foods")),
        ("Corvane", "down", ("Tidewell", "Harrow Wind", "Ostara Foods", "Corvane")),
        ("Corvane", "out", ("Tidewell", "Harrow Wind", "Ostara Foods")),
        ("Tidewell", "up", FOUR),
        ("Ostara Foods", "down", FOUR),
    ],
)
def test_a_company_moves_by_one_step_and_back_by_undo(
    desk: Desk, company: str, how: str, order: tuple[str, ...]
) -> None:
    done = workshop.move(desk, company, how)
    assert desk.goals.companies == order
    if order != FOUR:
        assert done.batch
        undo(desk)
    assert desk.goals.companies == FOUR


def test_what_is_not_in_the_list_is_not_moved(desk: Desk) -> None:
    with pytest.raises(Refused):
        workshop.move(desk, "Nobody", "up")
    with pytest.raises(Refused):
        workshop.move(desk, "Corvane", "sideways")


def test_more_companies_come_behind_each_once(desk: Desk) -> None:
    assert "One company" in workshop.add(desk, ["Kestrel", "tidewell inc.", "Kestrel"]).said
    assert desk.goals.companies == (*FOUR, "Kestrel")
    assert workshop.add(desk, ["Kestrel"]).batch is None


def test_answers_and_what_follows_from_them_are_one_change(desk: Desk) -> None:
    before = desk.goals
    job = Position("Meridian", "Planner", date(2016, 1, 1), date(2026, 2, 1), own=True)
    answers = {"manager": "Ines Okafor at Kestrel", "hundred": "Corvane", "problems": "Parts come late"}
    workshop.answer(desk, answers, job=job, strengths=("calm",))
    goals = desk.goals
    assert goals.companies == ("Corvane", "Tidewell", "Harrow Wind", "Ostara Foods", "Kestrel")
    assert goals.kinds_of_people == ("Ines Okafor at Kestrel",)
    assert (goals.problems, goals.positions, goals.strengths) == (("Parts come late",), (job,), ("calm",))
    assert "Meridian" in openness.status_line(goals)
    undo(desk)
    assert desk.goals == before


def test_her_last_job_takes_the_place_of_what_she_said_of_it_before(desk: Desk) -> None:
    first = Position("Meridian", "Planner", None, date(2026, 2, 1), own=True)
    workshop.answer(desk, {}, job=first)
    workshop.answer(desk, {}, job=dataclasses.replace(first, company="Meridian Foods", title="Lead planner"))
    assert [one.company for one in desk.goals.positions] == ["Meridian Foods"]
    assert workshop.last_job(desk.goals) == desk.goals.positions[0]
    workshop.answer(desk, {}, job=Position("", "", own=True))
    assert desk.goals.positions == ()


def test_three_who_are_close_get_two_lines_each_with_the_question_that_is_among_her_needs(desk: Desk) -> None:
    people = [
        Newcomer("Zoe Kim", tie=Tie.BARELY),
        *(Newcomer(f"{one} Bell", tie=Tie.CLOSE) for one in ("Ana", "Ben", "Cy")),
    ]
    add_people(desk, people)
    found = workshop.friends(desk)
    assert [one.contact.name for one in found] == ["Ana Bell", "Ben Bell", "Cy Bell"]
    for one in found:
        assert one.lines.startswith(one.contact.name.split()[0])
        assert one.lines.endswith("Thank you, Nora")
        assert one.lines.count("?") == 1
        assert one.need is not None


class TestInOneVoice:
    def test_a_coy_headline_is_told_and_left_as_it_is_with_undo(self, desk: Desk) -> None:
        change_goals(desk, headline="Exploring opportunities")
        (one,) = one_voice.remarks(desk)
        assert "headline" in one_voice.leave(desk, one.key).said
        assert one_voice.remarks(desk) == ()
        undo(desk)
        assert one_voice.remarks(desk) == (one,)
        with pytest.raises(Refused):
            one_voice.leave(desk, "headline-0")

    def test_a_letter_begun_that_tells_too_much_or_too_little_is_told(self, desk: Desk) -> None:
        (ana,) = add_people(desk, [Newcomer("Ana Bell")]).people
        keep(desk, Letter(ana, "ask", "Dear Ana, how are you?"))
        keep(desk, Letter(ana, "thank", "Dear Ana, thank you."))
        assert [one.place for one in one_voice.remarks(desk)] == ["letter Ana Bell"]
        change_goals(desk, status=Status.EMPLOYED)
        assert one_voice.remarks(desk) == ()
