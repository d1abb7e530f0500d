"""More in one collection than is read at one go: each look goes on where the last ended, until all has been read."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.servers.letters import NOW, card
from tests.servers.scripted_web import Asked, Reply, Scripted, gone, many, part, scripted
from tests.sources.servers.looks import adds_up, dav, look
from tests.sources.servers.test_dav_hostile import Book, names

from askwell.domain.connections import Service
from askwell.sources.servers import Seen

NAMES = ("Ana", "Bo", "Cy", "Di", "Ed")
MORE = "There is more in “People” than is read at one go. Try again to go on."


class Untagged(Book):
    """A server that gives nothing to tell a changed card by."""

    def tag(self, href: str) -> str:
        return part(href, "")


class Pages(Book):
    """A server that lists two at a time, and says that there is more."""

    def __call__(self, asked: Asked) -> Reply | bytes:
        if "sync-collection" not in asked.body:
            return super().__call__(asked)
        done = int(asked.body.partition("<d:sync-token>")[2].partition("<")[0].removeprefix("t") or 0)
        some = list(self.cards)[done : done + 2]
        left = [gone("/book/", status=507)] if done + 2 < len(self.cards) else []
        return many(*map(self.tag, some), *left, token=f"t{done + len(some)}")


@pytest.fixture(autouse=True)
def two_at_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askwell.sources.servers.dav.MOST", 2)


def looks(server: Scripted, times: int, place: dict[str, Any] | None = None) -> list[Seen]:
    found: list[Seen] = []
    for _ in range(times):
        found.append(look(dav(server.url + "book/", "alice"), found[-1].place if found else place))
        assert adds_up(found[-1])
    return found


BOOKS: dict[str, Callable[[], Book]] = {
    "with a history": lambda: Book(*NAMES),
    "with a history in pages": lambda: Pages(*NAMES),
    "without one": lambda: Book(*NAMES, tokens=False),
    "without any tags": lambda: Untagged(*NAMES),
}


@pytest.mark.parametrize("kind", BOOKS)
def test_each_look_goes_on_where_the_last_one_ended(kind: str) -> None:
    with scripted(BOOKS[kind]()) as server:
        first, second, third = looks(server, 3)
    assert [names(one) for one in (first, second)] == [["Ana", "Bo"], ["Cy", "Di"]]
    assert "Ed" in names(third)
    assert (first.said, second.said, third.said) == (MORE, MORE, "")


@pytest.mark.parametrize("kind", ["with a history", "with a history in pages", "without one"])
def test_once_all_is_read_only_what_changes_is(kind: str) -> None:
    with scripted(book := BOOKS[kind]()) as server:
        *_, third, fourth = looks(server, 4)
        assert (third.said, names(third), fourth.readings) == ("", ["Ed"], [])
        book.cards["/book/Fay.vcf"] = card("Fay", uid="Fay")
        book.token = "t6"
        if kind != "with a history":  # this one lists all of them with a new token
            assert names(looks(server, 1, fourth.place)[0]) == ["Fay"]


def test_what_changes_midway_is_read_too() -> None:
    with scripted(book := Book(*NAMES)) as server:
        (first,) = looks(server, 1)
        book.cards["/book/Ana.vcf"] = card("Anastasia", uid="Ana")
        book.token = "t2"
        found = looks(server, 3, first.place)
    read = [name for one in found for name in names(one)]
    assert sorted(read) == ["Anastasia", "Cy", "Di", "Ed"]


def test_a_list_that_is_cut_at_its_limit_is_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askwell.sources.servers.dav.LISTED", 2)
    with scripted(Pages(*NAMES)) as server:
        found = looks(server, 4)
    assert [names(one) for one in found] == [["Ana", "Bo"], ["Cy", "Di"], ["Ed"], []]
    assert [one.said for one in found] == [MORE, MORE, "", ""]


def test_a_calendar_of_many_is_not_begun_anew_each_time_it_is_gone_on_with() -> None:
    one = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTART:20260301\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    book = Book(*NAMES)
    book.cards = {href: one.format(href) for href in book.cards}

    def reply(asked: Asked) -> Reply | bytes:
        answer = book(asked)
        if not isinstance(answer, tuple):
            return answer
        text = (
            answer[2].replace(b"card:addressbook", b"cal:calendar").replace(b"card:address-data", b"cal:calendar-data")
        )
        return answer[0], answer[1], text

    place: dict[str, Any] = {}
    read = []
    with scripted(reply) as server:
        for days in (0, 1, 2, 3, 31):
            connection = dav(server.url + "book/", "alice", Service.CALDAV)
            seen = look(connection, place, now=NOW + timedelta(days=days))
            read.append(sum(reading.read for reading in seen.readings))
            place = seen.place
    assert read == [2, 2, 1, 0, 2]
