"""Zip files, guarded: nothing is written to disk, no name is trusted, and bytes are counted as they really come."""

import io
import lzma
import re
import stat
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from askwell.sources.found import Unreadable

MEMBERS = 50_000  # files in one archive
RATIO = 60  # unpacked to packed; tables pack about 5 to 1, mail about 3 to 1
FREE = 32 * 1024 * 1024  # bytes below which the ratio says nothing: a small file of blanks is no bomb
_TAIL = 22 + 65_535  # the end record and the longest comment
_DIRECTORY = 64 * 1024 * 1024  # bytes of the list of members, 50,000 of them with long names
_CHUNK = 256 * 1024
_LOCAL = struct.Struct("<4s22xHH")  # before a member: its mark, and last how long its name and what follows it are
_BOMB = "unpacks to far more than its size allows, as damaged or harmful archives do; nothing in it was read"
_BROKEN = "damaged inside the zip file"
_DAMAGED = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, struct.error)
_MANY = f"holds more than {MEMBERS:,} files"
_ODD = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|[\x00-\x1f]")


class Archive:
    """One open zip. `members` are those that may be read; `odd` the names that are not, each with its reason."""

    def __init__(self, path: Path) -> None:
        """Raise Unreadable where the archive as a whole is refused."""
        self.path = path
        _check_directory(path)
        try:
            self._zip = ZipFile(path)
        except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as fault:
            raise Unreadable("the zip file is damaged or not complete") from fault
        infos = self._zip.infolist()
        _check_sizes(infos, packed=path.stat().st_size)
        self.odd: list[tuple[str, str]] = []
        self.members = [info for info in infos if not info.is_dir() and self._is_plain(info)]
        self._places = {info.header_offset: info for info in self.members}

    def _is_plain(self, info: ZipInfo) -> bool:
        reason = _oddity(info)
        if reason:
            self.odd.append((info.orig_filename, reason))
        return not reason

    def opener(self, info: ZipInfo) -> Callable[[], BinaryIO]:
        return InZip(self.path, info.header_offset, info.compress_size, self)

    def open(self, place: int) -> BinaryIO:
        """The member that begins at that byte."""
        return io.BufferedReader(_Counted(self._zip, self._places[place]), _CHUNK)


@dataclass(frozen=True)
class InZip:
    """Opens a member of a zip; a value, so that another process can open it too, which then opens the zip itself."""

    path: Path
    place: int
    packed: int
    archive: "Archive | None" = field(default=None, compare=False)

    def __call__(self) -> BinaryIO:
        return (self.archive or _opened(self.path)).open(self.place)

    def __reduce__(self) -> tuple[object, ...]:
        return InZip, (self.path, self.place, self.packed)

    def span(self) -> tuple[int, int]:
        """The bytes of the zip that hold its content, packed. Raises OSError where there is no such member."""
        with self.path.open("rb") as stream:
            stream.seek(self.place)
            head = stream.read(_LOCAL.size)
        if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
            raise OSError
        start = self.place + _LOCAL.size + sum(_LOCAL.unpack(head)[-2:])
        return start, start + self.packed


@lru_cache(maxsize=2)
def _opened(path: Path) -> Archive:
    return Archive(path)


class _Counted(io.RawIOBase):
    """A member as a stream that stops, with Unreadable, once it gives more than its packed size allows."""

    def __init__(self, archive: ZipFile, info: ZipInfo) -> None:
        try:
            self._stream = archive.open(info)
        except (RuntimeError, NotImplementedError) as fault:
            raise Unreadable("locked with a password, or packed in a way that is not supported") from fault
        except _DAMAGED as fault:
            raise Unreadable(_BROKEN) from fault
        self._packed = max(info.compress_size, 1)
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override] # the base says Buffer
        try:
            piece = self._stream.read(min(len(buffer), _CHUNK))
        except _DAMAGED as fault:
            raise Unreadable(_BROKEN) from fault
        self._given += len(piece)
        if self._given > FREE and self._given > RATIO * self._packed:
            raise Unreadable(_BOMB)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()


def _oddity(info: ZipInfo) -> str:
    name = info.orig_filename
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link to another file, not followed"
    if _ODD.search(name):
        return "its name points outside the archive"
    if len(name) > 255:
        return "its name is longer than 255 characters"
    return "locked with a password" if info.flag_bits & 1 else ""


def _check_sizes(infos: list[ZipInfo], *, packed: int) -> None:
    """Refuse what the headers themselves give away: too many, too large, or two members in the same bytes."""
    if len(infos) > MEMBERS:
        raise Unreadable(_MANY)
    total = sum(info.file_size for info in infos)
    if total > FREE and total > RATIO * packed:
        raise Unreadable(_BOMB)
    if any(info.file_size > FREE and info.file_size > RATIO * info.compress_size for info in infos):
        raise Unreadable(_BOMB)
    end = 0
    for info in sorted(infos, key=lambda i: i.header_offset):
        if info.header_offset < end:
            raise Unreadable("its files overlap, as harmful archives do; nothing in it was read")
        end = info.header_offset + 30 + info.compress_size


def _check_directory(path: Path) -> None:
    """Read the end record before zipfile does, since zipfile would load a list of any length into memory."""
    with path.open("rb") as stream:
        size = stream.seek(0, io.SEEK_END)
        start = stream.seek(max(0, size - _TAIL))
        tail = stream.read(_TAIL)
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or len(tail) < at + 22:
            raise Unreadable("the zip file is damaged or not complete")
        count, length = struct.unpack_from("<HI", tail, at + 10)
        if count == 0xFFFF or length == 0xFFFFFFFF:
            count, length = _large(stream, start + at) or (count, length)
    if count > MEMBERS or length > _DIRECTORY:
        raise Unreadable(_MANY)


def _large(stream: BinaryIO, end: int) -> tuple[int, int] | None:
    """(members, bytes of the list) of an archive beyond 4 GB or 65,535 files (Zip64), whose end record is at `end`."""
    stream.seek(max(0, end - 20))
    locator = stream.read(20)
    if locator[:4] != b"PK\x06\x07":
        return None
    stream.seek(min(struct.unpack_from("<Q", locator, 8)[0], end))
    record = stream.read(56)
    if len(record) < 56 or record[:4] != b"PK\x06\x06":
        return None
    count, length = struct.unpack_from("<QQ", record, 32)
    return count, length
