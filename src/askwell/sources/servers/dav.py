"""The little of WebDAV that is needed to read: finding collections, what changed in them, and the things themselves."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.sax.saxutils import escape

from askwell.sources.servers import multistatus
from askwell.sources.servers.apart import Apart, Beyond, here
from askwell.sources.servers.multistatus import CAL, CARD, DAV, LISTED, OK, SERVER, Many, Name, Property, read_many
from askwell.sources.servers.troubles import Confused, NotLetIn, NotThere, TooMuch
from askwell.sources.servers.web import Answer, Web, joined

PREFIXES = {DAV: "d", CARD: "card", CAL: "cal", SERVER: "cs"}
MANY, FORBIDDEN, GONE = 207, 403, 404
TOGETHER = 50  # things asked for at once
MOST = 50_000  # things of one collection that are read at one go; the next one goes on from there
ROUNDS = 200  # times that a server may say that there is more
XML = {"Content-Type": "application/xml; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Kind:
    """Contacts or calendars: what they are called in the language of their servers, and in ours."""

    space: str
    known: str  # the well-known address to begin at
    home: str
    type: str
    data: str
    multiget: str
    what: str


CONTACTS = Kind(
    CARD, "carddav", "addressbook-home-set", "addressbook", "address-data", "addressbook-multiget", "address book"
)
CALENDARS = Kind(CAL, "caldav", "calendar-home-set", "calendar", "calendar-data", "calendar-multiget", "calendar")


@dataclass(frozen=True, slots=True)
class Thing:
    """One answer of many: an address and what is said of it; `gone` where it is no more."""

    url: str
    gone: bool
    properties: Mapping[Name, Property]

    def text(self, space: str, name: str) -> str:
        return self._told(space, name).text

    def href(self, space: str, name: str) -> str:
        """The address that a property holds, "" where there is none."""
        told = self._told(space, name).href
        return joined(self.url, told) if told else ""

    def has(self, space: str, name: str, inner: Name) -> bool:
        return inner in self._told(space, name).inner

    def names(self, space: str, name: str) -> frozenset[str]:
        """What the elements of a property are for, in capitals."""
        return frozenset(map(str.upper, self._told(space, name).names))

    def _told(self, space: str, name: str) -> Property:
        return self.properties.get((space, name), NOTHING)


@dataclass(frozen=True, slots=True)
class Collection:
    """An address book or a calendar; `token` tells its present state, "" where the server keeps none."""

    url: str
    name: str
    token: str


@dataclass
class Changes:
    """What changed in a collection: things by their address with their tags. `token` is its state with all of them."""

    tags: dict[str, str] = field(default_factory=dict)
    token: str = ""
    whole: bool = False  # all there is was listed, not only what changed
    more: bool = False  # the server had more to list; `token` goes on from there


NOTHING = Property()


class TooHard(Confused):
    """An answer that could not be parsed within bounds."""


class Dav:
    """A server of contacts or calendars, read and never changed. All it raises is Trouble.

    What it sends is parsed `apart`, for XML can be made to take long, or much memory.
    """

    def __init__(self, web: Web, kind: Kind, *, apart: Apart = here) -> None:
        self.web, self.kind = web, kind
        self._apart = apart

    def collections(self, start: str) -> list[Collection]:
        """The address books or calendars behind an address: of one of them, of her home, or of the server at large."""
        wanted = [(DAV, "resourcetype"), (DAV, "current-user-principal"), (self.kind.space, self.kind.home), *SHOWN]
        known = urljoin(start, f"/.well-known/{self.kind.known}")
        closed = False
        for url in dict.fromkeys((start, known)):
            answer = self._propfind(url, wanted, depth="0", forbidden_is=False)
            closed = closed or answer.status == FORBIDDEN
            found = next(iter(self._things(answer)), None) if answer.status == MANY else None
            if found and self._is_one(found):
                return [self._collection(found)]
            if found and (listed := self._listed(self._home(found))):
                return listed
        raise NotLetIn(self.web.host) if closed else NotThere(self.web.host, self.kind.what)

    def _home(self, found: Thing) -> str:
        """Where her collections are: as this place says, else as what stands for her says, else here."""
        home = (self.kind.space, self.kind.home)
        if told := found.href(*home):
            return told
        principal = found.href(DAV, "current-user-principal")
        of_hers = self._first(principal, [home]) if principal else None
        return (of_hers.href(*home) if of_hers else "") or found.url

    def _listed(self, home: str) -> list[Collection]:
        answer = self._propfind(home, [(DAV, "resourcetype"), *SHOWN], depth="1")
        if answer.status != MANY:
            return []
        return [self._collection(one) for one in self._things(answer) if self._is_one(one)]

    def _is_one(self, thing: Thing) -> bool:
        told = thing.names(CAL, "supported-calendar-component-set")
        return thing.has(DAV, "resourcetype", (self.kind.space, self.kind.type)) and (not told or "VEVENT" in told)

    def _collection(self, thing: Thing) -> Collection:
        own = unquote(urlsplit(thing.url).path.rstrip("/").rpartition("/")[2])
        return Collection(thing.url, thing.text(DAV, "displayname") or own, thing.text(DAV, "sync-token"))

    def _first(self, url: str, wanted: Sequence[Name]) -> Thing | None:
        answer = self._propfind(url, wanted, depth="0")
        return next(iter(self._things(answer)), None) if answer.status == MANY else None

    def changes(self, collection: Collection, token: str) -> Changes:
        """What changed since the state of `token`; all there is where that is "", or is known no more."""
        if collection.token:
            for since in dict.fromkeys((token, "")):
                if (found := self._changed(collection, since)) is not None:
                    return found
        return self._all(collection)

    def _changed(self, collection: Collection, token: str) -> Changes | None:
        """None where the server does not know this state, or does not tell changes at all."""
        found = Changes(token=token, whole=not token)
        for _ in range(ROUNDS):
            body = (
                f"<d:sync-collection {SPACES}><d:sync-token>{escape(found.token)}</d:sync-token>"
                "<d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"
            )
            headers = {**XML, "Depth": "0"}
            answer = self.web.ask("REPORT", collection.url, body=HEAD + body, headers=headers, forbidden_is=False)
            if answer.status != MANY:
                self._or_broken(answer)
                return None
            told, more = self._parsed(answer), False
            for one in self._located(answer, told):
                if _is_itself(one.url, collection.url):
                    more = more or one.gone  # 507: there is more than it tells at once
                elif not one.gone and not one.url.endswith("/"):
                    found.tags[one.url] = one.text(DAV, "getetag")
            found.more, found.token = more and told.token != found.token, told.token
            if not found.more or len(found.tags) >= LISTED:
                break
        return found

    def _all(self, collection: Collection) -> Changes:
        answer = self._propfind(collection.url, [(DAV, "getetag"), (DAV, "resourcetype")], depth="1")
        if answer.status != MANY:
            self._or_broken(answer)
            raise Confused(self.web.host, f"it does not show what is in the {self.kind.what}")
        things = (one for one in self._things(answer) if not one.gone and not _is_itself(one.url, collection.url))
        inner = [one for one in things if not one.has(DAV, "resourcetype", (DAV, "collection"))]
        return Changes({one.url: one.text(DAV, "getetag") for one in inner}, "", whole=True)

    def _or_broken(self, answer: Answer) -> None:
        """A server that is in trouble itself is no server that cannot do a thing."""
        if answer.status >= 500 and answer.status != 501:
            raise Confused(self.web.host, f"it is in trouble itself (error {answer.status})")

    def things(self, collection: Collection, urls: Sequence[str]) -> Iterator[dict[str, bytes]]:
        """The things at these addresses, some at a time; one that is gone by now is missing.

        Of what the server leaves out without a word each is asked for by itself, for it is not asked for again.
        """
        for start in range(0, len(urls), TOGETHER):
            some = urls[start : start + TOGETHER]
            hrefs = "".join(f"<d:href>{escape(urlsplit(url).path)}</d:href>" for url in some)
            kind, prefix = self.kind, PREFIXES[self.kind.space]
            body = (
                f"<{prefix}:{kind.multiget} {SPACES}><d:prop><{prefix}:{kind.data}/></d:prop>{hrefs}"
                f"</{prefix}:{kind.multiget}>"
            )
            answer = self.web.ask("REPORT", collection.url, body=HEAD + body, headers={**XML, "Depth": "1"})
            things: dict[str, Thing] = {}
            if answer.status == MANY:
                with suppress(TooHard):  # one of them is to blame: each by itself needs no XML
                    things = {one.url: one for one in self._things(answer)}
            else:
                self._or_broken(answer)
            told = {url: one.text(kind.space, kind.data).encode("utf-8", "replace") for url, one in things.items()}
            yield {url: told[url] for url in some if told.get(url)}
            left = [url for url in some if not told.get(url) and not (url in things and things[url].gone)]
            yield dict(self._one_by_one(left))

    def _one_by_one(self, urls: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        for url in urls:
            answer = self.web.ask("GET", url, forbidden_is=False)
            if answer.status == OK:
                yield url, answer.body
            elif answer.status != GONE:
                self._or_broken(answer)

    def _propfind(self, url: str, wanted: Sequence[Name], *, depth: str, forbidden_is: bool = True) -> Answer:
        names = "".join(f"<{PREFIXES[space]}:{name}/>" for space, name in wanted)
        body = f"{HEAD}<d:propfind {SPACES}><d:prop>{names}</d:prop></d:propfind>"
        headers = {**XML, "Depth": depth}
        answer = self.web.ask("PROPFIND", url, body=body, headers=headers, forbidden_is=forbidden_is)
        if answer.status != MANY:
            self._or_broken(answer)
        return answer

    def _parsed(self, answer: Answer) -> Many:
        (many,) = self._apart(read_many, [(len(answer.body), answer.body)])
        if isinstance(many, Beyond):
            raise TooHard(self.web.host, "reading its answer took more time or memory than any honest one takes")
        if many.fault == multistatus.TOO_MANY:
            raise TooMuch(self.web.host)
        if many.fault == multistatus.DAMAGE:
            raise Confused(self.web.host, "its answer is cut off or damaged")
        if many.fault:
            raise Confused(self.web.host)
        return many

    def _things(self, answer: Answer) -> list[Thing]:
        return self._located(answer, self._parsed(answer))

    def _located(self, answer: Answer, many: Many) -> list[Thing]:
        return [
            Thing(_plain(joined(answer.url, part.href)), part.status >= 400, part.properties) for part in many.parts
        ]


SHOWN = ((DAV, "displayname"), (DAV, "sync-token"), (CAL, "supported-calendar-component-set"))
SPACES = " ".join(f'xmlns:{prefix}="{space}"' for space, prefix in PREFIXES.items())
HEAD = '<?xml version="1.0" encoding="utf-8"?>'


def _plain(url: str) -> str:
    """One form for an address, however its letters are written."""
    parts = urlsplit(url)
    return parts._replace(path=quote(unquote(parts.path), safe="/@:+,;=~!$&'()*")).geturl()


def _is_itself(url: str, collection: str) -> bool:
    return urlsplit(_plain(url)).path.rstrip("/") == urlsplit(_plain(collection)).path.rstrip("/")
