"""A store that stays open: lent to many threads, and never blind to what others do with its file."""

import gc
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from tests.store import servers
from tests.store.cast import NOW, contact

from askwell import store
from askwell.domain.errors import Refused
from askwell.store import copies, health, lasting, lookups, scope, unfinished, write
from askwell.store.lasting import IDLE, Lasting


@pytest.fixture
def house(tmp_path: Path, url: str) -> Iterator[Lasting]:
    with closing(Lasting(tmp_path / "data", url)) as opened:
        yield opened


@pytest.fixture
def hers(tmp_path: Path) -> Iterator[Lasting]:
    """An embedded one."""
    with closing(Lasting(tmp_path / "data")) as opened:
        yield opened


def add(house: Lasting, name: str, *, seeker: str = "Alice") -> None:
    with house.lent(), scope.open(seeker), write.batch("add", f"Added {name}", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact(name))])


def names(house: Lasting, *, seeker: str = "Alice") -> list[str]:
    with house.lent(), scope.open(seeker):
        return [one.name for one in lookups.contacts(NOW).values()]


def elsewhere(*work: object) -> None:
    """What another process would do, in a thread of its own."""

    def run() -> None:
        for one in work:
            assert callable(one)
            one()

    thread = Thread(target=run)
    thread.start()
    thread.join()


def test_one_connection_serves_a_thousand_desks_one_after_the_other(house: Lasting) -> None:
    seen = set()
    for _ in range(1000):
        with house.lent(), scope.open("Alice"):
            seen.add(id(connection.connection))
    assert (len(seen), len(house._idle)) == (1, 1)


def test_many_threads_have_a_connection_each_and_leave_few_behind(house: Lasting) -> None:
    together = Barrier(12, timeout=30)
    held: list[int] = []

    def work(number: int) -> list[str]:
        with house.lent(), scope.open("Alice"):
            held.append(id(connection.connection))
            together.wait()
        for turn in range(5):
            add(house, f"Ana {number} {turn}")
        return names(house)

    with ThreadPoolExecutor(12) as threads:
        told = list(threads.map(work, range(12)))
    assert len(set(held)) == 12
    assert len(house._idle) <= IDLE
    assert len(names(house)) == 60
    assert all(f"Ana {number} 4" in found for number, found in enumerate(told))


def test_threads_see_the_rows_of_their_own_seeker_alone(house: Lasting) -> None:
    both = Barrier(2, timeout=30)

    def work(seeker: str) -> list[str]:
        both.wait()
        for turn in range(20):
            add(house, f"{seeker} {turn}", seeker=seeker)
        return names(house, seeker=seeker)

    with ThreadPoolExecutor(2) as threads:
        told = list(threads.map(work, ("Alice", "Charlie")))
    assert told == [[f"Alice {n}" for n in range(20)], [f"Charlie {n}" for n in range(20)]]


def test_a_thread_keeps_nothing_when_its_desk_is_done(house: Lasting) -> None:
    before = connections.all(initialized_only=True)
    with house.lent():
        assert connections["default"] not in before
    assert connections.all(initialized_only=True) == before


def test_a_store_within_another_is_left_as_it_was(tmp_path: Path, hers: Lasting) -> None:
    add(hers, "Ana Ruiz")
    with closing(Lasting(tmp_path / "made-up")) as other:
        with hers.lent() as place, scope.open("Alice"):
            add(other, "Bo Lind")
            assert (store.here(), [one.name for one in lookups.contacts(NOW).values()]) == (place, ["Ana Ruiz"])
        assert (names(hers), names(other)) == (["Ana Ruiz"], ["Bo Lind"])


def test_a_database_that_was_taken_away_is_refused_and_none_comes_in_its_place(hers: Lasting) -> None:
    add(hers, "Ana Ruiz")
    copy = copies.make(hers.place)
    kept = hers.place.file.rename(hers.place.data / "elsewhere.db")
    for _ in range(2):
        with pytest.raises(Refused) as said, hers.lent():
            pass
        assert f"is missing from {hers.place.data}. Nothing was changed. The newest good copy is {copy}" in str(
            said.value
        )
    assert not hers.place.file.exists()
    kept.rename(hers.place.file)
    assert names(hers) == ["Ana Ruiz"]


def test_with_everything_thrown_away_there_is_still_no_empty_one(hers: Lasting) -> None:
    add(hers, "Ana Ruiz")
    for file in hers.place.data.glob("*"):
        if file.is_file():
            file.unlink()
    with pytest.raises(Refused, match="There is no copy yet"), hers.lent():
        pass
    assert not hers.place.file.exists()


def test_a_copy_that_another_process_put_back_is_opened_with_all_looks(hers: Lasting) -> None:
    add(hers, "Ana Ruiz")
    copy = copies.make(hers.place)
    add(hers, "Bo Lind")
    add(hers, "Cleo Hart")

    def put_back() -> None:
        from askwell.store import putting_back

        putting_back.put_back(hers.place, copy)

    elsewhere(put_back)
    assert names(hers) == ["Ana Ruiz"]
    add(hers, "Dov Katz")
    assert names(hers) == ["Ana Ruiz", "Dov Katz"]


def test_damage_in_what_came_in_its_place_is_noticed(hers: Lasting) -> None:
    add(hers, "Ana Ruiz")
    other = hers.place.data / "other.db"
    other.write_bytes(hers.place.file.read_bytes()[:20_000])
    other.replace(hers.place.file)
    for _ in range(2):
        with pytest.raises(Refused, match="is damaged"), hers.lent():
            pass


