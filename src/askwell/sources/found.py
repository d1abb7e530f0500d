"""What the walk finds: a file with its kind, its own name, and a way to open it; never a path of the computer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from askwell.domain.reading import Me, Note, Reading

LIMIT = 200 * 1024 * 1024  # bytes of a file that is read whole; mail is streamed and has no such limit
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins Outlook's .msg files, and old files of Word and Excel too
_TOO_LARGE = "larger than 200 MB; split it, or export fewer years"


class Kind(StrEnum):
    """What a file is; the value is the `source` of its reading, but for mail, where it is always `mail`."""

    CONNECTIONS = "linkedin-connections"
    MESSAGES = "linkedin-messages"
    INVITATIONS = "linkedin-invitations"
    RECOMMENDATIONS = "linkedin-recommendations"
    PROFILE = "linkedin-profile"
    POSITIONS = "linkedin-positions"
    EDUCATION = "linkedin-education"
    EMAILS = "linkedin-emails"
    PHONES = "linkedin-phones"
    NOTES = "linkedin-notes"
    IMPORTED = "linkedin-imported"
    FOLLOWS = "linkedin-follows"
    SAVED_JOBS = "linkedin-saved-jobs"
    JOBS = "linkedin-jobs"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    APPLICATIONS = "applications"
    TABLE = "table"
    VCARD = "vcard"
    CALENDAR = "calendar"
    MAIL = "mail"
    MBOX = "mbox"
    MAILDIR = "maildir"
    LEFT_OUT = "left-out"
    UNREADABLE = "unreadable"


class Unreadable(Exception):  # noqa: N818 - it is an answer about a file, not a fault of the program
    """A file that cannot be read as a whole; the text is the sentence for the receipt."""


def printable(name: str) -> str:
    """A name as it can be shown: no control characters, at most 120 characters."""
    shown = "".join(c if c.isprintable() else "?" for c in name)
    return shown if len(shown) <= 120 else shown[:117] + "..."


def _nothing() -> BinaryIO:
    raise Unreadable("there is nothing to open")


@dataclass(frozen=True, slots=True)
class OnDisk:
    """Opens a file of the disk; a value, so that another process can open it too."""

    path: Path

    def __call__(self) -> BinaryIO:
        return self.path.open("rb")


@dataclass(frozen=True, slots=True)
class InHand:
    """Opens what is held in memory; a value as well."""

    content: bytes = field(repr=False)

    def __call__(self) -> BinaryIO:
        return BytesIO(self.content)


@dataclass(frozen=True, slots=True)
class Found:
    """One file. `file` is its own name, `path` its place inside the zip or folder that was given (unique in a walk).

    `open` gives a fresh binary stream each time; close it. `size` is in bytes, as far as the header tells, -1 where
    unknown. `notes` belong to the kinds LEFT_OUT and UNREADABLE, which have nothing to open; a MAILDIR is a `folder`.
    A part of much mail has a `span`, bytes of an mbox from and to, or `letters`, files of a Maildir.
    """

    file: str
    path: str
    kind: Kind
    open: Callable[[], BinaryIO] = _nothing
    size: int = -1
    notes: tuple[Note, ...] = ()
    folder: Path | None = None
    span: tuple[int, int] | None = None
    letters: tuple[str, ...] | None = None

    def data(self) -> bytes:
        """The whole file, at most `LIMIT` bytes; raises Unreadable beyond."""
        if self.size > LIMIT:
            raise Unreadable(_TOO_LARGE)
        with self.open() as stream:
            data = stream.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise Unreadable(_TOO_LARGE)
        return data

    def reading(self, *, me: Me | None = None) -> Reading:
        """An empty reading in this file's name."""
        return Reading(file=self.file, source=self.kind.value, path=self.path, me=me or Me())
