"""Who can best answer first: somebody who fits the goals, on a Sunday too, and nobody twice."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from askwell.actions.adding import Newcomer, add_people
from askwell.actions.asking import mark_sent
from askwell.actions.desk import Desk, open_desk
from askwell.actions.goals import change_goals
from askwell.actions.people import rest
from askwell.actions.whom import best_to_ask

SUNDAY = datetime(2026, 3, 29, 9, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=SUNDAY) as opened:
        change_goals(opened, roles=["Supply planner"], companies=["Tidewell"])
        yield opened


def test_nobody_is_best_where_nobody_is_here(desk: Desk) -> None:
    assert best_to_ask(desk) is None


def test_an_insider_is_asked_first_then_the_next_one_until_all_have_been(desk: Desk) -> None:
    ana, ben = add_people(
        desk, [Newcomer("Ana Lindqvist", tie="known"), Newcomer("Ben Okafor", company="Tidewell")]
    ).people
    for expected in (ben, ana):
        best = best_to_ask(desk)
        assert best is not None
        assert best.id == expected
        mark_sent(desk, expected)
    assert best_to_ask(desk) is None


def test_who_rests_is_left_in_peace(desk: Desk) -> None:
    add_people(desk, [Newcomer("Ana Lindqvist")])
    rest(desk, "Ana Lindqvist")
    assert best_to_ask(desk) is None


def test_without_goals_nobody_is_asked(desk: Desk) -> None:
    add_people(desk, [Newcomer("Ana Lindqvist")])
    change_goals(desk, roles=(), companies=())
    assert best_to_ask(desk) is None
