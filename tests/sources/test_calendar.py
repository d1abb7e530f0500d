"""Calendars: who meets whom when, in zones of every kind; cancelled, recurring, whole days, broken events."""

from datetime import UTC, datetime
from typing import ClassVar

import pytest
from tests.bounds import bounded
from tests.sources.contract import Contract, messages, read

from askwell.domain.messages import Channel, Message
from askwell.domain.people import Party
from askwell.sources.found import Kind


def event(*lines: str, start: str = "DTSTART:20260313T170000Z") -> str:
    return "\r\n".join(("BEGIN:VEVENT", "UID:cal-1@example.com", start, *lines, "END:VEVENT", ""))


def calendar(*events: str, head: str = "") -> str:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{''.join(events)}END:VCALENDAR\r\n"


def one(text: str, *, zone: str = "America/Chicago") -> Message:
    (message,) = messages(read(text, Kind.CALENDAR, zone=zone))
    return message


LEE = "ATTENDEE;CN=Lee Hart;PARTSTAT=ACCEPTED:MAILTO:Lee@example.net"
SAM = 'ORGANIZER;CN="Roe, Sam":mailto:sam@example.com'
CLUB = (
    "BEGIN:VTIMEZONE\r\nTZID:Rowing, Club\r\nBEGIN:STANDARD\r\nDTSTART:20010325T020000\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZOFFSETFROM:+1100\r\nTZOFFSETTO:+1000\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:20001029T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+1000\r\n"
    "TZOFFSETTO:+1100\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
)
LUNCH = event(SAM, LEE, "SUMMARY:Lunch\\, Third", " Ward", "DESCRIPTION:bad\\nand free", "DTEND:20260313T190000Z")


class TestCalendar(Contract):
    kind = Kind.CALENDAR
    samples: ClassVar = {
        "lunch": calendar(LUNCH).encode(),
        "several": calendar(LUNCH, event("RRULE:FREQ=DAILY"), event(start="DTSTART:oops"), head=CLUB).encode(),
        "answer": calendar(event(SAM, LEE), head="METHOD:REPLY\r\n").encode(),
    }


def test_an_event_is_a_meeting_with_its_people_words_and_end() -> None:
    lunch = one(calendar(LUNCH))
    assert (lunch.channel, lunch.at, lunch.end) == (
        Channel.MEETING,
        datetime(2026, 3, 13, 17, tzinfo=UTC),
        datetime(2026, 3, 13, 19, tzinfo=UTC),
    )
    assert (lunch.sender, lunch.to) == (Party("Roe, Sam", "sam@example.com"), (Party("Lee Hart", "lee@example.net"),))
    assert (lunch.subject, lunch.text) == ("Lunch, ThirdWard", "bad\nand free")
    assert (lunch.cancelled, lunch.recurring, lunch.origin.message_id) == (False, False, "cal-1@example.com")


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("DTSTART:20260313T100000Z", 10),
        ("DTSTART;TZID=Europe/Berlin:20260313T110000", 10),
        ("DTSTART;TZID=/freeassociation.example/Europe/Berlin:20260313T110000", 10),
        ("DTSTART;TZID=W. Europe Standard Time:20260313T110000", 10),
        ('DTSTART;TZID="Rowing, Club":20260313T210000', 10),
        ("DTSTART:20260313T050000", 10),
        ("DTSTART;VALUE=DATE:20260313", 5),
    ],
)
def test_times_are_brought_to_utc_from_every_kind_of_zone(start: str, hour: int) -> None:
    assert one(calendar(event(start=start), head=CLUB)).at == datetime(2026, 3, 13, hour, tzinfo=UTC)


def test_a_zone_nobody_knows_is_said_and_taken_as_her_own() -> None:
    reading = read(
        calendar(event(start="DTSTART;TZID=Atlantis:20260313T050000")), Kind.CALENDAR, zone="America/Chicago"
    )
    assert "Atlantis" in reading.said
    assert messages(reading)[0].at == datetime(2026, 3, 13, 10, tzinfo=UTC)


