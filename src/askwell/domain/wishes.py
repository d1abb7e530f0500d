"""How she wishes to work: the size of a day, the pace of new asks, days of rest, and how the pages behave."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

SIZES = (1, 3, 5, 10)  # things in a day that she can choose from


class Theme(StrEnum):
    """Paper by day or by night; the system's own choice unless she says otherwise."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What she has said of how she wishes to work. Without a word of hers, a size or pace is None: as it serves best.

    `rest_day` is the day on which nothing is put before her. From the moment `accepts_since` on, sure things are
    taken as they are, without her yes; None means that she is asked.
    """

    size: int | None = None
    pace: int | None = None
    rest_day: date | None = None
    accepts_since: datetime | None = None
    shortcuts: bool = True
    theme: Theme = Theme.SYSTEM
    forecast: bool = True

    @property
    def accepts(self) -> bool:
        """Whether sure things are taken as they are."""
        return self.accepts_since is not None


NONE_SAID = Wishes()
