"""Meetings that repeat: counted out around today, with what was moved or called off, and never without end."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bounds import bounded
from tests.sources.contract import adds_up, found, messages
from tests.sources.test_calendar import CLUB, LEE, SAM, calendar, event

from askwell import sources
from askwell.domain.messages import Message
from askwell.domain.reading import Reading
from askwell.sources.calendar_rules import STEPS, days, rule_of
from askwell.sources.calendar_series import MOST
from askwell.sources.found import Kind

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4"


def read(text: str, *, now: datetime | None = NOW, zone: str = "America/Chicago") -> Reading:
    reading = sources.read(found(text.encode(), Kind.CALENDAR), zone=zone, now=now)
    assert adds_up(reading)
    return reading


def repeating(*lines: str, start: str = "DTSTART:20260302T150000Z") -> str:
    return event(SAM, LEE, "DURATION:PT30M", "SUMMARY:Weekly", *lines, start=start)


def ids(found: list[Message]) -> list[str]:
    return [message.origin.message_id.removeprefix("cal-1@example.com") for message in found]


def at(found: list[Message]) -> list[str]:
    return [f"{message.at:%m%dT%H%M}" for message in found]


def test_a_series_is_one_event_and_its_further_days_stand_beside_it() -> None:
    reading = read(calendar(repeating(WEEKLY, "DESCRIPTION:agenda")))
    (first,) = messages(reading)
    assert (reading.read, first.recurring, first.text, ids([first])) == (1, True, "agenda", [""])
    assert at(reading.again) == ["0309T1500", "0316T1500", "0323T1500"]
    assert ids(reading.again) == ["/20260309T150000Z", "/20260316T150000Z", "/20260323T150000Z"]
    assert all(m.recurring and m.end and m.end - m.at == timedelta(minutes=30) and not m.text for m in reading.again)
    assert "day by day from March 2024 to June 2026" in reading.said


def test_without_a_clock_the_first_day_is_read_alone() -> None:
    assert read(calendar(repeating(WEEKLY)), now=None).again == []


def test_only_two_years_back_and_ninety_days_ahead_are_counted_out() -> None:
    reading = read(calendar(repeating("RRULE:FREQ=DAILY", start="DTSTART:20200101T150000Z")))
    assert len(reading.again) == MOST
    monthly = read(calendar(repeating("RRULE:FREQ=MONTHLY", start="DTSTART:20200115T150000Z"))).again
    assert (monthly[0].at.date(), monthly[-1].at.date()) == (date(2024, 4, 15), date(2026, 6, 15))


def test_the_hour_on_the_wall_stays_when_the_clocks_change() -> None:
    again = read(calendar(repeating(WEEKLY, start="DTSTART;TZID=America/Chicago:20260302T090000"))).again
    assert at(again) == ["0309T1400", "0316T1400", "0323T1400"]
    assert ids(again)[0] == "/20260309T090000"
    club = read(calendar(repeating(WEEKLY, start='DTSTART;TZID="Rowing, Club":20260326T210000'), head=CLUB)).again
    assert at(club) == ["0402T1100", "0409T1100", "0416T1100"]


def test_a_day_that_is_taken_out_is_called_off_and_so_is_the_first() -> None:
    off = read(calendar(repeating(WEEKLY, "EXDATE:20260309T150000Z,20260302T150000Z")))
    assert messages(off)[0].cancelled
    assert [m.cancelled for m in off.again] == [True, False, False]
    whole = read(calendar(repeating(WEEKLY, "EXDATE;VALUE=DATE:20260316")))
    assert [m.cancelled for m in whole.again] == [False, True, False]


def test_a_day_that_was_moved_is_one_meeting_under_the_same_id() -> None:
    moved = event(SAM, LEE, "RECURRENCE-ID:20260316T150000Z", start="DTSTART:20260317T160000Z")
    reading = read(calendar(repeating(WEEKLY), moved))
    assert ids(messages(reading)) == ["", "/20260316T150000Z"]
    assert at(messages(reading)) == ["0302T1500", "0317T1600"]
    assert at(reading.again) == ["0309T1500", "0323T1500"]


def test_a_moved_day_that_is_written_by_another_clock_calls_the_planned_one_off() -> None:
    moved = event(SAM, LEE, "RECURRENCE-ID;TZID=Europe/London:20260316T150000", start="DTSTART:20260317T160000Z")
    reading = read(calendar(repeating(WEEKLY), moved))
    assert [(one, m.cancelled) for one, m in zip(at(reading.again), reading.again, strict=True)] == [
        ("0309T1500", False),
        ("0316T1500", True),
        ("0323T1500", False),
    ]


def test_single_days_are_added_and_periods_begin_where_they_begin() -> None:
    lines = ("RDATE:20260304T150000Z,20260305T150000Z", "RDATE;VALUE=PERIOD:20260306T150000Z/PT1H")
    assert at(read(calendar(repeating(*lines))).again) == ["0304T1500", "0305T1500", "0306T1500"]


@pytest.mark.parametrize("until", ["20260316T150000Z", "20260316", "20260316T235959"])
def test_a_series_ends_with_its_last_day(until: str) -> None:
    assert at(read(calendar(repeating(f"RRULE:FREQ=WEEKLY;UNTIL={until}"))).again) == ["0309T1500", "0316T1500"]


def test_whole_days_are_known_by_their_day() -> None:
    again = read(calendar(repeating("RRULE:FREQ=DAILY;COUNT=2", start="DTSTART;VALUE=DATE:20260302"))).again
    assert ids(again) == ["/20260303"]


def test_reminders_without_people_are_not_counted_out() -> None:
    assert read(calendar(event("RRULE:FREQ=DAILY"))).again == []


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=5", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9,10", "FREQ=WEEKLY;BYDAY=XX",
     "FREQ=FORTNIGHTLY", "INTERVAL=2", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=-1", "FREQ=YEARLY;BYWEEKNO=20"],
)  # fmt: skip
def test_what_is_no_rule_of_meetings_leaves_the_first_day_and_says_so(rule: str) -> None:
    reading = read(calendar(repeating(f"RRULE:{rule}")))
    assert (len(messages(reading)), reading.again) == (1, [])
    assert "only the first day was read" in reading.said


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
     "FREQ=MONTHLY;BYSETPOS=366", "FREQ=DAILY;COUNT=100000", "FREQ=YEARLY;BYYEARDAY=366;COUNT=9000"],
)  # fmt: skip
def test_rules_that_never_fall_on_a_day_end_after_counted_steps(rule: str) -> None:
    found_ = rule_of(rule)
    assert found_
    _, taken = days(found_, date(1990, 1, 1), begin=date(2024, 1, 1), end=date(2026, 1, 1))
    assert taken <= STEPS + 366


def test_many_thousand_events_of_which_each_repeats_stay_within_bounds() -> None:
    mad = repeating("RRULE:FREQ=SECONDLY") + repeating("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")
    with bounded():
        assert read(calendar(*[mad] * 4_000)).read == 8_000


LIBRARY = (
    "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYYEARDAY=100", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;COUNT=30",
    "FREQ=YEARLY;BYDAY=20MO", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1,15", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
)  # fmt: skip


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.sampled_from(LIBRARY), st.dates(date(2015, 1, 1), date(2025, 12, 31)), st.integers(-100, 2000))
def test_the_days_are_those_of_the_library_for_calendars(text: str, start: date, after: int) -> None:
    import icalendar
    import recurring_ical_events

    begin = start + timedelta(days=after)
    end = begin + timedelta(days=400)
    source = calendar(event(f"RRULE:{text}", start=f"DTSTART;VALUE=DATE:{start:%Y%m%d}"))
    told = recurring_ical_events.of(icalendar.Calendar.from_ical(source)).between(begin, end + timedelta(days=1))
    rule = rule_of(text)
    assert rule
    ours, _ = days(rule, start, begin=begin, end=end)
    theirs = {one["DTSTART"].dt for one in told}
    assert set(ours) - {start} == theirs - {start}


def from_now_on(*lines: str, since: str, start: str) -> str:
    return event(SAM, LEE, f"RECURRENCE-ID;RANGE=THISANDFUTURE:{since}", *lines, start=start)


def test_a_change_of_a_day_and_all_that_follow_moves_them_all_and_their_ids_stay() -> None:
    change = from_now_on("DURATION:PT1H", since="20260309T150000Z", start="DTSTART:20260310T163000Z")
    reading = read(calendar(repeating(WEEKLY), change))
    assert at(messages(reading)) == ["0302T1500", "0310T1630"]
    assert at(reading.again) == ["0317T1630", "0324T1630"]
    assert ids(reading.again) == ["/20260316T150000Z", "/20260323T150000Z"]
    assert all(m.end and m.end - m.at == timedelta(hours=1) for m in reading.again)


def test_what_is_called_off_with_all_that_follow_does_not_take_place() -> None:
    change = from_now_on("STATUS:CANCELLED", since="20260309T150000Z", start="DTSTART:20260309T150000Z")
    reading = read(calendar(repeating(WEEKLY), change))
    assert [m.cancelled for m in messages(reading)] == [False, True]
    assert [m.cancelled for m in reading.again] == [True, True]


def test_of_several_changes_for_all_that_follow_the_later_one_holds_and_a_single_day_goes_its_own_way() -> None:
    reading = read(
        calendar(
            repeating("RRULE:FREQ=WEEKLY;COUNT=6"),
            from_now_on(since="20260309T150000Z", start="DTSTART:20260309T160000Z"),
            from_now_on(since="20260330T150000Z", start="DTSTART:20260330T170000Z"),
            event(SAM, LEE, "RECURRENCE-ID:20260316T150000Z", start="DTSTART:20260318T090000Z"),
        )
    )
    assert at(messages(reading)) == ["0302T1500", "0309T1600", "0330T1700", "0318T0900"]
    assert at(reading.again) == ["0323T1600", "0406T1700"]


def test_a_change_for_all_that_follow_keeps_its_hour_on_the_wall() -> None:
    change = from_now_on(
        since="20260302T150000Z", start="DTSTART;TZID=America/Chicago:20260302T100000"
    )  # an hour later, before the clocks change
    weekly = repeating(WEEKLY, start="DTSTART;TZID=America/Chicago:20260302T090000")
    assert at(read(calendar(weekly, change)).again) == ["0309T1500", "0316T1500", "0323T1500"]


def test_a_series_that_is_told_whole_is_named_and_a_day_alone_is_none() -> None:
    alone = event(SAM, LEE, "RECURRENCE-ID:20260316T150000Z", start="DTSTART:20260318T090000Z")
    assert read(calendar(repeating(WEEKLY), alone)).series == ["cal-1@example.com"]
    assert read(calendar(repeating("RRULE:FREQ=HOURLY"))).series == []
    assert read(calendar(alone)).series == []
    assert read(calendar(event(SAM, LEE))).series == ["cal-1@example.com"]
    assert read(calendar(repeating(WEEKLY)), now=None).series == []
