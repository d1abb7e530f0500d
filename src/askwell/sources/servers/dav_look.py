"""Contacts over CardDAV and calendars over CalDAV: what changed in each collection, read as its file would be."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

from askwell.domain.connections import Connection, Service
from askwell.domain.reading import Note, Reading
from askwell.sources.found import Found, Kind, printable
from askwell.sources.servers import dav
from askwell.sources.servers.apart import Apart, here
from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.seen import WHOLE, Key, Seen, Wanted
from askwell.sources.servers.sifting import read_things
from askwell.sources.servers.troubles import Trouble, told
from askwell.sources.servers.web import Web

MORE = "There is more in “{name}” than is read at one go. Try again to go on."
NOT_SHOWN = "the server lists it and does not show it"
DAMAGED = "the server sent only a part of it, or something else"
_CARD = re.compile(rb"^BEGIN:VCARD\s*$", re.IGNORECASE | re.MULTILINE)
_UID = re.compile(rb"^(?:[A-Za-z0-9-]+\.)?UID[:;]", re.IGNORECASE | re.MULTILINE)
KINDS = {Service.CARDDAV: dav.CONTACTS, Service.CALDAV: dav.CALENDARS}
FILES = {Service.CARDDAV: Kind.VCARD, Service.CALDAV: Kind.CALENDAR}
ENDS = {Service.CARDDAV: (b"BEGIN:VCARD", b"END:VCARD"), Service.CALDAV: (b"BEGIN:VCALENDAR", b"END:VCALENDAR")}


def probe_dav(connection: Connection, key: Key, *, reach: Reach, patience: Patience, apart: Apart = here) -> str:
    """Whether she is let in; tells in words what is there."""
    web = Web(connection.server, reach, patience, key)
    try:
        kind = KINDS[connection.service]
        count = len(dav.Dav(web, kind, apart=apart).collections(connection.server))
        return f"{count} {kind.what}{'s' if count != 1 else ''}"
    finally:
        web.close()


def look_dav(
    connection: Connection, key: Key, place: dict[str, Any], wanted: Wanted, *, reach: Reach, patience: Patience
) -> Seen:
    """What changed since; never raises for what a server does."""
    looking = _Looking(connection, wanted, Seen([], _copied(place)))
    web = Web(connection.server, reach, patience, key)
    try:
        looking.all_of(dav.Dav(web, KINDS[connection.service], apart=wanted.apart))
    except Trouble as trouble:
        looking.seen.said = told(trouble, kept=bool(looking.seen.readings))
    finally:
        web.close()
    return looking.seen


def _copied(place: Mapping[str, Any]) -> dict[str, Any]:
    """The places of collections that were kept, without what makes no sense."""
    told = place.get("collections")
    kept = told.items() if isinstance(told, dict) else ()
    return {"collections": {name: one for name, one in kept if isinstance(one, dict)}}


@dataclass
class _Looking:
    """One look: goes from collection to collection; the place of each moves once all that changed in it was read."""

    connection: Connection
    wanted: Wanted
    seen: Seen
    troubles: list[Trouble] = field(default_factory=list)

    def all_of(self, server: dav.Dav) -> None:
        """All of them, even where one cannot be read; then what stood in the way of the first is told."""
        for collection in server.collections(self.connection.server):
            try:
                self._collection(server, collection)
            except Trouble as trouble:
                self.troubles.append(trouble)
        if self.troubles:
            raise self.troubles[0]

    def _collection(self, server: dav.Dav, collection: dav.Collection) -> None:
        name = _hash(urlsplit(collection.url).path)
        before = self._before(name)
        kept = before.get("tags")
        tags: dict[str, str] = kept if isinstance(kept, dict) else {}
        changes = server.changes(collection, str(before.get("token", "")))
        new = _unread(changes, tags)
        some, left = new[: dav.MOST], new[dav.MOST :]
        more = any(changes.tags[url] or _hash(url) not in tags for url in left)
        if later := self._read(server, collection, some):
            some, more = [url for url in some if url not in later], True
        if more or changes.more:
            self.seen.said = MORE.format(name=printable(collection.name))
        now = {_hash(url): _hash(changes.tags[url]) for url in (some if more else changes.tags)}
        if more:  # from the same state on, past what was read of it
            self._go_on(name, before, str(before.get("token", "")), {**tags, **now})
        elif changes.tags or tags or not changes.whole:  # an empty list may be a slip: its state is not trusted
            known = {} if changes.token else now if changes.whole else {**tags, **now}
            self._go_on(name, before, changes.token, known)

    def _before(self, name: str) -> dict[str, Any]:
        """Where the last look at a collection ended; of calendars from the beginning, once a month is over."""
        before: dict[str, Any] = self.seen.place["collections"].get(name, {})
        if self.connection.service is Service.CALDAV and self.wanted.is_due(before):
            return {WHOLE: self.wanted.today}
        return before

    def _go_on(self, name: str, before: Mapping[str, Any], token: str, tags: Mapping[str, str]) -> None:
        day = {WHOLE: before[WHOLE]} if WHOLE in before else {}
        self.seen.place["collections"][name] = {"token": token, "tags": tags, **day}

    def _read(self, server: dav.Dav, collection: dav.Collection, urls: Sequence[str]) -> frozenset[str]:
        """Tells what is left for the next look."""
        read = _Things(self.connection, collection, server.web.host)
        try:
            for some in server.things(collection, urls):
                read.take(some)
                self.wanted.progress(f"reading {read.file}", len(read.whole), len(urls))
        except Trouble:
            self.seen.readings += read.reading(self.wanted)
            raise
        self.seen.readings += read.reading(self.wanted)
        read.missing(len(urls))
        return read.later


def _unread(changes: dav.Changes, tags: Mapping[str, str]) -> list[str]:
    """What is new or has changed; what has no tag to tell by comes last, where it was read before."""
    known = {url: tags.get(_hash(url)) for url in changes.tags}
    new = [url for url, tag in changes.tags.items() if not tag or known[url] != _hash(tag)]
    return sorted(new, key=lambda url: not changes.tags[url] and known[url] is not None)


class _Things:
    """The cards or events of one collection, as one file of their kind."""

    def __init__(self, connection: Connection, collection: dav.Collection, host: str) -> None:
        self._service = connection.service
        self.file = printable(f"{collection.name} of {connection.name}")
        self._path = printable(f"{connection.user}@{host}{urlsplit(collection.url).path.rstrip('/')}")
        self.whole: dict[str, bytes] = {}
        self.later: frozenset[str] = frozenset()  # what came and was not looked at
        self._damaged = 0
        self._reading: Reading | None = None

    def take(self, some: Mapping[str, bytes]) -> None:
        begin, end = ENDS[self._service]
        for url, data in some.items():
            told = data.strip()
            if begin in told[:200].upper() and told[-200:].upper().endswith(end):
                self.whole[url] = _with_id(told, url) if self._service is Service.CARDDAV else told
            else:
                self._damaged += 1

    def reading(self, wanted: Wanted) -> list[Reading]:
        """What was read, none where there is nothing; what is missing is added to it afterwards."""
        if not (self.whole or self._damaged):
            return []
        file = Found(self.file, self._path, FILES[self._service])
        self._reading, later = read_things(self.whole, file, wanted) if self.whole else (file.reading(), [])
        self.later = frozenset(later)
        self._note(self._damaged, DAMAGED)
        return [self._reading]

    def missing(self, asked: int) -> None:
        """Of what was asked for, what did not come: it may have been deleted since it was listed."""
        self._note(asked - len(self.whole) - self._damaged, NOT_SHOWN)

    def _note(self, count: int, reason: str) -> None:
        if self._reading is not None and count > 0:
            self._reading.read += count
            self._reading.left_out += [Note(0, reason)] * count


def _with_id(card: bytes, url: str) -> bytes:
    """A card without an id of its own is known by its address on the server."""
    if _UID.search(card):
        return card
    own = b"BEGIN:VCARD\r\nUID:" + urlsplit(url).path.encode() + b"\r"
    return _CARD.sub(lambda _: own, card, count=1)


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=9).hexdigest()
