"""Words of headers and bodies: charsets as mail really uses them, and encoded words (RFC 2047)."""

import re
from binascii import Error, a2b_base64, a2b_qp

# What mail programs mean by a name, where Python takes it otherwise or would do harm with it.
_MEANT = {
    "": "utf-8",
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "unknown-8bit": "utf-8",
    "x-unknown": "utf-8",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "punycode": "utf-8",
    "idna": "utf-8",
    "undefined": "utf-8",
    "unicode_escape": "utf-8",
    "raw_unicode_escape": "utf-8",
}
_ENCODED = re.compile(r"=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=")
_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NO_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))


def clean(text: str) -> str:
    """Without control characters and lone surrogates, which no database takes; line breaks and tabs stay."""
    return text if text.isprintable() or text.replace("\n", "").isprintable() else _HARMFUL.sub("", text)


def decode(data: bytes, *, charset: str = "") -> str:
    """Bytes as text, never failing: as declared, else UTF-8, else Windows Western with what does not fit replaced."""
    name = charset.lower().strip("'\" ").partition("*")[0]
    name = _MEANT.get(name, name)
    for codec in (name, "utf-8") if name != "utf-8" else (name,):
        try:
            return data.decode(codec)
        except (UnicodeError, LookupError, ValueError):
            continue
    try:
        return data.decode(name if name != "utf-8" else "cp1252", "replace")
    except (UnicodeError, LookupError, ValueError):
        return data.decode("cp1252", "replace")


def from_base64(data: bytes) -> bytes:
    """Base64 with whatever was added or cut off on the way."""
    try:
        return a2b_base64(data)
    except Error:
        bare = data.translate(None, _NO_BASE64)
        bare = bare[: len(bare) - 1] if len(bare) % 4 == 1 else bare
        return a2b_base64(bare + b"=" * (-len(bare) % 4))


def header(raw: bytes) -> str:
    """A header's value as the sender meant it: one line, encoded words decoded, no control characters."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    if "=?" in text:
        text = decode_words(text)
    return " ".join(clean(text).split())


def ident(raw: bytes) -> str:
    """A Message-ID: no blanks, no encoded words."""
    return clean(raw.decode("utf-8", "replace"))


def decode_words(text: str) -> str:
    """Encoded words decoded in place; blanks between two of them fall away, and a letter may be split over two."""
    if "=?" not in text:
        return text
    out: list[str] = []
    held, held_charset, end = b"", "", 0
    for match in _ENCODED.finditer(text):
        between = text[end : match.start()]
        charset = match[1].lower()
        if held_charset and (charset != held_charset or between.strip()):
            out.append(decode(held, charset=held_charset))
            held = b""
        if not held_charset or between.strip():
            out.append(between)
        held, held_charset, end = held + _payload(match[2], match[3]), charset, match.end()
    if held_charset:
        out.append(decode(held, charset=held_charset))
    return "".join(out) + text[end:]


def _payload(kind: str, word: str) -> bytes:
    data = word.encode("utf-8", "replace")
    return from_base64(data) if kind in "bB" else a2b_qp(data, header=True)