def test_a_named_zone_counts_where_hers_is_utc_or_not_known() -> None:
    start = "DTSTART;TZID=Europe/Berlin:20260313T110000"
    assert one(calendar(event(start=start)), zone="").at == datetime(2026, 3, 13, 10, tzinfo=UTC)


def test_an_end_comes_from_a_duration_or_the_whole_day() -> None:
    assert one(calendar(event("DURATION:PT45M"))).end == datetime(2026, 3, 13, 17, 45, tzinfo=UTC)
    assert one(calendar(event("DURATION:P1W"))).end == datetime(2026, 3, 20, 17, tzinfo=UTC)
    assert one(calendar(event())).end == datetime(2026, 3, 13, 17, tzinfo=UTC)
    assert one(calendar(event(start="DTSTART;VALUE=DATE:20260313"))).end == datetime(2026, 3, 14, 5, tzinfo=UTC)


def test_cancelled_events_are_marked() -> None:
    assert one(calendar(event("STATUS:CANCELLED"))).cancelled
    assert one(calendar(event(), head="METHOD:CANCEL\r\n")).cancelled
    assert one(calendar(event("ATTENDEE;PARTSTAT=DECLINED:mailto:lee@example.net"))).cancelled
    assert not one(calendar(event(SAM, LEE, "ATTENDEE;PARTSTAT=DECLINED:mailto:al@example.net"))).cancelled


def test_series_are_marked_and_never_unrolled() -> None:
    assert one(calendar(event("RRULE:FREQ=SECONDLY"))).recurring
    assert one(calendar(event("RECURRENCE-ID:20260313T170000Z"))).recurring


def test_rooms_are_nobody_and_the_organizer_is_named_once() -> None:
    room = "ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room5@example.com"
    assert one(calendar(event(SAM, room, "ATTENDEE:mailto:SAM@example.com"))).to == ()


def test_a_broken_event_harms_no_other() -> None:
    text = calendar(
        event(start="DTSTART:20269999T170000Z"), "a line of nothing\r\n", event(SAM), event(start="SUMMARY:x")
    )
    reading = read(text, Kind.CALENDAR)
    assert [n.at for n in reading.unreadable] == [1, 3]
    assert [m.origin.index for m in messages(reading)] == [2]


def test_an_alarm_within_an_event_says_nothing_of_it() -> None:
    alarm = ("BEGIN:VALARM", "DESCRIPTION:Wake up", "ATTENDEE:mailto:bell@example.com", "END:VALARM", "SUMMARY:Call")
    call = one(calendar(event(*alarm)))
    assert (call.subject, call.text, call.to) == ("Call", "", ())


def test_a_file_that_ends_within_an_event_says_so() -> None:
    reading = read(calendar(LUNCH)[:-40] + "\r\nBEGIN:VEVENT\r\nDTSTART:2026", Kind.CALENDAR)
    assert [n.at for n in reading.unreadable] == [2]


def test_a_file_of_tasks_alone_says_that_it_holds_no_events() -> None:
    reading = read(calendar("BEGIN:VTODO\r\nDUE:20260313\r\nEND:VTODO\r\n"), Kind.CALENDAR)
    assert (reading.read, reading.said) == (0, "There are no events in it.")


def test_a_zone_with_a_rule_for_every_second_costs_no_time() -> None:
    mad = CLUB.replace("FREQ=YEARLY", "FREQ=SECONDLY")
    start = 'DTSTART;TZID="Rowing, Club":20260313T210000'
    with bounded():
        assert "Rowing" in read(calendar(event(start=start), head=mad), Kind.CALENDAR).said


def test_five_thousand_events_are_read_within_bounds() -> None:
    text = calendar(*[LUNCH + event("RRULE:FREQ=SECONDLY")] * 2500)
    with bounded():
        assert read(text, Kind.CALENDAR).read == 5000
