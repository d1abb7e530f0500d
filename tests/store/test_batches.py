"""Batches: all or nothing, one after the other, and never on a state that has moved on."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from tests.store.cast import NOW, card, contact, mail

from askwell import store
from askwell.domain.errors import Refused
from askwell.domain.people import Contact
from askwell.store import batches, canon, read, rows, scope, undo, write

CHILD = """
import json, os, sys
from datetime import datetime
from pathlib import Path
from askwell import store
from askwell.domain.people import Contact
from askwell.store import scope, write
data, url, names = json.loads(sys.argv[1])
store.setup(Path(data), url)
with scope.open("Alice"):
    for name in names:
        with write.batch("add", name, now=datetime.fromisoformat("2026-03-27T18:00:00+00:00")) as batch:
            write.add_people(batch, [write.PersonIn(Contact("", f"{name} {n}")) for n in range(20)])
"""


def child(place: store.Place, names: list[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", CHILD, json.dumps([str(place.data), place.url, names])])


def add(name: str = "Ana Ruiz") -> write.Batch:
    with write.batch("add", f"Added {name}", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact(name))])
    return batch


def test_an_exception_leaves_nothing(alice: scope.Scope) -> None:
    add()
    before, version = canon.export(), read.version()

    def fail() -> None:
        with write.batch("add", "Half", now=NOW) as batch:
            (cleo,) = write.add_people(batch, [write.PersonIn(contact("Cleo Hart"))])
            write.add_exchanges(batch, [write.ExchangeIn(mail(cleo))])
            raise Refused("On second thought.")

    with pytest.raises(Refused, match="On second thought"):
        fail()
    assert (canon.export(), read.version()) == (before, version)


def test_a_batch_that_changed_nothing_leaves_no_trace(alice: scope.Scope) -> None:
    add()
    version = read.version()
    with write.batch("edit", "Edit", now=NOW) as batch:
        assert write.change_contacts(batch, {"p1": {"name": "Ana Ruiz"}}) == 0
    assert (batch.changed, read.version(), [past.said for past in undo.pasts()]) == (False, version, ["Added Ana Ruiz"])


def test_a_batch_on_a_state_that_moved_on_is_not_begun(alice: scope.Scope) -> None:
    version = read.version()
    add()

    def late() -> None:
        with write.batch("import", "Late", now=NOW, version=version) as batch:
            write.add_people(batch, [write.PersonIn(contact("Bo Lind"))])

    with pytest.raises(write.Changed):
        late()
    assert [c.name for c in read.search(NOW).contacts.values()] == ["Ana Ruiz"]


def test_batches_do_not_nest(alice: scope.Scope) -> None:
    with write.batch("add", "Outer", now=NOW), pytest.raises(RuntimeError, match="do not nest"):
        add()


def test_ids_are_never_used_twice(alice: scope.Scope) -> None:
    add("Ana Ruiz")
    undo.undo(None, now=NOW)
    add("Bo Lind")
    assert list(read.search(NOW).contacts) == ["p2"]


def test_a_second_process_waits_and_both_batches_are_whole(place: store.Place) -> None:
    with scope.open("Alice"), write.batch("add", "First", now=NOW) as batch:
        other = child(place, ["Bo"])
        time.sleep(1.5)
        assert other.poll() is None
        write.add_people(batch, [write.PersonIn(contact("Ana Ruiz"))])
    assert other.wait() == 0
    with scope.open("Alice"):
        assert len(read.search(NOW).contacts) == 21


def test_processes_writing_at_once_lose_nothing(place: store.Place) -> None:
    with scope.open("Alice"):
        add("Zoe Novak")
    writers = [child(place, [f"{letter}{n}" for n in range(5)]) for letter in "AB"]
    assert [writer.wait() for writer in writers] == [0, 0]
    with scope.open("Alice"):
        found = read.search(NOW).contacts
        assert (len(found), len({c.name for c in found.values()})) == (201, 201)
        assert len(undo.pasts()) == 11


def test_readers_go_on_while_a_batch_is_written(embedded: store.Place) -> None:
    with scope.open("Alice"):
        add()
        with write.batch("add", "Long", now=NOW) as batch:
            write.add_people(batch, [write.PersonIn(contact(f"Bo {n}")) for n in range(5000)])
            seen: list[int] = []
            reader = threading.Thread(target=lambda: seen.append(_count(embedded)))
            reader.start()
            reader.join(timeout=5)
    assert seen == [1]


def _count(place: store.Place) -> int:
    store.setup(place.data)
    with scope.open("Alice"):
        try:
            return len(read.search(NOW).contacts)
        finally:
            connection.close()


def test_before_images_go_after_30_days_but_the_batches_stay(alice: scope.Scope) -> None:
    add()
    with write.batch("edit", "Edit", now=NOW) as batch:
        write.change_contacts(batch, {"p1": {"name": "Ana R."}})
    with write.batch("add", "Later", now=NOW + batches.KEPT + timedelta(days=1)) as batch:
        write.add_people(batch, [write.PersonIn(contact("Bo Lind"))])
    with scope.reading() as cursor:
        cursor.execute("SELECT count(*) FROM askwell_change WHERE seeker_id = %s", [alice.id])
        assert cursor.fetchone()[0] == 0
    assert len(undo.pasts()) == 3


@pytest.mark.parametrize(
    "odd", ["half a character \ud83d", "NUL \x00 in it", "e\u0301 \u202e \U0001f600", "''; DROP TABLE"]
)
def test_odd_letters_are_kept_or_replaced_never_a_fault(odd: str, alice: scope.Scope) -> None:
    add(f"Ana {odd}")
    with write.batch("edit", odd, now=NOW) as batch:
        write.change_contacts(batch, {"p1": {"note": odd}})
    name = read.search(NOW).contacts["p1"].name
    assert name == f"Ana {read.search(NOW).contacts['p1'].note}"
    undo.undo(None, now=NOW)
    assert read.search(NOW).contacts["p1"].note == ""
    assert json.loads(canon.export())["contacts"][0]["name"] == name


def test_odd_letters_among_very_many_rows_too(alice: scope.Scope) -> None:
    names = [f"Ana {n}" for n in range(200)] + ["NUL \x00", "half \ud83d", "tab \t, \\N, back\\slash, new\nline", "\\."]
    with write.batch("import", "Import", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact(name)) for name in names])
    found = [c.name for c in read.search(NOW).contacts.values()]
    assert (found[:200], found[202:]) == (names[:200], names[202:])
    assert len(found) == len(names)


WRONG: list[Callable[[write.Batch], object]] = [
    lambda b: write.change_contacts(b, {"p1": {"sent": 3}}),
    lambda b: write.change_contacts(b, {"p1": {"permission": "never"}}),
    lambda b: write.change_contacts(b, {"p1": {"former": "Orsted"}}),
]


@pytest.mark.parametrize("do", WRONG)
def test_a_field_of_the_wrong_kind_is_a_fault_of_the_program(
    do: Callable[[write.Batch], object], alice: scope.Scope
) -> None:
    add()
    with write.batch("edit", "Edit", now=NOW) as batch, pytest.raises(TypeError):
        do(batch)


def test_ids_of_another_kind_are_refused(alice: scope.Scope) -> None:
    with write.batch("edit", "Edit", now=NOW) as batch:
        for odd in ("c1", "p", "p-1", "p1x", "", "p" + "9" * 30, "pé"):
            with pytest.raises(Refused, match="is no id of a contact"):
                write.change_contacts(batch, {odd: {"name": "X"}})
    assert card().key == "in/ana-ruiz"


def test_a_card_alone_is_somebody_who_shows_what_stands_on_it(alice: scope.Scope) -> None:
    told = write.CardIn(card(email="ana@example.com"), (("profile", "in/ana-ruiz"), ("address", "ana@example.com")))
    shown = replace(contact(), url=told.card.url)
    with write.batch("import", "Ana twice", now=NOW) as batch:
        alone, beside = write.add_people(batch, [told, write.PersonIn(shown, (told,))])
    found = read.search(NOW).contacts
    assert replace(found[alone], id="") == replace(found[beside], id="")
    assert found[alone].addresses == ("ana@example.com",)


def test_columns_that_stay_empty_in_all_rows_are_as_if_they_had_been_told(alice: scope.Scope) -> None:
    """Rows are handed over in portions, of which here one has a note and the other none."""
    people = [
        write.PersonIn(Contact("", f"Ann {n}", note="Chess" if n == rows.PACK else "")) for n in range(rows.PACK + 9)
    ]
    with write.batch("import", "Many", now=NOW) as batch:
        write.add_people(batch, people)
    told = read.search(NOW).contacts.values()
    assert [(one.name, one.note, one.company) for one in told] == [(p.contact.name, p.contact.note, "") for p in people]
