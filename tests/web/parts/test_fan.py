"""The fan: whatever the forecast, its curves stay within the picture, and its words stay apart."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.guide.forecast.told import Forecast, Pace, Span, Week
from askwell.web.parts.fan import LABELS_MOST, Fan, about, fan

TODAY = date(2026, 3, 13)
BEYOND = Span(None, None, None)


def forecast(*, now: int, a_week: float, past: int = 9, middle: float | None = None) -> Forecast:
    weeks = (Week(at, *(now + a_week * at * far for far in (0.6, 0.8, 1, 1.2, 1.5, 0.2, 1.3))) for at in range(53))
    goal = Span(middle and middle * 0.7, middle, middle and middle * 1.5)
    counts = tuple(round(now * (at + 1) / past) for at in range(past))
    return Forecast((Pace("present", 9, goal, BEYOND),), (), tuple(weeks), now, 40, 100, past=counts)


# Plain numbers, which are drawn quickly; the forecast is made of them in each test.
told = st.fixed_dictionaries(
    {
        "now": st.integers(0, 140),
        "a_week": st.integers(0, 12),
        "past": st.integers(1, 80),
        "middle": st.none() | st.integers(0, 52),
    }
)


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


@given(told)
@settings(max_examples=60)
def test_every_curve_stays_within_the_picture(told: dict[str, Any]) -> None:
    drawn = fan(forecast(**told), today=TODAY)
    for path in (drawn.wide, drawn.near, drawn.middle, drawn.past, drawn.waiting):
        assert all(0 <= x <= 1000 and 160 <= y <= 900 for x, y in points(path))


@given(told)
@settings(max_examples=60)
def test_the_past_ends_and_the_fan_begins_where_she_is(told: dict[str, Any]) -> None:
    drawn = fan(forecast(**told), today=TODAY)
    here = (float(drawn.now[0]) * 10, float(drawn.now[1]) * 10)
    assert points(drawn.past)[-1] == pytest.approx(here, abs=0.6)
    assert points(drawn.middle)[0] == pytest.approx(here, abs=0.6)


@given(told)
@settings(max_examples=60)
def test_months_are_few_and_each_has_a_long_and_a_short_form(told: dict[str, Any]) -> None:
    feet = [one for one in fan(forecast(**told), today=TODAY).labels if one.y == "96.5"]
    wide = [one for one in feet if one.look == "f-wide"]
    assert 1 <= len(wide) <= LABELS_MOST
    assert len(feet) == 2 * len(wide)


def words(drawn: Fan) -> set[str]:
    return {one.text for one in drawn.labels}


def test_the_goal_is_named_where_it_is_in_sight_and_a_nearer_mark_elsewhere() -> None:
    near, far = forecast(now=37, a_week=4, middle=15.8), forecast(now=1, a_week=0.1)
    assert {"100 referrals", "37 today", "early July"} <= words(fan(near, today=TODAY))
    assert {"10 referrals", "1 today"} <= words(fan(far, today=TODAY))
    assert fan(near, today=TODAY).to_goal
    assert not fan(far, today=TODAY).to_goal


def test_a_line_that_could_not_be_told_from_the_middle_is_left_out() -> None:
    assert fan(forecast(now=5, a_week=0), today=TODAY).waiting == ""
    assert fan(forecast(now=5, a_week=2), today=TODAY).waiting


def test_days_are_as_exact_as_a_forecast_may_be() -> None:
    days = (date(2026, 7, 3), date(2026, 7, 15), date(2026, 7, 28), date(2027, 1, 9))
    assert [about(day, today=TODAY) for day in days] == ["early July", "mid-July", "late July", "early January 2027"]
