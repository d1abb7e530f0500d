"""A house that stays open: many visits at once, other programs beside it, and an end that leaves all in order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.store import servers

from askwell import store
from askwell.actions import behind, drafting, keep, memory, undo
from askwell.actions.day import look
from askwell.actions.desk import Desk, closed_desk, keep_open
from askwell.actions.house import House
from askwell.actions.log import log_event
from askwell.actions.replies import waiting
from askwell.domain.errors import Refused
from askwell.domain.people import Contact

NOW = datetime(2026, 3, 27, 18, 0, tzinfo=UTC)
HOLD = """
import sys, time
from pathlib import Path
from askwell.actions.desk import open_desk
with open_desk(data=Path(sys.argv[1])):
    from askwell.store import unfinished
    with unfinished.begun("import"):
        print("begun", flush=True)
        time.sleep(60)
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with keep_open(data=tmp_path / "data", now=NOW) as opened:
        yield opened


def askwell(data: Path, *words: str) -> str:
    """What the command line says, in a process of its own."""
    command = [sys.executable, "-m", "askwell", *words, "--data", str(data), "--now", NOW.isoformat()]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def names(house: House, *, seeker: str | None = None) -> list[str]:
    with house.desk(seeker=seeker) as desk:
        return sorted(one.name for one in memory.contacts(desk).values())


def add(house: House, name: str, *, seeker: str | None = None) -> str:
    with house.desk(seeker=seeker) as desk:
        return add_at(desk, name)


def add_at(desk: Desk, name: str) -> str:
    from askwell.store import write

    with write.batch("add", f"Added {name}", now=desk.now) as batch:
        write.add_people(batch, [write.PersonIn(Contact(id="", name=name))])
    return batch.id


def all_is_well(data: Path) -> list[str]:
    with closed_desk(data=data, now=NOW) as desk:
        return [check["say"] for check in keep.doctor(desk)["checks"] if not check["ok"]]


def test_each_desk_reads_the_clock_and_knows_whose_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with keep_open(data=tmp_path, seeker="Alice") as house:
        for moment in (NOW, NOW.replace(hour=19)):
            monkeypatch.setenv("ASKWELL_NOW", moment.isoformat())
            with house.desk() as desk:
                assert (desk.now, desk.data, desk.seeker, desk.embedded) == (moment, tmp_path, "Alice", True)
        with house.desk(seeker="Charlie") as desk:
            assert desk.seeker == "Charlie"


def test_a_desk_asks_the_database_one_thing_and_a_page_that_knows_all_one_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()
    from askwell.store import scope
    from askwell.store.engines.sqlite import base

    def counting(execute: Any, sql: str, *more: Any) -> Any:
        asked.extend([sql] if sql.startswith("SELECT") else [])
        return guard(execute, sql, *more)

    guard = scope.guard
    monkeypatch.setattr(base, "guard", counting)
    with keep_open(data=tmp_path, now=NOW) as house:
        for name in ("Ana Ruiz", "Bo Lind", "Cleo Hart"):
            add(house, name)
            with house.desk() as desk:
                page(desk)
            house._behind.rest()
            for visit, queries in ((lambda _: None, 1), (page, 2)):
                asked.clear()
                with house.desk() as desk:
                    visit(desk)
                assert len(asked) == queries, asked


def page(desk: Desk) -> object:
    """All that a page may ask for while nothing changes."""
    return desk.goals, desk.calendar, look(desk), waiting(desk), memory.promises(desk), memory.contacts(desk)


def test_visits_in_many_threads_see_what_was_written_before_them(house: House) -> None:
    def visit(number: int) -> bool:
        add(house, f"Ana {number}")
        return f"Ana {number}" in names(house)

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(visit, range(24)))
    assert len(names(house)) == 24


