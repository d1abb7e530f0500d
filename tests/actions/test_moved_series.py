"""A series that is told at other times than before: no day stands twice, and what took place stays."""

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.actions.exports import ME
from tests.actions.test_repeating_meetings import ANN, event, give, meetings, person

from askwell.actions.desk import Desk, open_desk
from askwell.actions.undo import undo

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)  # a Friday


def series(*lines: str, start: str = "20260302T150000Z", uid: str = "w@example.com") -> str:
    return event(*(lines or ("RRULE:FREQ=WEEKLY;COUNT=8",)), ANN, start=start).replace("w@example.com", uid)


def desk(folder: Path, now: datetime = NOW) -> AbstractContextManager[Desk]:
    return open_desk(data=folder / "data", now=now)


def stands() -> list[str]:
    return [f"{one.at:%m-%dT%H}" for one in meetings() if not one.cancelled]


def weeks(first: str, hour: int) -> list[str]:
    days = {"02": "03-02 03-09 03-16 03-23 03-30 04-06 04-13 04-20", "03": "03-03 03-10 03-17 03-24 03-31 04-07 04-14"}
    return [f"{day}T{hour:02}" for day in days[first].split()]


def test_a_series_at_another_hour_changes_its_days_and_doubles_none(tmp_path: Path) -> None:
    with desk(tmp_path) as mine:
        give(mine, tmp_path, series())
        (line,) = give(mine, tmp_path, series(start="20260302T160000Z")).files
        assert (line.changed, line.new) == (1, 0)
        assert stands() == weeks("02", 16)
        assert (len(meetings()), person("Ann Kern").sent) == (8, 4)
        assert give(mine, tmp_path, series(start="20260302T160000Z")).batch is None


def test_the_same_goes_for_another_day_of_the_week_and_is_undone_as_one(tmp_path: Path) -> None:
    with desk(tmp_path) as mine:
        give(mine, tmp_path, series())
        moved = give(mine, tmp_path, series("RRULE:FREQ=WEEKLY;COUNT=7", start="20260303T150000Z"))
        assert stands() == weeks("03", 15)
        undo(mine, moved.batch)
        assert stands() == weeks("02", 15)


def test_a_day_that_had_been_moved_by_itself_is_no_second_meeting_either(tmp_path: Path) -> None:
    with desk(tmp_path) as mine:
        alone = event("RECURRENCE-ID:20260406T150000Z", ANN, start="20260407T090000Z")
        give(mine, tmp_path, series(), alone)
        give(mine, tmp_path, series(start="20260302T160000Z"), alone.replace("0406T15", "0406T16"))
        assert stands() == sorted([*(d for d in weeks("02", 16) if "04-06" not in d), "04-07T09"])
        assert len(meetings()) == 8


def test_days_to_come_that_a_series_tells_no_more_are_called_off_and_those_that_were_stay(tmp_path: Path) -> None:
    with desk(tmp_path) as mine:
        give(mine, tmp_path, series())
        rest = series(start="20260330T170000Z", uid="rest@example.com")
        give(mine, tmp_path, series("RRULE:FREQ=WEEKLY;UNTIL=20260329T000000Z"), rest)
        assert stands()[:6] == [*weeks("02", 15)[:4], "03-30T17", "04-06T17"]
        assert len(stands()) == 4 + 8


def test_what_took_place_stays_when_the_file_reaches_less_far_back(tmp_path: Path) -> None:
    with desk(tmp_path) as mine:
        give(mine, tmp_path, series())
        give(mine, tmp_path, series("RRULE:FREQ=WEEKLY;COUNT=2", start="20260331T150000Z"))
        assert stands() == [*weeks("02", 15)[1:4], "03-31T15", "04-07T15"]  # the first day is the event, and follows it


def test_a_plan_that_the_series_has_given_up_before_its_day_did_not_take_place(tmp_path: Path) -> None:
    with desk(tmp_path) as mine:
        give(mine, tmp_path, series())
    with desk(tmp_path, NOW.replace(month=5)) as later:
        give(later, tmp_path, series("RRULE:FREQ=WEEKLY;COUNT=5"))
        assert stands() == weeks("02", 15)[:5]


def test_a_meeting_that_repeats_no_more_calls_off_what_was_to_come(tmp_path: Path) -> None:
    with desk(tmp_path) as mine:
        give(mine, tmp_path, series())
        give(mine, tmp_path, series("SUMMARY:Once"))
        assert stands() == weeks("02", 15)[:4]


def test_a_day_alone_and_a_file_without_the_series_take_nothing_away(tmp_path: Path) -> None:
    with desk(tmp_path) as mine:
        give(mine, tmp_path, series())
        give(mine, tmp_path, event("RECURRENCE-ID:20260330T150000Z", ANN, start="20260330T150000Z"))
        give(mine, tmp_path, series(uid="other@example.com", start="20260304T150000Z"))
        assert set(stands()) >= set(weeks("02", 15))


def test_of_two_files_that_tell_a_series_in_two_ways_the_last_one_holds(tmp_path: Path) -> None:
    from tests.actions.exports import written

    from askwell.actions.bring_in import bring_in

    def file(name: str, told: str) -> Path:
        return written(tmp_path / name, f"BEGIN:VCALENDAR\nVERSION:2.0\n{told}END:VCALENDAR\n")

    with desk(tmp_path) as mine:
        files = [file("1.ics", series()), file("2.ics", series(start="20260302T160000Z"))]
        bring_in(mine, files, me=[ME])
        assert stands() == weeks("02", 16)


def test_an_unchanged_calendar_brings_the_days_that_have_come_near_since(tmp_path: Path) -> None:
    endless = series("RRULE:FREQ=WEEKLY")
    with desk(tmp_path) as mine:
        give(mine, tmp_path, endless)
        before = stands()
    with desk(tmp_path, NOW.replace(month=5)) as later:
        (line,) = give(later, tmp_path, endless).files
        assert (line.same, line.new) == (1, 0)
        assert stands()[: len(before)] == before
        assert (before[-1], stands()[-1]) == ("06-22T15", "08-24T15")


@pytest.mark.parametrize(("rule", "days"), [("RRULE:FREQ=WEEKLY", 780), ("RRULE:FREQ=DAILY", 450)])
def test_plans_of_long_ago_that_no_file_reaches_back_to_stay(tmp_path: Path, rule: str, days: int) -> None:
    with desk(tmp_path) as mine:
        give(mine, tmp_path, series(rule))
        before = stands()
    with desk(tmp_path, NOW + timedelta(days=days)) as later:
        give(later, tmp_path, series(rule))
        assert stands()[: len(before)] == before
        assert all(not one.cancelled for one in meetings())
