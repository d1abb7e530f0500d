"""Hardness is measured from what took place: each part by what it is made of, soft events kindly, little not at all."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.method.cast import CALENDAR, GOALS, NOW, Story, referral

from askwell.domain.cues import CueType
from askwell.domain.goals import Goals, Status
from askwell.domain.messages import Channel, Direction
from askwell.domain.people import Tie
from askwell.guide.hardness import WEIGHTS, Band, Behavior, Hardness, Name, behavior, measure, told_of
from askwell.guide.hardness.scale import scores, total
from askwell.guide.hardness.words import SAYS, STRETCHES
from askwell.method import favors, followup

CLEAR = "I was laid off in March and am looking for work. Which course helped you most?"
VAGUE = "Keep me in mind."
COUNTED = ("asks", "talks", "new", "far", "targets", "late", "received", "given", "conversations", "referrals")


def counted(story: Story, *, goals: Goals = GOALS, pace: int | None = None) -> Behavior:
    kept = favors.books(story.search(goals=goals), NOW, CALENDAR)
    return behavior(kept, followup.promises_of(kept, CALENDAR), pace=pace)


def measured(story: Story) -> Hardness | None:
    kept = favors.books(story.search(), NOW, CALENDAR)
    return measure(kept, followup.promises_of(kept, CALENDAR))


def asking(count: int, text: str = CLEAR, *, day: int = 2) -> Story:
    story = Story()
    for at in range(count):
        story.person(f"c{at}", f"Cora Number{at}", tie=Tie.BARELY)
        story.went(f"c{at}", f"03-{day + at % 20:02}", CueType.ASK, text=text)
    return story


def gathering(story: Story, day: str) -> None:
    story.went("zoe", day, channel=Channel.MEETING, cc=("yan", "xia"), subject="Breakfast of planners")
    story.interactions[-1] = replace(story.interactions[-1], direction=Direction.BOTH)


class TestOfLittle:
    def test_with_too_little_to_measure_there_is_no_figure(self) -> None:
        assert measured(Story()) is None
        assert measured(asking(4)) is None
        assert measured(asking(5)) is not None

    def test_what_is_older_than_28_days_does_not_count(self) -> None:
        story = Story()
        for at in range(8):
            story.went(f"c{at}", "02-10", CueType.ASK, text=CLEAR)
        assert measured(story) is None

    def test_a_search_that_has_just_begun_is_held_to_one_week(self) -> None:
        assert counted(asking(5, day=24)).weeks == 1


class TestTheParts:
    def test_asks_with_one_question_carry_an_agenda(self) -> None:
        assert (counted(asking(6)).clear, counted(asking(6, VAGUE)).clear) == (6, 0)

    def test_a_whole_questionnaire_does_not(self) -> None:
        assert counted(asking(5, "Who? What? Why?")).clear == 0

    def test_first_letters_that_say_so_are_open_and_later_ones_are_not_asked_to(self) -> None:
        story = asking(5, VAGUE)
        story.person("ann", "Ann Poe").went("ann", "03-02", text="Hello Ann")
        story.went("ann", "03-20", CueType.ASK, text=CLEAR, thread="other")
        found = counted(story)
        assert (found.first, found.stated) == (5, 0)
        assert counted(asking(5)).stated == 5

    def test_who_is_still_employed_is_not_measured_by_openness(self) -> None:
        found = told_of(counted(asking(6), goals=replace(GOALS, status=Status.EMPLOYED)))
        assert found
        assert {part.name for part in found.parts if part.score is None} >= {Name.OPENNESS}

    def test_a_talk_after_a_clear_question_carries_it_and_is_one_to_one(self) -> None:
        story = asking(5)
        story.met("c1", "03-20", subject="Coffee")
        found = counted(story)
        assert (found.talks, found.prepared, found.alone) == (1, 1, 6)

    def test_a_question_to_several_at_once_is_not_one_to_one(self) -> None:
        story = asking(5)
        story.went("ann", "03-20", CueType.ASK, text=CLEAR, cc=("bea", "cid"))
        assert (counted(story).together, counted(story).alone) == (1, 5)

    def test_reach_counts_new_and_far_people_and_those_at_places_she_named(self) -> None:
        story = asking(5)
        story.person("ann", "Ann Poe", tie=Tie.CLOSE, company="Globex Inc.").went(
            "ann", "03-20", CueType.ASK, text=CLEAR
        )
        story.person("bob", "Bob Roe", tie=Tie.KNOWN, dormant=True).went("bob", "02-02", CueType.ASK, text=CLEAR)
        story.went("bob", "03-20", CueType.ASK, text=VAGUE, thread="other")
        found = counted(story, goals=replace(GOALS, companies=("Globex",)))
        assert (found.people, found.new, found.far, found.targets) == (7, 6, 6, 1)

    def test_whom_this_search_made_known_was_far_before(self) -> None:
        story = asking(5)
        story.person("ann", "Ann Poe", tie=Tie.KNOWN, received=1, sent=1).went("ann", "03-10", CueType.ASK, text=CLEAR)
        story.came("ann", "03-11", CueType.HELP)
        story.person("bob", "Bob Roe", tie=Tie.KNOWN, received=9, sent=9).went("bob", "03-10", CueType.ASK, text=CLEAR)
        assert counted(story).far == 6

    def test_promises_kept_in_time_count_whole_and_later_ones_half(self) -> None:
        story = asking(5)
        for who, thanked in (("c0", "03-11"), ("c1", "03-18"), ("c2", "")):
            story.came(who, "03-10", CueType.HELP, hour=18)
            if thanked:
                story.went(who, thanked, CueType.THANKS, text="Thank you")
        found = counted(story)
        assert (found.due, found.on_time, found.late) == (3, 1, 1)

    def test_what_she_gives_stands_beside_what_she_receives(self) -> None:
        story = asking(5)
        story.came("c0", "03-10", CueType.HELP)
        story.went("c0", "03-12", CueType.GIVEN, text="Here is the article")
        assert (counted(story).received, counted(story).given) == (1, 1)

    def test_yield_is_people_named_in_conversations(self) -> None:
        story = asking(5)
        story.came("c0", "03-12", referral("Dana Ruiz"))
        story.came("c1", "03-12", CueType.HELP)
        assert (counted(story).conversations, counted(story).referrals) == (2, 1)

    def test_her_own_smaller_pace_is_a_full_one(self) -> None:
        assert [counted(asking(5), pace=pace).full for pace in (None, 2, 5, 0)] == [15, 10, 15, 5]


class TestKindness:
    def test_a_gathering_never_makes_the_figure_smaller(self) -> None:
        story = asking(9, VAGUE)
        before = measured(story)
        for day in ("03-10", "03-17", "03-24"):
            gathering(story, day)
        after = measured(story)
        assert before
        assert after
        assert after.behavior.gatherings == 3
        assert after.score >= before.score

    @given(st.integers(0, 30), st.integers(0, 10), st.integers(1, 30))
    @settings(max_examples=40)
    def test_nor_do_many_of_them_whatever_else_she_did(self, asks: int, talks: int, gatherings: int) -> None:
        before = Behavior(asks=asks, talks=talks, gatherings=5)
        assert total(scores(replace(before, gatherings=5 + gatherings))) >= total(scores(before))

    def test_gatherings_alone_are_a_soft_search_and_hear_no_word_of_blame(self) -> None:
        story = Story()
        for day in range(3, 25, 4):
            gathering(story, f"03-{day:02}")
        found = measured(story)
        assert found
        assert found.band is Band.SOFT
        assert "count too" in found.parts[0].made_of

    @given(st.builds(Behavior, **{name: st.integers(0, 3) for name in COUNTED}))
    @settings(max_examples=60)
    def test_no_nought_is_counted_and_nothing_is_said_of_nobody(self, found: Behavior) -> None:
        told = told_of(replace(found, gatherings=5))
        assert told
        words = [part.made_of for part in told.parts]
        assert [one for one in words if re.search(r"\b0\b|\bnobody\b|\bof all 1\b|\b1 of 1 \w+s\b", one)] == []

    def test_what_waits_has_no_number(self) -> None:
        told = told_of(Behavior(asks=9, due=4, reminders_due=3))
        assert told
        part = next(part for part in told.parts if part.name is Name.FOLLOW_THROUGH)
        assert part.made_of == "Thanks and news are welcome late, too; a reminder could still go out."

    def test_where_there_were_gatherings_alone_it_is_told_what_would_show(self) -> None:
        told = told_of(Behavior(gatherings=6))
        assert told
        assert [part.made_of for part in told.parts[:2]] == [
            "The next question you ask shows here; 6 gatherings among people count too.",
            "A talk just for two shows here.",
        ]

    def test_no_words_name_a_bob_or_scold(self) -> None:
        words = [*SAYS.values(), *STRETCHES.values()]
        for found in (measured(asking(9)), measured(asking(5, VAGUE))):
            assert found
            words += [part.made_of for part in found.parts]
        never = r"\bbob\b|\bonly\b|fail|poor|weak|bad|must|should have|overdue|reject|!"
        assert [one for one in words if re.search(never, one, re.IGNORECASE)] == []


behaviors = st.builds(
    lambda asks, clear, talks, stated, far, due, kept, received, given, named: Behavior(
        asks=asks + 5, clear=min(clear, asks), talks=talks, first=asks + 5, stated=min(stated, asks), people=asks + 5,
        new=asks, far=min(far, asks), due=due, on_time=min(kept, due), received=received, given=given,
        conversations=talks, referrals=named,
    ),
    *[st.integers(0, 60)] * 10,
)  # fmt: skip


class TestTheWhole:
    def test_the_weights_add_up_to_one(self) -> None:
        assert sum(WEIGHTS.values()) == pytest.approx(1)

    @given(behaviors)
    @settings(max_examples=60)
    def test_it_is_from_0_to_100_and_its_next_stretch_adds_most(self, found: Behavior) -> None:
        told = told_of(found)
        assert told
        assert 0 <= told.score <= 100
        assert all(part.score is None or 0 <= part.score <= 100 for part in told.parts)
        assert told.next is None or told.next.gain == max(part.gain for part in told.parts)

    @given(behaviors)
    @settings(max_examples=60)
    def test_no_more_asking_openness_or_kept_promise_ever_lowers_it(self, found: Behavior) -> None:
        better = replace(
            found, asks=found.asks + 3, clear=found.clear + 3, first=found.first + 3, stated=found.stated + 3,
            due=found.due + 1, on_time=found.on_time + 1,
        )  # fmt: skip
        before, after = told_of(found), told_of(better)
        assert before
        assert after
        assert after.score >= before.score

    def test_nobody_is_told_to_send_what_does_not_wait(self) -> None:
        def step(found: Behavior) -> str:
            told = told_of(found)
            assert told
            return next(part.stretch for part in told.parts if part.name is Name.FOLLOW_THROUGH)

        assert "that wait" in step(Behavior(asks=9, due=4, on_time=1))
        assert "that wait" not in step(Behavior(asks=9, due=4, on_time=2, late=2))
        assert step(Behavior(asks=9, reminders_due=2)).startswith("Send a kind reminder")

    def test_a_month_ago_stands_beside_it(self) -> None:
        before = told_of(Behavior(asks=5))
        after = told_of(Behavior(asks=30, clear=30), before=before)
        assert before
        assert after
        assert after.was == before.score
        assert after.parts[0].was == before.parts[0].score


def test_a_no_of_somebody_introduced_is_no_promise_that_she_kept() -> None:
    story = Story()
    story.came("liz", "03-16", referral("Cal", "cal", kind=CueType.INTRODUCTION), cc=("cal",))
    before = counted(story)
    story.came("cal", "03-17", CueType.DECLINE, cc=("liz",))
    after = counted(story)
    assert (after.on_time, after.late) == (before.on_time, before.late) == (0, 0)
    assert after.due == before.due  # the news to Liz stands where the message to Cal stood