def test_the_command_line_and_the_house_write_side_by_side(house: House) -> None:
    data = store_of(house)
    add(house, "Ana Ruiz")
    askwell(data, "add", "Bo Lind", "--company", "Orsted")
    assert names(house) == ["Ana Ruiz", "Bo Lind"]
    with house.desk() as desk:
        log_event(desk, "Bo Lind", helped=True, text="You should talk to the grid team.")
    assert "Bo Lind" in askwell(data, "promises")
    askwell(data, "undo")
    with house.desk() as desk:
        assert memory.promises(desk) == ()
        undo.undo(desk)  # what it undoes is the entry of Bo, the last change that stands
    assert names(house) == ["Ana Ruiz"]
    askwell(data, "undo", "b5")  # brings it back
    add(house, "Cleo Hart")
    assert names(house) == ["Ana Ruiz", "Bo Lind", "Cleo Hart"]
    assert '"integrity": "ok"' in askwell(data, "doctor", "--json")
    assert all_is_well(data) == []


def store_of(house: House) -> Path:
    with house.desk(tell=False) as desk:
        return desk.data


def test_what_it_leaves_behind_is_whole_and_opens_without_being_read_through(tmp_path: Path) -> None:
    with keep_open(data=tmp_path, now=NOW) as house:
        add(house, "Ana Ruiz")
        askwell(tmp_path, "add", "Bo Lind")
        add(house, "Cleo Hart")
    from askwell.store import health

    place = store.Place(tmp_path)
    with health.raw(place.file, mode="ro") as raw:
        assert health.record(place) == health.look(raw, place.file)
    assert all_is_well(tmp_path) == []


def test_a_copy_put_back_by_another_process_is_seen_though_its_numbers_come_again(house: House) -> None:
    data = store_of(house)
    add(house, "Ana Ruiz")
    copy = askwell(data, "backup").rpartition(":")[2].strip()
    assert add(house, "Bo Lind") == "b2"
    assert names(house) == ["Ana Ruiz", "Bo Lind"]
    askwell(data, "restore", copy)
    askwell(data, "add", "Cleo Hart")  # it is b2 again
    assert names(house) == ["Ana Ruiz", "Cleo Hart"]
    assert add(house, "Dov Katz") == "b3"
    assert names(house) == ["Ana Ruiz", "Cleo Hart", "Dov Katz"]
    assert all_is_well(data) == []


def test_a_copy_can_be_put_back_from_a_page(house: House) -> None:
    add(house, "Ana Ruiz")
    with house.desk() as desk:
        copy = Path(keep.backup(desk).said.rpartition(": ")[2])
    add(house, "Bo Lind")
    with house.desk() as desk:
        keep.restore(desk, copy)
    assert names(house) == ["Ana Ruiz"]
    add(house, "Cleo Hart")
    assert names(house) == ["Ana Ruiz", "Cleo Hart"]
    assert all_is_well(store_of(house)) == []


def test_a_database_that_was_taken_away_is_refused_until_it_is_back(house: House) -> None:
    add(house, "Ana Ruiz")
    data = store_of(house)
    away = (data / "askwell.db").rename(data / "away.db")
    with pytest.raises(Refused, match="The database is missing from"), house.desk():
        pass
    assert not (data / "askwell.db").exists()
    away.rename(data / "askwell.db")
    assert names(house) == ["Ana Ruiz"]


def test_an_import_that_was_killed_is_told_once_to_a_visit_that_can_say_it(house: House) -> None:
    data = store_of(house)
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(data)], stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert other.stdout.readline() == b"begun\n"
    with house.desk() as desk:
        assert desk.notices == ()
    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    other.stdout.close()
    told = []
    for tell in (False, True, True):
        with house.desk(tell=tell) as desk:
            told.append(desk.notices)
    assert told == [(), ("Your import did not finish. Nothing was changed.",), ()]


def test_a_change_finds_its_copy_made_already(house: House) -> None:
    from askwell.store import copies

    place = store.Place(store_of(house))
    add(house, "Ana Ruiz")
    house._behind.rest()
    (copy,) = copies.found(place)
    with house.desk() as desk:
        add_at(desk, "Bo Lind")
        assert copies.found(place) == [copy]
    house._behind.rest()
    assert len(copies.found(place)) == 2


