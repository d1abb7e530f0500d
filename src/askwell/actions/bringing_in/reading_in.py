"""Reading everything that is to be brought in: small files first, for they tell since when the text of mail counts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from askwell.actions.bringing_in import own_past, reading_one
from askwell.actions.bringing_in.reading_one import Progress, Wanted
from askwell.domain.goals import Goals
from askwell.domain.reading import Reading
from askwell.domain.tables import Layouts
from askwell.sources.found import Found, Kind

if TYPE_CHECKING:
    from askwell.actions.bringing_in.read_before import Before
    from askwell.actions.bringing_in.readers import Readers

MAIL = frozenset({Kind.MAIL, Kind.MBOX, Kind.MAILDIR})
SELF = frozenset({Kind.PROFILE, Kind.POSITIONS, Kind.EDUCATION, Kind.EMAILS})
HERSELF, OTHERS, LETTERS = range(3)  # turns of reading


@dataclass(frozen=True)
class Home:
    """What reading needs to know of the seeker: her goals as they stand, and the zone and country of her system."""

    goals: Goals
    zone: str
    country: str
    layouts: Layouts = field(default_factory=Layouts)
    now: datetime | None = None

    def region(self, readings: Sequence[Reading]) -> str:
        return own_past.filled(self.goals, readings).country or self.country

    def wanted(self, goals: Goals, *, text_since: datetime | None) -> Wanted:
        """What a file is read with, once so much is known of her goals."""
        return Wanted(goals.country or self.country, self.zone, text_since, self.layouts, self.now)


def read_all(
    paths: Sequence[str | Path],
    home: Home,
    *,
    text_from: Callable[[Goals], datetime],
    progress: Progress,
    readers: "Readers | None" = None,
    before: "Before | None" = None,
    whole: bool = False,
) -> list[Reading]:
    """Every file, read, in the order it was found; messages are lists. No file stops another.

    `text_from` tells from her goals since when the text of mail is wanted. `readers` read apart, so that no file
    harms this process; without them it is all done here. `before` knows mail that need not be read again,
    unless the `whole` is wanted.
    """
    progress("reading", 0, 0)  # how many there are is told once they are found
    found = readers.find(paths) if readers else _find_here(paths)
    order = sorted(range(len(found)), key=lambda at: _turn(found[at]))
    readings: dict[int, Reading] = {}
    progress("reading", 0, len(order))
    for turn, places in groupby(order, lambda at: _turn(found[at])):
        now, goals = list(places), own_past.filled(home.goals, list(readings.values()))
        wanted = home.wanted(goals, text_since=text_from(goals) if turn == LETTERS else None)
        if turn == LETTERS and before:
            known = before.known([found[at] for at in now], goals, text_from(goals))
            known = {} if whole else known
            readings |= {at: known[found[at].path] for at in now if found[at].path in known}
            now = [at for at in now if at not in readings]
        pairs = [(found[at], wanted) for at in now]
        read = readers.read(pairs, progress) if readers else _read_here(pairs, progress)
        for at, reading in zip(now, read, strict=True):
            reading.digest = reading.digest or (before.digest(found[at]) if before else "")
            readings[at] = reading
            progress("reading", len(readings), len(order))
    return [readings[at] for at in range(len(found))]


def _find_here(paths: Sequence[str | Path]) -> list[Found]:
    from askwell.sources import walk  # where workers do it, it need not be loaded

    return list(walk.find(paths))


def _read_here(pairs: Iterable[tuple[Found, Wanted]], progress: Progress) -> Iterator[Reading]:
    return (reading_one.read_with_digest(found, wanted, progress) for found, wanted in pairs)


def _turn(found: Found) -> int:
    if found.kind in SELF:
        return HERSELF
    return LETTERS if found.kind in MAIL else OTHERS


def midnight(day: date, zone: str) -> datetime:
    """The start of a day in a zone (IANA)."""
    from askwell.domain.days import Calendar

    return Calendar(zone or "UTC").start_of(day)
