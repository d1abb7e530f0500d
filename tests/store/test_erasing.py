"""Erasing everything: no row, no copy, no byte of it is left; other seekers keep theirs."""

import json
from pathlib import Path
from threading import Thread

import psycopg
from tests.store import servers
from tests.store.test_scope import fill
from tests.terminal.shell import NOW

from askwell import store
from askwell.actions import drafting, keep, memory
from askwell.actions.adding import add_person
from askwell.actions.desk import keep_open, open_desk, parse_moment
from askwell.store import canon, copies, rows

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


def test_on_a_server_another_seeker_keeps_rows_letters_and_exports_and_the_own_are_gone(
    tmp_path: Path, server: servers.Server
) -> None:
    server.empty()
    url = server.url(servers.DATABASE)
    seekers = ("Ann", "Ann-Marie", "Ann-20260327T180000Z.json-x", "[A]nn")
    for name in seekers:
        with open_desk(data=tmp_path, now=MOMENT, seeker=name, url=url) as desk:
            (person,) = add_person(desk, f"Friend of {name}", email="zeb@example.com", tie="close").people
            drafting.keep(desk, drafting.Letter(person, "ask", f"Dear friend of {name}"))
            keep.backup(desk)
    (tmp_path / "copies" / "Ann-20260327T175900Z.json.4711.new").touch()
    for name in ("[A]nn", "Ann"):
        with open_desk(data=tmp_path, now=MOMENT, seeker=name, url=url) as desk:
            keep.erase(desk)
            assert (dict(memory.contacts(desk)), drafting.unfinished(desk)) == ({}, ())
            assert json.loads(canon.export(letters=True))["contacts"] == []
    assert {file.name for file in (tmp_path / "copies").iterdir()} == {
        "Ann-Marie-20260327T180000Z.json",
        "Ann-20260327T180000Z.json-x-20260327T180000Z.json",
    }
    with open_desk(data=tmp_path, now=MOMENT, seeker="Ann-Marie", url=url) as desk:
        assert [one.name for one in memory.contacts(desk).values()] == ["Friend of Ann-Marie"]
        assert [one.letter.text for one in drafting.unfinished(desk)] == ["Dear friend of Ann-Marie"]


def test_on_a_server_no_row_of_any_table_is_left_but_the_seeker_s_own(tmp_path: Path, server: servers.Server) -> None:
    server.empty()
    with open_desk(data=tmp_path, now=MOMENT, seeker="Alice", url=server.url(servers.DATABASE)) as desk:
        fill()
        drafting.keep(desk, drafting.Letter("p1", "ask", "Dear Ana"))
        keep.erase(desk)
    with psycopg.connect(server.url(servers.DATABASE, server.admin)) as raw:
        for name in (*rows.ORDER, "draft", "look", "batch", "change"):
            assert raw.execute(f"SELECT count(*) FROM askwell_{name}").fetchone() == (0,), name
        (told,) = raw.execute("SELECT goals, me, first_import FROM askwell_seeker").fetchall()
        assert told == ("{}", "[]", "")


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
