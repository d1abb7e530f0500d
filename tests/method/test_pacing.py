"""Asks are counted once, answered by people and not by machines; the limits are few and are said with numbers."""

from dataclasses import replace
from datetime import date

import pytest
from tests.method.cast import CALENDAR, GOALS, NOW, Story, on

from askwell.domain.cues import CueType
from askwell.domain.goals import Position, Status
from askwell.domain.messages import Channel, Direction, Writer
from askwell.domain.people import Permission
from askwell.domain.plans import Ask, AskState, Pace
from askwell.method import pacing

ASK, HELP, AUTO, DECLINE = CueType.ASK, CueType.HELP, CueType.AUTO, CueType.DECLINE


def one(story: Story) -> Ask:
    (ask,) = pacing.asks(story.search(), NOW)
    return ask


def pace(story: Story, who: str = "bob", *, day: str = "03-27", reminder: bool = False) -> Pace:
    return pacing.go_ahead(who, story.search(), on(day), CALENDAR, reminder=reminder)


def test_an_ask_is_answered_by_a_reply_in_its_thread() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    answer = story.came("bob", "03-04")
    assert (one(story).state, one(story).answered_by) == (AskState.ANSWERED, answer)


def test_an_absence_or_a_bounce_is_no_answer() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.came("bob", "03-02", AUTO, hour=16)
    story.came("bob", "03-03", writer=Writer.MACHINE)
    assert one(story).state is AskState.SENT


def test_a_refusal_is_an_answer_also_when_it_comes_second() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.came("bob", "03-03")
    story.came("bob", "03-05", DECLINE)
    assert one(story).state is AskState.DECLINED


def test_mail_afterwards_in_another_thread_is_no_answer_unless_it_helps() -> None:
    story = Story()
    story.went("bob", "03-02", ASK, thread="question")
    story.came("bob", "03-04", thread="birthday", subject="Sunday")
    assert one(story).state is AskState.SENT
    story.came("bob", "03-05", HELP, thread="new", cc=("ann",))
    assert one(story).state is AskState.ANSWERED


def test_an_answer_in_the_thread_of_one_ask_does_not_answer_another() -> None:
    story = Story()
    story.went("bob", "03-02", ASK, thread="one")
    story.went("bob", "03-12", ASK, thread="two")
    story.came("bob", "03-13", HELP, thread="two")
    assert [ask.state for ask in pacing.asks(story.search(), NOW)] == [AskState.SENT, AskState.ANSWERED]


def test_an_ask_noted_by_hand_is_answered_by_any_later_message_or_talk() -> None:
    story = Story()
    story.went("bob", "03-02", ASK, by_hand=True, channel=Channel.TEXT)
    story.met("bob", "03-06")
    assert one(story).state is AskState.ANSWERED


def test_the_same_ask_found_later_in_mail_is_one_and_keeps_her_guess() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.came("bob", "03-03", HELP)
    story.went("bob", "03-04", ASK, by_hand=True)
    assert len(one(story).interactions) == 2
    assert one(story).at == on("03-02")


def test_the_same_ask_sent_again_after_a_bounce_is_one_ask_and_no_reminder() -> None:
    story = Story()
    story.went("bob", "03-02", ASK, thread="dead")
    story.came("bob", "03-02", AUTO, thread="dead", hour=16, writer=Writer.MACHINE, subject="Undeliverable: plants")
    story.went("bob", "03-09", ASK, thread="alive")
    assert (len(one(story).interactions), one(story).nudged) == (2, ())


def test_a_second_message_in_the_silence_is_a_reminder_even_without_a_new_question() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.went("bob", "03-05", ASK)
    story.went("bob", "03-11")
    assert one(story).nudged == (on("03-05"), on("03-11"))
    assert one(story).state is AskState.UNANSWERED


def test_what_refers_back_is_a_reminder_and_what_does_not_is_another_ask() -> None:
    story = Story()
    story.went("bob", "03-02", ASK, thread="one", subject="Plants")
    story.went("bob", "03-10", ASK, thread="two", subject="Re: Plants")
    story.went("bob", "03-16", ASK, thread="three", subject="My CV")
    first, second = pacing.asks(story.search(), NOW)
    assert first.nudged == (on("03-10"),)
    assert second.at == on("03-16")


def test_an_old_ask_nobody_answered_is_unanswered() -> None:
    story = Story()
    story.went("bob", "01-05", ASK)
    assert one(story).state is AskState.UNANSWERED


def test_somebody_is_called_as_one_calls_them() -> None:
    story = Story()
    story.person("bob", "Aunt Rosalie")
    assert pace(story).say == "You have asked Aunt Rosalie nothing yet in this search. There is plenty of room."


def test_one_more_ask_is_welcomed_with_her_own_numbers() -> None:
    story = Story()
    story.person("bob", "Bob Roe").went("bob", "03-02", ASK)
    said = pace(story)
    assert said == Pace(
        allowed=True,
        say="You have asked Bob once in this search, last on March 2, with no reminders. There is plenty of room.",
    )


def test_somebody_without_a_name_is_called_this_person() -> None:
    assert pacing.go_ahead("nobody", Story().search(), NOW, CALENDAR).say.startswith(
        "You have asked this person nothing"
    )


def test_one_more_question_is_welcome_at_any_time_while_fewer_than_three_are_open() -> None:
    story = Story()
    story.went("bob", "03-05", ASK)  # a Thursday
    for day in ("03-05", "03-06", "03-09", "03-10"):
        assert pace(story, day=day).allowed
    asked = pacing.asks(story.search(), on("03-06"))[0]
    assert pacing.still_fresh(asked, CALENDAR, now=on("03-06"))
    assert pacing.still_fresh(asked, CALENDAR, now=on("03-09"))
    assert not pacing.still_fresh(asked, CALENDAR, now=on("03-10"))


