"""Promises of any search, in any zone and country: merges, what is taken back, and dues on working days of hers."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.any_search import NOW, PEOPLE, Story, led_each_other, merged, promises, stories, without

from askwell.domain.cues import CueType
from askwell.domain.days import Calendar
from askwell.domain.plans import PromiseKind, PromiseState
from askwell.domain.search import Search
from askwell.method import favors, followup

ANY = settings(deadline=None)
ASKING_NOTHING = (CueType.THANKS, CueType.CLOSED)
ZONES = ("America/Chicago", "Pacific/Auckland", "Asia/Kolkata", "Africa/Cairo", "Pacific/Honolulu", "Europe/Berlin")
COUNTRIES = ("US", "DE", "EG", "SA", "IL", "IN", "NZ", "BR", "JP", "ZA", "XX", "")


def owing(search: Search, kind: PromiseKind) -> set[str]:
    """The messages that promises of a kind rest on."""
    kept = favors.books(search, NOW)
    rests = {event for one in promises(search).values() if one.kind is kind for event in one.events}
    helped = {i for one in kept.helps if one.id in rests for i in one.interactions}
    return helped | {i for one in kept.referrals if one.id in rests for i in one.interactions}


def only_named(search: Search) -> set[str]:
    return {name for cue in search.cues for name in cue.people if not any(cue.contacts)}


@ANY
@given(stories(), st.permutations(PEOPLE))
def test_a_merge_loses_nobodys_thanks_and_no_referral(story: Story, order: list[str]) -> None:
    one, other, *_ = order
    before = story.search()
    assume(not led_each_other(before, one, other))
    after = merged(before, one, into=other)
    for kind in (PromiseKind.THANK, PromiseKind.ACT):
        assert owing(before, kind) <= owing(after, kind)
    assert all(one not in {promise.to, promise.about} for promise in promises(after).values())


@ANY
@given(stories(), st.sampled_from(PEOPLE), st.integers(1, 27), st.sets(st.sampled_from(ASKING_NOTHING), max_size=2))
def test_a_message_of_hers_that_is_taken_back_opens_promises_again_and_ends_none(
    story: Story, who: str, day: int, told: set[CueType]
) -> None:
    gone = story.went(who, f"03-{day:02}", *told)
    search = story.search()
    assume(f"{who.title()} Roe" not in only_named(search))  # who was only named is somebody once she writes to them
    after = promises(without(search, gone))
    for one in promises(search).values():
        if one.kind is not PromiseKind.NUDGE:
            assert one.id in after
            opened = one.state is PromiseState.KEPT and after[one.id].state is PromiseState.OWED
            assert opened or after[one.id].state is one.state


@ANY
@given(stories(), st.sampled_from(ZONES), st.sampled_from(COUNTRIES))
def test_what_is_due_in_working_days_is_due_at_the_end_of_one_of_hers(story: Story, zone: str, country: str) -> None:
    calendar = Calendar(zone, country)
    kept = favors.books(story.search(), NOW, calendar)
    for promise in followup.promises_of(kept, calendar):
        if promise.kind is PromiseKind.THANK:
            assert promise.due - promise.since == timedelta(hours=24)
            continue
        local = promise.due.astimezone(ZoneInfo(zone))
        assert local.time() == time(23, 59, 59)
        assert calendar.is_working(local.date())
        if promise.kind is not PromiseKind.NUDGE:
            assert calendar.passed(promise.since, now=promise.due) == followup.WORKING_DAYS


@given(st.sampled_from(ZONES), st.sampled_from(COUNTRIES), st.integers(0, 4 * 365 * 24))
def test_two_working_days_end_on_the_second_one_wherever_she_lives(zone: str, country: str, hours: int) -> None:
    calendar, moment = Calendar(zone, country), datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    due = calendar.after(moment, working_days=2)
    days = [calendar.day(moment) + timedelta(days=n) for n in range(1, (due - moment).days + 3)]
    working = [day for day in days if calendar.is_working(day) and day <= calendar.day(due)]
    assert len(working) == 2
    assert calendar.day(due) == working[-1]
