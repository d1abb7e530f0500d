"""Favors to return: who gave more than they got, the last one first, each with an idea."""

from pathlib import Path

from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions.desk import open_desk
from askwell.actions.giving import to_return
from askwell.domain.cues import CueType


def told() -> Story:
    story = Story().person("bob", "Bob Roe").person("ann", "Ann Poe")
    for who, day in (("bob", "03-02"), ("ann", "03-05")):
        story.went(who, day, CueType.ASK)
        story.came(who, f"03-{int(day[3:]) + 1:02}", CueType.HELP)
    return story


def test_whoever_helped_last_stands_first_with_an_idea(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        found = to_return(desk)
    assert [one.contact.name for one in found] == ["Ann Poe", "Bob Roe"]
    assert all(one.ideas and one.ideas[0] for one in found)


def test_nobody_stands_there_who_was_given_as_much(tmp_path: Path) -> None:
    story = told()
    story.went("bob", "03-11", CueType.GIVEN)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [one.contact.name for one in to_return(desk)] == ["Ann Poe"]


def test_an_empty_notebook_owes_nothing(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert to_return(desk) == ()