def test_a_desk_at_work_while_the_file_is_replaced_writes_nothing_into_the_old_one(hers: Lasting) -> None:
    add(hers, "Ana Ruiz")
    copy = copies.make(hers.place)
    with hers.lent(), scope.open("Alice"):
        copy.replace(hers.place.file)
        elsewhere(lambda: names(hers))  # another desk has opened the new file meanwhile
        with pytest.raises(Refused, match="put back or replaced meanwhile"), write.batch("add", "Bo", now=NOW):
            pass
    add(hers, "Bo Lind")
    assert names(hers) == ["Ana Ruiz", "Bo Lind"]


def test_a_file_can_be_replaced_from_a_desk_of_its_own(hers: Lasting) -> None:
    from askwell.store import putting_back

    add(hers, "Ana Ruiz")
    copy = copies.make(hers.place)
    add(hers, "Bo Lind")
    with hers.lent(), lasting.laid_aside() as place:
        kept = putting_back.put_back(place, copy).before
    assert names(hers) == ["Ana Ruiz"]
    with hers.lent(), lasting.laid_aside() as place:
        assert kept
        putting_back.put_back(place, kept)
    assert names(hers) == ["Ana Ruiz", "Bo Lind"]


def test_what_goes_wrong_while_it_is_laid_aside_is_told_and_the_store_goes_on(hers: Lasting) -> None:
    from askwell.store import putting_back

    add(hers, "Ana Ruiz")
    bad = hers.place.data / "bad.db"
    bad.write_bytes(b"no database")
    with pytest.raises(Refused, match="it is no database"), hers.lent(), lasting.laid_aside() as place:
        putting_back.put_back(place, bad)
    assert names(hers) == ["Ana Ruiz"]


def test_how_it_was_left_is_written_down_at_the_end(tmp_path: Path) -> None:
    with closing(Lasting(tmp_path / "data")) as house:
        add(house, "Ana Ruiz")
        add(house, "Bo Lind")
    left = health.record(house.place)
    with health.raw(house.place.file, mode="ro") as raw:
        assert left == health.look(raw, house.place.file)
    with pytest.raises(Refused, match="Askwell was closed"), house.lent():
        pass


def test_closing_waits_for_the_desks_at_work(tmp_path: Path) -> None:
    house = Lasting(tmp_path / "data")
    begun, told = Barrier(2, timeout=30), list[str]()

    def work() -> None:
        with house.lent(), scope.open("Alice"):
            begun.wait()
            with write.batch("add", "Added Ana", now=NOW) as batch:
                write.add_people(batch, [write.PersonIn(contact("Ana Ruiz"))])
            told.append("written")

    thread = Thread(target=work)
    thread.start()
    begun.wait()
    house.close()
    thread.join()
    assert told == ["written"]
    with health.raw(house.place.file, mode="ro") as raw:
        assert health.record(house.place) == health.look(raw, house.place.file)


def test_what_was_cut_off_is_told_by_one_of_many_threads(hers: Lasting) -> None:
    for turn in range(20):
        with hers.lent(), scope.open("me"):
            marker = hers.place.data / f"unfinished-{turn}.json"
            marker.write_text(f'{{"kind": "import", "token": "{turn}", "seeker": "me"}}')
        together = Barrier(4, timeout=30)

        def look(together: Barrier = together) -> tuple[str, ...]:
            with hers.lent() as place, scope.open("me"):
                together.wait()
                return unfinished.tell(place)

        with ThreadPoolExecutor(4) as threads:
            told = [threads.submit(look) for _ in range(4)]
        assert sum(len(one.result()) for one in told) == 1
        assert not marker.exists()


def test_what_was_cut_off_is_told_to_whose_it_was(hers: Lasting) -> None:
    (hers.place.data / "unfinished-1.json").write_text('{"kind": "import", "token": "1", "seeker": "Alice"}')
    with hers.lent() as place:
        with scope.open("Charlie"):
            assert unfinished.tell(place) == ()
        with scope.open("Alice"):
            assert unfinished.tell(place) == ("Your import did not finish. Nothing was changed.",)


def test_work_that_only_begins_is_not_told_as_cut_off(hers: Lasting) -> None:
    marker = hers.place.data / "unfinished-1.json"
    marker.touch()
    with hers.lent() as place, scope.open("me"):
        assert (unfinished.tell(place), marker.exists()) == ((), True)


def test_a_connection_that_the_server_broke_off_is_made_anew(tmp_path: Path, server: servers.Server) -> None:
    server.empty()
    with closing(Lasting(tmp_path / "data", server.url(servers.DATABASE))) as house:
        add(house, "Ana Ruiz")
        server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'askwell'")
        assert names(house) == ["Ana Ruiz"]


def test_a_server_keeps_no_connection_of_a_store_that_was_closed(tmp_path: Path, server: servers.Server) -> None:
    import psycopg

    gc.collect()
    with closing(Lasting(tmp_path / "data", server.url(servers.DATABASE))) as house, ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda n: add(house, f"Ana {n}"), range(30)))
    asked = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'askwell'"
    with psycopg.connect(server.url("postgres", server.admin), autocommit=True) as admin:
        for _ in range(100):  # the server's processes end a moment later
            found = admin.execute(asked).fetchone()
            if found == (0,):
                break
            time.sleep(0.05)
    assert found == (0,)


def test_a_read_sees_one_state_though_another_thread_writes_between_its_queries(house: Lasting) -> None:
    add(house, "Ana Ruiz")
    with house.lent(), scope.open("Alice"), scope.reading() as cursor:
        seeker = scope.current().id
        counted = []
        for _ in range(2):
            cursor.execute("SELECT count(*) FROM askwell_contact WHERE seeker_id = %s", [seeker])
            counted.append(cursor.fetchone()[0])
            if connection.vendor == "postgresql":  # SQLite's writer waits for its readers
                elsewhere(lambda: add(house, "Bo Lind"))
    assert counted == [1, 1]
