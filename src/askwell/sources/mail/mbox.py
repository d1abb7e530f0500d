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


def split(stream: IO[bytes], *, chunk: int = CHUNK, most: int = MOST) -> Iterator[Piece]:
    """The messages of an mbox, in order. What stands before the first one is given too, for it is not to be lost."""
    held = _Held(most)
    window = b"\n" * _CONTEXT + stream.read(chunk).removeprefix(b"\xef\xbb\xbf").lstrip()
    while True:
        more = stream.read(chunk)
        window += more
        decided = len(window) - _AHEAD if more else len(window)
        if decided > _CONTEXT:
            seen = _CONTEXT
            for start in _starts(window, decided):
                held.add(window[seen:start])
                yield from held.release()
                seen = start
            held.add(window[seen : max(seen, decided)])
            window = window[max(seen, decided) - _CONTEXT :]
        if not more:
            yield from held.release()
            return


def _starts(window: bytes, decided: int) -> Iterator[int]:
    """Where messages begin in `window`, as far as enough of it is there to tell."""
    at = window.find(b"\nFrom ", _CONTEXT - 1, decided + 5)
    while at >= 0:
        if _begins(window, at + 1):
            yield at + 1
        at = window.find(b"\nFrom ", at + 1, decided + 5)


def _begins(window: bytes, start: int) -> bool:
    blank = window[start - 2 : start] == b"\n\n" or window[start - 3 : start] == b"\n\r\n"
    if not blank and not _ADDRESSED.match(window, start):
        return False
    line_end = window.find(b"\n", start)
    fields = _FIELDS.match(window, line_end + 1) if line_end > 0 else None
    if fields is None:
        return False
    block = window[line_end : fields.end()]
    if b"\nFrom:" not in block and not any(known in block.lower() for known in _KNOWN):
        return False
    rest = window[fields.end() : fields.end() + 2]
    whole = rest in {b"", b"\r\n"} or rest.startswith(b"\n") or window.find(b"\n", fields.end()) < 0
    return whole or (blank and _DATED.match(window, start) is not None)


class _Held:
    """The message at hand, as it comes in pieces; more than `most` bytes of it are let go."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        self.parts: list[bytes] = []

    def add(self, part: bytes) -> None:
        if part and self.size < self.most:
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
