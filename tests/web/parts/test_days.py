"""Days and moments as the pages say them, in the zone of her clock."""

from datetime import UTC, date, datetime

import pytest

from askwell.domain.days import Calendar
from askwell.web.parts.days import Clock

LEEDS = Clock(datetime(2026, 3, 12, 9, 30, tzinfo=UTC), Calendar("Europe/London"))
TOKYO = Clock(datetime(2026, 3, 12, 16, 0, tzinfo=UTC), Calendar("Asia/Tokyo"))  # March 13 there


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 12), "today"),
        (date(2026, 3, 11), "yesterday"),
        (date(2026, 3, 13), "tomorrow"),
        (date(2026, 3, 8), "Sunday"),
        (date(2026, 3, 17), "Tuesday"),
        (date(2026, 3, 5), "March 5"),
        (date(2025, 12, 30), "December 30"),
        (date(2025, 3, 20), "March 2025"),
        (date(2023, 6, 1), "June 2023"),
    ],
)
def test_a_day_is_told_as_exactly_as_one_would(day: date, said: str) -> None:
    assert LEEDS.near(day) == said


def test_a_day_in_full_has_its_year_only_where_it_is_another() -> None:
    assert LEEDS.full(date(2026, 3, 12)) == "Thursday, March 12"
    assert LEEDS.full(date(2025, 3, 12)) == "Wednesday, March 12, 2025"


def test_a_moment_is_told_on_the_clocks_of_her_zone() -> None:
    at = datetime(2026, 3, 12, 0, 5, tzinfo=UTC)
    assert LEEDS.moment(at) == "today at 0:05"
    assert TOKYO.moment(at) == "yesterday at 9:05"
    assert (LEEDS.iso(at), TOKYO.iso(datetime(2026, 3, 12, 20, tzinfo=UTC))) == ("2026-03-12", "2026-03-13")
