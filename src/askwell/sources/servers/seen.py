"""What a look at a server takes and gives: the key to let it in, what is wanted, and what was seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from askwell.domain.connections import Login
from askwell.domain.reading import Reading
from askwell.sources.servers.apart import Apart, here

WHOLE = "whole"  # in a place: the day on which all of a calendar was read last
FRESH = timedelta(days=30)  # meetings that repeat are counted out 90 days ahead, so they never run short

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Key:
    """What lets her in. Of a feed the secret is its whole address. It shows itself to nobody who prints it."""

    user: str = field(repr=False)
    secret: str = field(repr=False)
    login: Login = Login.PASSWORD


def nobody_watches(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the look is for: the text of mail since `text_from` (aware); floating times are in `zone` (IANA).

    Meetings that repeat are counted out around `now` (aware), without which the first day alone is read. What comes in
    is parsed `apart`.
    """

    text_from: datetime
    zone: str = ""
    progress: Progress = nobody_watches
    now: datetime | None = None
    apart: Apart = here

    @property
    def today(self) -> str:
        """The day as a place keeps it, "" where nobody tells it."""
        return self.now.date().isoformat() if self.now else ""

    def is_due(self, place: Mapping[str, Any]) -> bool:
        """Whether a calendar is to be read as a whole once more, for the further days of what did not change."""
        if self.now is None:
            return False
        try:
            last = date.fromisoformat(str(place.get(WHOLE, "")))
        except ValueError:
            return True
        return not last <= self.now.date() < last + FRESH


@dataclass
class Seen:
    """What was read, and where the next look goes on. `said` is what stood in the way, "" where all was read.

    `place` is plain JSON. It never runs ahead of what was read, so that nothing is passed over after a trouble.
    """

    readings: list[Reading] = field(default_factory=list)
    place: dict[str, Any] = field(default_factory=dict)
    said: str = ""
