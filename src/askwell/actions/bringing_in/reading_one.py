"""Reading one file, as it is done here or by a worker: whatever is wrong with it is said of this file alone."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from askwell import sources
from askwell.domain.reading import Me, Note, Reading
from askwell.domain.tables import Layouts
from askwell.sources.found import Found, Kind, OnDisk, Unreadable

STEP = 200  # messages between two reports of progress
DAMAGED = "the file is damaged; what could be read before the damage was kept"
FEW = 100  # files that are read ahead
NEEDING = frozenset({Kind.APPLICATIONS, Kind.TABLE, Kind.CALENDAR, Kind.MAIL, Kind.MBOX, Kind.MAILDIR})
LONGEST_LIST = 32 << 20  # bytes of a list of people that is known again by its bytes
LISTS = frozenset({Kind.CONNECTIONS, Kind.GOOGLE, Kind.OUTLOOK, Kind.VCARD})
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What reading needs to know: her country and zone, since when the text of mail counts, her word on tables, now."""

    region: str = ""
    zone: str = ""
    text_since: datetime | None = None
    layouts: Layouts = field(default_factory=Layouts)
    now: datetime | None = None


def look(path: Path) -> list[Found]:
    """What is under one path."""
    from askwell.sources import walk

    return list(walk.under(path))


def ahead(paths: Sequence[Path]) -> tuple[list[Found], dict[int, Reading]]:
    """What is under all paths, and as much of it read, by its place, as needs to know nothing of her."""
    from askwell.sources import walk

    found = list(walk.find(paths))
    few = [at for at, one in enumerate(found) if one.kind not in NEEDING][:FEW]
    return found, {at: read_with_digest(found[at], Wanted()) for at in few}


def read_apart(told: tuple[Found, Wanted]) -> Reading:
    """One file or part of one, read by a worker."""
    return read_with_digest(*told)


def read_with_digest(found: Found, wanted: Wanted, progress: Progress = lambda *_: None) -> Reading:
    """One file; a list of people with the digest of the very bytes that were read."""
    if found.kind not in LISTS or not 0 < found.size <= LONGEST_LIST or not isinstance(found.open, OnDisk):
        return read(found, wanted, progress)
    try:
        data = found.data()
    except (OSError, Unreadable):
        return read(found, wanted, progress)  # which says what is wrong
    reading = read(replace(found, open=partial(BytesIO, data), size=len(data)), wanted, progress)
    if _tells_cards_alone(reading):
        reading.digest = digest_of(data)
    return reading


def digest_of(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _tells_cards_alone(reading: Reading) -> bool:
    """Whether a file tells of people and of nothing else, so that its cards are all that could be new."""
    others = (reading.messages, reading.again, reading.series, reading.applications, reading.companies)
    return bool(reading.cards) and not any((*others, reading.question, reading.layout)) and reading.me == Me()


def read(found: Found, wanted: Wanted, progress: Progress = lambda *_: None) -> Reading:
    """One file with its messages in a list. Used up memory is told by its exception, all else in the reading."""
    try:
        reading = sources.read(
            found,
            region=wanted.region,
            zone=wanted.zone,
            text_since=wanted.text_since,
            layouts=wanted.layouts,
            now=wanted.now,
        )
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, the other files are read
        return lost(found, sources.sentence(fault))
    _take_messages(reading, progress)
    return reading


def lost(found: Found, reason: str) -> Reading:
    """A file of which nothing could be read."""
    reading = found.reading()
    reading.read, reading.unreadable = 1, [Note(0, reason)]
    return reading


def _take_messages(reading: Reading, progress: Progress) -> None:
    """Use up a lazy stream of messages, up to where the file is damaged."""
    taken = []
    try:
        for message in reading.messages:
            taken.append(message)
            if len(taken) % STEP == 0:
                progress(f"reading {reading.file}", len(taken), 0)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, the other files are read
        reading.read = len(taken) + len(reading.left_out) + len(reading.unreadable) + 1
        reading.unreadable.append(Note(len(taken) + 1, DAMAGED))
    reading.messages = taken


def words_of(text: str) -> str:
    """What the sender wrote themselves in a text that was pasted: without quotes and signature."""
    from askwell.sources.mail import reply

    return reply.split(text.replace("\r\n", "\n")).new