def test_whoever_is_written_to_often_is_told_so_in_numbers_and_nothing_else() -> None:
    story = Story().person("bob", "Bob Roe")
    for day in ("03-02", "03-09", "03-16"):
        story.went("bob", day)
    story.came("bob", "03-17")
    assert pace(story) == Pace(
        allowed=True,
        say="You have asked Bob nothing yet in this search. In the last four weeks you wrote 3 times, and Bob once."
        " There is plenty of room.",
    )


def test_an_ask_that_came_back_undelivered_may_be_sent_again_at_once() -> None:
    story = Story()
    story.went("bob", "03-05", ASK)
    story.came("bob", "03-05", AUTO, hour=16, writer=Writer.MACHINE, subject="Undeliverable: plants")
    assert pace(story, day="03-06").allowed


def test_a_question_of_theirs_is_answered_in_the_same_letter_and_stops_no_ask() -> None:
    story = Story()
    story.came("bob", "03-05", text="Good to hear from you! How about Monday at 10?\n\nBest, Bob")
    said = pace(story, day="03-06")
    assert said.allowed
    assert said.say.startswith("Bob asked you on March 5: “How about Monday at 10?” Answer that in the same letter.")
    story.went("bob", "03-06", hour=16)
    assert "asked you" not in pace(story, day="03-07").say


@pytest.mark.parametrize(
    "facts",
    [
        {"text": "I am away. Who are you?", "writer": Writer.MACHINE},
        {"text": "Who comes on Sunday?", "cc": ("ann", "cal", "dee")},
        {"text": "How are you? The shops handle returns, head office everything else. Tell me how it goes."},
    ],
)
def test_no_question_of_a_machine_a_crowd_or_long_before_the_end_waits(facts: dict[str, object]) -> None:
    story = Story()
    story.came("bob", "03-05", **facts)
    assert "asked you" not in pace(story, day="03-06").say


def test_a_question_she_said_needs_no_answer_does_not_wait() -> None:
    story = Story()
    key = story.came("bob", "03-05", text="Isn't it a lovely day?")
    search = story.search(denied={key: frozenset({ASK})})
    assert "asked you" not in pacing.go_ahead("bob", search, on("03-06"), CALENDAR).say


def test_colleagues_of_a_job_she_still_has_are_not_asked() -> None:
    story = Story().person("bob", "Bob Roe", company="Corvane Medical Inc.").person("ann", "Ann Roe", company="Ostara")
    jobs = (Position("Ostara", "Planner", until=date(2024, 1, 1)), Position("Corvane Medical", "Planner"))
    employed = replace(GOALS, status=Status.EMPLOYED, positions=jobs)
    said = pacing.go_ahead("bob", story.search(goals=employed), NOW, CALENDAR)
    assert not said.allowed
    assert said.say.startswith("Bob works where you do")
    assert pacing.go_ahead("ann", story.search(goals=employed), NOW, CALENDAR).allowed
    assert pacing.go_ahead("bob", story.search(goals=replace(GOALS, positions=jobs)), NOW, CALENDAR).allowed


def test_a_fourth_open_question_waits() -> None:
    story = Story()
    for day in ("02-10", "02-20", "03-02"):
        assert pace(story, day=day).allowed
        story.went("bob", day, ASK, thread=day, subject=day)
    assert pace(story).say == "3 questions of yours are open with Bob. Wait for one answer before the next."


def test_a_second_reminder_waits_three_working_days_and_a_third_is_too_many() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    assert pace(story, day="03-05", reminder=True).allowed
    story.went("bob", "03-05", ASK)
    assert not pace(story, day="03-09", reminder=True).allowed
    assert pace(story, day="03-10", reminder=True).allowed
    story.went("bob", "03-11", ASK)
    assert "reminded Bob twice" in pace(story, day="03-20", reminder=True).say


def test_after_a_no_ninety_days_pass_unless_they_come_back_themselves() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.came("bob", "03-05", DECLINE)
    assert pace(story).say == "Bob said no, or not now, on March 5. Leave it until June 3, unless Bob writes first."
    assert pace(story, day="06-03").allowed
    story.came("bob", "03-20", CueType.OFFER)
    assert pace(story).allowed


def test_two_reminders_without_answer_bring_sixty_days_of_rest() -> None:
    story = Story()
    for day in ("02-02", "02-05", "02-11"):
        story.went("bob", day, ASK)
    assert "reminded Bob twice. Leave it until April 12" in pace(story).say
    assert pace(story, day="04-12").allowed


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"permission": Permission.NEVER_CONTACT}, "never to contact Bob"),
        ({"permission": Permission.LEAVE_OUT}, "leave Bob out"),
        ({"rest_until": date(2026, 5, 1)}, "until May 1"),
    ],
)
def test_her_own_word_about_a_person_is_kept(facts: dict[str, object], words: str) -> None:
    said = pace(Story().person("bob", "Bob Roe", **facts))
    assert not said.allowed
    assert words in said.say


def test_asks_count_from_the_beginning_of_the_search() -> None:
    story = Story()
    story.went("bob", "01-05", ASK)
    assert pacing.asks(story.search(since=date(2026, 2, 1)), NOW) == ()


def test_later_messages_do_not_count() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.came("bob", "03-28")
    assert one(story).state is AskState.SENT
    assert story.interactions[-1].direction is Direction.IN
