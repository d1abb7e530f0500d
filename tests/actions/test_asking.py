"""`sent` notes an ask with her guess; one that is open already gets its reminder; the same in mail is one."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions.asking import mark_sent
from askwell.actions.desk import open_desk
from askwell.actions.undo import undo
from askwell.domain.cues import CueType
from askwell.domain.errors import Refused
from askwell.domain.plans import AskState
from askwell.method import pacing


def test_an_ask_is_noted_with_the_guess_and_the_need(tmp_path: Path) -> None:
    ids = put(tmp_path, Story().person("bob", "Bob Roe"))
    with open_desk(data=tmp_path, now=NOW) as desk:
        from askwell.store import read

        done = mark_sent(desk, "Bob Roe", guess=True, need=1)
        assert done.said == "Noted: your question to Bob Roe is sent."
        (ask,) = pacing.asks(read.search(desk.now), desk.now)
        assert (ask.to, ask.guess, ask.state, ask.confirmed) == (ids["bob"], True, AskState.SENT, True)
        assert ask.need.endswith("?")
        undo(desk)
        assert pacing.asks(read.search(desk.now), desk.now) == ()


def test_noted_twice_within_three_days_is_one_ask_and_later_it_is_a_reminder(tmp_path: Path) -> None:
    put(tmp_path, Story().person("bob", "Bob Roe"))
    for days, asked, nudged in ((0, 1, 0), (1, 1, 0), (5, 1, 1)):
        with open_desk(data=tmp_path, now=NOW + timedelta(days=days)) as desk:
            from askwell.store import read

            mark_sent(desk, "Bob Roe")
            found = pacing.asks(read.search(desk.now), desk.now)
            assert (len(found), len(found[0].nudged)) == (asked, nudged)


def test_a_reminder_of_an_ask_in_mail_joins_its_thread(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe")
    story.went("bob", "03-18", CueType.ASK)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        from askwell.store import read

        assert mark_sent(desk, "Bob Roe").said == "Noted: your reminder to Bob Roe is sent. Done: remind Bob Roe."
        (ask,) = pacing.asks(read.search(desk.now), desk.now)
        assert ask.nudged == (NOW,)


def test_another_need_is_another_ask(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe")
    story.went("bob", "03-18", CueType.ASK)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        from askwell.store import read

        mark_sent(desk, "Bob Roe", need=2)
        assert len(pacing.asks(read.search(desk.now), desk.now)) == 2


def test_a_need_that_is_not_there_is_refused(tmp_path: Path) -> None:
    put(tmp_path, Story().person("bob", "Bob Roe"))
    with open_desk(data=tmp_path, now=NOW) as desk, pytest.raises(Refused, match="There is no need 99"):
        mark_sent(desk, "Bob Roe", need=99)
