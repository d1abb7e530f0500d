"""Connected servers are kept like all else she told; the place where the next look goes on falls back with an undo."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.store.cast import NOW, contact

from askwell import store
from askwell.domain.connections import Connection, Login, Looked, Service
from askwell.store import canon, connections, forgetting, scope, undo, write

MAIL = Connection("", Service.IMAP, "Mail", "imaps://mail.example.com:993", "alice", "alice@example.com")
FEED = Connection("", Service.FEED, "Work", "calendar.example.com", keeps=False)


def kept(*several: Connection, now: datetime = NOW) -> list[str]:
    with write.batch("connect", "Connected", now=now) as batch:
        return [connections.connect(batch, one) for one in several]


def looked(connection: str, number: int, *, now: datetime = NOW, stores: bool = True) -> str:
    """A look that comes to a place of that number; the id of the batch that stored what it brought."""
    look = {connection: Looked(now, now, "", {"number": number})}
    if not stores:
        connections.keep_looks(look)
        return ""
    with write.batch("import", "Import", now=now) as batch:
        write.set_me(batch, [f"alice{number}@example.com"])
        connections.keep_looks_with(batch, look)
    return batch.id


def place(connection: str) -> Mapping[str, object]:
    return connections.looks()[connection].place


def test_what_is_connected_is_read_as_it_was_told(alice: scope.Scope) -> None:
    first, second = kept(MAIL, FEED)
    assert connections.connected() == (replace(MAIL, id=first), replace(FEED, id=second))
    assert connections.looks() == {}


def test_a_connection_changes_goes_and_comes_back_with_undo(alice: scope.Scope) -> None:
    (key,) = kept(MAIL)
    with write.batch("connect", "Changed", now=NOW) as batch:
        assert connections.change_connection(batch, replace(MAIL, id=key, login=Login.TOKEN))
    connections.keep_looks({key: Looked(NOW, NOW, "", {"number": 1})})
    with write.batch("disconnect", "Gone", now=NOW) as batch:
        assert connections.disconnect(batch, key)
    assert connections.connected() == ()
    undo.undo(None, now=NOW)
    assert connections.connected() == (replace(MAIL, id=key, login=Login.TOKEN),)
    assert place(key) == {"number": 1}


def test_the_place_is_where_the_last_look_came_to(alice: scope.Scope) -> None:
    (key,) = kept(MAIL)
    looked(key, 1)
    looked(key, 2, stores=False)
    connections.keep_looks({key: Looked(NOW, NOW - timedelta(hours=1), "The server did not answer.", {"number": 2})})
    assert connections.looks()[key] == Looked(
        NOW, NOW - timedelta(hours=1), "The server did not answer.", {"number": 2}
    )


def test_an_import_that_is_undone_takes_its_place_back_with_it(alice: scope.Scope) -> None:
    (key,) = kept(MAIL)
    looked(key, 1)
    second = looked(key, 2)
    looked(key, 3, stores=False)
    undone = undo.undo(second, now=NOW)
    assert place(key) == {"number": 1}
    undo.undo(undone.batch, now=NOW)
    assert place(key) == {"number": 3}, "brought back, all of it counts again"


def test_the_first_import_undone_begins_anew_and_what_is_read_then_stands(alice: scope.Scope) -> None:
    (key,) = kept(MAIL)
    first = looked(key, 1)
    looked(key, 2)
    undo.undo(first, now=NOW)
    assert place(key) == {}
    looked(key, 3)
    assert place(key) == {"number": 3}


def test_looks_that_nobody_can_go_back_to_are_let_go(alice: scope.Scope) -> None:
    (key,) = kept(MAIL)
    for number in range(5):
        looked(key, number, now=NOW + timedelta(days=number))
    for number in range(5, 40):
        looked(key, number, now=NOW + timedelta(days=100 + number), stores=False)
    later = NOW + timedelta(days=200)
    looked(key, 99, now=later)
    with scope.reading() as cursor:
        cursor.execute("SELECT count(*) FROM askwell_look WHERE seeker_id = %s", [scope.current().id])
        assert cursor.fetchone()[0] <= 3
    assert place(key) == {"number": 99}


def test_an_export_takes_connections_along_and_no_places(alice: scope.Scope) -> None:
    (key,) = kept(MAIL)
    looked(key, 7)
    told = canon.export(letters=True)
    assert b'"connections": [\n{"id": "k1", "service": "imap"' in told
    assert b'"number"' not in told
    with scope.open("Bob"):
        canon.take_in(told, now=NOW)
        assert canon.export(letters=True) == told
        assert [one.name for one in connections.connected()] == ["Mail"]
        assert connections.looks() == {}


def test_whoever_is_forgotten_is_named_in_no_folder_of_a_look(alice: scope.Scope) -> None:
    (key,) = kept(MAIL)
    with write.batch("add", "Ana", now=NOW) as batch:
        (ana,) = write.add_people(batch, [write.PersonIn(contact("Ana Ruiz"))])
    look = Looked(NOW, NOW, "The folder Ana Ruiz is closed.", {"folders": {"Clients/Ana Ruiz": {"last": 4}}})
    connections.keep_looks({key: look})
    forgetting.forget(ana, now=NOW)
    told = connections.looks()[key]
    assert "Ana" not in f"{told.said} {told.place}"
    assert list(told.place) == ["folders"], "what is left is read as before"


def test_somebody_else_sees_neither_connections_nor_looks(alice: scope.Scope) -> None:
    (key,) = kept(MAIL)
    looked(key, 1)
    with scope.open("Charlie"):
        assert connections.connected() == ()
        assert connections.looks() == {}


def test_what_no_database_can_hold_is_replaced(place: store.Place) -> None:
    with scope.open("Alice"):
        (key,) = kept(MAIL)
        connections.keep_looks({key: Looked(NOW, None, "odd \x00\ud800", {"folder \ud800": 1})})
        assert connections.looks()[key].tried == NOW


@pytest.mark.parametrize("moment", [datetime(1999, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)])
def test_a_clock_that_jumps_loses_no_connection(alice: scope.Scope, moment: datetime) -> None:
    (key,) = kept(MAIL)
    looked(key, 1)
    looked(key, 2, now=moment)
    assert place(key) == {"number": 2}
