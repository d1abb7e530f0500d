"""The ladder of courage: three rungs with a person for each, until she asks by herself."""

from pathlib import Path

from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions.courage import ENOUGH_ASKS, ladder
from askwell.actions.desk import open_desk
from askwell.domain.cues import CueType
from askwell.domain.people import Tie


def told() -> Story:
    return Story().person("bob", "Bob Roe").person("ann", "Ann Poe")


def put_close(folder: Path, story: Story) -> None:
    """The story, with Bob close by her own word."""
    from askwell.store import write

    people = put(folder, story)
    with open_desk(data=folder, now=NOW), write.batch("add", "Bob is close", now=NOW) as batch:
        write.change_contacts(batch, {people["bob"]: {"tie_said": Tie.CLOSE}})


def test_an_empty_notebook_has_three_rungs_and_nobody_on_them(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [(rung.who, rung.done) for rung in ladder(desk)] == [(None, False)] * 3


def test_somebody_close_stands_on_the_rung_for_a_close_one(tmp_path: Path) -> None:
    put_close(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        close = next(rung for rung in ladder(desk) if rung.name == "close")
        assert close.who is not None
        assert close.who.name == "Bob Roe"
        assert not close.done


def test_a_rung_is_done_once_it_was_dared(tmp_path: Path) -> None:
    story = told()
    story.went("bob", "03-02", CueType.ASK)
    story.went("ann", "03-03", CueType.THANKS)
    put_close(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert {rung.name: rung.done for rung in ladder(desk)} == {
            "thank": True,
            "close": True,
            "half-forgotten": False,
        }


def test_whoever_waits_for_a_thank_you_is_the_one_to_thank(tmp_path: Path) -> None:
    story = told()
    story.went("ann", "03-02", CueType.ASK)
    story.came("ann", "03-26", CueType.HELP)
    put_close(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        thank = ladder(desk)[0]
        assert thank.who is not None
        assert thank.who.name == "Ann Poe"


def test_the_ladder_goes_away_once_she_asks_by_herself(tmp_path: Path) -> None:
    story = told()
    for number in range(ENOUGH_ASKS):
        story.person(f"c{number}", f"Cora Number{number}").went(f"c{number}", f"03-{number + 2:02}", CueType.ASK)
    put_close(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert ladder(desk) == ()
