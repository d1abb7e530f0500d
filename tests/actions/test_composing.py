"""`ask PERSON` and `today` at the desk: the draft, what the tips say, what only she can add, and the go-ahead."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import GOALS, NOW, Story, referral

from askwell.actions.composing import compose
from askwell.actions.day import plan_day, said_of
from askwell.actions.desk import open_desk
from askwell.domain.cues import Answer, CueType
from askwell.domain.errors import Refused

AIMS = replace(
    GOALS,
    status_line="Meridian closed, so I am out of work and looking.",
    companies=("Cascade Grain",),
    fields=("food",),
)


def told() -> Story:
    story = Story().person("bob", "Bob Roe", company="Cascade Grain", title="Buyer", addresses=("bob@example.com",))
    story.came("ann", "03-26", referral("Cal Hall", "cal"))
    story.person("cal", "Cal Hall", addresses=("cal@example.com",))
    return story


def test_an_ask_comes_with_ways_one_need_a_clean_draft_and_her_own_numbers(tmp_path: Path) -> None:
    put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        made = compose(desk, "Bob Roe", channel="email")
    assert made.contact.name == "Bob Roe"
    assert made.ways[0].kind == "insider"
    assert made.need is not None
    assert made.need.question in made.draft.text
    assert made.findings == ()
    assert made.missing
    assert "plenty of room" in made.pace


def test_the_limit_is_told_beside_the_draft(tmp_path: Path) -> None:
    story = told()
    story.went("bob", "03-20", CueType.ASK)
    story.came("bob", "03-26", CueType.DECLINE)
    story.came("ann", "03-26", text="Good luck! Shall I put your CV in front of Lorna?", hour=17)
    put(tmp_path, story, goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        asked, asking, free = (compose(desk, name) for name in ("Bob Roe", "Ann", "Cal Hall"))
    assert not asked.allowed
    assert asked.pace.startswith("Bob said no, or not now, on March 26.")
    assert asking.allowed
    assert "“Shall I put your CV in front of Lorna?” Answer that in the same letter." in asking.pace
    assert free.allowed
    assert "one kind reminder on" in free.pace


def test_need_and_channel_can_be_chosen_and_wrong_ones_are_refused(tmp_path: Path) -> None:
    put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert compose(desk, "Bob Roe", need=1, channel="phone").draft.text.startswith("- ")
        with pytest.raises(Refused, match="no need 99"):
            compose(desk, "Bob Roe", need=99)
        with pytest.raises(Refused, match="no channel"):
            compose(desk, "Bob Roe", channel="fax")


def test_somebody_she_was_pointed_to_hears_first_who_pointed_there(tmp_path: Path) -> None:
    put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        draft = compose(desk, "Cal Hall").draft
    assert draft.kind == "referred"
    assert draft.text.index("Ann") < draft.text.index("out of work")


def test_the_desk_plans_the_day_and_tells_what_waits(tmp_path: Path) -> None:
    story = told()
    story.answer = Answer.WAITING
    story.came("bob", "03-25", CueType.HELP)
    put(tmp_path, story, goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [str(step.kind) for step in plan_day(desk).steps][:1] == ["thank"]
        assert said_of(desk).startswith("One thing was noticed")
