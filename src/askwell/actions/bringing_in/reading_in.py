"""Reading everything that is to be brought in: small files first, for they tell since when the text of mail counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from askwell import sources
from askwell.actions.bringing_in import own_past
from askwell.domain.goals import Goals
from askwell.domain.reading import Note, Reading
from askwell.domain.tables import Layouts
from askwell.sources import walk
from askwell.sources.found import Found, Kind

MAIL = frozenset({Kind.MAIL, Kind.MBOX, Kind.MAILDIR})
SELF = frozenset({Kind.PROFILE, Kind.POSITIONS, Kind.EDUCATION, Kind.EMAILS})
STEP = 200  # messages between two reports of progress
DAMAGED = "the file is damaged; what could be read before the damage was kept"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Home:
    """What reading needs to know of the seeker: her goals as they stand, and the zone and country of her system."""

    goals: Goals
    zone: str
    country: str
    layouts: Layouts = field(default_factory=Layouts)

    def region(self, readings: Sequence[Reading]) -> str:
        return own_past.filled(self.goals, readings).country or self.country


def read_all(
    paths: Sequence[str | Path],
    home: Home,
    *,
    text_from: Callable[[Goals], datetime],
    progress: Progress,
) -> list[Reading]:
    """Every file, read, in the order it was found; messages are lists. No file stops another.

    `text_from` tells from her goals since when the text of mail is wanted.
    """
    found = list(walk.find(paths))
    order = sorted(range(len(found)), key=lambda at: _turn(found[at]))
    readings: dict[int, Reading] = {}
    for done, at in enumerate(order):
        progress("reading", done, len(order))
        so_far = list(readings.values())
        since = text_from(own_past.filled(home.goals, so_far)) if found[at].kind in MAIL else None
        region = home.region(so_far)
        reading = _read(found[at], region=region, zone=home.zone, text_since=since, layouts=home.layouts)
        _take_messages(reading, progress)
        readings[at] = reading
    progress("reading", len(order), len(order))
    return [readings[at] for at in range(len(found))]


def _turn(found: Found) -> int:
    if found.kind in SELF:
        return 0
    return 2 if found.kind in MAIL else 1


def _read(found: Found, *, region: str, zone: str, text_since: datetime | None, layouts: Layouts) -> Reading:
    """One file; a fault of a reader is that file's alone."""
    try:
        return sources.read(found, region=region, zone=zone, text_since=text_since, layouts=layouts)
    except Exception as fault:  # noqa: BLE001 - whatever it is, the other files are read
        reading = found.reading()
        reading.read, reading.unreadable = 1, [Note(0, sources.sentence(fault))]
        return reading


def _take_messages(reading: Reading, progress: Progress) -> None:
    """Use up a lazy stream of messages, up to where the file is damaged."""
    taken = []
    try:
        for message in reading.messages:
            taken.append(message)
            if len(taken) % STEP == 0:
                progress(f"reading {reading.file}", len(taken), 0)
    except Exception:  # noqa: BLE001 - whatever it is, the other files are read
        reading.read = len(taken) + len(reading.left_out) + len(reading.unreadable) + 1
        reading.unreadable.append(Note(len(taken) + 1, DAMAGED))
    reading.messages = taken


def midnight(day: date, zone: str) -> datetime:
    """The start of a day in a zone (IANA)."""
    from askwell.domain.days import Calendar

    return Calendar(zone or "UTC").start_of(day)
