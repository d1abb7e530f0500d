"""Copies: made before danger, checked before they count, thinned like Anki's, and never of nothing new."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.store.cast import NOW, contact

from askwell import store
from askwell.domain.errors import Refused
from askwell.store import copies, health, scope, undo, write
from askwell.store.copies import Copy, Reason


def add(kind: str = "import", name: str = "Ana Ruiz") -> write.Batch:
    with write.batch(kind, f"Added {name}", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact(name))])
    return batch


def names(copy: Path) -> list[str]:
    with health.raw(copy, mode="ro") as connection:
        return [row[0] for row in connection.execute("SELECT name FROM askwell_contact ORDER BY id")]


def test_there_is_a_copy_of_the_state_before_each_import_and_before_it_is_undone(embedded: store.Place) -> None:
    with scope.open("me"):
        add(name="Ana Ruiz")
        assert copies.found(embedded) == []
        add(name="Bo Lind")
        undo.undo(None, now=NOW)
    assert [names(copy.file) for copy in copies.found(embedded)] == [["Ana Ruiz"], ["Ana Ruiz", "Bo Lind"]]


def test_no_copy_is_made_when_nothing_was_written_since_the_last(embedded: store.Place) -> None:
    with scope.open("me"):
        add()
        copies.make(embedded, reason=Reason.IMPORT)
        with write.batch("import", "Nothing new", now=NOW):
            pass
    assert len(copies.found(embedded)) == 1


def test_there_is_a_copy_before_each_change_but_the_first(embedded: store.Place) -> None:
    with scope.open("me"):
        add()
        assert copies.found(embedded) == []
        add("log")
        add("log")
    assert len(copies.found(embedded)) == 2


def test_a_copy_that_does_not_check_out_stops_the_batch(embedded: store.Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with scope.open("me"):
        add()
        monkeypatch.setattr(copies, "fault", lambda _: "page 3 is unreadable")
        with pytest.raises(Refused, match=r"No copy could be made .*page 3 is unreadable\. Nothing was changed"):
            add(name="Bo Lind")
        monkeypatch.undo()
        add(name="Cleo Hart")
    assert list(embedded.copies.glob("*.new")) == []


def test_the_newest_good_copy_is_the_newest_that_opens(embedded: store.Place) -> None:
    with scope.open("me"):
        add()
        good = copies.make(embedded, reason=Reason.IMPORT)
        add(name="Bo Lind")
        bad = copies.make(embedded)
    bad.write_bytes(bad.read_bytes()[:9000])
    assert copies.newest_good(embedded) == good


def test_thinning_keeps_the_newest_and_one_each_of_past_days_weeks_and_months() -> None:
    start = datetime(2024, 1, 1, 12, 0, tzinfo=UTC)
    every = [Copy(Path(str(n)), start + timedelta(hours=6 * n)) for n in range(4 * 800)]
    gone = set(copies.thinned(every))
    kept = [copy for copy in every if copy not in gone]
    assert kept[-10:] == every[-10:]
    assert 10 + 12 + 10 + 9 - 12 <= len(kept) <= 10 + 12 + 10 + 9
    assert kept[-1].made - kept[0].made > timedelta(days=7 * 30)
    assert set(copies.thinned(kept)) == set()


def test_few_copies_are_all_kept() -> None:
    few = [Copy(Path(str(n)), datetime(2026, 3, 1, n, tzinfo=UTC)) for n in range(10)]
    assert copies.thinned(few) == []


def test_a_copy_she_asked_for_is_pushed_out_by_no_other_one(embedded: store.Place) -> None:
    with scope.open("me"):
        add()
        mine = copies.make(embedded, reason=Reason.YOURS)
        for number in range(12):
            add(name=f"Bo{number} Lind")
    kept = copies.found(embedded)
    assert kept[0].file == mine
    assert [copy.reason for copy in kept] == [Reason.YOURS, *[Reason.IMPORT] * 10]


def test_the_copies_before_the_last_ten_imports_outlast_any_number_of_small_ones() -> None:
    start = datetime(2026, 3, 1, tzinfo=UTC)
    imports = [Copy(Path(f"i{n}"), start + timedelta(minutes=n), Reason.IMPORT) for n in range(12)]
    small = [Copy(Path(f"s{n}"), start + timedelta(hours=1, minutes=n)) for n in range(200)]
    gone = copies.thinned([*imports, *small])
    assert [copy for copy in imports if copy not in gone] == imports[2:]


def test_a_copy_made_in_passing_is_not_the_one_before_an_import_and_keeps_its_name(embedded: store.Place) -> None:
    with scope.open("me"):
        add()
        passing = copies.make(embedded)
        add(name="Bo Lind")
    found = copies.found(embedded)
    assert [copy.reason for copy in found] == [Reason.CHANGE, Reason.IMPORT]
    assert found[0].file == passing
    assert found[0].made == found[1].made
