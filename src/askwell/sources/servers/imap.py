"""Mail from an IMAP server: each folder a reading, in windows, from where the last look ended; none is marked read."""

from collections.abc import Iterable, Iterator, Mapping
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
from askwell.sources.servers import parsing
from askwell.sources.servers.apart import Apart, Beyond, here
from askwell.sources.servers.gmail import Conversations
from askwell.sources.servers.imap_box import WINDOW, Box, Folder, Head, Opened
from askwell.sources.servers.parsing import ENOUGH
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
HARMFUL = "Too much mail on {host} cannot be read within bounds, and was left out. Try again to go on behind it."
GONE = "it was gone from the server while its folder was read"


def probe_imap(connection: Connection, key: Key, *, reach: Reach, patience: Patience, apart: Apart = here) -> str:  # noqa: ARG001 - as all probes have it
    """Whether she is let in; tells in words what is there. No mail is read for that."""
    with Box(connection.server, reach, patience) as box:
        box.let_in(key)
        count = len(wanted_folders(box))
        return f"{count} folder{'s' if count != 1 else ''} of mail"


def look_imap(
    connection: Connection, key: Key, place: dict[str, Any], wanted: Wanted, *, reach: Reach, patience: Patience
) -> Seen:
    """What came in since; never raises for what a server does."""
    looking = _Looking(connection, place, wanted, Seen([], dict(place)))
    try:
        with Box(connection.server, reach, patience) as box:
            box.let_in(key)
            looking.all_of(box)
    except Trouble as trouble:
        looking.seen.said = told(trouble, kept=bool(looking.seen.readings))
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
    harmful: int = 0

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
            if self.harmful < ENOUGH:
                self._folder(box, folder, cursors.get(folder.name, _Cursor()), kept)

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
        conversations = Conversations(box, last=cursor.last, apart=self.wanted.apart)
        messages: list[Message] = []
        reading.messages = messages
        for start in range(0, len(numbers), WINDOW):
            if self.read >= MOST:
                self.seen.said = f"There is more mail on {box.host} than is read at one go. Try again to go on."
                return
            window = numbers[start : start + WINDOW]
            self.wanted.progress(f"reading {reading.file}", start, len(numbers))
            told = _Window(box, reading, self.wanted, conversations, bear=ENOUGH - self.harmful).read(window)
            if not start:
                self.seen.readings.append(reading)
            messages += told.messages
            reading.left_out += told.left_out
            reading.unreadable += told.unreadable
            reading.read += len(told.numbers)
            self.read += len(told.numbers)
            self.harmful += told.harmful
            cursor = cursor.moved(told.numbers[-1], told.marks)
            kept[folder.name] = cursor.as_dict()
            if self.harmful >= ENOUGH:
                self.seen.said = HARMFUL.format(host=box.host)
                return
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
    """The messages of one window: headers of all, the whole of those whose words are wanted. They are parsed apart."""

    def __init__(self, box: Box, reading: Reading, wanted: Wanted, conversations: Conversations, *, bear: int) -> None:
        self._box, self._reading, self._wanted, self._bear = box, reading, wanted, bear
        self._conversations = conversations
        self.numbers: list[int] = []
        self.harmful = 0
        self.messages: list[Message] = []
        self.left_out: list[Note] = []
        self.unreadable: list[Note] = []
        self.marks: dict[int, str] = {}

    def read(self, numbers: list[int]) -> "_Window":
        """All of them; or, where more are harmful than one look can bear, those up to there."""
        heads = self._box.heads(numbers)
        if not heads and numbers:
            raise Confused(self._box.host, "it lists messages and then shows none of them")
        self.numbers = numbers
        self.left_out += [Note(number, GONE) for number in numbers if number not in heads]
        there = [number for number in numbers if number in heads and not self._is_flagged(heads[number], number)]
        found = dict(self._parsed(((number, heads[number], heads[number].raw) for number in there), mail.NO_TEXT))
        self._conversations.told(found, heads)
        sizes = {number: heads[number].size for number, message in found.items() if self._is_wanted(message)}
        for some in self._box.wholes(sizes):
            for number, _ in some:
                del found[number]
            found |= self._parsed(((number, heads[number], raw) for number, raw in some), self._wanted.text_from)
            if self.harmful >= self._bear:
                break
        self._end_at(self.numbers[-1], found)
        self.marks = {number: _mark(heads[number]) for number in self.numbers[-MARKS:] if number in heads}
        return self

    def _end_at(self, last: int, found: Mapping[int, Message]) -> None:
        """What lies behind is for the next look."""
        self.messages = [found[number] for number in self.numbers if number in found]
        self.left_out = [note for note in self.left_out if note.at <= last]
        self.unreadable = [note for note in self.unreadable if note.at <= last]

    def _is_flagged(self, head: Head, number: int) -> bool:
        """Whether a message is left out for what the server says of it."""
        flags = sorted(FLAGS.keys() & head.flags)
        self.left_out += [Note(number, FLAGS[flag]) for flag in flags[:1]]
        return bool(flags)

    def _is_wanted(self, message: Message) -> bool:
        """Words since the search began; and where a message has no id, its words tell it from others."""
        if message.origin.message_id.endswith(MADE):
            return True
        return message.writer is not Writer.BULK and message.at >= self._wanted.text_from

    def _parsed(self, raws: Iterable[tuple[int, Head, bytes]], text_from: datetime) -> Iterator[tuple[int, Message]]:
        """Those that are messages, by their numbers; of each other one a note of why it is none."""
        pieces = [(len(raw), self._letter(number, head, raw, text_from)) for number, head, raw in raws]
        for (_, letter), answer in zip(pieces, self._wanted.apart(parsing.read_letter, pieces), strict=True):
            number = letter.origin.index
            if isinstance(answer, Beyond):
                self.unreadable.append(Note(number, answer.reason))
                self.harmful += 1
                if self.harmful >= self._bear:
                    self.numbers = self.numbers[: self.numbers.index(number) + 1]
                    return
            elif isinstance(answer, parsing.Unread):
                (self.left_out if answer.on_purpose else self.unreadable).append(answer.note)
            else:
                yield number, answer

    def _letter(self, number: int, head: Head, raw: bytes, text_from: datetime) -> parsing.Letter:
        origin = Origin(self._reading.file, number, path=self._reading.path)
        return parsing.Letter(head.above + raw, origin, text_from, head.from_line)
