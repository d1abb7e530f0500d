"""Contacts and calendars from a real server: all once, then what changed; what is gone there stays here."""

from datetime import timedelta
from itertools import count

import pytest
from tests.servers.letters import NOW, card, event
from tests.servers.real import DavServer
from tests.sources.servers.looks import adds_up, dav, ids, look

from askwell.domain.connections import Service
from askwell.sources import servers
from askwell.sources.servers import Key, Patience, Reach, Seen

_users = count(1)


@pytest.fixture
def user(dav_server: DavServer) -> str:
    """Somebody with an address book, a second one, and a calendar."""
    user = f"user{next(_users)}"
    for path, kind, name in (
        ("people", "card:addressbook", "People"),
        ("club", "card:addressbook", "Rowing club"),
        ("office", "cal:calendar", "Office"),
    ):
        dav_server.make(f"{user}/{path}/", user=user, kind=kind, name=name)
    return user


def names(seen: Seen) -> list[str]:
    return [card.name for reading in seen.readings for card in reading.cards]


def test_every_address_book_is_read_whole_and_then_what_changed(dav_server: DavServer, user: str) -> None:
    for number in range(1, 62):
        dav_server.put(f"{user}/people/{number}.vcf", card(f"Ana {number}", uid=f"u{number}"), user=user)
    dav_server.put(f"{user}/club/bo.vcf", card("Bo Berg", uid="bo"), user=user)
    connection = dav(dav_server.url, user)
    first = look(connection)
    assert sorted(names(first)) == sorted(["Bo Berg", *(f"Ana {number}" for number in range(1, 62))])
    assert {reading.file for reading in first.readings} == {"People of dav", "Rowing club of dav"}
    assert look(connection, first.place).readings == []
    dav_server.put(f"{user}/people/7.vcf", card("Ana Seven", uid="u7"), user=user)
    dav_server.put(f"{user}/people/new.vcf", card("Cy Moor", uid="cy"), user=user)
    dav_server.send("DELETE", f"{user}/people/8.vcf", user=user)
    second = look(connection, first.place)
    assert sorted(names(second)) == ["Ana Seven", "Cy Moor"]
    assert second.said == ""
    assert look(connection, second.place).readings == []


def test_meetings_are_read_and_again_once_they_are_moved(dav_server: DavServer, user: str) -> None:
    dav_server.put(f"{user}/office/1.ics", event("e1", "Coffee"), user=user)
    dav_server.put(f"{user}/office/2.ics", event("e2", "Lunch"), user=user)
    connection = dav(dav_server.url, user, Service.CALDAV)
    first = look(connection)
    dav_server.put(f"{user}/office/1.ics", event("e1", "Coffee", day=21), user=user)
    second = look(connection, first.place)
    assert sorted(ids(first)) == ["e1", "e2"]
    assert ids(second) == ["e1"]
    assert adds_up(first)


def test_a_calendar_that_never_changes_is_read_whole_once_a_month_and_an_address_book_is_not(
    dav_server: DavServer, user: str
) -> None:
    dav_server.put(f"{user}/office/1.ics", event("e1", "Coffee"), user=user)
    dav_server.put(f"{user}/people/1.vcf", card("Ana Lindqvist", uid="u1"), user=user)
    read = []
    for service in (Service.CALDAV, Service.CARDDAV):
        place: dict[str, object] = {}
        for days in (0, 29, 30, 31):
            seen = look(dav(dav_server.url, user, service), place, now=NOW + timedelta(days=days))
            read.append(bool(seen.readings))
            place = seen.place
    assert read == [True, False, True, False, True, False, False, False]


@pytest.mark.parametrize("path", ["{user}/people/", "{user}/", ""])
def test_the_address_of_a_book_of_her_home_or_of_the_server_does(dav_server: DavServer, user: str, path: str) -> None:
    dav_server.put(f"{user}/people/1.vcf", card("Ana Lindqvist", uid="u1"), user=user)
    assert names(look(dav(dav_server.url + path.format(user=user), user))) == ["Ana Lindqvist"]


def test_odd_names_of_things_are_found(dav_server: DavServer, user: str) -> None:
    for number, path in enumerate(("a%20b", "%C3%A5", "x%26y", "(1)", "a+b"), 1):
        dav_server.put(f"{user}/people/{path}.vcf", card(f"Ana {number}", uid=f"u{number}"), user=user)
    seen = look(dav(dav_server.url, user))
    assert sorted(names(seen)) == [f"Ana {number}" for number in range(1, 6)]
    assert adds_up(seen)


def test_a_probe_tells_what_is_there(dav_server: DavServer, user: str) -> None:
    told = [
        servers.probe(dav(dav_server.url, user, one), Key(user, "any"), reach=Reach(), patience=Patience())
        for one in (Service.CARDDAV, Service.CALDAV)
    ]
    assert told == ["2 address books", "1 calendar"]
