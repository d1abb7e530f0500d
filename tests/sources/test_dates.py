"""Dates in the forms exports use, and in no others."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.sources.dates import day, moment, month


@pytest.mark.parametrize(
    "text",
    [
        "08 Feb 2026",
        "8-Feb-26",
        "2026-02-08",
        "2026-02-08 03:18:54 UTC",
        "2026/02/08 12:23:20 UTC",
        "2/8/26, 9:00 AM",
        "02/08/26, 10:00 AM",
        "2/8/2026",
        "8.2.2026",
        "08. 02. 26",
        "Sun Feb 08 12:43:42 UTC 2026",
        "February 8, 2026",
        "8 février 2026",
        "8 de febrero de 2026",
        "8. Februar 2026",
        "8 fev. 2026",
        "8 febbraio 2026",
    ],
)
def test_one_day_in_every_form(text: str) -> None:
    assert day(text) == date(2026, 2, 8)


def test_the_country_decides_and_a_thirteenth_month_decides_against_it() -> None:
    assert day("3/4/2026", month_first=False) == date(2026, 4, 3)
    assert day("13/4/2026") == date(2026, 4, 13)
    assert day("4/13/2026", month_first=False) == date(2026, 4, 13)


@pytest.mark.parametrize(
    "text",
    ["", "Jan 2024", "2026", "soon", "31 Feb 2026", "Not Available", "1 Jan 0001", "1 Jan 99999", "0/0/26"],
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert day(text) is None


def test_two_digits_are_of_this_century_up_to_68() -> None:
    assert day("1/2/68") == date(2068, 1, 2)
    assert day("1/2/69") == date(1969, 1, 2)


def test_months_stand_for_their_first_day_and_years_for_january() -> None:
    assert month("Aug 2022") == date(2022, 8, 1)
    assert month("2009") == date(2009, 1, 1)
    assert month("août 2022") == date(2022, 8, 1)
    assert month("01 Oct 2022") == date(2022, 10, 1)
    assert month("") is None


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2026-02-08 15:18:54 UTC", 15, 18),
        ("2/8/26, 3:18 PM", 15, 18),
        ("2/8/26, 3:18\u202fPM", 15, 18),
        ("2/8/26, 12:05 AM", 0, 5),
        ("2/8/26, 12:05 PM", 12, 5),
        ("2/8/26", 0, 0),
        ("Sun Feb 08 15:18:42 UTC 2026", 15, 18),
    ],
)
def test_a_time_of_day_is_taken_as_utc(text: str, hour: int, minute: int) -> None:
    found = moment(text)
    assert found
    assert (found.replace(second=0), found.tzinfo) == (datetime(2026, 2, 8, hour, minute, tzinfo=UTC), UTC)


def test_a_time_that_is_none_is_no_moment() -> None:
    assert moment("2026-02-08 25:61:00 UTC") is None
    assert moment("whenever") is None


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    for reader in (day, month, moment):
        reader(text)


@pytest.mark.parametrize("seed", ["1/", "1:", "a ", "Feb ", "1", " ", "9-"])
def test_hostile_text_costs_no_time(seed: str) -> None:
    text = seed * (100_000 // len(seed))
    with bounded():
        day(text)
        moment(text)
