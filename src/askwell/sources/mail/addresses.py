"""Addresses in headers, however odd: one pass over the text, the same answer on every Python, never an exception."""

import re
from functools import lru_cache

from askwell.domain.people import Party
from askwell.sources.mail import words

# What nearly every address looks like; anything else takes the long way.
_PLAIN = re.compile(
    r'\s*+(?:"([^"\\<>=]*+)"\s*+|([^"\\<>(),;:@=]*+))<\s*+([^<>\s@",;:()]++@[^<>\s@",;:()\[\]]++)\s*+>\s*+'
)
_BARE = re.compile(r'\s*+([^<>\s@",;:()\[\]=]++@[^<>\s@",;:()\[\]=]++)\s*+')
_TOKEN = re.compile(r'=\?[^?\s]+\?[bBqQ]\?[^?]*\?=|\\.|[",;:()<>]|[^",;:()<>\\=]+|.', re.DOTALL)
_COMMENT = re.compile(r"\([^()]*+\)")
_NO_ADDRESS = re.compile(r"[:;,]")
_LONGEST_CACHED = 2000
_LONGEST = 256 * 1024  # bytes; nobody writes to so many, and what does is no personal mail


def read(raw: bytes) -> tuple[Party, ...]:
    """The parties that a From, To or Cc header names, in order; of endless headers the first thousands."""
    if len(raw) <= _LONGEST_CACHED:
        return _cached(raw)
    return _read(raw if len(raw) <= _LONGEST else raw[: raw.rfind(b",", 0, _LONGEST) + 1 or _LONGEST])


def _read(raw: bytes) -> tuple[Party, ...]:
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    simple = [_simple(piece) for piece in text.split(",")]
    return tuple(p for p in simple if p) if all(simple) else parse(text)


@lru_cache(maxsize=8192)
def _simple(text: str) -> Party | None:
    """One address of the usual form; None sends the whole header the long way."""
    if match := _PLAIN.fullmatch(text):
        return _party(match[1] or match[2] or "", match[3])
    match = _BARE.fullmatch(text)
    return Party("", words.clean(match[1]).lower()) if match else None


_cached = lru_cache(maxsize=8192)(_read)


def parse(text: str, *, nested: bool = False) -> tuple[Party, ...]:
    """The parties in a header's text. A quote, comment or bracket that is never closed counts as a mere character."""
    reader = _Reader()
    for match in _TOKEN.finditer(text):
        reader.take(match[0])
    if reader.quoted or reader.depth:
        return parse(text.translate({ord(c): " " for c in ('"()' if reader.quoted else "()")}), nested=nested)
    reader.end()
    return tuple(_unpacked(reader.found, nested=nested))


def _unpacked(found: list[Party], *, nested: bool) -> list[Party]:
    """An address that was wholly written as an encoded word shows only once that is decoded."""
    if nested or not any("@" in p.name and not p.handle for p in found):
        return found
    return [q for p in found for q in (parse(p.name, nested=True) if "@" in p.name and not p.handle else (p,))]


class _Reader:
    """Where the pass stands: the pieces of the address at hand, and whether inside a quote, comment or bracket."""

    def __init__(self) -> None:
        self.found: list[Party] = []
        self.text: list[str] = []
        self.comment: list[str] = []
        self.angle: list[str] | None = None
        self.address: str | None = None
        self.spoken = False  # the name held a quoted string, so commas in it have been meant
        self.before = ""  # "Doe" of `Doe, Jane <jane@example.com>`
        self.quoted = False
        self.depth = 0

    def take(self, word: str) -> None:
        if self.quoted or self.depth:
            self._inside(word)
        elif self.angle is not None and word not in "<>":
            self.angle.append(word)
        elif word in _SPECIAL:
            _SPECIAL[word](self)
        else:
            self.text.append(word)

    def _inside(self, word: str) -> None:
        if self.quoted and word == '"':
            self.quoted = False
            return
        if self.depth and word in "()":
            self.depth += 1 if word == "(" else -1
            if not self.depth:
                return
        (self.text if self.quoted else self.comment).append(word[1:] if word[0] == "\\" else word)

    def quote(self) -> None:
        self.quoted = self.spoken = True

    def open_comment(self) -> None:
        self.depth = 1
        self.comment.append(" ")

    def open_angle(self) -> None:
        self.angle = []

    def close_angle(self) -> None:
        if self.angle is not None and self.address is None:
            self.address = "".join(self.angle)
        self.angle = None

    def colon(self) -> None:
        """The end of a group's name, unless an address has begun (`mailto:`, a time, a port)."""
        if "@" in "".join(self.text) or self.address:
            self.text.append(":")
        else:
            self.text, self.comment, self.before = [], [], ""

    def flush(self) -> None:
        if self.angle is not None:
            self.close_angle()
        name, note, address = "".join(self.text).strip(), "".join(self.comment).strip(), self.address
        if address is None and not self.spoken and "@" not in name and name and not self.before:
            self.before = name
        else:
            self._add(name, note, address)
        self.text, self.comment, self.address, self.spoken = [], [], None, False

    def end(self) -> None:
        self.flush()
        if self.before:
            self.found.append(_party(self.before, ""))
            self.before = ""

    def _add(self, name: str, note: str, address: str | None) -> None:
        before, self.before = self.before, ""
        if address is not None:
            party = _party(f"{before}, {name}" if before and name else name or before or note, address)
            self.found += [party] if party.name or party.handle else []
            return
        if before:
            self.found.append(_party(before, ""))
        addresses = [piece for piece in name.split() if "@" in piece.strip("@")]
        if addresses:
            self.found += [_party(note if len(addresses) == 1 else "", a) for a in addresses]
        elif name:
            self.found.append(_party(name, ""))


_SPECIAL = {
    '"': _Reader.quote,
    "(": _Reader.open_comment,
    "<": _Reader.open_angle,
    ">": _Reader.close_angle,
    ",": _Reader.flush,
    ";": _Reader.end,
    ":": _Reader.colon,
}


def _party(name: str, address: str) -> Party:
    handle = "".join(words.clean(address).split()).lower()
    if handle.startswith("@"):  # an old route: <@a,@b:jane@c>
        handle = handle.rpartition(":")[2]
    handle = _COMMENT.sub("", handle).removeprefix("mailto:").strip("'<>")
    if "@" not in handle.strip("@") or _NO_ADDRESS.search(handle.partition("[")[0]):
        handle = ""
    shown = " ".join(words.clean(words.decode_words(name)).split()).strip('"')
    if len(shown) > 1 and shown[0] == shown[-1] == "'":
        shown = shown[1:-1].strip()
    return Party("" if shown.lower() == handle else shown, handle)
