"""Days in a letter, as people say them."""

from datetime import date

import pytest

from askwell.guide.drafts.dates import when

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-20", "today"),
        ("2026-03-19", "yesterday"),
        ("2026-03-16", "on Monday"),
        ("2026-03-02", "on the 2nd"),
        ("2026-02-25", "on February 25"),
        ("2026-01-10", "in January"),
        ("2025-06-01", "in June"),
        ("2024-10-01", "in October 2024"),
        ("2026-03-21", "tomorrow"),
    ],
)
def test_days_are_said_as_people_say_them(day: str, said: str) -> None:
    assert when(date.fromisoformat(day), TODAY) == said
