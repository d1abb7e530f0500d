"""The answer of many parts that WebDAV gives, as plain values: only what is asked for, never deeper than is honest."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder

DAV, CARD, CAL, SERVER = (
    "DAV:",
    "urn:ietf:params:xml:ns:carddav",
    "urn:ietf:params:xml:ns:caldav",
    "http://calendarserver.org/ns/",
)
OK = 200
DEEPEST = 40  # elements within each other; honest answers have eight
LISTED = 1_000_000  # things that are listed at once

Name = tuple[str, str]
KNOWN: frozenset[Name] = frozenset(
    {
        *((DAV, name) for name in ("resourcetype", "current-user-principal", "displayname", "sync-token", "getetag")),
        (CARD, "addressbook-home-set"),
        (CARD, "address-data"),
        (CAL, "calendar-home-set"),
        (CAL, "calendar-data"),
        (CAL, "supported-calendar-component-set"),
    }
)


class Damaged(Exception):  # noqa: N818 - it is an answer about what a server sent, not a fault of the program
    """No XML, or none that an honest server sends."""


class Property(NamedTuple):  # a tuple, for these are handed over by the ten thousand
    """What is said of a thing in one respect: a text, an address, or which elements; `names` are those they tell."""

    text: str = ""
    href: str = ""
    inner: frozenset[Name] = frozenset()
    names: frozenset[str] = frozenset()


class Part(NamedTuple):
    """One answer of many: an address as it was told, the status of the whole (0 where none is said), its properties."""

    href: str
    status: int = 0
    properties: Mapping[Name, Property] = {}  # nobody puts anything into it


class Many(NamedTuple):
    """All of them, and the state that they are as of; `fault` is why there are none, "" where there are."""

    parts: tuple[Part, ...] = ()
    token: str = ""
    fault: str = ""


DAMAGE, OTHER, TOO_MANY = "damage", "other", "too many"


def read_many(body: bytes) -> Many:
    """The parts of an answer. Raises nothing but MemoryError."""
    try:
        root = _parsed(body)
    except Damaged:
        return Many(fault=DAMAGE)
    if root.tag != _tag((DAV, "multistatus")):
        return Many(fault=OTHER)
    parts: list[Part] = []
    for part in _parts(root):
        if len(parts) == LISTED:
            return Many(fault=TOO_MANY)
        parts.append(part)
    return Many(tuple(parts), root.findtext(_tag((DAV, "sync-token")), "").strip())


class _Shallow(TreeBuilder):
    """Builds no tree that is deeper than any honest one."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: Any, attrs: Any, /) -> Any:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Damaged
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Any:
        self._depth -= 1
        return super().end(tag)


def _parsed(body: bytes) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, XMLParser

    parser = XMLParser(target=_Shallow(), forbid_dtd=True)
    try:
        parser.feed(body)
        root: Element = parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as fault:
        raise Damaged from fault
    return root


def _parts(root: Element) -> Iterator[Part]:
    for one in root.iterfind(_tag((DAV, "response"))):
        href = one.findtext(_tag((DAV, "href")), "").strip()
        if not href:
            continue
        properties: dict[Name, Property] = {}
        for some in one.iterfind(_tag((DAV, "propstat"))):
            inner = some.find(_tag((DAV, "prop")))
            if _status(some) in {OK, 0} and inner is not None:
                properties |= {name: _property(found) for found in inner if (name := _name(found)) in KNOWN}
        yield Part(href, _status(one), properties)


def _property(element: Element) -> Property:
    inner = element.find(_tag((DAV, "href")))
    return Property(
        text=(element.text or "").strip(),
        href=(inner.text or "").strip() if inner is not None else "",
        inner=frozenset(map(_name, element)),
        names=frozenset(one.get("name", "") for one in element),
    )


def _status(element: Element) -> int:
    """The number of a status line, 0 where there is none."""
    words = element.findtext(_tag((DAV, "status")), "").split()
    return int(words[1]) if len(words) > 1 and words[1].isdecimal() and len(words[1]) == 3 else 0


def _tag(name: Name) -> str:
    return f"{{{name[0]}}}{name[1]}"


def _name(element: Any) -> Name:
    space, _, name = str(element.tag).removeprefix("{").rpartition("}")
    return space, name
