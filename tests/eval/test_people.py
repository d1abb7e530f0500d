"""What is joined by itself is right, in whatever order the files come; the figures stand in docs/accuracy.md."""

from pathlib import Path

import pytest
from tests.eval import people

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import open_desk
from askwell.actions.people import list_people

FILES = ("linkedin_export.zip", "contacts.vcf", "google_contacts.csv", "mail.mbox", "calendar.ics")


def test_what_is_joined_by_itself_is_right_and_no_likely_pair_is_far_off() -> None:
    found = people.figures()
    for name in ("pairs joined by itself, address books alone", "pairs joined by itself, all files"):
        assert found[name].precision >= 0.99
        assert found[name].recall >= 0.65
    assert found["likely pairs that wait for a yes"].precision >= 0.8
    assert abs(found["people"].claimed - found["people"].true) <= 15


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (3, 4, 1, 2, 0), (1, 3, 0, 4, 2)])
def test_the_people_are_the_same_in_whatever_order_the_files_come(tmp_path: Path, order: tuple[int, ...]) -> None:
    with open_desk(data=tmp_path, now=people.NOW) as desk:
        for at in order:
            bring_in(desk, [people.SCENARIO / FILES[at]], me=("dana.whitfield@example.com",))
        groups = [{(card.origin.file, card.origin.index) for card in one.cards} for one in list_people(desk).people]
    assert len(groups) == 172
    assert {("Connections.csv", 66), ("contacts.vcf", 5), ("google_contacts.csv", 3)} in groups
