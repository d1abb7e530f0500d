"""Days of the seeker: working days by zone, weekend and holiday."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import holidays
import pytest

from askwell.domain.days import Calendar

CHICAGO = Calendar("America/Chicago", "US")


def test_a_late_evening_is_still_that_day_where_she_lives() -> None:
    assert CHICAGO.day(datetime(2026, 3, 6, 4, tzinfo=UTC)) == date(2026, 3, 5)


def test_working_days_pass_over_weekends_and_holidays() -> None:
    thursday = datetime(2026, 7, 2, 15, tzinfo=UTC)
    assert CHICAGO.after(thursday, working_days=1) == CHICAGO.end_of(date(2026, 7, 6))
    assert CHICAGO.passed(thursday, now=datetime(2026, 7, 6, 15, tzinfo=UTC)) == 1
    assert Calendar("America/Chicago").passed(thursday, now=datetime(2026, 7, 6, 15, tzinfo=UTC)) == 2
    assert CHICAGO.passed(thursday, now=thursday) == 0


def test_a_country_nobody_knows_has_weekends_only() -> None:
    assert Calendar("UTC", "XX").is_working(date(2026, 1, 1))


def test_holidays_of_one_country_load_no_others() -> None:
    code = (
        "import sys; from datetime import date; from askwell.domain.days import Calendar;"
        "assert not Calendar('UTC', 'GB').is_working(date(2026, 12, 25));"
        "assert not [name for name in sys.modules if name.endswith(('.germany', '.japan', '.brazil'))];"
        "from holidays.countries import Germany; import holidays; assert holidays.Germany and Germany"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_holidays_of_a_country_are_those_of_the_library() -> None:
    for country in ("US", "DE", "GB", "FR", "IN", "JP", "BR", "CH"):
        theirs = holidays.country_holidays(country, years=2026)
        days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
        ours = Calendar("UTC", country)
        assert [day for day in days if not ours.is_working(day)] == [d for d in days if d in theirs or d.weekday() > 4]
    assert Calendar("UTC", "ZZ").is_working(date(2026, 12, 25))


@pytest.mark.parametrize(
    ("zone", "country", "free"),
    [
        ("America/Chicago", "US", {5, 6}),
        ("Africa/Cairo", "EG", {4, 5}),
        ("Asia/Riyadh", "SA", {4, 5}),
        ("Asia/Jerusalem", "IL", {4, 5}),
        ("Asia/Dubai", "AE", {5, 6}),  # since 2022
        ("Asia/Tehran", "IR", {4}),
    ],
)
def test_the_weekend_is_that_of_her_country(zone: str, country: str, free: set[int]) -> None:
    calendar = Calendar(zone, country)
    week = [date(2026, 7, 13) + timedelta(days=n) for n in range(7)]  # a week without a holiday in any of these
    assert {day.weekday() for day in week if not calendar.is_working(day)} == free


def test_over_a_friday_and_a_saturday_the_two_working_days_end_on_monday() -> None:
    thursday = datetime(2026, 7, 16, 9, tzinfo=UTC)
    cairo = Calendar("Africa/Cairo", "EG")
    assert cairo.after(thursday, working_days=2) == cairo.end_of(date(2026, 7, 20))
    assert cairo.passed(thursday, now=thursday + timedelta(days=3)) == 1


def test_a_saturday_that_is_worked_for_a_bridge_is_a_working_day() -> None:
    assert Calendar("Asia/Shanghai", "CN").is_working(date(2026, 2, 14))
    assert not Calendar("Asia/Shanghai", "CN").is_working(date(2026, 2, 16))
