"""The forecast of her own store: hidden where she wishes, silent where it can't know, worked out once."""

from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions import phases, undo
from askwell.actions.desk import keep_open, open_desk
from askwell.actions.forecast import forecast, is_hidden
from askwell.actions.wishes import set_wishes
from askwell.domain.cues import CueType
from askwell.guide.forecast import foretelling


def asking(count: int = 8) -> Story:
    story = Story()
    for at in range(count):
        story.person(f"c{at}", f"Cora Number{at}").went(f"c{at}", f"03-{at + 2:02}", CueType.ASK)
    return story


def test_with_too_little_of_her_own_nothing_is_told(tmp_path: Path) -> None:
    put(tmp_path, asking(3))
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert forecast(desk) is None


def test_one_wish_hides_it_and_undo_brings_it_back(tmp_path: Path) -> None:
    put(tmp_path, asking())
    with open_desk(data=tmp_path, now=NOW) as desk:
        before = forecast(desk)
        done = set_wishes(desk, forecast=False)
        assert is_hidden(desk)
        assert forecast(desk) is None
        undo.undo(desk, done.batch)
        assert forecast(desk) == before is not None


@pytest.mark.parametrize("rests", [phases.pause, phases.landed])
def test_a_search_that_rests_or_is_over_has_none(tmp_path: Path, rests: object) -> None:
    put(tmp_path, asking())
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert callable(rests)
        rests(desk)
        assert forecast(desk) is None


def test_what_does_not_touch_her_counts_costs_no_new_simulation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    whole = foretelling.foretell

    def counting(own: object) -> object:
        made.append(own)
        return whole(own, searches=50)  # type: ignore[arg-type]

    monkeypatch.setattr(foretelling, "foretell", counting)
    put(tmp_path, asking())
    with keep_open(data=tmp_path, now=NOW) as house, house.desk() as desk:
        first = forecast(desk)
        set_wishes(desk, pace=2)
        assert forecast(desk) is first
    assert len(made) == 1
