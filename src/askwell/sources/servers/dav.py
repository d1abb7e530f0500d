"""The little of WebDAV that is needed to read: finding collections, what changed in them, and the things themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from askwell.sources.servers.troubles import Confused, NotLetIn, NotThere
from askwell.sources.servers.web import Answer, Web, joined

DAV, CARD, CAL, SERVER = (
    "DAV:",
    "urn:ietf:params:xml:ns:carddav",
    "urn:ietf:params:xml:ns:caldav",
    "http://calendarserver.org/ns/",
)
PREFIXES = {DAV: "d", CARD: "card", CAL: "cal", SERVER: "cs"}
MANY, OK, FORBIDDEN, GONE = 207, 200, 403, 404
TOGETHER = 50  # things asked for at once
MOST = 50_000  # things of one collection that are read at one go; the next one goes on from there
LISTED = 1_000_000  # things of one collection that are listed
ROUNDS = 200  # times that a server may say that there is more
XML = {"Content-Type": "application/xml; charset=utf-8"}

Name = tuple[str, str]


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
    properties: Mapping[Name, Element]

    def text(self, space: str, name: str) -> str:
        found = self.properties.get((space, name))
        return (found.text or "").strip() if found is not None else ""

    def href(self, space: str, name: str) -> str:
        """The address that a property holds, "" where there is none."""
        found = self.properties.get((space, name))
        inner = found.find(f"{{{DAV}}}href") if found is not None else None
        told = (inner.text or "").strip() if inner is not None else ""
        return joined(self.url, told) if told else ""

    def has(self, space: str, name: str, inner: Name) -> bool:
        found = self.properties.get((space, name))
        return found is not None and found.find(f"{{{inner[0]}}}{inner[1]}") is not None


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


class Dav:
    """A server of contacts or calendars, read and never changed. All it raises is Trouble."""

    def __init__(self, web: Web, kind: Kind) -> None:
        self.web, self.kind = web, kind

    def collections(self, start: str) -> list[Collection]:
        """The address books or calendars behind an address: of one of them, of her home, or of the server at large."""
        wanted = [(DAV, "resourcetype"), (DAV, "current-user-principal"), (self.kind.space, self.kind.home), *SHOWN]
        known = urljoin(start, f"/.well-known/{self.kind.known}")
        closed = False
        for url in dict.fromkeys((start, known)):
            answer = self._propfind(url, wanted, depth="0", forbidden_is=False)
            closed = closed or answer.status == FORBIDDEN
            found = next(self._things(answer), None) if answer.status == MANY else None
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
        components = thing.properties.get((CAL, "supported-calendar-component-set"))
        told = {inner.get("name", "").upper() for inner in components} if components is not None else set()
        return thing.has(DAV, "resourcetype", (self.kind.space, self.kind.type)) and (not told or "VEVENT" in told)

    def _collection(self, thing: Thing) -> Collection:
        own = unquote(urlsplit(thing.url).path.rstrip("/").rpartition("/")[2])
        return Collection(thing.url, thing.text(DAV, "displayname") or own, thing.text(DAV, "sync-token"))

    def _first(self, url: str, wanted: Sequence[Name]) -> Thing | None:
        answer = self._propfind(url, wanted, depth="0")
        return next(self._things(answer), None) if answer.status == MANY else None

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
            root, more = self._parsed(answer), False
            for one in self._things(answer, root):
                if _is_itself(one.url, collection.url):
                    more = more or one.gone  # 507: there is more than it tells at once
                elif not one.gone and not one.url.endswith("/"):
                    found.tags[one.url] = one.text(DAV, "getetag")
            told = root.findtext(f"{{{DAV}}}sync-token", "").strip()
            found.more, found.token = more and told != found.token, told
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
            if answer.status == MANY:
                things = {one.url: one for one in self._things(answer)}
                told = {url: one.text(kind.space, kind.data).encode() for url, one in things.items()}
                yield {url: told[url] for url in some if told.get(url)}
                left = [url for url in some if not told.get(url) and not (url in things and things[url].gone)]
                yield dict(self._one_by_one(left))
            else:
                self._or_broken(answer)
                yield dict(self._one_by_one(some))

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

    def _parsed(self, answer: Answer) -> Element:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring

        try:
            root: Element = fromstring(answer.body, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as fault:
            raise Confused(self.web.host, "its answer is cut off or damaged") from fault
        if root.tag != f"{{{DAV}}}multistatus":
            raise Confused(self.web.host)
        return root

    def _things(self, answer: Answer, root: Element | None = None) -> Iterator[Thing]:
        for one in (self._parsed(answer) if root is None else root).iterfind(f"{{{DAV}}}response"):
            href = one.findtext(f"{{{DAV}}}href", "").strip()
            if not href:
                continue
            properties: dict[Name, Element] = {}
            for some in one.iterfind(f"{{{DAV}}}propstat"):
                if _status(some) in {OK, 0}:
                    inner = some.find(f"{{{DAV}}}prop")
                    properties |= {_name(found): found for found in (inner if inner is not None else ())}
            yield Thing(_plain(joined(answer.url, href)), _status(one) >= 400, properties)


SHOWN = ((DAV, "displayname"), (DAV, "sync-token"), (CAL, "supported-calendar-component-set"))
SPACES = " ".join(f'xmlns:{prefix}="{space}"' for space, prefix in PREFIXES.items())
HEAD = '<?xml version="1.0" encoding="utf-8"?>'


def _status(element: Element) -> int:
    """The number of a status line, 0 where there is none."""
    words = element.findtext(f"{{{DAV}}}status", "").split()
    return int(words[1]) if len(words) > 1 and words[1].isdecimal() and len(words[1]) == 3 else 0


def _name(element: Any) -> Name:
    space, _, name = str(element.tag).removeprefix("{").rpartition("}")
    return space, name


def _plain(url: str) -> str:
    """One form for an address, however its letters are written."""
    parts = urlsplit(url)
    return parts._replace(path=quote(unquote(parts.path), safe="/@:+,;=~!$&'()*")).geturl()


def _is_itself(url: str, collection: str) -> bool:
    return urlsplit(_plain(url)).path.rstrip("/") == urlsplit(_plain(collection)).path.rstrip("/")
