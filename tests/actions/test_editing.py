"""Her own word on a person stands: through imports, merges and undo; addresses come in her order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.actions.exports import ME, connections, vcard
from tests.actions.scenario import called
from tests.method.cast import NOW

from askwell.actions import keep, memory
from askwell.actions.adding import add_person
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.editing import edit_person, set_tie
from askwell.actions.people import merge, unmerge
from askwell.actions.undo import undo
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.people import Contact, Tie


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        bring_in(opened, files(tmp_path), me=[ME])
        yield opened


def files(folder: Path, *, title: str = "Planner") -> list[Path]:
    cards = ("Robert Aguilar|bob@acme.example||Acme", "Jim Okafor|jim@example.net")
    return [
        connections(folder / "files", f"Robert,Aguilar,bob,rob@old.example,Acme,{title}"),
        vcard(folder / "files", *cards),
    ]


def bob(desk: Desk) -> Contact:
    (found,) = [one for one in memory.contacts(desk).values() if one.url]
    return found


def test_what_she_writes_stands_through_any_import(desk: Desk, tmp_path: Path) -> None:
    who = bob(desk).id
    done = edit_person(
        desk, who, name="Bob Aguilar", company="Globex", title="Buyer", note="Likes trains.", met="at choir"
    )
    assert done.said == (
        "Changed of Robert Aguilar: the name, the company, the title, your note and how you know each other."
    )
    for title in ("Planner", "Chief Planner"):
        bring_in(desk, files(tmp_path, title=title))
        now = bob(desk)
        assert (now.name, now.company, now.title, now.note, now.met) == (
            "Bob Aguilar", "Globex", "Buyer", "Likes trains.", "at choir",
        )  # fmt: skip
        assert now.former == ("Acme",)


def test_what_she_says_twice_is_said_once_and_what_she_leaves_follows_the_cards(desk: Desk, tmp_path: Path) -> None:
    who = bob(desk).id
    edit_person(desk, who, name="Bobby Aguilar")
    edit_person(desk, who, name="Bob Aguilar", company="")
    bring_in(desk, files(tmp_path, title="Chief Planner"))
    now = bob(desk)
    assert (now.name, now.company, now.title) == ("Bob Aguilar", "", "Chief Planner")
    assert edit_person(desk, who, name=" Bob  Aguilar ").batch is None


def test_addresses_are_hers_in_her_order_and_one_taken_away_stays_away(desk: Desk, tmp_path: Path) -> None:
    who = bob(desk).id
    assert set(bob(desk).addresses) == {"rob@old.example", "bob@acme.example"}
    edit_person(desk, who, addresses=["Bob@new.example", "bob@acme.example"])
    assert bob(desk).addresses == ("bob@new.example", "bob@acme.example")
    bring_in(desk, files(tmp_path, title="Chief Planner"))
    assert bob(desk).addresses == ("bob@new.example", "bob@acme.example")
    edit_person(desk, who, addresses=["rob@old.example"])
    assert bob(desk).addresses == ("rob@old.example",)
    edit_person(desk, who, title="Buyer")
    assert bob(desk).addresses == ("rob@old.example",)
    assert edit_person(desk, who, addresses=["rob@old.example", " "]).batch is None


def test_an_edit_is_undone_without_a_trace(desk: Desk, tmp_path: Path) -> None:
    def told() -> bytes:
        keep.export(desk, tmp_path / "out")
        return (tmp_path / "out" / keep.JSON).read_bytes()

    before, shown = told(), bob(desk)
    first = edit_person(desk, shown.id, name="Bob A.", addresses=["b@new.example"], note="x")
    second = edit_person(desk, shown.id, name="Bob B.", addresses=[])
    set_tie(desk, shown.id, "close")
    undo(desk)
    undo(desk, second.batch)
    assert (bob(desk).name, bob(desk).addresses) == ("Bob A.", ("b@new.example",))
    undo(desk, first.batch)
    assert (told(), bob(desk)) == (before, shown)


def test_her_word_outlives_a_merge_and_is_not_what_is_parted(desk: Desk) -> None:
    who, jim = bob(desk).id, called(desk, "Jim Okafor")
    edit_person(desk, who, name="Bob Aguilar")
    merge(desk, who, jim)
    assert bob(desk).name == "Bob Aguilar"
    unmerge(desk, who)
    assert bob(desk).name == "Bob Aguilar"
    unmerge(desk, who)
    assert bob(desk).name == "Bob Aguilar"
    assert sorted(one.name for one in memory.contacts(desk).values()) == ["Bob Aguilar", "Jim Okafor", "Robert Aguilar"]


def test_a_tie_is_hers_until_she_leaves_it_to_their_letters(desk: Desk) -> None:
    who = bob(desk).id
    assert set_tie(desk, who, "close").said == "You are close to Robert Aguilar."
    assert bob(desk).tie is Tie.CLOSE
    again = set_tie(desk, who, "close")
    assert (again.batch, again.said) == (None, "You are close to Robert Aguilar; nothing was changed.")
    assert set_tie(desk, who, None).said == "Your letters tell how well you know Robert Aguilar."
    assert bob(desk).tie is Tie.BARELY


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    who = bob(desk).id
    add_person(desk, "Ann Lee", email="ann@lee.example")
    for wrong, words in (
        ({"name": "  "}, "can’t be empty"),
        ({"addresses": ["nowhere"]}, "no e-mail address"),
        ({"addresses": [ME]}, "your own address"),
        ({"addresses": ["ann@lee.example"]}, "address of Ann Lee"),
    ):
        with pytest.raises(Refused, match=words):
            edit_person(desk, who, **wrong)
    with pytest.raises(Refused, match="no way to know"):
        set_tie(desk, who, "best friends")
    for one in ("p999", ""):
        with pytest.raises(NoSuchPerson):
            edit_person(desk, one, name="X")
        with pytest.raises(NoSuchPerson):
            set_tie(desk, one, "close")


def test_another_seekers_person_is_nobody(desk: Desk, tmp_path: Path) -> None:
    who = bob(desk).id
    with open_desk(data=tmp_path / "data", now=NOW, seeker="Charlie") as other:
        with pytest.raises(NoSuchPerson):
            edit_person(other, who, name="X")
        with pytest.raises(NoSuchPerson):
            set_tie(other, who, "close")