def type_at(house: House, text: str) -> None:
    """A letter to the first person, saved as it is typed."""
    with house.desk() as desk:
        kept = drafting.kept(desk, "p1", "ask")
        drafting.keep(desk, drafting.Letter("p1", "ask", text), base=kept.letter.revision if kept else 0)


def test_a_change_after_a_letter_was_typed_finds_its_copy_made_already_once_typing_rests(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from askwell.store import copies

    monkeypatch.setattr(behind, "CALM", 60.0)
    place = store.Place(store_of(house))
    for name in ("Ana Ruiz", "Bo Lind"):
        add(house, name)
    house._behind.rest()
    before = copies.found(place)
    type_at(house, "Dear Ana")
    type_at(house, "Dear Ana, how")
    assert copies.found(place) == before  # none while she types
    monkeypatch.setattr(behind, "CALM", 0.0)
    type_at(house, "Dear Ana, how are you?")
    house._behind.rest()
    (first, copy) = copies.found(place)
    assert (first, copy.made > before[-1].made) == (before[0], True)
    with house.desk() as desk:
        add_at(desk, "Cleo Hart")
        assert copies.found(place) == [first, copy]


def test_an_hour_of_typing_pushes_out_no_copy_of_the_changes_before(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from askwell.store import copies

    monkeypatch.setattr(behind, "CALM", 0.0)
    place = store.Place(store_of(house))
    for number in range(3):
        add(house, f"Ana {number}")
        house._behind.rest()
    before = copies.found(place)
    for number in range(copies.NEWEST + 2):
        type_at(house, f"Dear Ana, {number}")
        house._behind.rest()
    assert copies.found(place)[:-1] == before[:-1]


def test_a_house_that_is_closed_does_not_wait_until_typing_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(behind, "CALM", 60.0)
    begun = time.monotonic()
    with keep_open(data=tmp_path, now=NOW) as house:
        add(house, "Ana Ruiz")
        type_at(house, "Dear Ana")
    assert time.monotonic() - begun < 30.0


def test_two_houses_stand_side_by_side(house: House, tmp_path: Path) -> None:
    add(house, "Ana Ruiz")
    with keep_open(data=tmp_path / "made-up", now=NOW, url="") as made_up:
        add(made_up, "Bo Lind")
        assert (names(house), names(made_up)) == (["Ana Ruiz"], ["Bo Lind"])
        with house.desk() as hers, made_up.desk() as other:
            assert [one.name for one in memory.contacts(other).values()] == ["Bo Lind"]
            with pytest.raises(RuntimeError, match="within the time of another"):
                memory.contacts(hers)


def test_a_house_of_a_server_keeps_seekers_apart_and_hears_of_changes_by_others(
    tmp_path: Path,
    server: servers.Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.empty()
    monkeypatch.setenv("ASKWELL_DATABASE_URL", server.url(servers.DATABASE))
    with keep_open(data=tmp_path, now=NOW) as house:

        def work(seeker: str) -> list[str]:
            for number in range(5):
                add(house, f"{seeker} {number}", seeker=seeker)
            return names(house, seeker=seeker)

        with ThreadPoolExecutor(3) as threads:
            told = list(threads.map(work, ("Alice", "Carol", "Charlie")))
        assert told == [[f"{who} {number}" for number in range(5)] for who in ("Alice", "Carol", "Charlie")]
        askwell(tmp_path, "add", "Bo Lind", "--seeker", "Alice")
        assert "Bo Lind" in names(house, seeker="Alice")
        assert "Bo Lind" not in names(house, seeker="Charlie")


def test_after_the_end_no_desk_is_given(tmp_path: Path) -> None:
    with closing(House(store.Lasting(tmp_path), now=NOW)) as house:
        names(house)
    with pytest.raises(Refused, match="Askwell was closed"), house.desk():
        pass
