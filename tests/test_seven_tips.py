"""The seven laws of the method, one or two a tip, tried on searches that nobody thought up. They read aloud."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.any_search import (
    CALENDAR,
    NOW,
    PEOPLE,
    WRITTEN,
    Story,
    any_goals,
    anybody,
    events_of_favors,
    first_messages,
    led_each_other,
    letters,
    merged,
    people_of,
    promises,
    questions_to,
    real_goals,
    real_people,
    silences,
    stories,
    twigs,
    without,
)

from askwell.domain.goals import Goals, Status
from askwell.domain.people import Contact
from askwell.domain.plans import AskState, Balance, PromiseKind, PromiseState
from askwell.guide import review
from askwell.guide.drafts import Composer
from askwell.method import favors, goals, openness, pacing, referrals, ways

LAW = settings(deadline=None)
LETTERS = settings(deadline=None, max_examples=30)  # each holds nine letters
channels = st.sampled_from(WRITTEN)
people = st.sampled_from(PEOPLE)


@LAW
@given(anybody, any_goals)
def test_tip_1_everybody_has_some_way_to_help(contact: Contact, aim: Goals) -> None:
    """Everybody can help you with something: whoever they are and whatever you need, there is a way and a reason."""
    found = ways.ways(contact, aim)
    assert found
    assert all(way.reason.strip() for way in found)


@LAW
@given(any_goals)
def test_tip_2_every_need_serves_a_goal(aim: Goals) -> None:
    """First know what you want, then what would help: no question without a goal, and no goal without a question."""
    assume(aim.said)
    found = goals.needs(aim)
    assert found
    assert all(need.question.strip() and need.serves in goals.serves(aim) for need in found)


@LAW
@given(real_people, real_goals, channels)
def test_tip_2_every_ask_carries_one_need(contact: Contact, aim: Goals, channel: str) -> None:
    """First know what you want, then what would help: one person, one letter, one question."""
    draft = Composer.of(aim, today=NOW.date()).ask(contact, channel=channel)
    assert draft.need is not None
    assert draft.need.serves in goals.serves(aim)
    assert draft.text.count("?") == 1


@LAW
@given(stories())
def test_tip_3_the_ledger_balances(story: Story) -> None:
    """Ask without shame, ready to give back: what went both ways adds up, for each person and over all."""
    ledger = favors.ledger(story.search(), NOW)
    each, whole = favors.balances(ledger).values(), favors.balance(ledger)
    assert whole == Balance(*(sum(column) for column in zip(*map(_columns, each), strict=True))) or not ledger
    assert len(ledger) == sum(_columns(whole))
    assert len({favor.id for favor in ledger}) == len(ledger)


def _columns(balance: Balance) -> tuple[int, int, int, int]:
    return balance.given, balance.received, balance.pledged, balance.offered


@LAW
@given(stories(), st.permutations(PEOPLE))
def test_tip_3_merging_contacts_loses_no_favor(story: Story, order: list[str]) -> None:
    """Ask without shame, ready to give back: two cards that are one person forget nothing of what was done."""
    one, other, *_ = order
    before = story.search()
    assume(not led_each_other(before, one, other))
    assert events_of_favors(before) <= events_of_favors(merged(before, one, into=other))


@LAW
@given(real_people, real_goals, channels)
def test_tip_4_a_first_message_in_transition_always_says_so(contact: Contact, aim: Goals, channel: str) -> None:
    """Be open about being out of work: whoever hears from you for the first time can tell that you are looking."""
    looking = replace(aim, status=Status.IN_TRANSITION)
    for draft in first_messages(contact, looking, channel=channel):
        assert openness.states_status(draft.text), draft.text


@LETTERS
@given(real_people, real_goals, channels)
def test_tip_5_no_letter_asks_for_a_referral(contact: Contact, aim: Goals, channel: str) -> None:
    """Let referrals come to you: no letter of any kind asks for an introduction, for names, or for a job."""
    for draft in letters(contact, aim, channel=channel):
        broken = review.check(draft.text, kind=str(draft.kind), tie=str(contact.tie), channel=channel, goals=aim)
        assert "asks-referral" not in {finding.rule for finding in broken}, draft.text


@LAW
@given(stories(), st.data())
def test_tip_5_the_tree_has_no_circle_and_undo_restores_it(story: Story, data: st.DataObject) -> None:
    """Let referrals come to you: who led to whom grows without a circle, and what is taken back comes back whole."""
    search = story.search()
    found = referrals.referrals(search, NOW)
    assert sorted(twigs(referrals.tree(found))) == sorted(one.id for one in found)
    assert all(one.person not in referrals.chain(one.person, found) for one in found)
    if found:
        gone = data.draw(st.sampled_from(found))
        cut = referrals.referrals(without(search, *gone.interactions), NOW)
        assert gone.id not in {one.id for one in cut}
        assert {one.id for one in cut if one.referrer != gone.referrer} <= {one.id for one in found}
        assert referrals.tree(referrals.referrals(search, NOW)) == referrals.tree(found)


@LAW
@given(stories(), people)
def test_tip_6_one_more_ask_within_the_limits_is_never_discouraged(story: Story, who: str) -> None:
    """You are not too pushy: but for a no, two reminders in vain and three open questions, there is room for more."""
    search = story.search()
    asked = questions_to(who, search)
    said_no = any(ask.state is AskState.DECLINED for ask in asked)
    reminded_in_vain = any(ask.state is AskState.UNANSWERED and len(ask.nudged) >= 2 for ask in asked)
    three_are_open = sum(ask.state is AskState.SENT for ask in asked) >= 3
    within = not (said_no or reminded_in_vain or three_are_open)
    pace = pacing.go_ahead(who, search, NOW, CALENDAR)
    assert pace.allowed or not within
    assert pace.say.endswith("There is plenty of room.") is pace.allowed


@LAW
@given(silences(), st.integers(2, 31))
def test_tip_6_a_reminder_waits_only_for_the_last_one_to_be_three_days_old(story: Story, day: int) -> None:
    """You are not too pushy: one reminder is always fine, and one more three working days after the first."""
    now = NOW.replace(day=day)
    (ask,) = pacing.asks(story.search(), now)
    fresh = any(CALENDAR.passed(reminded, now=now) < 3 for reminded in ask.nudged)
    pace = pacing.go_ahead("bob", story.search(), now, CALENDAR, reminder=True)
    assert pace.allowed is (len(ask.nudged) < 2 and not fresh)


@LAW
@given(stories())
def test_tip_7_whoever_helps_is_thanked(story: Story) -> None:
    """Follow up like a professional: whoever lifts a finger is thanked within a day, each once and nobody twice."""
    search = story.search()
    thanks = [one for one in promises(search).values() if one.kind is PromiseKind.THANK]
    for one in favors.helps(search, NOW):
        (promise,) = [thank for thank in thanks if one.id in thank.events]
        assert promise.to == one.by
        assert promise.due == promise.since + timedelta(hours=24)


@LAW
@given(stories(), st.integers(1, 26), st.integers(0, 12), st.sampled_from(("looking", "landed")))
def test_tip_7_time_ends_no_promise_and_landing_neither(story: Story, day: int, later: int, phase: str) -> None:
    """Follow up like a professional: a promise is kept or dropped by hand; only a reminder ends with its answer."""
    search, now = story.search(), NOW.replace(day=day)
    before = promises(search, now=now)
    after = promises(replace(search, landed=now if phase == "landed" else None), now=now + timedelta(days=later))
    for one in before.values():
        assert one.id in after, "no promise is lost"
        answered = one.kind is PromiseKind.NUDGE and after[one.id].state is PromiseState.VOID
        assert after[one.id].state in {one.state, PromiseState.KEPT} or answered
    dropped = {one.id: "by hand" for one in before.values() if one.state is PromiseState.OWED}
    assert all(
        (one.state is PromiseState.DROPPED) is (one.id in dropped)
        for one in promises(replace(search, dropped=dropped), now=now).values()
    )


@LAW
@given(stories(), st.data())
def test_tip_7_a_promise_is_void_only_with_its_own_event(story: Story, data: st.DataObject) -> None:
    """Follow up like a professional: taking one thing back takes nothing from people it had nothing to do with."""
    search = story.search()
    assume(search.interactions)
    gone = data.draw(st.sampled_from(search.interactions))
    after = promises(without(search, gone.id))
    for one in promises(search).values():
        if people_of(one, search).isdisjoint(gone.people):
            assert after[one.id] == one
