"""What is read when the app is opened: what was checked before, hours ago, and needs no word of hers; else nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.actions.connecting.conftest import InMemory
from tests.actions.connecting.test_syncing import connect
from tests.servers.letters import ME, letter
from tests.servers.real import SECRET
from tests.servers.scripted_imap import Folder, Scripted, scripted

from askwell.actions import keep
from askwell.actions.connecting import by_itself, connections
from askwell.actions.connecting.syncing import sync
from askwell.actions.connecting.telling import Told
from askwell.actions.desk import Desk
from askwell.domain.connections import Service


def later(desk: Desk, hours: float) -> Desk:
    return replace(desk, now=desk.now + timedelta(hours=hours))


def checked(desk: Desk, server: Scripted) -> None:
    server.folders = {"INBOX": Folder({1: letter(1)})}
    connect(desk, server.url)
    sync(desk)


def test_what_was_checked_some_hours_ago_is_due_and_nothing_before(desk: Desk) -> None:
    with scripted() as server:
        assert by_itself.due(desk) == ()
        connect(desk, server.url)
        assert by_itself.due(later(desk, 9)) == (), "a first reading may take minutes: she begins it"
        checked(desk, server)
    assert [by_itself.due(later(desk, hours)) for hours in (0, 3.9, 4, 900)] == [(), (), (ME,), (ME,)]


def test_a_try_that_met_trouble_counts_as_one(desk: Desk) -> None:
    with scripted() as server:
        checked(desk, server)
    assert not sync(later(desk, 5)).is_well
    assert by_itself.due(later(desk, 8)) == ()
    assert by_itself.due(later(desk, 9)) == (ME,)


def test_whoever_would_have_to_be_asked_is_left_in_peace(
    desk: Desk, ring: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scripted() as server:
        checked(desk, server)
        connections.connect(desk, Told(Service.IMAP, "bo@example.com", SECRET, server.url, keep=False))
        sync(desk)
        assert by_itself.due(later(desk, 5)) == (ME,)
        ring.held.clear()
        sync(later(desk, 5))
    assert by_itself.due(later(desk, 12)) == (), "it is missing since"
    monkeypatch.setattr("askwell.actions.connecting.keyrings.can_keep", lambda _: False)
    assert (by_itself.due(later(desk, 12)), by_itself.can_be(desk)) == ((), False)


def test_switched_off_nothing_is_due_until_it_is_on_again_or_all_is_erased(desk: Desk) -> None:
    with scripted() as server:
        checked(desk, server)
    assert by_itself.can_be(desk)
    assert by_itself.switch(desk, on=False).said == by_itself.OFF_SAID
    assert (by_itself.is_on(desk), by_itself.due(later(desk, 5))) == (False, ())
    assert by_itself.switch(desk, on=True).said == by_itself.ON_SAID
    assert (by_itself.is_on(desk), by_itself.due(later(desk, 5))) == (True, (ME,))
    by_itself.switch(desk, on=False)
    keep.erase(desk)
    assert by_itself.is_on(desk)


def test_on_a_server_of_many_nothing_is_read_by_itself(desk: Desk) -> None:
    with scripted() as server:
        checked(desk, server)
    far = replace(later(desk, 5), embedded=False)
    assert by_itself.due(far) == ()
    by_itself.switch(far, on=False)
    assert by_itself.is_on(far)
