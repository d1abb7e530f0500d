"""Erasing everything: no row, no copy, no byte of it is left; other seekers keep theirs."""

from pathlib import Path
from threading import Thread

from tests.terminal.shell import NOW

from askwell import store
from askwell.actions import keep, memory
from askwell.actions.adding import add_person
from askwell.actions.desk import keep_open, open_desk, parse_moment
from askwell.store import copies

MOMENT = parse_moment(NOW)


def test_nothing_of_it_is_left_in_any_file(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=MOMENT) as desk:
        add_person(desk, "Zebulon Quartermaine", email="zeb@example.com", tie="close")
        add_person(desk, "Ottilie Vandermeer", tie="known")
        keep.erase(desk)
        assert not memory.contacts(desk)
    left = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"Quartermaine" not in left
    assert b"zeb@example.com" not in left


def test_one_begins_anew_after_it(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=MOMENT) as desk:
        first = add_person(desk, "Ana Example", tie="close").people
        keep.erase(desk)
        again = add_person(desk, "Ben Example", tie="close").people
        assert set(first).isdisjoint(again)
    with open_desk(data=tmp_path, now=MOMENT) as desk:
        assert [one.name for one in memory.contacts(desk).values()] == ["Ben Example"]


def test_another_seeker_keeps_everything(tmp_path: Path) -> None:
    for name in ("Alice", "Charlie"):
        with open_desk(data=tmp_path, now=MOMENT, seeker=name) as desk:
            add_person(desk, f"Friend of {name}", tie="close")
    with open_desk(data=tmp_path, now=MOMENT, seeker="Alice") as desk:
        keep.erase(desk)
    with open_desk(data=tmp_path, now=MOMENT, seeker="Charlie") as desk:
        assert [one.name for one in memory.contacts(desk).values()] == ["Friend of Charlie"]


def test_a_copy_that_is_being_made_meanwhile_is_waited_for_and_goes_too(tmp_path: Path) -> None:
    with keep_open(data=tmp_path, now=MOMENT) as house:
        for name in ("Zebulon Quartermaine", "Ottilie Vandermeer"):
            with house.desk() as desk:
                add_person(desk, name, tie="close")

        def erase() -> None:
            with house.desk() as desk:
                keep.erase(desk)

        house._behind.rest()
        (making,) = copies.found(store.Place(tmp_path))[-1:]
        eraser = Thread(target=erase)
        with copies.one_by_one:
            eraser.start()
            eraser.join(timeout=0.5)
            assert making.file.exists()
        eraser.join()
        assert not making.file.exists()
    left = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"Quartermaine" not in left
