"""What she noted as sent and found in her mail later is one: by its words, subject or purpose, each message once."""

from tests.method.cast import CALENDAR, NOW, Story

from askwell.domain.cues import CueType
from askwell.domain.messages import Channel
from askwell.domain.plans import FavorKind, PromiseState
from askwell.domain.threads import Record
from askwell.method import favors, followup, pacing


def doubles(story: Story) -> dict[str, str]:
    return dict(Record.of(story.search(), now=NOW, calendar=CALENDAR).doubles)


def test_the_same_words_are_one_message_whatever_they_do() -> None:
    story = Story()
    noted = story.went("bob", "03-20", text="Thank you,\nBob.", by_hand=True)
    sent = story.went("bob", "03-18", text="Thank you, Bob.")
    assert doubles(story) == {noted: sent}


def test_other_words_of_the_same_purpose_or_subject_are_one_message_within_three_days() -> None:
    story = Story()
    noted = story.went("bob", "03-20", CueType.THANKS, text="Thanks a lot.", by_hand=True)
    sent = story.went("bob", "03-19", CueType.THANKS, text="Thank you so much.")
    other = story.went("ann", "03-20", subject="For you", text="A book.", by_hand=True)
    mailed = story.went("ann", "03-20", subject="for  you", text="The book I meant.")
    assert doubles(story) == {noted: sent, other: mailed}


def test_another_purpose_person_channel_or_week_is_another_message() -> None:
    story = Story()
    story.went("bob", "03-20", CueType.THANKS, text="Thanks a lot.", by_hand=True)
    story.went("bob", "03-20", CueType.ASK, text="How is the team organized?")
    story.went("tom", "03-20", CueType.THANKS, text="Thanks a lot.")
    story.went("bob", "03-20", CueType.THANKS, text="Thanks a lot.", channel=Channel.LINKEDIN)
    story.went("bob", "03-10", CueType.THANKS, text="Thanks a lot.")
    assert doubles(story) == {}


def test_one_message_is_the_double_of_one_entry() -> None:
    story = Story()
    first = story.went("bob", "03-19", CueType.THANKS, by_hand=True)
    story.went("bob", "03-20", CueType.THANKS, by_hand=True)
    sent = story.went("bob", "03-19", CueType.THANKS)
    assert doubles(story) == {first: sent}


def test_a_favor_noted_and_found_in_mail_is_given_once_and_sure() -> None:
    story = Story()
    story.went("bob", "03-20", CueType.GIVEN, text="Here is the book.", by_hand=True)
    story.went("bob", "03-20", CueType.GIVEN, text="Here is the book.", hour=16)
    (given,) = favors.ledger(story.search(), NOW)
    assert (given.kind, given.confirmed) == (FavorKind.GIVEN, True)


def test_a_reminder_noted_and_found_in_mail_is_one_reminder() -> None:
    story = Story()
    story.went("bob", "03-12", CueType.ASK, text="How is the team organized?")
    story.went("bob", "03-18", CueType.ASK, text="Just a short reminder.", thread="t-bob", by_hand=True)
    story.went("bob", "03-18", text="Just a short reminder.", hour=16)
    (ask,) = pacing.asks(story.search(), NOW)
    assert len(ask.nudged) == 1
    nudges = [p for p in followup.promises(story.search(), NOW, CALENDAR) if p.kind == "nudge"]
    assert [p.state for p in nudges] == [PromiseState.KEPT, PromiseState.OWED]


def test_a_reminder_noted_and_found_in_mail_as_an_ask_is_one_reminder() -> None:
    story = Story()
    story.went("bob", "03-12", CueType.ASK, text="How is the team organized?")
    story.went("bob", "03-18", CueType.ASK, text="Just a short reminder.", thread="t-bob", by_hand=True)
    story.went("bob", "03-18", CueType.ASK, text="Just a short reminder.", hour=16)
    (ask,) = pacing.asks(story.search(), NOW)
    assert len(ask.nudged) == 1
