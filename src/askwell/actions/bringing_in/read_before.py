"""Mail that was read before and is as it was: known by a digest of its bytes and of all that its reading hangs on.

The digest is kept with the file's line of the receipt, in the batch of the import, so it goes when that is undone.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from askwell.actions.bringing_in.exchanges import UNANSWERED
from askwell.domain.goals import Goals
from askwell.domain.reading import FileReceipt, Note, Reading
from askwell.sources.found import Found, Kind, OnDisk
from askwell.sources.zips import InZip

if TYPE_CHECKING:
    from askwell.actions.bringing_in.readers import Readers
    from askwell.store.read import Facts

MAIL = "mail"  # the source of what is known so
READS = 2  # to be raised whenever mail is read in another way: then it is read once more
MUCH = 1 << 20  # bytes from which on it is worth it
BLOCK = 16 << 20  # bytes that are hashed in one go
Span = tuple[Path, int, int]


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of some mail: the file, its state on the disk, which bytes of it, and their digest, "" if unknown."""

    path: Path
    state: tuple[int, int]
    start: int
    end: int
    digest: str = ""

    @property
    def spans(self) -> list[Span]:
        return [(self.path, at, min(at + BLOCK, self.end)) for at in range(self.start, self.end, BLOCK)]

    def is_as_it_was(self) -> bool:
        try:
            return _state(self.path) == self.state
        except OSError:
            return False


def content(found: Found) -> Content | None:
    """Of much mail in one file, by itself or packed in a zip; None of all else, which is soon read again."""
    opener = found.open
    if found.kind is not Kind.MBOX or found.size < MUCH or not isinstance(opener, OnDisk | InZip):
        return None
    try:
        start, end = (0, found.size) if isinstance(opener, OnDisk) else opener.span()
        return Content(opener.path, _state(opener.path), start, end)
    except OSError:
        return None


def _state(path: Path) -> tuple[int, int]:
    told = path.stat()
    return told.st_size, told.st_mtime_ns


def hash_span(span: Span) -> bytes:
    """The digest of some bytes of a file, by a worker."""
    path, start, end = span
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb", buffering=0) as stream:
        stream.seek(start)
        while start < end and (block := stream.read(min(1 << 20, end - start))):
            digest.update(block)
            start += len(block)
    return digest.digest()


def digest_of(blocks: Iterable[bytes]) -> str:
    return hashlib.blake2b(b"".join(blocks), digest_size=16).hexdigest()


def hangs_on(me: Iterable[str], name: str, since: datetime) -> str:
    """All that decides what becomes of mail when it is read, besides its bytes.

    Who she is, since when texts count, and what was taken away again of what had been read.
    """
    from askwell.store import lookups

    return repr((READS, sorted(me), name, since.isoformat(), lookups.taken_away()))


def mark(digest: str, told: str, *, cards: int | None = None) -> str:
    """What a file is known by; with the `cards` there are, where a machine's answer was left out: somebody new may
    turn out to be whom it answers for.
    """
    if not digest:
        return ""
    return hashlib.blake2b(f"{digest}|{told}|{cards}".encode("utf-8", "replace"), digest_size=16).hexdigest()


def marks(digests: Sequence[str], lines: Sequence[FileReceipt], told: str) -> list[str]:
    """What the files of an import will be known by, in order."""
    return [
        _among_cards(digest, told) if digest and hangs_on_cards(line) else mark(digest, told)
        for digest, line in zip(digests, lines, strict=True)
    ]


def hangs_on_cards(line: FileReceipt) -> bool:
    """Whether somebody new may turn out to be whom a machine answers for."""
    return any(note.reason == UNANSWERED for note in line.left_out)


class Before:
    """What is known of mail before it is read. Its bytes are hashed by the crew."""

    def __init__(self, facts: "Facts", readers: "Readers") -> None:
        self._facts = facts
        self._readers = readers
        self._contents: dict[str, Content] = {}

    def known(self, found: Sequence[Found], goals: Goals, since: datetime) -> dict[str, Reading]:
        """By path, the mail that would give nothing new: as it was read before, without its messages."""
        from askwell.store import lookups

        contents = {one.path: own for one in found if (own := content(one))}
        self._contents = self._readers.hashed(contents)
        told = hangs_on(self._facts.me, goals.name, since) if contents else ""
        readings = {}
        for one in found:
            digest = self.digest(one)
            line = digest and (lookups.line_of(mark(digest, told)) or lookups.line_of(_among_cards(digest, told)))
            if line:
                readings[one.path] = as_before(one.file, line, path=one.path, digest=digest)
        return readings

    def digest(self, found: Found) -> str:
        """Of its bytes, if they are still what was hashed."""
        own = self._contents.get(found.path)
        return own.digest if own and own.is_as_it_was() else ""


def _among_cards(digest: str, told: str) -> str:
    from askwell.store import lookups

    return mark(digest, told, cards=lookups.count_cards())


def as_before(file: str, line: Mapping[str, Any], *, path: str, digest: str) -> Reading:
    """A file as its line of the receipt told it, in which everything is known by now."""
    whole = Reading(file, line["source"], path, read=line["read"], said=line["said"], digest=digest)
    whole.left_out, whole.unreadable = _notes(line["left_out"]), _notes(line["unreadable"])
    whole.same = line["new"] + line["joined"] + line["changed"] + line["same"]
    return whole


def _notes(told: Iterable[dict[str, Any]]) -> list[Note]:
    return [Note(one["at"], one["reason"]) for one in told]
