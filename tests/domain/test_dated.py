"""Days are written in one way on all pages, on the command line and in sentences."""

import re
from datetime import date
from pathlib import Path

import pytest

import askwell
from askwell.domain.dated import between, in_full, of_week, spoken

DAY = date(2026, 3, 5)


def test_a_day_is_written_with_its_month_first() -> None:
    assert (spoken(DAY), of_week(DAY), in_full(DAY)) == ("March 5", "Thursday, March 5", "March 5, 2026")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 23), date(2026, 3, 29), "March 23 to 29, 2026"),
        (date(2026, 2, 23), date(2026, 3, 1), "February 23 to March 1, 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "December 29, 2025 to January 4, 2026"),
    ],
)
def test_what_two_days_share_is_said_once(first: date, last: date, said: str) -> None:
    assert between(first, last) == said


def test_no_other_place_writes_a_day_and_its_month() -> None:
    """Letters say "on the 12th"; everywhere else the number of a day stands behind its month, by these functions."""
    root = Path(askwell.__file__).parent
    beside = re.compile(r"\.day\}[^\n{]{0,3}\{[^\n}]*:%B|%B[^\n]{0,4}\{[^\n}]*\.day\}|%-?d %B|%B %-?d")
    found = [path.name for path in sorted(root.rglob("*.py")) if beside.search(path.read_text(encoding="utf-8"))]
    assert found == ["dated.py"]
