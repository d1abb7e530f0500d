"""vCard files taken apart and mended: cards split, lines unfolded, encodings undone; one bad card harms no other.

Only properties that are read are kept; a photograph of 8 MB or a sound never reaches the parser.
"""

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from askwell.sources.tables import decode

_WANTED = frozenset(
    "N FN ORG TITLE ROLE EMAIL TEL URL NICKNAME NOTE ADR UID KIND CATEGORIES X-SOCIALPROFILE X-ABSHOWAS X-MAIDENNAME"
    " X-ADDRESSBOOKSERVER-KIND X-ADDRESSBOOKSERVER-MEMBER MEMBER X-LINKEDIN SOCIALPROFILE X-ABRELATEDNAMES"
    " X-ABLABEL".split()
)
_STRUCTURED = frozenset({"N", "ORG", "ADR"})
_SEVERAL = _STRUCTURED | {"NICKNAME", "CATEGORIES"}
_COMMA = re.compile(r"\\.|,")  # with what stands behind a backslash, which is left alone
_PROPERTY = re.compile(r"(?:[A-Za-z0-9_-]+\.)?([A-Za-z][A-Za-z0-9_-]*)[;:]")
_CHARSET = re.compile(r'CHARSET="?([\w.:-]{2,40})', re.IGNORECASE)
_ENCODING = re.compile(r";(?:ENCODING=)?\"?(QUOTED-PRINTABLE|BASE64|B|Q)\"?(?=;|$)", re.IGNORECASE)
# Charsets of text; Python knows others that are none, or that take ages.
_TEXTS = ("utf-8", "utf-16", "ascii", "iso8859", "iso2022", "cp", "shift_jis", "euc", "gb", "big5", "koi8", "mac-")
_LONGEST = 20_000  # characters of one value


@dataclass(slots=True)
class RawCard:
    """The lines of one card; `whole` is false where the file ends or the next card begins before its END."""

    lines: list[str] = field(default_factory=list)
    whole: bool = False


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, each in the charset it declares where the file as a whole is not UTF-8."""
    if data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        data = decode(data).encode()
    data = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return data.replace(b"\0", b"").decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        return [_line(raw) for raw in data.replace(b"\0", b"").split(b"\n")]


def cards_of(lines: list[str]) -> Iterator[RawCard]:
    """Each outermost card; a card within a card (AGENT) is passed over."""
    card, depth, before = RawCard(), 0, ""
    for line in lines:
        mark = line.strip().upper() if len(line) < 40 else ""
        if mark == "BEGIN:VCARD":
            if depth and not _opens_agent(before):
                yield card
                depth = 0
            card = card if depth else RawCard()
            depth += 1
        elif mark == "END:VCARD" and depth:
            depth -= 1
            if not depth:
                card.whole = True
                yield card
        elif depth == 1:
            card.lines.append(line)
        before = line if mark or line.strip() else before
    if depth:
        yield card


def mended(card: RawCard) -> str:
    """The card as a plain vCard 3.0 text with only what is read; `card` gives one line for each physical line."""
    lines = (_canonical(line) for line in _unfolded(card.lines))
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *filter(None, lines), "END:VCARD", ""))


def _opens_agent(line: str) -> bool:
    return re.match(r"(?:[\w-]+\.)?AGENT\b[^:]{0,200}:\s*$", line, re.IGNORECASE) is not None


def _line(raw: bytes) -> str:
    declared = _CHARSET.search(raw[:200].decode("ascii", "ignore"))
    for charset in ("utf-8", _known(declared[1] if declared else "")):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp1252", "replace")


def _unfolded(lines: list[str]) -> Iterator[str]:
    """Logical lines of wanted properties: folded, broken off by `=`, or simply gone on with in the next line."""
    pieces: list[str] = []
    soft = False
    for line in lines:
        found = None if soft or line[:1] in " \t" else _PROPERTY.match(line)
        if found:
            if pieces:
                yield "".join(pieces)
            pieces = [line] if found[1].upper() in _WANTED else []
        elif pieces:
            pieces.append(line[1:] if line[:1] in " \t" and not soft else line if soft else f" {line}")
        soft = bool(pieces) and _ends_soft(line, pieces[0])
        if soft:
            pieces[-1] = pieces[-1][:-1]
    if pieces:
        yield "".join(pieces)


def _ends_soft(line: str, first: str) -> bool:
    return line.endswith("=") and "QUOTED-PRINTABLE" in first[:200].upper()


def _canonical(line: str) -> str:
    """`NAME;params:value` with no encoding, charset or line break left in it; "" where there is no value.

    Version 2.1, and many programs that write a later one, leave the comma in a text as it is.
    """
    head, value = _parts(line)
    name = head.partition(";")[0]
    bare = name.rpartition(".")[2].upper()
    encoding, charset = _ENCODING.search(head), _CHARSET.search(head)
    value = value[:_LONGEST]
    if encoding:
        head = head[: encoding.start()] + head[encoding.end() :]
        value = _decoded(value, encoding[1].upper()[0], charset[1] if charset else "utf-8", parts=bare in _STRUCTURED)
    elif bare not in _SEVERAL:
        value = _COMMA.sub(lambda found: found.group() if len(found.group()) > 1 else "\\,", value)
    head = re.sub(r';CHARSET="?[\w.:-]{2,40}"?', "", head, flags=re.IGNORECASE)
    return f"{head}:{value}" if value.strip("; ") else ""


def _parts(line: str) -> tuple[str, str]:
    """Head and value, parted at the first colon that no quotation mark holds."""
    at = line.find(":")
    while 0 <= at < 1000 and line.count('"', 0, at) % 2:
        at = line.find(":", at + 1)
    if not 0 <= at < 1000:
        at = line.find(":")
    return line[:at].strip(), line[at + 1 :].strip()


def _decoded(value: str, encoding: str, charset: str, *, parts: bool) -> str:
    pieces = value.split(";") if parts else [value]
    return ";".join(_escaped(_text(piece, encoding, charset)) for piece in pieces)


def _text(value: str, encoding: str, charset: str) -> str:
    raw = value.encode("utf-8")
    try:
        plain = quopri.decodestring(raw) if encoding == "Q" else base64.b64decode(raw)
    except binascii.Error:
        plain = raw
    return plain.decode(_known(charset), "replace").replace("\0", "")


def _known(charset: str) -> str:
    """A declared charset if it is one of texts, else UTF-8."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return "utf-8"
    return name if name.startswith(_TEXTS) else "utf-8"


def _escaped(text: str) -> str:
    for mark, written in (("\\", "\\\\"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"), (";", "\\;"), (",", "\\,")):
        text = text.replace(mark, written)
    return text
