"""Calendars by their address: fetched where they changed, whole or not at all, and their address is told to nobody."""

from datetime import timedelta

import pytest
from tests.servers.letters import NOW, event
from tests.servers.scripted_web import Asked, Reply, Scripted, scripted
from tests.sources.servers.looks import ids, look

from askwell.domain.connections import Connection, Service


def feed(server: Scripted, path: str = "private-canary/basic.ics") -> tuple[Connection, str]:
    return Connection("k3", Service.FEED, "Work", "127.0.0.1"), server.url + path


def test_a_feed_is_fetched_only_where_it_has_changed() -> None:
    told = {"text": event("e1", "Coffee"), "tag": '"1"'}

    def reply(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == told["tag"]:
            return 304, {}, b""
        return 200, {"ETag": told["tag"], "Content-Type": "text/calendar"}, told["text"].encode()

    with scripted(reply) as server:
        connection, secret = feed(server)
        first = look(connection, secret=secret)
        second = look(connection, first.place, secret=secret)
        told |= {"text": event("e1", "Coffee", cancelled=True), "tag": '"2"'}
        third = look(connection, second.place, secret=secret)
    assert [ids(one) for one in (first, second, third)] == [["e1"], [], ["e1"]]
    assert "canary" not in str((first, second, third))


def test_a_feed_that_never_changes_is_fetched_whole_once_a_month_for_its_further_days() -> None:
    weekly = event("w1", "Coffee").replace("SUMMARY:", "RRULE:FREQ=WEEKLY\r\nSUMMARY:").encode()

    def reply(asked: Asked) -> Reply:
        return (304, {}, b"") if "if-none-match" in asked.headers else (200, {"ETag": '"1"'}, weekly)

    with scripted(reply) as server:
        connection, secret = feed(server)
        place: dict[str, object] = {}
        fetched = []
        for days in (0, 29, 30, 31, 60):
            seen = look(connection, place, secret=secret, now=NOW + timedelta(days=days))
            fetched.append([str(one.at.date()) for reading in seen.readings for one in reading.again][-1:])
            place = seen.place
        assert look(connection, {"etag": '"1"'}, secret=secret, now=NOW).readings, "as a place was before"
    assert [bool(days) for days in fetched] == [True, False, True, False, True]
    assert fetched[0] < fetched[2] < fetched[4], "each time further days are there"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ((200, {}, b"<!DOCTYPE html><html><body>Sign in</body></html>"), "leads to a web page, not to a calendar"),
        ((200, {}, b"hello"), "what it sends is no calendar"),
        ((404, {}, b"BEGIN:VCALENDAR"), "it answers with error 404"),
        ((200, {}, b""), "what it sends is no calendar"),
        ((304, {}, b""), "it answers with error 304"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "an address that is none"),
        ((302, {"Location": "ftp://127.0.0.1/"}, b""), "an address that is none"),
        ((302, {"Location": "http://["}, b""), "an address that is none"),
    ],
)
def test_what_is_no_calendar_is_told_in_a_sentence(reply: Reply, said: str) -> None:
    with scripted(lambda _: reply) as server:
        connection, secret = feed(server)
        seen = look(connection, secret=secret)
    assert said in seen.said
    assert "canary" not in seen.said


def test_a_feed_that_sends_on_to_where_nobody_may_go_is_not_followed() -> None:
    with scripted(lambda _: (302, {"Location": "http://169.254.169.254/latest/meta-data"}, b"")) as server:
        connection, secret = feed(server)
        seen = look(connection, secret=secret)
    assert (
        seen.said == "169.254.169.254 could not be reached. Check the address, and that you are online; then try again."
    )


def test_half_a_feed_gives_its_whole_events_and_is_asked_for_again() -> None:
    text = event("e1", "Coffee").replace("END:VCALENDAR\r\n", "") + event("e2", "Lunch").partition("\r\nPRODID")[2]
    cut = text[: text.index("SUMMARY:Lunch")].encode()
    with scripted(lambda _: (200, {"ETag": '"1"'}, cut)) as server:
        connection, secret = feed(server)
        seen = look(connection, secret=secret)
    assert "e1" in ids(seen)
    assert seen.place == {}
    assert seen.said.startswith("The connection to 127.0.0.1 broke off.")
