"""Memory and the clock: what is old is told a little longer, and never past midnight or what has come to pass."""

import threading
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from tests.actions.timed import NOW, Timed, assert_true, page

from askwell.actions import memory, people, remembering
from askwell.actions.day import look
from askwell.actions.desk import Desk, open_desk
from askwell.actions.log import log_event
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.method.favors import Books


def test_after_a_few_minutes_the_old_is_told_once_more_and_the_new_is_made_behind(
    timed: Timed, reads: list[datetime]
) -> None:
    with timed.desk() as desk:
        page(desk)
    later = remembering.OLD + timedelta(seconds=1)
    with timed.desk(later) as desk:
        assert memory.books(desk).record.now == NOW
    timed.house._behind.rest()
    with timed.desk(later) as desk:
        page(desk)
        assert memory.books(desk).record.now == NOW + later
    assert reads == [NOW]  # nothing was changed, so the store need not be read again


def test_pages_go_on_with_the_old_while_the_new_is_made(timed: Timed) -> None:
    may_go_on, made = Event(), list[datetime]()

    def slow(desk: Desk, _: Books) -> datetime:
        if made:
            assert may_go_on.wait(20)
        made.append(desk.now)
        return desk.now

    def told(after: timedelta) -> datetime:
        with timed.desk(after) as desk:
            return memory.worked_out(desk, "slow", slow)

    later = remembering.OLD + timedelta(seconds=1)
    assert told(timedelta()) == NOW
    assert told(later) == NOW
    assert [told(later) for _ in range(3)] == [NOW] * 3
    may_go_on.set()
    timed.house._behind.rest()
    assert told(later) == NOW + later
    assert made == [NOW, NOW + later]


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(remembering.TOO_OLD, id="much too old"),
        pytest.param(timedelta(hours=14), id="past midnight in Chicago"),
        pytest.param(timedelta(days=-1), id="the clock was set back"),
    ],
)
def test_what_is_too_old_or_of_another_day_is_told_no_more(timed: Timed, later: timedelta) -> None:
    with timed.desk() as desk:
        page(desk)
    with timed.desk(later) as desk:
        assert memory.books(desk).record.now == NOW + later
        assert_true(desk)


def test_midnight_is_that_of_her_zone(timed: Timed) -> None:
    """A quarter of an hour is not too old, but five in the morning UTC is another day in Chicago."""
    before, after = (datetime(2026, 3, 28, hour, minute, tzinfo=UTC) - NOW for hour, minute in ((4, 58), (5, 0)))
    for moment in (before, after):
        with timed.desk(moment) as desk:
            assert look(desk).day.date.day == (27 if moment == before else 28)


def test_what_was_stored_a_moment_after_a_visit_began_counts_for_the_next(timed: Timed) -> None:
    later = timedelta(seconds=1)
    with timed.desk() as desk:
        data = desk.data

    def elsewhere() -> None:
        with open_desk(data=data, now=NOW + later) as other:
            log_event(other, "Bob Roe", helped=True, text="Talk to the planners.")

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    for moment in (timedelta(), later):
        with timed.desk(moment) as desk:
            assert_true(desk)


def test_a_meeting_that_is_over_asks_for_the_day_anew(timed: Timed) -> None:
    with timed.desk() as desk:
        meet(desk, "Ann Kern", at=NOW + timedelta(minutes=1))
        page(desk)
    timed.house._behind.rest()
    for _ in range(2):
        with timed.desk(timedelta(minutes=2)) as desk:
            page(desk)
        timed.house._behind.rest()
    with timed.desk(timedelta(minutes=2)) as desk:
        assert_true(desk)


def meet(desk: Desk, name: str, *, at: datetime) -> None:
    from askwell.store import write

    person = people.find_person(desk, name).id
    talk = Interaction("", at, Channel.MEETING, Direction.BOTH, (person,), end=at + timedelta(seconds=30))
    with write.batch("log", "A talk", now=desk.now) as batch:
        write.add_exchanges(batch, [write.ExchangeIn(interaction=talk)])
