"""An application is noted once; its news is owed to those whose line led there."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.actions.exports import written
from tests.actions.stored import put
from tests.method.cast import NOW, Story, referral

from askwell.actions import ledger
from askwell.actions.applications import applied
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import open_desk
from askwell.actions.goals import set_goals
from askwell.actions.undo import undo
from askwell.domain.cues import CueType
from askwell.domain.errors import Refused
from askwell.domain.search import Stage


def test_the_same_company_and_title_is_one_application_that_moves_on(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        from askwell.store import read

        applied(desk, "Ostara Foods", "S&OP Manager")
        done = applied(desk, "Ostara Foods, Inc.", "S&OP  manager", status="interview")
        assert done.batch is not None
        (one,) = read.search(desk.now).applications
        assert (one.company, one.stage, one.updated) == ("Ostara Foods", Stage.INTERVIEW, NOW.date())
        assert applied(desk, "Ostara Foods", "S&OP Manager", status="interview").batch is None
        undo(desk)
        (one,) = read.search(desk.now).applications
        assert (one.stage, one.updated) == (Stage.APPLIED, None)


def test_news_of_an_application_is_promised_to_its_chain(tmp_path: Path) -> None:
    story = Story().person("liz", "Liz Brandt").person("tom", "Thomas Eklund")
    story.came("liz", "03-02", referral("Thomas Eklund", "tom", kind=CueType.INTRODUCTION), cc=("tom",))
    story.applied("Corvane Medical", stage=Stage.APPLIED, via="via Tom Eklund")
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = applied(desk, "Corvane Medical", "Planner", status="interview")
        assert done.said.endswith("Next: report to Thomas Eklund, report to Liz Brandt.")
        assert sum(p.kind == "report" for p in ledger.list_promises(desk, owed=True)) == 2


def test_an_application_without_company_or_title_is_refused(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk, pytest.raises(Refused, match="a company and a title"):
        applied(desk, " ", "Planner")


def test_an_application_of_today_is_known_where_the_day_has_begun_before_that_of_utc(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW.replace(hour=20)) as desk:
        from askwell.store import read

        set_goals(desk, 'zone = "Pacific/Auckland"')
        applied(desk, "Ostara Foods", "S&OP Manager")
        assert applied(desk, "Ostara Foods", "S&OP Manager").batch is None
        assert len(read.search(desk.now).applications) == 1


def test_applications_read_again_at_an_earlier_clock_are_the_same(tmp_path: Path) -> None:
    file = written(tmp_path / "applications.csv", f"Company,Role,Applied\nAcme,Planner,{NOW.date()}\n")
    for _ in range(2):
        with open_desk(data=tmp_path / "data", now=NOW - timedelta(days=30)) as desk:
            receipt = bring_in(desk, [file])
    assert (receipt.files[0].new, receipt.files[0].same) == (0, 1)
