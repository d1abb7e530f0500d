"""A damaged, lost or foreign database is refused, naming the newest good copy; no empty one comes in its place."""

import os
import random
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.cast import NOW, card, contact

from askwell import store
from askwell.domain.errors import Refused
from askwell.store import copies, health, read, scope, write


@pytest.fixture
def filled(embedded: store.Place) -> store.Place:
    """A closed store with some people and one copy."""
    with scope.open("me"):
        add(200)
        copies.make(embedded)
    store.close()
    return embedded


def add(count: int = 1) -> None:
    with write.batch("add", "Added", now=NOW) as batch:
        people = [
            write.PersonIn(contact(f"Ana {n} Ruiz"), (write.CardIn(card(f"Ana {n} Ruiz", n)),)) for n in range(count)
        ]
        write.add_people(batch, people)


def refusal(place: store.Place) -> str:
    with pytest.raises(Refused) as said:
        store.setup(place.data)
    return str(said.value)


def test_a_whole_store_opens_again_and_again(filled: store.Place) -> None:
    for _ in range(3):
        store.setup(filled.data)
        with scope.open("me"):
            assert len(read.search(NOW).contacts) == 200
        store.close()


def test_every_flipped_byte_is_noticed(filled: store.Place) -> None:
    content = filled.file.read_bytes()
    dice = random.Random(7)
    for _ in range(40):
        place = dice.randrange(28, len(content))
        flipped = bytearray(content)
        flipped[place] ^= 1 << dice.randrange(8)
        filled.file.write_bytes(flipped)
        assert "The newest good copy is" in refusal(filled), f"byte {place}"
    filled.file.write_bytes(content)
    store.setup(filled.data)


def test_every_truncation_is_noticed(filled: store.Place) -> None:
    content = filled.file.read_bytes()
    dice = random.Random(7)
    for length in [0, 1, 15, 16, 100, 4096, *(dice.randrange(len(content)) for _ in range(20))]:
        filled.file.write_bytes(content[:length])
        assert "The newest good copy is" in refusal(filled), f"{length} bytes"


def test_a_damaged_page_is_noticed_without_the_record_too(filled: store.Place) -> None:
    health.record_file(filled).unlink()
    content = bytearray(filled.file.read_bytes())
    content[8192:8492] = bytes(300)
    filled.file.write_bytes(content)
    assert "is damaged" in refusal(filled)


def test_a_lost_database_never_comes_back_empty(filled: store.Place) -> None:
    filled.file.unlink()
    newest = copies.newest_good(filled)
    assert f"is missing from {filled.data}. Nothing was changed. The newest good copy is {newest}" in refusal(filled)
    assert not filled.file.exists()
    health.record_file(filled).unlink()
    assert "is missing" in refusal(filled)
    for copy in copies.found(filled):
        copy.file.unlink()
    store.setup(filled.data)


def test_a_damaged_copy_is_never_offered(filled: store.Place) -> None:
    (copy,) = copies.found(filled)
    copy.file.write_bytes(copy.file.read_bytes()[:20_000])
    filled.file.unlink()
    assert "There is no copy yet" in refusal(filled)


def test_a_database_of_somebody_else_is_refused(filled: store.Place) -> None:
    filled.file.unlink()
    with closing(sqlite3.connect(filled.file)) as foreign:
        foreign.execute("CREATE TABLE photos (id)")
    assert "it was not made by Askwell" in refusal(filled)


def test_a_database_of_a_newer_askwell_is_refused_untouched(filled: store.Place) -> None:
    with closing(sqlite3.connect(filled.file)) as newer, newer:
        newer.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_future', '2030-01-01')"
        )
    content = filled.file.read_bytes()
    assert "written by a newer Askwell" in refusal(filled)
    assert filled.file.read_bytes() == content


def test_a_stray_journal_does_no_harm(filled: store.Place) -> None:
    Path(f"{filled.file}-journal").write_bytes(os.urandom(8192))
    store.setup(filled.data)
    with scope.open("me"):
        assert len(read.search(NOW).contacts) == 200


def test_what_other_hands_changed_by_the_rules_is_read_through_and_taken(filled: store.Place) -> None:
    with closing(sqlite3.connect(filled.file)) as other, other:
        other.execute("UPDATE askwell_contact SET note = 'by hand'")
    store.setup(filled.data)
    with scope.open("me"):
        assert {c.note for c in read.search(NOW).contacts.values()} == {"by hand"}


def test_nothing_is_written_into_a_file_that_was_taken_away(embedded: store.Place) -> None:
    with scope.open("me"):
        add()
        embedded.file.rename(embedded.data / "elsewhere.db")
        with pytest.raises(Refused, match="Nothing was changed"):
            add()
        (embedded.data / "elsewhere.db").rename(embedded.file)
        add()


def test_nothing_is_written_after_another_process_put_back_a_copy(embedded: store.Place) -> None:
    with scope.open("me"):
        add()
        copy = copies.make(embedded)
        copy.replace(embedded.file)
        with pytest.raises(Refused, match="put back or replaced meanwhile"):
            add()


def test_only_she_may_look_into_folder_and_files_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        place = store.setup(tmp_path / "data")
        with scope.open("me"):
            add()
            copies.make(place)
        store.close()
    finally:
        os.umask(before)
    modes = {path.relative_to(place.data): stat.S_IMODE(path.stat().st_mode) for path in place.data.rglob("*")}
    assert stat.S_IMODE(place.data.stat().st_mode) == 0o700
    assert {path: mode for path, mode in modes.items() if mode not in {0o600, 0o700}} == {}
    assert modes[Path("copies")] == 0o700


def test_the_engine_is_set_as_decided(embedded: store.Place) -> None:
    from django.db import connection

    wanted = {"journal_mode": "delete", "synchronous": 3, "cache_spill": 0, "foreign_keys": 1, "busy_timeout": 10_000}
    with scope.upkeep(), connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted
