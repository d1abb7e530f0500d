"""The desk one works at: the open store of one seeker and the clock, which is read here and nowhere else."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from askwell.domain.days import Calendar
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals

if TYPE_CHECKING:
    from askwell.actions.house import House
    from askwell.actions.memory import Memory

YEARS = range(1980, 2200)  # of the clock; beyond them sums of days and of ties lose their meaning
ME = "me"  # the only seeker of an embedded database


@dataclass(frozen=True, slots=True)
class Desk:
    """What every verb takes first. `now` is an aware UTC moment; `notices` are things to say once, at the start.

    `embedded` tells whether the database lies in `data`, and not on a server.
    """

    now: datetime
    data: Path
    seeker: str
    notices: tuple[str, ...] = ()
    is_open: bool = True
    embedded: bool = True
    memory: "Memory | None" = None  # of a house that stays open

    @property
    def goals(self) -> Goals:
        from askwell.actions import memory

        return memory.facts(self).goals

    @property
    def calendar(self) -> Calendar:
        """Her zone and country: from her goals, else the system's."""
        return calendar_of(self.goals)


def calendar_of(goals: Goals) -> Calendar:
    """The zone and country of goals, else the system's."""
    return Calendar(goals.zone or system_zone(), goals.country or system_country())


@contextmanager
def open_desk(
    *, data: Path | None = None, now: datetime | None = None, seeker: str | None = None, url: str | None = None
) -> Iterator[Desk]:
    """Open the store of `data`, else ASKWELL_DATA, else the platform's folder, at `now`, else ASKWELL_NOW, else now.

    `url` names a server's database, "" the one in the folder; else ASKWELL_DATABASE_URL does.
    """
    from askwell import settings, store
    from askwell.store import scope, unfinished

    place = store.setup(data or settings.data_folder(), _server(url))
    name = seeker or ME
    try:
        with scope.open(name):
            told = unfinished.tell(place)
            yield Desk(now=now or clock(), data=place.data, seeker=name, notices=told, embedded=place.embedded)
    finally:
        store.close()


@contextmanager
def keep_open(
    *, data: Path | None = None, now: datetime | None = None, seeker: str | None = None, url: str | None = None
) -> "Iterator[House]":
    """A house whose store stays open, for a server: `house.desk()` is a desk for one visit. Arguments as of a desk.

    The store is set up and checked once; at the end it is closed, and how it is left is written down.
    """
    from askwell import settings, store
    from askwell.actions.house import House

    lasting = store.Lasting(data or settings.data_folder(), _server(url))
    with closing(House(lasting, now=now, seeker=seeker)) as house:
        yield house


def _server(url: str | None) -> str:
    return os.environ.get("ASKWELL_DATABASE_URL", "") if url is None else url


@contextmanager
def closed_desk(*, data: Path | None = None, now: datetime | None = None, seeker: str | None = None) -> Iterator[Desk]:
    """A desk whose store is not opened: for `doctor` and `restore` when the database is damaged or lost."""
    from askwell import settings, store

    place = store.stay_closed(data or settings.data_folder(), os.environ.get("ASKWELL_DATABASE_URL", ""))
    yield Desk(now=now or clock(), data=place.data, seeker=seeker or ME, is_open=False)


def clock() -> datetime:
    """The moment it is: ASKWELL_NOW if it is set, else the computer's."""
    said = os.environ.get("ASKWELL_NOW")
    return parse_moment(said) if said else datetime.now(UTC)


def parse_moment(text: str) -> datetime:
    """An RFC 3339 instant, such as 2026-03-27T18:00Z, as UTC; a day alone is its midnight in UTC."""
    try:
        moment = datetime.fromisoformat(text)
        found = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Refused(f"“{text}” is no moment. Write it like 2026-03-27T18:00Z.") from error
    if found.year not in YEARS:
        raise Refused(f"“{text}” is too far away; the year is to be from {YEARS[0]} to {YEARS[-1]}.")
    return found


def system_zone() -> str:
    """The IANA name of the system's zone, UTC if it is not told."""
    told = os.environ.get("TZ", "").lstrip(":")
    if not told:
        link = Path("/etc/localtime")
        told = str(link.resolve()) if link.is_symlink() else ""
    return _zone(told.partition("zoneinfo/")[2] or told)


def _zone(name: str) -> str:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name).key if name else "UTC"
    except (ValueError, OSError, KeyError):
        return "UTC"


def system_country() -> str:
    """The country of the system's locale, "" if it has none."""
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        _, _, country = os.environ.get(variable, "").partition(".")[0].partition("_")
        if len(country) == 2 and country.isalpha():
            return country.upper()
    return ""
