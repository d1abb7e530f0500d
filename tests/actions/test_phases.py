"""Landed prepares a note to every helper; pause rests the search; neither loses a promise."""

from pathlib import Path

from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions import ledger, memory
from askwell.actions.desk import open_desk
from askwell.actions.phases import landed, pause, pause_or_resume, resume
from askwell.actions.undo import undo
from askwell.domain.cues import CueType
from askwell.domain.search import Phase


def helped() -> Story:
    story = Story().person("bob", "Bob Roe").person("ann", "Ann Poe")
    story.came("bob", "03-03", CueType.HELP)
    story.came("ann", "03-04", CueType.HELP)
    return story


def test_landed_promises_a_note_to_every_helper_and_keeps_what_is_owed(tmp_path: Path) -> None:
    put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        before = {p.id for p in ledger.list_promises(desk, owed=True)}
        done = landed(desk)
        assert "2 people helped you there" in done.said
        assert [hint.verb for hint in done.hints] == ["today"]
        after = ledger.list_promises(desk, owed=True)
        assert before < {p.id for p in after}
        assert sum(p.kind == "close" for p in after) == 2
        assert landed(desk).said == "You landed on March 27; nothing was changed."
        undo(desk)
        assert {p.id for p in ledger.list_promises(desk, owed=True)} == before


def test_landed_loses_no_promise_and_tells_what_rests_and_undo_brings_it_back(tmp_path: Path) -> None:
    story = helped()
    story.went("dee", "03-20", CueType.ASK)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert landed(desk).said.endswith("1 reminder or note rests.")
        (nudge,) = [p for p in ledger.list_promises(desk, owed=True) if p.kind == "nudge"]
        assert nudge.rests
        undo(desk)
        (nudge,) = [p for p in ledger.list_promises(desk, owed=True) if p.kind == "nudge"]
        assert not nudge.rests


def test_pause_rests_and_goes_on(tmp_path: Path) -> None:
    put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        owed = ledger.list_promises(desk)
        assert pause(desk).said == "Your search rests. Nothing is lost."
        assert memory.facts(desk).phase is Phase.PAUSED
        assert ledger.list_promises(desk) == owed
        assert resume(desk).said == "Your search goes on. Welcome back."
        assert memory.facts(desk).phase is Phase.ACTIVE


def test_a_second_click_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert (resume(desk).said, resume(desk).batch) == ("Your search goes on already.", None)
        assert pause(desk).batch
        assert (pause(desk).said, pause(desk).batch) == ("Your search rests already.", None)
        assert memory.facts(desk).phase is Phase.PAUSED


def test_after_a_job_that_came_to_nothing_the_search_goes_on(tmp_path: Path) -> None:
    put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        before = ledger.list_promises(desk)
        landed(desk)
        resume(desk)
        assert (memory.facts(desk).phase, memory.facts(desk).landed) == (Phase.ACTIVE, None)
        assert ledger.list_promises(desk) == before


def test_the_command_line_turns_it_with_one_word(tmp_path: Path) -> None:
    put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [pause_or_resume(desk).said for _ in range(2)] == [
            "Your search rests. Nothing is lost.",
            "Your search goes on. Welcome back.",
        ]
