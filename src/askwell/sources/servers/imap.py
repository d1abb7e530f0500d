"""Mail from an IMAP server: each folder a reading, in windows, from where the last look ended; none is marked read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any

from askwell.domain.connections import Connection
from askwell.domain.messages import Message, Writer
from askwell.domain.people import Origin
from askwell.domain.reading import Note, Reading
from askwell.sources import mail
from askwell.sources.mail import leaving
from askwell.sources.servers.imap_box import WINDOW, Box, Folder, Head, Opened
from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.seen import Key, Seen, Wanted
from askwell.sources.servers.troubles import Confused, Trouble, told

MARKS = 10  # messages of a folder whose marks are kept
MOST = 150_000  # messages of one look; the next one goes on from there
UNWANTED = frozenset({"\\noselect", "\\nonexistent", "\\junk", "\\trash", "\\drafts", "\\flagged", "\\important"})
FLAGS = {"\\draft": leaving.DRAFT, "\\deleted": leaving.TRASH}
ALL, MADE = "\\all", "@made.invalid>"
CLOSED = "the server does not open this folder"
GONE = "it was gone from the server while its folder was read"


def probe_imap(connection: Connection, key: Key, *, reach: Reach, patience: Patience) -> str:
    """Whether she is let in; tells in words what is there."""
    box = Box(connection.server, reach, patience)
    try:
        box.let_in(key)
        count = len(wanted_folders(box))
        return f"{count} folder{'s' if count != 1 else ''} of mail"
    finally:
        box.close()


def look_imap(
    connection: Connection, key: Key, place: dict[str, Any], wanted: Wanted, *, reach: Reach, patience: Patience
) -> Seen:
    """What came in since; never raises for what a server does."""
    looking = _Looking(connection, place, wanted, Seen([], dict(place)))
    try:
        box = Box(connection.server, reach, patience)
    except Trouble as trouble:
        looking.seen.said = str(trouble)
        return looking.seen
    try:
        box.let_in(key)
        looking.all_of(box)
    except Trouble as trouble:
        looking.seen.said = told(trouble, kept=bool(looking.seen.readings))
    finally:
        box.close()
    return looking.seen


def wanted_folders(box: Box) -> list[Folder]:
    """Those with mail between people; of Gmail the one with everything, for its other folders show the same mail."""
    found = [folder for folder in box.folders() if not (folder.flags & UNWANTED or _is_unwanted(folder))]
    every = [folder for folder in found if ALL in folder.flags]
    if box.is_gmail and every:
        return every
    return sorted(found, key=lambda folder: (folder.name.upper() != "INBOX", "\\sent" not in folder.flags))


def _is_unwanted(folder: Folder) -> bool:
    """Where the server does not say what a folder is for, its name does, in many languages."""
    return bool(leaving.reason_of_place("/".join(folder.parts)))


@dataclass(frozen=True)
class _Cursor:
    """Where a folder was read up to: the number `last`, meant by that `validity`.

    `marks` are of the last messages there were, by their numbers: so numbers that are used again are noticed.
    """

    validity: int = 0
    last: int = 0
    marks: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, told: Any) -> "_Cursor":
        """The cursor that was kept; a new one where what was kept makes no sense."""
        try:
            marks = {int(number): str(mark) for number, mark in told["marks"].items()}
            return cls(int(told["validity"]), int(told["last"]), marks)
        except (TypeError, KeyError, ValueError, AttributeError):
            return cls()

    def as_dict(self) -> dict[str, Any]:
        return {
            "validity": self.validity,
            "last": self.last,
            "marks": {str(one): mark for one, mark in self.marks.items()},
        }

    def moved(self, last: int, marks: Mapping[int, str]) -> "_Cursor":
        """Behind another window."""
        newest = sorted({**self.marks, **marks}.items())[-MARKS:]
        return _Cursor(self.validity, last, dict(newest))

    def fits(self, opened: Opened) -> bool:
        """Whether the folder says that its numbers mean what they meant."""
        goes_on = not opened.next or opened.next > self.last
        return opened.validity > 0 and opened.validity == self.validity and goes_on

    def is_of(self, heads: Mapping[int, Head]) -> bool:
        """Whether messages from before are those that were read: none of the newest may be one that nobody saw."""
        since = min(self.marks) if len(self.marks) >= MARKS else 0
        return all(self.marks.get(number) == _mark(head) for number, head in heads.items() if number >= since)


@dataclass
class _Looking:
    """One look: goes from folder to folder, and keeps what it has read wholly, window by window."""

    connection: Connection
    place: dict[str, Any]
    wanted: Wanted
    seen: Seen
    read: int = 0

    def all_of(self, box: Box) -> None:
        folders = wanted_folders(box)
        if not folders:
            raise Confused(box.host, "it shows no folder with mail")
        before = self.place.get("folders") if self._is_still_so() else None
        cursors = {name: _Cursor.of(told) for name, told in before.items()} if isinstance(before, dict) else {}
        self.seen.place = {"text_from": self.wanted.text_from.isoformat(), "folders": {}}
        kept = self.seen.place["folders"]
        kept.update({name: cursor.as_dict() for name, cursor in cursors.items()})
        for folder in folders:
            cursor = cursors.get(folder.name, _Cursor())
            self._folder(box, folder, cursor, kept)

    def _is_still_so(self) -> bool:
        """Where words are wanted since earlier than before, all is read once more for them."""
        try:
            return datetime.fromisoformat(str(self.place.get("text_from"))) <= self.wanted.text_from
        except (ValueError, TypeError):
            return False

    def _folder(self, box: Box, folder: Folder, cursor: _Cursor, kept: dict[str, Any]) -> None:
        reading = Reading(file=f"{folder.name} of {self.connection.name}", source="mail", path=self._path(box, folder))
        opened = box.open(folder)
        if opened is None:
            reading.read, reading.left_out = 1, [Note(0, CLOSED)]
            self.seen.readings.append(reading)
            return
        cursor, numbers = _from(box, opened, cursor)
        messages: list[Message] = []
        reading.messages = messages
        for start in range(0, len(numbers), WINDOW):
            if self.read >= MOST:
                self.seen.said = f"There is more mail on {box.host} than is read at one go. Try again to go on."
                return
            window = numbers[start : start + WINDOW]
            self.wanted.progress(f"reading {reading.file}", start, len(numbers))
            told = _Window(box, reading, self.wanted.text_from).read(window)
            if not start:
                self.seen.readings.append(reading)
            messages += told.messages
            reading.left_out += told.left_out
            reading.unreadable += told.unreadable
            reading.read += len(window)
            self.read += len(window)
            cursor = cursor.moved(window[-1], told.marks)
            kept[folder.name] = cursor.as_dict()
        if not numbers:
            kept[folder.name] = cursor.as_dict()

    def _path(self, box: Box, folder: Folder) -> str:
        """What tells her mail from this server from any other, whatever the connection is called."""
        return f"{self.connection.user}@{box.host}/{'/'.join(folder.parts)}"


def _from(box: Box, opened: Opened, cursor: _Cursor) -> tuple[_Cursor, list[int]]:
    """Where to go on from, and the numbers to read; from the beginning where numbers mean something else by now."""
    if cursor.fits(opened):
        numbers, before = box.numbers_after(cursor.last, opened.count)
        if not cursor.last or not before or cursor.is_of(box.heads(before[-MARKS:])):
            return cursor, numbers
    return _Cursor(opened.validity), box.numbers_after(0, opened.count)[0]


def _mark(head: Head) -> str:
    return blake2b(head.raw, digest_size=12).hexdigest()


class _Window:
    """The messages of one window: headers of all, the whole of those whose words are wanted."""

    def __init__(self, box: Box, reading: Reading, text_from: datetime) -> None:
        self._box, self._reading, self._text_from = box, reading, text_from
        self.messages: list[Message] = []
        self.left_out: list[Note] = []
        self.unreadable: list[Note] = []
        self.marks: dict[int, str] = {}

    def read(self, numbers: list[int]) -> "_Window":
        heads = self._box.heads(numbers)
        if not heads and numbers:
            raise Confused(self._box.host, "it lists messages and then shows none of them")
        self.marks = {number: _mark(heads[number]) for number in numbers[-MARKS:] if number in heads}
        found: dict[int, Message] = {}
        for number in numbers:
            if number not in heads:
                self.left_out.append(Note(number, GONE))
            elif message := self._message(number, heads[number], heads[number].raw, text_from=mail.NO_TEXT):
                found[number] = message
        wholes = {number: heads[number].size for number, message in found.items() if self._is_wanted(message)}
        for number, raw in self._box.wholes(wholes):
            if whole := self._message(number, heads[number], raw, text_from=self._text_from):
                found[number] = whole
            else:
                del found[number]
        self.messages = list(found.values())
        return self

    def _is_wanted(self, message: Message) -> bool:
        """Words since the search began; and where a message has no id, its words tell it from others."""
        if message.origin.message_id.endswith(MADE):
            return True
        return message.writer is not Writer.BULK and message.at >= self._text_from

    def _message(self, number: int, head: Head, raw: bytes, *, text_from: datetime) -> Message | None:
        """The message, or None with a note of why there is none."""
        origin = Origin(self._reading.file, number, path=self._reading.path)
        for flag in sorted(FLAGS.keys() & head.flags):
            self.left_out.append(Note(number, FLAGS[flag]))
            return None
        try:
            return mail.read_message(head.above + raw, origin=origin, text_since=text_from, from_line=head.from_line)
        except leaving.LeftOut as left:
            self.left_out.append(Note(number, left.reason))
        except mail.Unreadable as bad:
            self.unreadable.append(Note(number, bad.reason))
        return None
