"""How hard she asks, of her own store: with her own pace, beside a month ago, remembered until something changes."""

from pathlib import Path

from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions import memory
from askwell.actions.adding import add_person
from askwell.actions.desk import keep_open, open_desk
from askwell.actions.hardness import hardness
from askwell.actions.sending import sent
from askwell.actions.wishes import set_wishes
from askwell.domain.cues import CueType
from askwell.guide.hardness import Name


def asking(*days: str) -> Story:
    story = Story()
    for at, day in enumerate(days):
        story.person(f"c{at}", f"Cora Number{at}").went(f"c{at}", day, CueType.ASK, text="Which course helped you?")
    return story


def test_an_empty_notebook_has_no_figure(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert hardness(desk) is None


def test_her_own_pace_is_what_her_asks_are_held_against(tmp_path: Path) -> None:
    put(tmp_path, asking(*["03-20"] * 5))
    with open_desk(data=tmp_path, now=NOW) as desk:
        whole = hardness(desk)
        set_wishes(desk, pace=1)
        small = hardness(desk)
        assert whole
        assert small
        assert small.parts[0].name is Name.INITIATIVE
        assert (small.parts[0].score or 0) > (whole.parts[0].score or 0)


def test_a_month_ago_stands_beside_it_once_there_was_enough_to_measure(tmp_path: Path) -> None:
    put(tmp_path, asking(*["02-10"] * 5, *["03-20"] * 9))
    with open_desk(data=tmp_path, now=NOW) as desk:
        found = hardness(desk)
        assert found
        assert found.was is not None
        assert found.score > found.was


def test_of_a_search_that_is_younger_than_a_month_nothing_is_told_of_a_month_ago(tmp_path: Path) -> None:
    put(tmp_path, asking(*["03-20"] * 9))
    with open_desk(data=tmp_path, now=NOW) as desk:
        found = hardness(desk)
        assert found
        assert found.was is None


def test_it_is_worked_out_once_and_anew_after_a_change(tmp_path: Path) -> None:
    with keep_open(data=tmp_path, now=NOW) as house, house.desk() as desk:
        for name in ("Abel Aksoy", "Bea Brandt", "Cid Calder", "Dov Duval", "Eva Eklund"):
            person = add_person(desk, name).people[0]
            sent(desk, person, "ask", text="Which course helped you most?", channel="email")
        first = hardness(desk)
        assert first is not None
        assert hardness(desk) is first
        sent(desk, add_person(desk, "Ann Newly").people[0], "ask", text="Which book helped you?", channel="email")
        assert hardness(desk) is not first
        assert len(memory.books(desk).asks) == 6
