"""Days and moments as the pages say them, in her zone: "Thursday, March 12", "yesterday at 17:20", "June 2023"."""

from dataclasses import dataclass
from datetime import date, datetime

from askwell.domain.dated import of_week, spoken
from askwell.domain.days import Calendar

A_WEEK, MONTHS = 7, 10  # days that go by their weekday; months after which a day and a month would mean another year
_NEAR = {0: "today", 1: "yesterday", -1: "tomorrow"}


@dataclass(frozen=True, slots=True)
class Clock:
    """Now, and the zone in which days are told. Everything takes a day or an aware moment."""

    now: datetime
    calendar: Calendar

    @property
    def today(self) -> date:
        return self.calendar.day(self.now)

    def full(self, at: date) -> str:
        """Thursday, March 12; with the year where it is another one."""
        day = self._day(at)
        return of_week(day) if day.year == self.today.year else f"{of_week(day)}, {day.year}"

    def near(self, at: date) -> str:
        """Today, yesterday, Tuesday, March 3, June 2023: as exact as one would say it."""
        day = self._day(at)
        ago = (self.today - day).days
        if ago in _NEAR:
            return _NEAR[ago]
        if abs(ago) < A_WEEK:
            return f"{day:%A}"
        return spoken(day) if abs(self._months(day)) < MONTHS else f"{day:%B} {day.year}"

    def moment(self, at: datetime) -> str:
        """Yesterday at 17:20."""
        return f"{self.near(at)} at {self.time(at)}"

    def time(self, at: datetime) -> str:
        """9:05, on the clocks of her zone."""
        local = self.calendar.local(at)
        return f"{local.hour}:{local:%M}"

    def iso(self, at: date) -> str:
        """For the `datetime` of a <time>: the day in her zone."""
        return self._day(at).isoformat()

    def _day(self, at: date) -> date:
        return self.calendar.day(at) if isinstance(at, datetime) else at

    def _months(self, day: date) -> int:
        return (self.today.year - day.year) * 12 + self.today.month - day.month
