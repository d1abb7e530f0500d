"""Days of the seeker: her zone, weekends and her country's holidays; the one place for local-date arithmetic."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import holidays


@lru_cache(maxsize=8)
def _holidays(country: str) -> "holidays.HolidayBase | None":
    import holidays  # here, because it takes 40 ms that most commands can do without

    try:
        return holidays.country_holidays(country)
    except NotImplementedError:
        return None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days in one zone (IANA name) and country (ISO 3166 alpha-2, "" for weekends only)."""

    zone: str = "UTC"
    country: str = ""

    def day(self, moment: datetime) -> date:
        """The seeker's day of an aware instant."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def local(self, moment: datetime) -> datetime:
        """An aware instant on the clocks of her zone."""
        return moment.astimezone(ZoneInfo(self.zone))

    def is_working(self, day: date) -> bool:
        free = _holidays(self.country) if self.country else None
        return day.weekday() < 5 and (free is None or day not in free)

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
