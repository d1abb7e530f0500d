"""A few to sort: who matters most of those nobody wrote to, twins of people in touch; each answer is one tap."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.actions.exports import ME, connections, mail, mbox, vcard
from tests.actions.scenario import called
from tests.method.cast import NOW

from askwell.actions import memory
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.goals import set_goals
from askwell.actions.plainly import plainly
from askwell.actions.sorting_few import few, sort_one, sort_pair
from askwell.actions.undo import undo
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.people import Permission, Tie

ROWS = (
    "Fern,Adler,fern,,Globex,Teacher",
    "Ann,Kern,ann,,Acme,Planning Director",
    "Bob,Roe,bob,,Initech,Buyer",
    "James,Okafor,james,,Initech,VP",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Four connections; Jim Okafor, who wrote, may be one of them, and Cal Hall is somebody she wrote with."""
    files = tmp_path / "files"
    letters = [mail(24, From="Jim Okafor <jim@example.net>"), mail(25, From="Cal Hall <cal@hall.example>")]
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        set_goals(opened, 'roles = ["Planner"]\ncompanies = ["Acme"]\nname = "Dana Whitfield"')
        bring_in(
            opened,
            [connections(files, *ROWS), vcard(files, "Jim Okafor|jim@example.net"), mbox(files, *letters)],
            me=[ME],
        )
        yield opened


def names(desk: Desk, *, limit: int = 7) -> list[str]:
    found = few(desk, limit=limit)
    return [f"{one.contact.name} = {one.other.name}" if one.other else one.contact.name for one in found]


def test_twins_of_people_in_touch_come_first_then_who_matters_most(desk: Desk) -> None:
    assert names(desk)[:2] == ["Jim Okafor = James Okafor", "Ann Kern"]
    assert set(names(desk)[2:]) == {"Fern Adler", "Bob Roe", "James Okafor"}
    assert few(desk)[1].why.startswith("Ann works at Acme, first on your list")


def test_no_more_than_a_few_are_shown(desk: Desk) -> None:
    assert names(desk, limit=2) == ["Jim Okafor = James Okafor", "Ann Kern"]
    assert names(desk, limit=1) == ["Jim Okafor = James Okafor"]


@pytest.mark.parametrize("how", ["close", "known", "barely", "new"])
def test_how_she_knows_somebody_is_kept_and_not_asked_again(desk: Desk, how: str) -> None:
    ann = called(desk, "Ann Kern")
    done = sort_one(desk, ann, how)
    assert memory.contacts(desk)[ann].tie is Tie(how)
    assert "Ann Kern" not in names(desk)
    undo(desk, done.batch)
    assert "Ann Kern" in names(desk)


@pytest.mark.parametrize(
    ("how", "permission"), [("leave-out", Permission.LEAVE_OUT), ("never", Permission.NEVER_CONTACT)]
)
def test_whoever_is_left_out_is_not_asked_about_again(desk: Desk, how: str, permission: Permission) -> None:
    ann = called(desk, "Ann Kern")
    done = sort_one(desk, ann, how)
    assert done.said.startswith("Ann Kern is ")
    assert memory.contacts(desk)[ann].permission is permission
    assert "Ann Kern" not in names(desk)
    undo(desk, done.batch)
    assert memory.contacts(desk)[ann].permission is Permission.OPEN


def test_two_are_one_or_two_and_are_not_asked_about_again(desk: Desk) -> None:
    jim, james = called(desk, "Jim Okafor"), called(desk, "James Okafor")
    same = sort_pair(desk, jim, james, "same")
    assert same.said == "James Okafor and Jim Okafor are one person now."
    assert "Okafor" not in " ".join(names(desk))
    undo(desk, same.batch)
    two = sort_pair(desk, jim, james, "not-same")
    assert two.said == "Jim Okafor and James Okafor are two people; you will not be asked about them again."
    assert "James Okafor" in names(desk)
    assert not any("=" in one for one in names(desk))


@pytest.mark.parametrize(("days", "asked"), [(0, False), (29, False), (30, True)])
def test_whoever_is_not_sure_is_asked_again_in_a_month(desk: Desk, days: int, asked: bool) -> None:
    before = replace(desk, now=NOW - timedelta(days=days))
    done = sort_pair(before, called(desk, "James Okafor"), called(desk, "Jim Okafor"), "not-sure")
    assert ("Jim Okafor = James Okafor" in names(desk)) is asked
    undo(desk, done.batch)
    assert "Jim Okafor = James Okafor" in names(desk)


def test_not_sure_is_no_step_of_today(desk: Desk) -> None:
    from askwell.actions.asides import listed

    sort_pair(desk, called(desk, "Jim Okafor"), called(desk, "James Okafor"), "not-sure")
    assert listed(desk) == ()


def test_what_cannot_be_is_refused(desk: Desk, tmp_path: Path) -> None:
    jim, james = called(desk, "Jim Okafor"), called(desk, "James Okafor")
    with pytest.raises(Refused, match="yes, no, or not sure"):
        sort_pair(desk, jim, james, "perhaps")
    with pytest.raises(Refused, match="no way to know"):
        sort_one(desk, jim, "adored")
    with open_desk(data=tmp_path / "data", now=NOW, seeker="Charlie") as other:
        assert few(other) == ()
        for how in ("close", "never"):
            with pytest.raises(NoSuchPerson):
                sort_one(other, jim, how)
        with pytest.raises(NoSuchPerson):
            sort_pair(other, jim, james, "same")


def test_the_scenario_has_a_few_to_sort(scenario: Desk) -> None:
    found = few(scenario)
    assert len(found) == 7
    assert all(one.why for one in found)
    assert len({one.contact.id for one in found if one.other is None}) >= 4


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Jim (p3) and Bo (p12) are two people; not asked again.", "Jim and Bo are two people; not asked again."),
        ("Jim and Bo are one person now, p1. Done: thank Jim.", "Jim and Bo are one person now. Done: thank Jim."),
        ("Added Ana (p7).", "Added Ana."),
        ("The p50 valve (p3x) stays.", "The p50 valve (p3x) stays."),
    ],
)
def test_ids_are_left_out_of_what_pages_say(said: str, plain: str) -> None:
    assert plainly(said) == plain


def test_somebody_she_is_not_sure_about_is_asked_about_again_in_a_month(desk: Desk) -> None:
    one = next(one for one in few(desk) if one.other is None).contact
    said = sort_one(desk, one.id, "later").said
    assert said == f"You will be asked again in a month how well you know {one.name}."
    assert one.id not in {found.contact.id for found in few(desk)}
    with open_desk(data=desk.data, now=NOW + timedelta(days=31)) as later:
        assert one.id in {found.contact.id for found in few(later)}
