"""My week: whom she asked, thanked, met and applied to, and when; printable, for the employment office."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.guide import weeks
from askwell.guide.weeks import Came, Did, Line, Week
from askwell.method.favors import Books

__all__ = ["Came", "Did", "Line", "MyWeek", "Week", "week"]
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class MyWeek:
    """A week, and a day of the one before and of the one after; None where there is nothing to show."""

    week: Week
    before: date | None
    after: date | None


def week(desk: Desk, day: date | None = None) -> MyWeek:
    """The week of a day of hers, of today if it is not said; one still to come is this week."""
    today = desk.calendar.day(desk.now)
    monday = weeks.monday_of(min(day or today, today))
    seen = memory.worked_out(desk, ("week", monday), partial(_week, monday=monday))
    first = memory.search(desk).since
    begins = weeks.monday_of(first) if first else monday
    this = weeks.monday_of(today)
    return MyWeek(
        week=seen,
        before=monday - A_WEEK if monday > begins else None,
        after=monday + A_WEEK if monday < this else None,
    )


def _week(_: Desk, kept: Books, *, monday: date) -> Week:
    return weeks.week(kept, monday)
