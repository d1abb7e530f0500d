"""The parts of a message: which of them hold what the sender wrote, and the text in them. Bounded every way."""

import re
from binascii import Error, a2b_qp, a2b_uu
from collections.abc import Iterator
from dataclasses import dataclass, field

from askwell.domain.people import Party
from askwell.sources.mail import addresses, words
from askwell.sources.mail.headers import Headers, split

MOST_TEXT = 64 * 1024  # characters of a text that are looked at; nobody writes more by hand
MOST_TAGS = 8_000  # of HTML in a message: the parser's time grows with the square of the nesting
_MOST_PLAIN = 128 * 1024  # bytes, as encoded
_MOST_HTML = 768 * 1024
_MOST_PARTS = 300
_DEEPEST = 12

_CHARSET = re.compile(rb'[;\s]charset\s*+=\s*+"?([^\s";]++)', re.IGNORECASE)
_BOUNDARY = re.compile(rb'[;\s]boundary\s*+=\s*+(?:"([^"]++)"|([^\s;"]++))', re.IGNORECASE)
_BOUNDARY_IN_PIECES = re.compile(rb"[;\s]boundary\*(?:(\d+)\*?)?=(?:\"([^\"]*+)\"|([^\s;]*+))", re.IGNORECASE)
_NAMED = re.compile(rb"[;\s](?:file)?name\*?(?:0\*?)?\s*+=", re.IGNORECASE)
_CARD_END = re.compile(r"^END:VCARD", re.IGNORECASE | re.MULTILINE)
_CARD_LINE = re.compile(r"^(?:[\w-]+\.)?(FN|EMAIL)(?:;[^:\n]*+)?:(.*+)$", re.IGNORECASE | re.MULTILINE)


@dataclass(slots=True)
class Piece:
    """One text: plain as it stands, or HTML; either with what it quotes."""

    text: str
    is_html: bool = False


@dataclass(slots=True)
class Content:
    """What a message holds for a reader: its texts in order, the messages forwarded whole, people on attached cards."""

    pieces: list[Piece] = field(default_factory=list)
    forwarded: list[tuple[Headers, "Content"]] = field(default_factory=list)
    cards: list[Party] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    raw: bytes
    headers: Headers
    start: int
    end: int
    depth: int

    @property
    def kind(self) -> bytes:
        """The content type; what is missing or no type at all is plain text."""
        kind = self.headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
        return kind if kind.count(b"/") == 1 else b"text/plain"

    @property
    def is_attached(self) -> bool:
        where = self.headers.get(b"content-disposition", b"").lower()
        return where.startswith(b"attachment") or (
            not self.kind.startswith(b"message/")
            and _NAMED.search(b" " + where + b" " + self.headers.get(b"content-type", b"")) is not None
        )


class _Reader:
    """One message being read; counts its parts so that a million of them cost no more than 300."""

    def __init__(self) -> None:
        self.left = _MOST_PARTS
        self.content = Content()

    def texts(self, part: _Part) -> list[Piece]:
        kind = part.kind
        if kind.startswith(b"multipart/"):
            return self._several(part, kind)
        if kind in {b"text/vcard", b"text/x-vcard", b"text/directory"}:
            self.content.cards += _people(_decoded(part, most=_MOST_PLAIN))
        elif kind == b"message/rfc822":
            self._forwarded(part)
        elif kind in {b"text/plain", b"text/html"} and not part.is_attached:
            html = kind == b"text/html"
            text = _decoded(part, most=_MOST_HTML if html else _MOST_PLAIN)
            return [Piece(text if html else text[:MOST_TEXT], is_html=html)] if text.strip() else []
        return []

    def _several(self, part: _Part, kind: bytes) -> list[Piece]:
        boundary = _boundary(part.headers)
        if part.depth >= _DEEPEST:
            return []
        if not boundary or part.raw.find(b"--" + boundary, part.start, part.end) < 0:
            return [Piece(_decoded(part, most=_MOST_PLAIN)[:MOST_TEXT])]
        if kind == b"multipart/alternative":
            return self._best(part, boundary)
        found: list[Piece] = []
        for number, child in enumerate(self._children(part, boundary)):
            pieces = self.texts(child)
            if kind == b"multipart/report" and child.kind == b"message/delivery-status" and not found:
                found = [Piece(_decoded(child, most=_MOST_PLAIN)[:MOST_TEXT])]
            if number == 0 or kind not in {b"multipart/related", b"multipart/report", b"multipart/signed"}:
                found += pieces
        return found

    def _best(self, part: _Part, boundary: bytes) -> list[Piece]:
        """Plain text if it says anything, else the richest."""
        richer: list[_Part] = []
        for child in self._children(part, boundary):
            if child.kind not in {b"text/plain", b"text/html"} and not child.kind.startswith(b"multipart/"):
                self.texts(child)
            elif child.kind != b"text/plain":
                richer.append(child)
            elif offer := self.texts(child):
                return offer
        return next((offer for child in reversed(richer) if (offer := self.texts(child))), [])

    def _children(self, part: _Part, boundary: bytes) -> Iterator[_Part]:
        for start, end in _between(part.raw, boundary, part.start, part.end):
            self.left -= 1
            if self.left < 0:
                return
            headers, body = split(part.raw, start, end)
            yield _Part(part.raw, headers, min(body, end), end, part.depth + 1)

    def _forwarded(self, part: _Part) -> None:
        raw = part.raw[part.start : min(part.end, part.start + _MOST_HTML)]
        if part.headers.get(b"content-transfer-encoding", b"").lower() in {b"base64", b"quoted-printable"}:
            raw = _bytes(part, most=_MOST_HTML)
        if part.depth < _DEEPEST and len(self.content.forwarded) < 5:
            headers, body = split(raw)
            inner = _Reader()
            inner.left = self.left
            inner.content.pieces = inner.texts(_Part(raw, headers, body, len(raw), part.depth + 1))
            self.left = inner.left
            self.content.forwarded.append((headers, inner.content))


