"""Today: its order, its size, its pace, its kindness; what is not confirmed waits, and an empty day is done."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bounds import bounded
from tests.method.cast import CALENDAR, NOW, Story, on, referral

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.goals import Goals
from askwell.domain.people import Contact, Permission, Tie
from askwell.domain.plans import Day, StepKind
from askwell.domain.search import Phase, Search, Stage
from askwell.domain.wishes import Wishes
from askwell.guide import review
from askwell.guide.today import plan_day

GOALS = Goals(
    name="Alice Marlowe", statement="I want to lead operations for a food company.", roles=("Operations Manager",),
    fields=("food",), companies=("Cascade Grain", "Larkspur Coffee"), strengths=("calm in the peak season",),
    status_line="Meridian closed its warehouse, so I am out of work and looking.", zone="America/Chicago", country="US",
)  # fmt: skip


def plan(story: Story, now: datetime = NOW, *, goals: Goals = GOALS, phase: Phase = Phase.ACTIVE, **more: Any) -> Day:
    search = story.search(goals=goals, phase=phase, **more.pop("facts", {}))
    return plan_day(search, now, CALENDAR, **more)


def kinds(day: Day) -> list[str]:
    return [str(step.kind) for step in day.steps]


def full() -> Story:
    """One of everything: help, a referral, news of it, a talk to come, silence, people never asked."""
    story = Story()
    story.person("eve", "Eve Hall", company="Cascade Grain", tie=Tie.KNOWN, addresses=("eve@example.com",))
    story.person("fay", "Fay Ito", company="Larkspur Coffee", tie=Tie.KNOWN, addresses=("fay@example.com",))
    story.went("ann", "03-02", CueType.ASK)
    story.came("ann", "03-03", CueType.HELP)
    story.went("ann", "03-03", CueType.THANKS, hour=18)
    story.went("bob", "03-10", CueType.ASK)
    story.came("bob", "03-12", referral("Cal Roe", "cal"))
    story.went("bob", "03-12", CueType.THANKS, hour=18)
    story.went("cal", "03-13")
    story.came("cal", "03-26", CueType.HELP)
    story.went("dee", "03-17", CueType.ASK)
    story.met("ann", "03-27", hour=21)
    return story


def test_the_order_of_the_day_is_that_of_the_method() -> None:
    day = plan(full())
    assert list(dict.fromkeys(kinds(day))) == ["thank", "report", "outcome", "prepare", "nudge", "ask"]
    assert [s.person for s in day.steps] == ["cal", "bob", "ann", "ann", "dee", "eve", "fay"]


def test_every_promise_has_a_draft_that_the_tips_find_nothing_in() -> None:
    for step in plan(full()).steps:
        if step.draft and step.draft.channel != "phone":
            text, kind = step.draft.text, str(step.draft.kind)
            found = review.check(text, kind=kind, channel=step.draft.channel)
            assert [f.rule for f in found if f.rule != "open-loop"] == [], text


def test_only_what_she_confirmed_is_promised() -> None:
    story = Story(answer=Answer.WAITING)
    story.went("ann", "03-26", CueType.ASK)
    story.came("ann", "03-26", CueType.HELP, hour=18)
    assert "thank" not in kinds(plan(story))
    story.answer = Answer.YES
    story.came("bob", "03-26", CueType.HELP, hour=18)
    assert [step.person for step in plan(story).steps if step.kind == "thank"] == ["bob"]


def test_promises_come_first_by_due_and_the_day_has_a_size() -> None:
    story = Story()
    for number in range(20):
        story.came(f"p{number:02}", f"03-{number + 5:02}", CueType.HELP)
    day = plan(story, wishes=Wishes(size=5))
    assert [s.person for s in day.steps] == ["p00", "p01", "p02", "p03", "p04"]
    assert len([k for k in kinds(plan(story, everything=True)) if k == "thank"]) == 20


def test_asks_sent_today_count_towards_her_pace() -> None:
    story = Story()
    for number in range(9):
        story.person(f"n{number}", f"Nora{number} Roe", company="Cascade Grain", addresses=("n@example.com",))
    story.went("n0", "03-27", CueType.ASK, hour=14)
    story.went("n1", "03-27", CueType.ASK, hour=15)
    assert kinds(plan(story)).count("ask") == 3
    assert kinds(plan(story, wishes=Wishes(pace=2))).count("ask") == 0


def test_nobody_is_asked_twice_in_two_weeks_or_while_a_question_is_open() -> None:
    story = Story()
    story.person("ann", "Ann Roe", company="Cascade Grain").person("bob", "Bob Roe", company="Cascade Grain")
    story.went("ann", "03-20", CueType.ASK)
    story.went("bob", "03-02", CueType.ASK)
    story.came("bob", "03-03", CueType.DECLINE)
    assert not [s for s in plan(story).steps if s.kind is StepKind.ASK]


def test_who_waits_for_her_answer_is_not_asked_anything_new() -> None:
    story = Story().person("ann", "Ann Roe", company="Cascade Grain").person("bob", "Bob Roe", company="Larkspur")
    story.came("ann", "03-20", text="Good luck with it! Would you like to come by on Monday?")
    assert [s.person for s in plan(story).steps if s.kind is StepKind.ASK] == ["bob"]


def test_whoever_is_to_be_spared_is_not_asked() -> None:
    story = Story().person("ann", "Ann Roe", company="Cascade Grain").person("bob", "Bob Roe", company="Larkspur")
    assert [s.person for s in plan(story, spare={"ann"}).steps if s.kind is StepKind.ASK] == ["bob"]


@pytest.mark.parametrize("day", ["03-28", "11-26"])  # a Saturday, and Thanksgiving
def test_nobody_is_asked_on_a_weekend_or_holiday_unless_she_wants_to_see_all(day: str) -> None:
    story = Story().person("ann", "Ann Roe", company="Cascade Grain")
    story.came("bob", day, CueType.HELP, hour=14)
    assert kinds(plan(story, on(day, hour=18))) == ["thank"]
    assert kinds(plan(story, on(day, hour=18), everything=True)) == ["thank", "ask"]


def test_what_is_owed_to_one_person_is_one_step_with_every_reason_and_all_the_ids() -> None:
    story = full()
    story.went("bob", "03-26", Cue(CueType.OUTCOME, about="I passed the test"), by_hand=True)
    story.came("bob", "03-26", CueType.HELP, text="Wear boots.", hour=20)
    steps = [s for s in plan(story).steps if s.person == "bob"]
    owed = [p for p in story.promises() if p.to == "bob" and p.state == "owed"]
    (only,) = steps
    assert {str(p.kind) for p in owed} == {"report", "close", "thank"}
    assert {only.promise, *(key for _, key in only.also)} == {p.id for p in owed}
    assert {str(only.kind), *(str(kind) for kind, _ in only.also)} == {"report", "close", "thank"}
    assert only.kind is StepKind.CLOSE
    assert only.reason.endswith("One letter holds it all.")
    assert only.draft
    assert only.draft.text.count("I passed the test.") == only.draft.text.count("I heard back from Cal") == 1


def test_one_reason_is_not_told_twice() -> None:
    story = Story()
    story.came("bob", "03-25", referral("Rosalind Teague"))
    day = plan(story, phase=Phase.LANDED, facts={"landed": on("03-27", hour=12)})
    (only,) = day.steps
    assert (only.kind, only.reason.count("Rosalind")) == (StepKind.CLOSE, 1)


def test_two_things_to_thank_one_person_for_are_one_letter() -> None:
    story = Story().person("bob", "Bob Roe", addresses=("bob@example.com",))
    story.came("bob", "03-25", referral("Rosalind Teague"))
    story.came("bob", "03-26", CueType.HELP, text="Wear boots in the yard.", thread="two")
    (only,) = [s for s in plan(story).steps if s.kind is StepKind.THANK]
    assert [kind for kind, _ in only.also] == [StepKind.THANK]
    assert only.draft
    assert "Rosalind Teague" in only.draft.text


def test_without_goals_there_are_promises_and_one_step_to_begin() -> None:
    day = plan(full(), goals=Goals(name="Alice", zone="America/Chicago"))
    assert kinds(day).count("start") == 1
    assert "ask" not in kinds(day)
    assert "thank" in kinds(day)


def test_goals_without_people_ask_for_three_names() -> None:
    (step,) = plan(Story()).steps
    assert step.kind is StepKind.START
    assert "three people" in step.reason


def test_a_pause_leaves_only_promises() -> None:
    assert set(kinds(plan(full(), phase=Phase.PAUSED))) <= {"thank", "act", "report", "close", "nudge"}


def test_after_landing_there_are_closing_notes_and_no_new_asks() -> None:
    story = full()
    story.applied("Cascade Grain", stage=Stage.OFFER, updated="03-26")
    day = plan(story, phase=Phase.LANDED, facts={"landed": on("03-27", hour=12)})
    assert set(kinds(day)) == {"close"}
    notes = [s for s in day.steps if s.kind is StepKind.CLOSE]
    assert {s.person for s in notes} == {"ann", "bob", "cal"}
    assert all(s.draft and "Cascade Grain" in s.draft.text for s in notes)


def test_an_empty_day_is_done() -> None:
    story = Story().person("ann", "Ann Roe")
    story.went("ann", "03-27", CueType.ASK, hour=14)
    assert plan(story).steps == ()


def test_a_meeting_of_today_is_prepared_and_yesterday_s_is_noted_while_it_is_fresh() -> None:
    story = Story()
    story.went("ann", "03-20", CueType.ASK)
    story.met("ann", "03-27", hour=20, subject="Coffee")
    (before,) = [s for s in plan(story).steps if s.kind is StepKind.PREPARE]
    assert "15:00" in before.reason  # her clock, not the record's
    after = plan(story, NOW + timedelta(days=3))  # Monday: Friday was the last working day
    assert [s.person for s in after.steps if s.kind is StepKind.DEBRIEF] == ["ann"]
    story.went("ann", "03-28", CueType.THANKS)
    assert "debrief" not in kinds(plan(story, NOW + timedelta(days=3)))


def test_a_family_party_is_no_meeting_of_the_search() -> None:
    story = Story()
    story.met("mom", "03-27", hour=20, subject="Recital")
    assert "prepare" not in kinds(plan(story))


@pytest.mark.parametrize("title", ["Josie's recital", "Dad's birthday", "Soccer with the kids"])
def test_what_is_the_family_s_is_not_put_as_networking_whoever_comes_along(title: str) -> None:
    story = Story()
    story.went("ann", "03-20", CueType.ASK)
    story.met("ann", "03-26", subject=title)
    story.met("ann", "03-27", hour=20, subject=title)
    assert not {"prepare", "debrief"} & set(kinds(plan(story)))


def test_an_interview_is_asked_about_in_its_own_words() -> None:
    story = Story().person("ann", "Ann Roe")
    story.met("ann", "03-26", subject="Interview Ostara Foods")
    (step,) = [s for s in plan(story).steps if s.kind is StepKind.DEBRIEF]
    assert step.reason == "How did the interview with Ann go? It was yesterday (Interview Ostara Foods)."


def test_after_two_weeks_without_news_she_is_asked_what_came_of_it_and_owes_nothing() -> None:
    story = Story()
    story.went("ann", "03-01", CueType.ASK)
    story.came("ann", "03-02", CueType.HELP)
    story.went("ann", "03-02", CueType.THANKS, hour=18)
    steps = [s for s in plan(story).steps if s.kind is StepKind.OUTCOME]
    assert [s.person for s in steps] == ["ann"]
    assert not steps[0].promise
    assert "outcome" not in kinds(plan(story, on("03-10")))


def test_a_reminder_repeats_her_own_question() -> None:
    story = Story().person("dee", "Dee Roe", addresses=("dee@example.com",))
    story.went(
        "dee", "03-17", CueType.ASK, text="Hi Dee, are you well? Which certificate do you look for when you hire?"
    )
    (step,) = [s for s in plan(story).steps if s.kind is StepKind.NUDGE]
    assert step.draft
    assert "which certificate you look for when you hire" in step.draft.text


def test_a_reminder_quotes_what_she_sent_and_not_what_she_had_in_mind() -> None:
    story = Story().person("dee", "Dee Roe", addresses=("dee@example.com",))
    told = Cue(CueType.ASK, about="What matters most to you when you hire?")
    story.went("dee", "03-17", told, text="Hi Dee, which certificate do you look for in a forklift driver?")
    (step,) = [s for s in plan(story).steps if s.kind is StepKind.NUDGE]
    assert step.draft
    assert "forklift" in step.draft.text
    assert "matters most" not in step.draft.text


def test_a_reminder_without_kept_words_has_the_question_she_chose() -> None:
    story = Story().person("dee", "Dee Roe", addresses=("dee@example.com",))
    story.went("dee", "03-17", Cue(CueType.ASK, about="What matters most to you when you hire?"))
    (step,) = [s for s in plan(story).steps if s.kind is StepKind.NUDGE]
    assert step.draft
    assert "what matters most to you" in step.draft.text


def test_only_an_offer_she_wrote_about_is_said_to_be_taken_up() -> None:
    said = "I could show you the site on any Friday."
    spoken, written = Story().person("sam", "Samuel Ott"), Story().person("sam", "Samuel Ott")
    spoken.met("sam", "03-10", CueType.OFFER, text=said)
    written.came("sam", "03-10", CueType.OFFER, text=said)
    written.went("sam", "03-11", text="I would love to see it.")
    reasons = [next(s.reason for s in plan(one).steps if s.kind is StepKind.NUDGE) for one in (spoken, written)]
    assert [reason.startswith("You took up") for reason in reasons] == [False, True]


def test_a_person_only_named_is_written_to_by_name() -> None:
    story = Story()
    story.came("bob", "03-26", referral("Rosalind Teague"))
    (step,) = [s for s in plan(story).steps if s.kind is StepKind.ACT]
    assert step.person == ""
    assert step.draft
    assert step.draft.text.startswith("Dear Rosalind,")
    assert "Bob" in step.draft.text


def test_one_way_to_give_back_goes_to_somebody_who_gave_more() -> None:
    story = Story()
    story.went("ann", "03-20", CueType.ASK)
    story.came("ann", "03-21", CueType.HELP)
    story.went("ann", "03-21", CueType.THANKS, hour=18)
    assert [s.person for s in plan(story).steps if s.kind is StepKind.GIVE] == ["ann"]
    story.went("ann", "03-26", Cue(CueType.GIVEN, contacts=("ann",)))
    assert "give" not in kinds(plan(story))


SCOLDING = re.compile(r"overdue|late\b|should have|forgot|failed|must\b|streak|!|behind|rejected", re.IGNORECASE)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(1, 26), st.sampled_from(CueType)), max_size=12),
    st.booleans(),
)
def test_no_day_scolds_and_every_day_is_the_same_twice(told: list[tuple[str, int, CueType]], everything: bool) -> None:
    story = Story()
    outgoing = {CueType.ASK, CueType.THANKS, CueType.CLOSED, CueType.GIVEN}
    for who, day, kind in sorted(told):
        (story.went if kind in outgoing else story.came)(f"p{who}", f"03-{day:02}", kind)
    first = plan(story, everything=everything)
    assert first == plan(story, everything=everything)
    assert everything or len(first.steps) <= 12
    assert [s.reason for s in first.steps if SCOLDING.search(s.reason)] == []
    order = [s.kind for s in first.steps]
    place = {kind: at for at, kind in enumerate(StepKind)} | {StepKind.CLOSE: 2, StepKind.REPORT: 2}
    assert [place[k] for k in order] == sorted(place[k] for k in order)


@pytest.fixture(scope="module")
def crowd() -> Search:
    jobs = ("Operations Manager", "Buyer", "Nurse", "VP Operations", "Recruiter", "Teacher", "Software Engineer")
    contacts = {
        f"c{n}": Contact(
            id=f"c{n}", name=f"Person{n} Roe", company=f"Company {n % 6000}", title=f"{jobs[n % 7]} {n % 300}",
            tie=list(Tie)[n % 4], addresses=("x@example.com",), last=datetime(2024, 1 + n % 12, 1, tzinfo=UTC),
        )
        for n in range(30_000)
    }  # fmt: skip
    return replace(full().search(goals=GOALS), contacts={**full().contacts, **contacts})


def test_thirty_thousand_contacts_are_planned_in_a_blink(crowd: Search) -> None:
    with bounded():
        day = plan_day(crowd, NOW, CALENDAR)
    assert kinds(day).count("ask") == 5


def test_nobody_who_is_never_contacted_has_a_step_with_words_for_them() -> None:
    story = full()
    story.contacts = {key: replace(one, permission=Permission.NEVER_CONTACT) for key, one in story.contacts.items()}
    left = plan(story, everything=True).steps
    assert {step.kind for step in left} <= {StepKind.PREPARE, StepKind.DEBRIEF}
    assert not any(step.draft for step in left)


def test_a_no_that_came_today_is_no_work_of_hers() -> None:
    story = Story()
    story.came("liz", "03-20", referral("Cal", "cal", kind=CueType.INTRODUCTION), cc=("cal",))
    story.came("cal", "03-27", CueType.DECLINE, cc=("liz",))
    (step,) = plan(story, wishes=Wishes(size=1)).steps
    assert step.person == "liz"
