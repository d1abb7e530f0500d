"""A calendar by its address (iCalendar over the web): fetched only where it has changed. The address is its secret."""

from typing import Any
from urllib.parse import urlsplit

from askwell.domain.connections import Connection
from askwell.domain.reading import Reading
from askwell.sources.found import Found, InHand, Kind
from askwell.sources.servers import parsing
from askwell.sources.servers.apart import Apart, Beyond, here
from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.seen import WHOLE, Key, Seen, Wanted
from askwell.sources.servers.troubles import BrokenOff, Confused, Trouble
from askwell.sources.servers.web import Answer, Web

SAME, OK = 304, 200
HEAD = 4096  # bytes in which a calendar has begun
PAGE = (
    "the address leads to a web page, not to a calendar. Copy the address of the calendar itself, which often ends in"
    " .ics"
)


def address_of(text: str) -> str:
    """The address as it is asked for: what calendars call webcal is the encrypted web."""
    told = text.strip()
    for scheme in ("webcal://", "webcals://"):
        if told.lower().startswith(scheme):
            return f"https://{told[len(scheme) :]}"
    return told


def probe_feed(_: Connection, key: Key, *, reach: Reach, patience: Patience, apart: Apart = here) -> str:  # noqa: ARG001 - as all probes have it
    """Whether there is a calendar; tells in words what is there. Nothing is parsed for that."""
    answer = _asked(key, {}, reach, patience)
    count = answer.body.upper().count(b"BEGIN:VEVENT")
    return f"a calendar with {count} event{'s' if count != 1 else ''}"


def look_feed(
    connection: Connection, key: Key, place: dict[str, Any], wanted: Wanted, *, reach: Reach, patience: Patience
) -> Seen:
    """All events, where anything changed since or a month is over; never raises for what a server does."""
    seen = Seen([], dict(place))
    wanted.progress(f"reading {connection.name}", 0, 0)
    try:
        answer = _asked(key, {} if wanted.is_due(place) else place, reach, patience)
    except Trouble as trouble:
        seen.said = str(trouble)
        return seen
    if answer.status == SAME:
        return seen
    seen.readings = [_read(connection, answer, wanted)]
    if b"END:VCALENDAR" in answer.body[-HEAD:].upper():
        tags = {"etag": answer.headers.get("etag", ""), "modified": answer.headers.get("last-modified", "")}
        tags[WHOLE] = wanted.today
        seen.place = {name: tag[:200] for name, tag in tags.items() if tag}
    else:
        seen.said = str(BrokenOff(connection.server))
    return seen


def _asked(key: Key, place: dict[str, Any], reach: Reach, patience: Patience) -> Answer:
    url = address_of(key.secret)
    host = urlsplit(url).hostname or "the address"
    if urlsplit(url).scheme not in {"http", "https"}:
        raise Confused(host, "its address does not begin with https:// or webcal://")
    names = (("If-None-Match", "etag"), ("If-Modified-Since", "modified"))
    known = {header: str(place[name]) for header, name in names if place.get(name)}
    web = Web(url, reach, patience)
    try:
        answer = web.ask("GET", url, headers={"Accept": "text/calendar, */*;q=0.1", **known})
    finally:
        web.close()
    if answer.status == SAME and known:
        return answer
    if answer.status != OK:
        raise Confused(host, f"it answers with error {answer.status}")
    if b"BEGIN:VCALENDAR" not in answer.body[:HEAD].upper():
        raise Confused(host, PAGE if b"<" in answer.body[:HEAD] else "what it sends is no calendar")
    return answer


def _read(connection: Connection, answer: Answer, wanted: Wanted) -> Reading:
    """Known by the name she gave, for the address is nobody else's business."""
    path = f"{connection.server}/{connection.id}"
    found = Found(connection.name, path, Kind.CALENDAR, InHand(answer.body), len(answer.body))
    (reading,) = wanted.apart(parsing.read_bundle, [(found.size, parsing.Bundle(found, wanted.zone, wanted.now))])
    return parsing.unread(found, reading.reason) if isinstance(reading, Beyond) else reading
