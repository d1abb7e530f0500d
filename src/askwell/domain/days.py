"""Days of the seeker: her zone, weekends and her country's holidays; the one place for local-date arithmetic."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import holidays

SATURDAY = 5


@lru_cache(maxsize=8)
def _holidays(country: str) -> "holidays.HolidayBase | None":
    with _bare("holidays", "holidays.countries"):
        registry: dict[str, tuple[str, ...]] = import_module("holidays.registry").COUNTRIES
        for module, (name, *codes) in registry.items():
            if country in codes:
                found: holidays.HolidayBase = getattr(import_module(f"holidays.countries.{module}"), name)()
                return found
    return None


@contextmanager
def _bare(*packages: str) -> Iterator[None]:
    """Let the modules of these packages be loaded one by one, without what the packages themselves would load.

    `import holidays` takes 100 ms, for it loads all 250 countries as soon as one is asked for; the module of that one
    takes 20 ms. So bare packages stand in for the real ones meanwhile.
    """
    stand_ins = [name for name in packages if name not in sys.modules]
    for name in stand_ins:
        if spec := find_spec(name):
            sys.modules[name] = module_from_spec(spec)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


@lru_cache(maxsize=4096)
def _is_working(country: str, day: date) -> bool:
    free = _holidays(country) if country else None
    return day.weekday() < SATURDAY if free is None else free.is_working_day(day)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days in one zone (IANA name) and country (ISO 3166 alpha-2, "" for Saturdays and Sundays off only).

    The country tells its holidays, its weekend (Friday and Saturday in Egypt or Israel) and, where it has such, the
    Saturdays that are worked for a bridge.
    """

    zone: str = "UTC"
    country: str = ""

    def day(self, moment: datetime) -> date:
        """The seeker's day of an aware instant."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def local(self, moment: datetime) -> datetime:
        """An aware instant on the clocks of her zone."""
        return moment.astimezone(ZoneInfo(self.zone))

    def is_working(self, day: date) -> bool:
        return _is_working(self.country, day)

    def after(self, moment: datetime, *, working_days: int) -> datetime:
        """The end (23:59:59 in her zone, as UTC) of the n-th working day after `moment`'s day."""
        day, left = self.day(moment), working_days
        while left > 0:
            day += timedelta(days=1)
            left -= self.is_working(day)
        return self.end_of(day)

    def end_of(self, day: date) -> datetime:
        """23:59:59 of `day` in her zone, as UTC."""
        return datetime.combine(day, time(23, 59, 59), tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def start_of(self, day: date) -> datetime:
        """00:00 of `day` in her zone, as UTC."""
        return datetime.combine(day, time(), tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def passed(self, moment: datetime, *, now: datetime) -> int:
        """Working days that began after `moment`'s day, up to and including today."""
        day, last, count = self.day(moment), self.day(now), 0
        while day < last:
            day += timedelta(days=1)
            count += self.is_working(day)
        return count
