"""Meetings that repeat, brought in: each day a meeting with its people, none twice, and the receipt counts events."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.exports import ME, written

from askwell.actions.bring_in import bring_in
from askwell.actions.bringing_in import reading_in
from askwell.actions.desk import Desk, open_desk
from askwell.domain.messages import Interaction
from askwell.domain.people import Contact
from askwell.domain.reading import Receipt

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
ANN = "ATTENDEE;CN=Ann Kern:mailto:ann@example.net"
BOB = "ATTENDEE;CN=Bob Aguilar:mailto:bob@example.net"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


def event(*lines: str, start: str = "20260302T150000Z") -> str:
    head = ("BEGIN:VEVENT", "UID:w@example.com", f"DTSTART:{start}", "DURATION:PT30M", "SUMMARY:Weekly")
    return "\n".join((*head, f"ORGANIZER;CN=Dana Whitfield:mailto:{ME}", *lines, "END:VEVENT", ""))


def weekly(*lines: str, people: tuple[str, ...] = (ANN,)) -> str:
    return event("RRULE:FREQ=WEEKLY;COUNT=4", *lines, *people)


def give(desk: Desk, folder: Path, *events: str) -> Receipt:
    text = "".join(("BEGIN:VCALENDAR\nVERSION:2.0\n", *events, "END:VCALENDAR\n"))
    return bring_in(desk, [written(folder / "calendar.ics", text)], me=[ME])


def meetings() -> list[Interaction]:
    from askwell.store import read

    return sorted(read.search(NOW).interactions, key=lambda one: one.at)


def stands() -> list[str]:
    """The days that take place."""
    return [f"{one.at:%m-%d}" for one in meetings() if not one.cancelled]


def person(name: str) -> Contact:
    from askwell.store import lookups

    return next(one for one in lookups.contacts(NOW).values() if one.name == name)


def test_each_day_is_a_meeting_and_the_receipt_counts_one_event(desk: Desk, tmp_path: Path) -> None:
    (line,) = give(desk, tmp_path, weekly()).files
    assert (line.read, line.new, line.same) == (1, 1, 0)
    assert stands() == ["03-02", "03-09", "03-16", "03-23"]
    assert all(one.recurring and one.people == (person("Ann Kern").id,) for one in meetings())
    assert (person("Ann Kern").sent, person("Ann Kern").received) == (4, 4)


def test_meetings_of_several_say_less_of_a_tie_than_those_of_two(desk: Desk, tmp_path: Path) -> None:
    give(desk, tmp_path, weekly(people=(ANN, BOB)))
    assert (person("Ann Kern").sent, person("Ann Kern").last) == (0, None)
    assert all(one.group for one in meetings())


def test_the_same_file_again_brings_nothing(desk: Desk, tmp_path: Path) -> None:
    give(desk, tmp_path, weekly())
    again = give(desk, tmp_path, weekly())
    assert (again.batch, again.files[0].same, len(meetings())) == (None, 1, 4)


def test_a_store_that_knows_only_the_first_day_gets_the_others_and_no_day_twice(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading_in.Home
    with monkeypatch.context() as patched:
        patched.setattr(reading_in, "Home", lambda *told: real(*told[:4]))  # as before: without a clock
        give(desk, tmp_path, weekly())
    assert stands() == ["03-02"]
    assert give(desk, tmp_path, weekly()).files[0].same == 1
    assert stands() == ["03-02", "03-09", "03-16", "03-23"]


def test_a_day_that_is_moved_later_is_changed_and_stands_once(desk: Desk, tmp_path: Path) -> None:
    give(desk, tmp_path, weekly())
    moved = event("RECURRENCE-ID:20260316T150000Z", ANN, start="20260317T160000Z")
    (line,) = give(desk, tmp_path, weekly(), moved).files
    assert (line.read, line.changed, line.same) == (2, 1, 1)
    assert stands() == ["03-02", "03-09", "03-17", "03-23"]
    assert len(meetings()) == 4


def test_a_day_that_is_called_off_later_counts_no_more(desk: Desk, tmp_path: Path) -> None:
    give(desk, tmp_path, weekly())
    give(desk, tmp_path, weekly("EXDATE:20260309T150000Z"))
    assert stands() == ["03-02", "03-16", "03-23"]
    assert person("Ann Kern").sent == 3


def test_a_day_that_was_off_from_the_start_is_not_kept_at_all(desk: Desk, tmp_path: Path) -> None:
    give(desk, tmp_path, weekly("EXDATE:20260309T150000Z"))
    assert len(meetings()) == 3


def test_meetings_to_come_are_there_and_say_nothing_of_the_tie_yet(desk: Desk, tmp_path: Path) -> None:
    give(desk, tmp_path, event("RRULE:FREQ=WEEKLY", ANN))
    ann = person("Ann Kern")
    assert (ann.sent, ann.last) == (4, datetime(2026, 3, 23, 15, tzinfo=UTC))


def test_undo_takes_all_its_days_back(desk: Desk, tmp_path: Path) -> None:
    from askwell.actions.undo import undo

    undo(desk, give(desk, tmp_path, weekly()).batch)
    assert meetings() == []
