"""Sort a few: one at a time, how well known or the same person; each answer can be taken back."""

from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from askwell.actions import memory, replies
from askwell.actions.desk import Desk
from askwell.actions.sorting_few import few
from askwell.domain.people import Permission, Tie


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.fixture(autouse=True)
def _sure(desk: Desk) -> None:
    replies.accept(desk, "all")


def sort_pairs_away(client: Visitor, desk: Desk) -> None:
    while (first := few(desk)[0]).other:
        client.submit("/sort", f"/sort/{first.contact.id}/{first.other.id}", how="not-same")


def test_likely_twins_stand_side_by_side_with_the_reason(client: Visitor, desk: Desk) -> None:
    first = few(desk)[0]
    assert first.other
    page = client.page("/sort")
    assert len(page.css(".side")) == 2
    assert {first.contact.name, first.other.name} == {node.text() for node in page.css(".side__who h2")}
    assert first.why in page.text()


def test_yes_makes_one_of_two_and_undo_makes_them_two_again(client: Visitor, desk: Desk) -> None:
    first = few(desk)[0]
    assert first.other
    client.submit("/sort", f"/sort/{first.contact.id}/{first.other.id}", how="same")
    assert first.other.id not in memory.contacts(desk)
    client.undo("/sort")
    assert first.other.id in memory.contacts(desk)


@pytest.mark.parametrize("how", ["not-same", "not-sure"])
def test_no_and_not_sure_go_on_to_the_next(client: Visitor, desk: Desk, how: str) -> None:
    first = few(desk)[0]
    assert first.other
    client.post(f"/sort/{first.contact.id}/{first.other.id}", {"how": how})
    assert few(desk)[0] != first
    assert {first.contact.id, first.other.id} <= set(memory.contacts(desk))


def test_how_well_she_knows_somebody_is_one_tap(client: Visitor, desk: Desk) -> None:
    sort_pairs_away(client, desk)
    one = few(desk)[0].contact
    client.post(f"/sort/{one.id}", {"how": "close"})
    assert memory.contacts(desk)[one.id].tie is Tie.CLOSE
    assert few(desk)[0].contact.id != one.id


def test_never_contact_is_one_tap(client: Visitor, desk: Desk) -> None:
    sort_pairs_away(client, desk)
    one = few(desk)[0].contact
    client.post(f"/sort/{one.id}", {"how": "never"})
    assert memory.contacts(desk)[one.id].permission is Permission.NEVER_CONTACT


def test_another_seeker_sorts_nobody_of_hers(desk: Desk, charlie: Visitor) -> None:
    first = few(desk)[0]
    assert first.other
    assert first.contact.name not in charlie.page("/sort").text()
    for path in (f"/sort/{first.contact.id}", f"/sort/{first.contact.id}/{first.other.id}"):
        assert charlie.post(path, {"how": "same" if path.count("/") > 2 else "close"}).status_code == 404
    assert few(desk)[0] == first
