"""Her goals: changed one by one, with all the rest kept, and taken back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from askwell.actions.desk import Desk, open_desk
from askwell.actions.goals import change_goals, set_goals
from askwell.actions.undo import undo
from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.store import write

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
FULL = Goals(
    name="Nora Vance",
    statement="I want to plan supply for a wind company.",
    status=Status.EMPLOYED,
    since=date(2026, 1, 5),
    zone="Europe/Berlin",
    country="DE",
    roles=("Supply planner",),
    companies=("Tidewell, Inc.", "Harrow Wind"),
    strengths=("calm in a crisis",),
    limits={"commute": "45 minutes"},
    needs=(Need(NeedKind.ADVICE, "Which certificate matters?", "Supply planner"),),
    positions=(Position("Meridian", "Planner"),),
    headline="Planner",
    schools=("Halden",),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        with write.batch("goals", "Goals", now=NOW) as batch:
            write.set_goals(batch, FULL)
        yield opened


def test_one_goal_is_changed_the_rest_is_kept_and_undo_brings_it_back(desk: Desk) -> None:
    done = change_goals(desk, roles=["Supply planner ", "  ", "Head of  supply", "Supply planner"], name=" Nora ")
    assert (desk.goals.roles, desk.goals.name) == (("Supply planner", "Head of supply"), "Nora")
    kept = {key: getattr(desk.goals, key) for key in Goals.__slots__ if key not in {"roles", "name"}}
    assert kept == {key: getattr(FULL, key) for key in kept}
    assert done.said == "Your goals are set."
    undo(desk, done.batch)
    assert desk.goals == FULL


def test_what_is_so_already_leaves_nothing_to_undo(desk: Desk) -> None:
    done = change_goals(desk, roles=FULL.roles, since=FULL.since, needs=FULL.needs, status=Status.EMPLOYED)
    assert (done.batch, desk.goals) == (None, FULL)


def test_a_goal_of_another_name_is_a_fault_of_the_program(desk: Desk) -> None:
    with pytest.raises(TypeError):
        change_goals(desk, rolls=["Planner"])


def test_a_file_of_goals_still_takes_the_place_of_all_but_her_past(desk: Desk) -> None:
    set_goals(desk, 'roles = ["Nurse"]')
    assert (desk.goals.roles, desk.goals.companies, desk.goals.positions) == (("Nurse",), (), FULL.positions)
