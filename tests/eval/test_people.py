"""What is joined by itself is right, in whatever order the files come; the figures stand in docs/accuracy.md."""

from pathlib import Path

import pytest
from tests.eval import people
from tests.eval.scenes import FIRST, SCENES, SECOND, Scene

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import open_desk
from askwell.actions.people import list_people
from askwell.identity.handles import slug

FILES = ("linkedin_export.zip", "contacts.vcf", "google_contacts.csv", "mail.mbox", "calendar.ics")
JOINED = ("pairs joined by itself, address books alone", "pairs joined by itself, all files")


def test_what_is_joined_by_itself_is_right_and_no_likely_pair_is_far_off() -> None:
    found = people.figures(FIRST)
    for name in JOINED:
        assert found[name].precision >= 0.99
        assert found[name].recall >= 0.7
    assert found[JOINED[1]].recall >= 0.85
    assert found["pairs joined after a yes or no to each"].recall >= 0.95
    assert found["likely pairs that wait for a yes"].precision >= 0.8
    assert abs(found["people"].claimed - found["people"].true) <= 15


def test_in_the_search_that_was_held_out_what_is_joined_by_itself_is_right() -> None:
    found = people.figures(SECOND)
    for name, recall in zip(JOINED, (0.45, 0.7), strict=True):
        assert found[name].precision >= 0.95
        assert found[name].recall >= recall
    assert found["pairs joined after a yes or no to each"].recall >= 0.85
    assert found["likely pairs that wait for a yes"].precision >= 0.8
    assert abs(found["people"].claimed - found["people"].true) <= 20


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.folder.name)
def test_every_record_that_the_truth_joins_is_among_those_read(scene: Scene) -> None:
    cards = [card for one in people.brought_in(scene, people.BOOKS).people for card in one.cards]
    read = {(card.origin.file, card.origin.index) for card in cards} | {slug(card.url) for card in cards if card.url}
    records = [record for group in scene.truth["same_person"] for record in group["records"]]
    told = [slug(r["url"]) if "url" in r else (r["file"], r.get("card", r.get("row"))) for r in records]
    assert [one for one in told if one not in read] == []


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (3, 4, 1, 2, 0), (1, 3, 0, 4, 2)])
def test_the_people_are_the_same_in_whatever_order_the_files_come(tmp_path: Path, order: tuple[int, ...]) -> None:
    with open_desk(data=tmp_path, now=FIRST.now) as desk:
        for at in order:
            bring_in(desk, [FIRST.folder / FILES[at]], me=tuple(FIRST.me))
        groups = [{(card.origin.file, card.origin.index) for card in one.cards} for one in list_people(desk).people]
    assert len(groups) == 170
    assert {("Connections.csv", 66), ("contacts.vcf", 5), ("google_contacts.csv", 3)} in groups
