"""What may lie ahead in the words of the page: true at either end of the year, and of a hundred that is reached."""

from datetime import date

import pytest

from askwell.guide.forecast.told import Forecast, Pace, Span, Week
from askwell.web.ahead import WAYS, ahead

TODAY = date(2026, 3, 13)
BEYOND = Span(None, None, None)


def forecast(goal: Span, *, now: int = 12, by_then: int = 67) -> Forecast:
    ways = tuple(Pace(name, 9, goal, BEYOND, by_then) for name in WAYS)
    weeks = tuple(Week(at, *(now + at for _ in range(7))) for at in range(53))
    return Forecast(ways, ways, weeks, now, 40, 100)


SLOW = "As you go on now, 100 referrals take longer than a year; there would be about 67 in a year."
LEDES = {
    Span(10.0, 20.0, 40.0): """As you go on now, 100 referrals by late July. Eight times in ten the hundredth comes \
between late May and mid-December.""",
    Span(0.2, 0.5, 0.9): """As you go on now, 100 referrals by mid-March. Eight times in ten the hundredth comes \
in mid-March.""",
    Span(38.0, None, None): f"{SLOW} Nine times in ten the hundredth comes after early December.",
    BEYOND: SLOW,
}


@pytest.mark.parametrize(("goal", "lede"), LEDES.items())
def test_the_band_is_told_as_far_as_it_goes(goal: Span, lede: str) -> None:
    assert ahead(forecast(goal), today=TODAY).lede == lede


def test_nobody_is_told_that_about_none_will_come() -> None:
    found = ahead(forecast(BEYOND, now=0, by_then=0), today=TODAY)
    assert found.lede.endswith("there would be a few in a year.")
    assert {way.goal_band for way in found.ways} == {"a few in a year"}


def test_a_hundred_that_is_reached_is_told_as_that() -> None:
    found = ahead(forecast(Span(0.0, 0.0, 0.0), now=104), today=TODAY)
    assert found.lede == "104 people have been named to you: the hundred is reached."
    assert {(way.to_goal, way.goal_band) for way in found.ways} == {("reached", "")}
    assert found.sooner == ""
