"""One person or two: side by side with the reason, one question after the other, never asked twice."""

from pathlib import Path

import pytest
from tests.actions.exports import vcard
from tests.web.visitor import Visitor

from askwell.actions import memory
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk
from askwell.actions.people import find_person, never_contact
from askwell.actions.twins import next_pair, waiting


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


def address(desk: Desk) -> str:
    pair = next_pair(desk)
    assert pair
    return f"/twins/{pair.one.id}/{pair.other.id}"


def test_both_stand_side_by_side_with_all_their_facts_in_one_order(client: Visitor, desk: Desk) -> None:
    pair = next_pair(desk)
    assert pair
    page = client.page("/twins")
    left, right = ([node.text(deep=False).strip() for node in side.css("dt")] for side in page.css(".side"))
    assert left == right
    assert {"Name", "Company", "Read in", "Letters between you"} <= set(left)
    assert pair.why in page.css_first(".sides__why").text()
    assert [node.text() for node in page.css("ask-answers button")] == ["Yes, the same", "No, two people", "Later"]
    assert len(page.css(".button--pen")) == 1


@pytest.mark.parametrize("how", ["same", "not-same", "not-sure"])
def test_each_answer_goes_on_to_the_next_pair_and_undo_comes_back(client: Visitor, desk: Desk, how: str) -> None:
    before, path = waiting(desk), address(desk)
    client.post(path, {"how": how})
    assert before[0] not in waiting(desk)
    assert len(waiting(desk)) < len(before)
    client.undo("/twins")
    assert waiting(desk) == before


def test_when_all_are_answered_it_says_so_and_leads_on(client: Visitor, desk: Desk) -> None:
    while waiting(desk):
        client.post(address(desk), {"how": "not-same"})
    page = client.page("/twins")
    assert page.css_first("h1").text() == "Nobody waits here"
    assert page.css_first(".button--pen").attributes["href"] == "/people"


def test_two_who_are_not_one_are_never_asked_about_again_by_a_new_import(
    client: Visitor, desk: Desk, tmp_path: Path
) -> None:
    cards = ("Juniper Hale|june@one.example", "Juniper Hale|jhale@two.example")
    bring_in(desk, [vcard(tmp_path, *cards)])
    one, other = (find_person(desk, card.partition("|")[2]).id for card in cards)
    asked = {frozenset(twins.people) for twins in waiting(desk)}
    assert frozenset((one, other)) in asked
    client.post(f"/twins/{one}/{other}", {"how": "not-same"})
    bring_in(desk, [vcard(tmp_path, *cards, name="again.vcf")])
    assert frozenset((one, other)) not in {frozenset(twins.people) for twins in waiting(desk)}
    assert {one, other} <= memory.contacts(desk).keys()


def test_any_two_can_be_looked_at_and_a_stranger_cannot(client: Visitor, desk: Desk) -> None:
    one, other, *_ = memory.contacts(desk)
    assert len(client.page(f"/twins/{one}/{other}").css(".side")) == 2
    assert client.get(f"/twins/{one}/p999999").status_code == 404


def test_the_other_of_two_is_sought_by_name_and_the_two_made_one(client: Visitor, desk: Desk) -> None:
    liz, tom = find_person(desk, "Elizabeth Brandt"), find_person(desk, "Thomas Eklund")
    assert f"/twins/{liz.id}" in [node.attributes["href"] for node in client.page(f"/people/{liz.id}").css(".margin a")]
    page = client.page(f"/twins/{liz.id}?q=eklund")
    assert [node.attributes["href"] for node in page.css(".person__name a")] == [f"/twins/{liz.id}/{tom.id}"]
    client.post(f"/twins/{liz.id}/{tom.id}", {"how": "same"})
    assert len({find_person(desk, one.id).id for one in (liz, tom)}) == 1


def test_nothing_is_asked_of_two_who_are_left_in_peace(desk: Desk) -> None:
    pair = next_pair(desk)
    assert pair
    for who in (pair.one.id, pair.other.id):
        never_contact(desk, who)
    assert frozenset((pair.one.id, pair.other.id)) not in {frozenset(twins.people) for twins in waiting(desk)}


def test_a_persons_page_leads_to_the_two(client: Visitor, desk: Desk) -> None:
    pair = next_pair(desk)
    assert pair
    links = [node.attributes["href"] for node in client.page(f"/people/{pair.one.id}").css("section a")]
    assert f"/twins/{pair.one.id}/{pair.other.id}" in links
