"""An mbox, split into its messages in one pass; memory stays flat however large the file.

A line `From ` begins a message if an empty line stands before it, or it names an address (or is Netscape's `From -`),
and what follows up to the next empty line are header fields, one of them such as every mail has. So a sentence of a
body that begins with "From" begins no message. The whole `From ` line of the old form, with its date, outweighs one
odd line among the fields.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

CHUNK = 1 << 20
MOST = 32 << 20  # bytes kept of one message; what lies beyond are attachments that nobody reads here
_AHEAD = 1 << 16  # how far a header block is followed to see that it is one
_LEAD = 1 << 10  # a span that begins before this is read from the beginning, a BOM and empty lines taken off
_CONTEXT = 3  # bytes before a line that tell whether the line before is empty
_ADDRESSED = re.compile(rb"From (?:-|[^\s@]++@[^\s@]++)[ \t\r\n]")
_DATED = re.compile(rb"From [^\s@]++@[^\s@]++ ++[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d ")
_FIELDS = re.compile(rb"(?:(?:[!-9;-~]++:|[ \t]|>?From )[^\n]*+\n)++")
_KNOWN = (b"\nfrom:", b"\ndate:", b"\nmessage-id:", b"\nreceived:", b"\nsubject:")


@dataclass(frozen=True, slots=True)
class Piece:
    """One message: its `From ` line (empty where it had none), and the message as it stands below."""

    from_line: bytes
    raw: bytes


def split(
    stream: IO[bytes], *, start: int = 0, end: int | None = None, chunk: int = CHUNK, most: int = MOST
) -> Iterator[Piece]:
    """The messages of an mbox, in order. What stands before the first one is given too, for it is not to be lost.

    With `start` and `end`, only those that begin between them: whether a line begins a message
    is told by the bytes around it alone, so the spans of a file give together what the whole gives.
    """
    held = _Held(most, open_=not start)
    window, place = _first(stream, start, chunk)
    while True:
        more = stream.read(chunk)
        window += more
        decided = len(window) - _AHEAD if more else len(window)
        if decided > _CONTEXT:
            seen = _CONTEXT
            for at in _starts(window, decided):
                held.add(window[seen:at])
                yield from held.release()
                if end is not None and place + at >= end:
                    return
                held.open = place + at >= start
                seen = at
            held.add(window[seen : max(seen, decided)])
            gone = max(seen, decided) - _CONTEXT
            window, place = window[gone:], place + gone
        if not more:
            yield from held.release()
            return


def _first(stream: IO[bytes], start: int, chunk: int) -> tuple[bytes, int]:
    """The first window, with the few bytes before that belong to it, and its place in the stream."""
    if start > _LEAD:
        _go_to(stream, start - _CONTEXT, chunk)
        return stream.read(chunk), start - _CONTEXT
    read = stream.read(chunk)
    bare = read.removeprefix(b"\xef\xbb\xbf").lstrip()
    return b"\n" * _CONTEXT + bare, len(read) - len(bare) - _CONTEXT


def _go_to(stream: IO[bytes], place: int, chunk: int) -> None:
    """A stream that unpacks can only be read up to there."""
    if stream.seekable():
        stream.seek(place)
        return
    while place > 0 and (passed := stream.read(min(chunk, place))):
        place -= len(passed)


def _starts(window: bytes, decided: int) -> Iterator[int]:
    """Where messages begin in `window`, as far as enough of it is there to tell."""
    at = window.find(b"\nFrom ", _CONTEXT - 1, decided + 5)
    while at >= 0:
        if _begins(window, at + 1):
            yield at + 1
        at = window.find(b"\nFrom ", at + 1, decided + 5)


def _begins(window: bytes, start: int) -> bool:
    """Whether a message begins there, by no more than the bytes near it, whatever else the window holds."""
    blank = window[start - 2 : start] == b"\n\n" or window[start - 3 : start] == b"\n\r\n"
    if not blank and not _ADDRESSED.match(window, start):
        return False
    stop = min(len(window), start + _AHEAD)
    line_end = window.find(b"\n", start, stop)
    fields = _FIELDS.match(window, line_end + 1, stop) if line_end > 0 else None
    if fields is None:
        return False
    block = window[line_end : fields.end()]
    if b"\nFrom:" not in block and not any(known in block.lower() for known in _KNOWN):
        return False
    rest = window[fields.end() : min(fields.end() + 2, stop)]
    whole = rest in {b"", b"\r\n"} or rest.startswith(b"\n") or window.find(b"\n", fields.end(), stop) < 0
    return whole or (blank and _DATED.match(window, start) is not None)


class _Held:
    """The message at hand, as it comes in pieces; more than `most` bytes of it are let go.

    Not `open`, it takes nothing: what comes is the rest of a message that began before.
    """

    def __init__(self, most: int, *, open_: bool = True) -> None:
        self.most = most
        self.open = open_
        self.size = 0
        self.parts: list[bytes] = []

    def add(self, part: bytes) -> None:
        if part and self.open and self.size < self.most:
            self.parts.append(part[: self.most - self.size])
            self.size += len(self.parts[-1])

    def release(self) -> Iterator[Piece]:
        raw = self.parts[0] if len(self.parts) == 1 else b"".join(self.parts)
        self.parts, self.size = [], 0
        if not raw or raw.isspace():
            return
        if not raw.startswith(b"From "):
            yield Piece(b"", raw)
            return
        line, _, rest = raw.partition(b"\n")
        yield Piece(line.rstrip(), rest)
