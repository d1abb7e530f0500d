"""Undo as a verb: the last change, a named one, and back again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from askwell.actions.desk import Desk, open_desk
from askwell.actions.undo import undo
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals

NOW = datetime(2026, 3, 27, 18, 0, tzinfo=UTC)


def aim(desk: Desk, role: str) -> str:
    from askwell.store import write

    with write.batch("goals", f"Goals: {role}", now=desk.now) as batch:
        write.set_goals(batch, Goals(roles=(role,)))
    return batch.id


def test_the_last_change_is_taken_back_then_the_one_before(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        aim(desk, "Engineer")
        aim(desk, "Lead")
        assert undo(desk).said == "Undone: Goals: Lead."
        assert desk.goals.roles == ("Engineer",)
        assert undo(desk).said == "Undone: Goals: Engineer."
        assert desk.goals == Goals()
        with pytest.raises(Refused, match="nothing to undo"):
            undo(desk)


def test_an_undo_survives_a_restart_and_can_be_taken_back(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        aim(desk, "Engineer")
        done = undo(desk)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert undo(desk, done.batch).said == "Brought back: Goals: Engineer."
        assert desk.goals.roles == ("Engineer",)


def test_no_batch_has_the_id_of_a_person(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk, pytest.raises(Refused, match="no id of a batch"):
        undo(desk, "p1")
