"""Headers, read lean: bytes in, the first value of each name out, unfolded and undecoded.

The standard parser takes many times as long; the tests hold the two side by side on every mail at hand.
"""

_NAME = bytes(range(33, 58)) + bytes(range(59, 127))  # what a header's name may consist of (RFC 5322, 2.2)
_JOINED = {b"to", b"cc", b"bcc"}  # these add up where a message repeats them
_LONGEST = 2 * 1024 * 1024  # no honest block of headers is larger

_KEYS: dict[bytes, bytes] = {}  # names as they were written, for there are few

Headers = dict[bytes, bytes]


def split(raw: bytes, start: int = 0, end: int | None = None) -> tuple[Headers, int]:
    """The headers that begin at `start`, by lower-case name, and where the body begins."""
    end = len(raw) if end is None else end
    if raw[start : start + 1] in {b"\n", b"\r"}:
        return {}, start + (2 if raw[start : start + 2] == b"\r\n" else 1)
    stop, body = _limits(raw, start, end)
    block = raw[start : min(stop, start + _LONGEST)]
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    headers = _lean(block)
    return (headers, body) if headers is not None else _thorough(raw, start, stop)


def _limits(raw: bytes, start: int, end: int) -> tuple[int, int]:
    """Where the block ends and the body begins: at the first empty line, of whichever kind."""
    first = raw.find(b"\n", start, end)
    gap = b"\n\r\n" if first > start and raw[first - 1] == 13 else b"\n\n"
    stop = raw.find(gap, start, end)
    stop, body = (stop + 1, stop + len(gap)) if stop >= 0 else (end, end)
    other = b"\n\n" if gap == b"\n\r\n" else b"\n\r\n"
    sooner = raw.find(other, start, stop)
    return (sooner + 1, sooner + len(other)) if sooner >= 0 else (stop, body)


def _lean(block: bytes) -> Headers | None:
    """None if a line is no header, which takes the thorough way."""
    headers: Headers = {}
    for line in block.replace(b"\n\t", b" ").replace(b"\n ", b" ").split(b"\n"):
        name, colon, value = line.partition(b":")
        key = _KEYS.get(name) or _key(name)
        if not colon or not key:
            if not line or name.startswith((b"From ", b">From ")):
                continue
            return None
        if key not in headers:
            headers[key] = value.strip()
        elif key in _JOINED:
            headers[key] += b", " + value.strip()
    return None if b"\r" in block else headers


def _key(name: bytes) -> bytes:
    """Lower case, without the blanks that an old way of writing has before the colon; nothing if it is no name."""
    key = name.rstrip(b" \t").lower()
    if key.translate(None, _NAME):
        return b""
    if len(name) < 40 and len(_KEYS) < 4000:
        _KEYS[name] = key
    return key


def _thorough(raw: bytes, start: int, stop: int) -> tuple[Headers, int]:
    """Up to the first line that is no header: the body begins there, unless the sender is named further below."""
    body, lines = start, []
    block = raw[start : min(stop, start + _LONGEST)].lower()
    for line in raw[start : start + len(block)].splitlines(keepends=True):
        name, colon, _ = line.partition(b":")
        strange = not colon or (name != b"" and not _key(name))
        body += len(line)
        if strange and not line.startswith((b" ", b"\t", b"From ", b">From ")):
            if block.find(b"\nfrom:", body - start - 1) < 0:
                body -= len(line)
                break
        elif name:  # a line that begins with its colon tells nothing
            lines.append(line.rstrip(b"\r\n").replace(b"\r", b" "))
    return _lean(b"\n".join(lines).lstrip(b" \t")) or {}, body