def read(raw: bytes, headers: Headers, body: int) -> Content:
    """The content of a message whose headers have been read and whose body begins at `body`."""
    reader = _Reader()
    reader.content.pieces = reader.texts(_Part(raw, headers, body, len(raw), 0))
    return reader.content


def _boundary(headers: Headers) -> bytes:
    kind = headers.get(b"content-type", b"")
    match = _BOUNDARY.search(kind)
    if match:
        return (match[1] or match[2] or b"").rstrip()
    pieces = sorted((int(n or 0), quoted or bare) for n, quoted, bare in _BOUNDARY_IN_PIECES.findall(kind))
    return b"".join(piece for _, piece in pieces).removeprefix(b"us-ascii''").rstrip()


def _between(raw: bytes, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the parts; a line that only begins like the boundary is none."""
    mark, part_start = b"--" + boundary, -1
    at = start - 1 if raw.startswith(mark, start) else raw.find(b"\n" + mark, start, end)
    while at >= start - 1 and (at >= 0 or start == 0):
        after = at + 1 + len(mark)
        line_end = raw.find(b"\n", after, end)
        line_end = end if line_end < 0 else line_end
        rest = raw[after : min(line_end, after + 80)].strip()
        if rest in {b"", b"--"}:
            if part_start >= 0:
                yield part_start, max(part_start, at - 1 if raw[at - 1 : at] == b"\r" else at)
            part_start = line_end + 1
            if rest:
                return
        at = raw.find(b"\n" + mark, line_end, end)
        if at < 0:
            break
    if 0 <= part_start < end:
        yield part_start, end


def _bytes(part: _Part, *, most: int) -> bytes:
    data = part.raw[part.start : min(part.end, part.start + most)]
    encoding = part.headers.get(b"content-transfer-encoding", b"").strip().lower()
    if encoding == b"quoted-printable":
        return a2b_qp(data)
    if encoding == b"base64":
        return words.from_base64(data)
    if encoding in {b"x-uuencode", b"uuencode", b"uue", b"x-uue"}:
        return _uudecoded(data)
    return data


def _uudecoded(data: bytes) -> bytes:
    out: list[bytes] = []
    for line in data.partition(b"begin ")[2].splitlines()[1:]:
        if line.strip() == b"end":
            break
        try:
            out.append(a2b_uu(line))
        except Error:
            continue
    return b"".join(out) or data


def _decoded(part: _Part, *, most: int) -> str:
    match = _CHARSET.search(part.headers.get(b"content-type", b""))
    charset = match[1].decode("ascii", "replace") if match else ""
    text = words.decode(_bytes(part, most=most), charset=charset)
    return words.clean(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def _people(card: str) -> list[Party]:
    """Name and first address of each attached card."""
    people: list[Party] = []
    for block in _CARD_END.split(card.replace("\n ", ""))[:20]:
        found: dict[str, str] = {}
        for key, value in _CARD_LINE.findall(block):
            found.setdefault(key.upper(), value.strip())
        people += addresses.parse(f'"{found.get("FN", "")}" <{found.get("EMAIL", "")}>') if found else ()
    return people
