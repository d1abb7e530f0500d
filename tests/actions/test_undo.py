"""Undo as a verb: the last change, a named one, and back again."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from askwell.actions.desk import Desk, open_desk
from askwell.actions.undo import undo
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact

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


def test_undoing_an_answer_says_which_promise_is_void_with_it(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        helped(desk)
        assert undo(desk).said == "Undone: Bo Lind helped. Not needed any more: thank Bo Lind."


def helped(desk: Desk) -> None:
    from askwell.store import write

    with write.batch("goals", "Goals", now=desk.now) as batch:
        write.set_goals(batch, Goals(roles=("Engineer",), since=date(2026, 1, 1)))
        (bo,) = write.add_people(batch, [write.PersonIn(Contact(id="", name="Bo Lind"))])
    cue = Cue(CueType.HELP, people=("Bo Lind",), contacts=(bo,), answer=Answer.YES, about="read my résumé")
    call = Interaction("", NOW - timedelta(hours=1), Channel.PHONE, Direction.IN, (bo,), text="Read my résumé")
    with write.batch("log", "Bo Lind helped", now=desk.now) as batch:
        write.add_exchanges(batch, [write.ExchangeIn(call, "", (cue,))])
