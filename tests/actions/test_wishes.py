"""How she wishes to work: each change in a kind sentence, by itself, and undone by itself."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions.day import plan_day
from askwell.actions.desk import Desk, open_desk
from askwell.actions.undo import undo
from askwell.actions.wishes import Theme, Wishes, read_wishes, rest_today, set_wishes
from askwell.domain.cues import CueType
from askwell.domain.errors import Refused


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Three people who helped yesterday."""
    story = Story()
    for name in ("ann", "bob", "cal"):
        story.came(name, "03-26", CueType.HELP)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as opened:
        yield opened


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"size": 5}, "Five things a day from now on."),
        ({"size": 1}, "One thing a day from now on."),
        ({"pace": 1}, "One new person to ask a day from now on."),
        ({"pace": 0}, "No new people to ask a day from now on."),
        ({"rest_day": date(2026, 3, 27)}, "Today is a day of rest. Everything waits, and nothing is lost."),
        ({"rest_day": date(2026, 4, 5)}, "April 5 is a day of rest. Everything waits, and nothing is lost."),
        ({"accepts": True}, "What is sure is taken as it is from now on; each can be undone."),
        ({"shortcuts": False}, "Single-key shortcuts are off."),
        ({"theme": "dark"}, "The pages are dark from now on."),
        ({"forecast": False}, "The forecast is hidden."),
        ({"size": 3, "theme": "light"}, "Three things a day from now on. The pages are light from now on."),
    ],
)
def test_each_wish_is_answered_in_a_sentence_and_taken_back_as_kindly(changes: Any, said: str, desk: Desk) -> None:
    done = set_wishes(desk, **changes)
    assert done.said == said
    assert read_wishes(desk) != Wishes()
    undo(desk, done.batch)
    assert read_wishes(desk) == Wishes()


@pytest.mark.parametrize(
    ("changes", "back", "said"),
    [
        ({"size": 5}, {"size": None}, "As much a day as fits into half an hour, from now on."),
        ({"pace": 3}, {"pace": None}, "As many new people a day as serve best, from now on."),
        ({"rest_day": NOW.date()}, {"rest_day": None}, "No day of rest: your list is here again."),
        ({"accepts": True}, {"accepts": False}, "From now on you say yes or no to each thing that is noticed."),
        ({"shortcuts": False}, {"shortcuts": True}, "Single-key shortcuts are on."),
        ({"theme": "dark"}, {"theme": "system"}, "The pages are light or dark as your computer is."),
        ({"forecast": False}, {"forecast": True}, "The forecast is shown."),
    ],
)
def test_a_wish_is_given_up_in_a_sentence_too(changes: Any, back: Any, said: str, desk: Desk) -> None:
    set_wishes(desk, **changes)
    assert set_wishes(desk, **back).said == said
    assert read_wishes(desk) == Wishes()


def test_a_wish_said_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    set_wishes(desk, accepts=True)
    with open_desk(data=desk.data, now=NOW.replace(hour=19)) as later:
        done = set_wishes(later, accepts=True)
        assert (done.said, done.batch) == ("It is so already; nothing was changed.", None)
        assert read_wishes(later).accepts_since == NOW


@pytest.mark.parametrize("changes", [{"size": 4}, {"size": 0}, {"pace": 21}, {"pace": -1}, {"theme": "pink"}])
def test_what_there_is_not_is_refused_and_nothing_changes(changes: Any, desk: Desk) -> None:
    with pytest.raises(Refused, match="it is"):
        set_wishes(desk, **changes)
    assert read_wishes(desk) == Wishes()


def test_the_day_follows_her_wishes_at_once(desk: Desk) -> None:
    set_wishes(desk, size=1, theme=Theme.DARK)
    assert len(plan_day(desk).steps) == 1
    rest_today(desk)
    day = plan_day(desk)
    assert (day.steps, day.rests) == ((), True)
    undo(desk)
    assert len(plan_day(desk).steps) == 1
