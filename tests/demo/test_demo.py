"""The made-up search: the same from the same seed, and made of files that real readers accept."""

import random
import re
import tomllib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from askwell.demo import make
from askwell.demo.cast import ELSEWHERE, IN_TRADE, draw
from askwell.demo.search import APPLIED_TO

NOW = datetime(2026, 3, 4, 17, tzinfo=UTC)


def test_the_same_seed_and_day_give_the_same_files() -> None:
    assert make(seed=7, now=NOW) == make(seed=7, now=NOW)
    assert make(seed=7, now=NOW)["mail.mbox"] != make(seed=8, now=NOW)["mail.mbox"]


def test_no_letter_is_written_in_the_future_or_left_with_a_hole() -> None:
    mail = make(seed=3, now=NOW)["mail.mbox"].decode()
    assert "{" not in mail
    assert "2027" not in mail


@pytest.mark.parametrize("hour", range(0, 24, 3))
def test_people_meet_at_an_hour_of_the_day_and_later_than_now(hour: int) -> None:
    now = NOW.replace(hour=hour)
    calendar = make(seed=7, now=now)["calendar.ics"].decode()
    found = re.findall(r"DTSTART:(\w+)\r\n.*\r\nSUMMARY:(\w+)", calendar)
    starts = {what: datetime.strptime(at, "%Y%m%dT%H%M%S%z") for at, what in found}
    assert set(starts) == {"Tour", "Call", "Coffee"}
    assert starts["Coffee"] > now
    assert all(9 <= at.astimezone(ZoneInfo("America/Los_Angeles")).hour <= 18 for at in starts.values())


def test_the_goals_are_a_file_one_can_copy() -> None:
    goals = tomllib.loads(make(seed=7, now=NOW)["goals.toml"].decode())
    assert goals["roles"]
    assert {need["kind"] for need in goals["needs"]} == {"information", "advice", "feedback", "favor"}


def test_nobody_real_can_be_meant() -> None:
    mail = make(seed=11, now=NOW)["mail.mbox"].decode()
    hosts = {word.split("@")[1].strip(">\n,").rsplit(".", 1)[1] for word in mail.split() if "@" in word and "." in word}
    assert hosts <= {"example", "com", "net"}


def test_nobody_has_a_job_where_there_is_none_of_the_kind() -> None:
    people = draw(random.Random(5), count=190)
    odd = [one for one in people if one.title in ELSEWHERE and one.company != ELSEWHERE[one.title]]
    assert odd == []
    assert sum(one.title in IN_TRADE and one.company not in APPLIED_TO for one in people[:80]) > 12
