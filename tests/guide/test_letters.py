"""Which letter it is: one for all that is owed to somebody, one of its own where nothing is; and the room it has."""

from dataclasses import replace

import pytest
from tests.method.cast import CALENDAR, GOALS, NOW, Story, on, referral

from askwell.domain.cues import CueType
from askwell.domain.gifts import Gift, GiftKind
from askwell.domain.messages import Channel
from askwell.domain.people import Contact, Tie
from askwell.domain.search import Move
from askwell.guide import room
from askwell.guide.drafts import Composer
from askwell.guide.letters import KINDS, Purpose, due, free_letter, owed_letter
from askwell.guide.pushy import GLADLY, pace_of, pushy
from askwell.guide.review.whole import reviewed
from askwell.method import favors, followup
from askwell.method.favors import Books

AIMS = replace(GOALS, status_line="Meridian closed, so I am out of work and looking.", companies=("Cascade Grain",))
BOB = {"addresses": ("bob@example.com",)}


def books(story: Story) -> Books:
    return favors.books(story.search(goals=AIMS), NOW, CALENDAR)


def composer() -> Composer:
    return Composer.of(AIMS, today=CALENDAR.day(NOW))


def helped() -> Story:
    story = Story().person("bob", "Bob Roe", **BOB).person("cal", "Cal Hall")
    story.went("bob", "03-02", CueType.ASK, text="How is the team organized?")
    story.came("bob", "03-26", CueType.HELP, referral("Cal Hall", "cal"), text="Put the team in line one.")
    return story


def letter(kept: Books, who: str, purpose: Purpose) -> Purpose | None:
    joined = due(kept, followup.promises_of(kept, CALENDAR), who, purpose=purpose)
    written = owed_letter(joined, kept, composer()) if joined else None
    return written.purpose if written else None


def test_what_is_owed_to_somebody_is_one_letter_and_its_purpose_is_what_leads() -> None:
    story = helped()
    story.came("cal", "03-26", CueType.HELP, hour=17)
    kept = books(story)
    assert letter(kept, "bob", Purpose.THANK) is Purpose.REPORT
    assert letter(kept, "bob", Purpose.CLOSE) is Purpose.REPORT
    assert letter(kept, "bob", Purpose.NUDGE) is None


def test_a_reminder_before_its_day_is_due_only_for_who_wants_to_remind() -> None:
    story = Story().person("bob", "Bob Roe", **BOB)
    story.went("bob", "03-26", CueType.ASK)
    kept = books(story)
    promises = followup.promises_of(kept, CALENDAR)
    assert due(kept, promises, "bob", purpose=Purpose.NUDGE) is not None
    assert due(kept, promises, "bob", purpose=Purpose.THANK) is None


def test_a_channel_she_chose_is_taken_for_what_is_owed_too() -> None:
    kept = books(helped())
    joined = due(kept, followup.promises_of(kept, CALENDAR), "bob", purpose=Purpose.THANK)
    assert joined is not None
    by = [owed_letter(joined, kept, composer(), channel=channel) for channel in ("", "text", "phone")]
    assert [one.draft.channel for one in by if one] == ["email", "text", "phone"]


@pytest.mark.parametrize("purpose", [one for one in Purpose if one not in {Purpose.ASK, Purpose.ACT}])
@pytest.mark.parametrize("channel", ["email", "linkedin", "text", "phone"])
def test_every_purpose_has_its_letter_to_anybody_by_any_channel(purpose: Purpose, channel: str) -> None:
    story = Story().person("ann", "Ann Lee")
    story.came("ann", "03-02", channel=Channel.EMAIL)
    kept = books(story)
    written = free_letter(purpose, kept.record.search.contacts["ann"], kept, composer(), channel=channel)
    assert "Ann" in written.draft.text or channel == "phone"
    assert written.draft.channel == channel
    assert written.promises == ()


def test_a_reminder_of_nothing_is_a_question() -> None:
    kept = books(Story().person("ann", "Ann Lee"))
    assert free_letter(Purpose.NUDGE, kept.record.search.contacts["ann"], kept, composer()).purpose is Purpose.ASK


def test_thanks_that_nobody_waits_for_are_for_the_last_help_and_go_the_way_it_came() -> None:
    story = helped()
    story.came("bob", "03-27", CueType.HELP, text="Ask for Lorna.", channel=Channel.LINKEDIN)
    kept = books(story)
    written = free_letter(Purpose.THANK, kept.record.search.contacts["bob"], kept, composer())
    assert written.draft.channel == "linkedin"


def test_a_gift_is_worded_to_the_reader_and_asks_for_nothing() -> None:
    kept = books(helped())
    bob = kept.record.search.contacts["bob"]
    texts = {}
    for gift in favors.gifts("bob", kept.record):
        texts[gift.kind] = free_letter(Purpose.GIVE, bob, kept, composer(), gift=gift).draft.text
    assert set(texts) == {GiftKind.READING, GiftKind.ASK_BACK}
    assert "You helped me" in texts[GiftKind.READING] or "your help" in texts[GiftKind.READING]
    assert all("them" not in text and "Bob what" not in text for text in texts.values())


def test_each_kind_of_gift_has_its_words() -> None:
    story = helped().person("tom", "Tom Eklund", company="Oat Mills", title="Buyer")
    story.contacts["bob"] = replace(
        story.contacts["bob"],
        company="Cascade Grain",
        title="Buyer",
        url="https://www.linkedin.com/in/bob",
        tie=Tie.CLOSE,
    )
    story.came("tom", "03-20")
    story.came("tom", "03-21", subject="Fwd: Vacancy: Purchasing Lead, Leeds")
    story.went("bob", "03-22", text="I'll send you the article on cold chains.")
    moves = (Move("bob", "Cascade Grain", "Buyer", "Oat Mills", at=on("03-24")),)
    search = story.search(goals=replace(AIMS, roles=("Nurse",), strengths=("spreadsheets",)), moves=moves)
    kept = favors.books(search, NOW, CALENDAR)
    found = favors.gifts("bob", kept.record)
    assert {gift.kind for gift in found} == set(GiftKind)
    for gift in found:
        draft = free_letter(Purpose.GIVE, search.contacts["bob"], kept, composer(), gift=gift).draft
        assert gift.about.casefold() in draft.text.casefold() or (gift.company and gift.company in draft.text)
        assert "…" not in draft.text


def test_gifts_of_one_kind_are_not_the_same_letter_for_everybody() -> None:
    kept, gift = books(helped()), Gift(GiftKind.ASK_BACK, "Ask.")
    people = [Contact(id=f"p{number}", name="Bo Lind") for number in range(9)]
    texts = {free_letter(Purpose.GIVE, one, kept, composer(), gift=gift).draft.text for one in people}
    assert len(texts) > 3


def test_a_trait_is_no_hand_to_lend() -> None:
    kept, gift = books(helped()), Gift(GiftKind.HAND, "Offer.", "calm, spreadsheets, patience")
    text = free_letter(Purpose.GIVE, kept.record.search.contacts["bob"], kept, composer(), gift=gift).draft.text
    assert "spreadsheets" in text
    assert "calm" not in text
    text = free_letter(
        Purpose.GIVE, kept.record.search.contacts["bob"], kept, composer(), gift=replace(gift, about="calm")
    ).draft.text
    assert "calm" not in text


def test_a_note_has_300_characters_and_she_chooses_note_or_message() -> None:
    ann = Contact(id="ann", name="Ann Lee")
    as_note, as_message = (replace(composer(), note=note).ask(ann, channel="linkedin").text for note in (True, False))
    assert len(as_note) <= 300 < len(as_message)
    assert [room.limit(one) for one in room.PAGE_CHANNELS] == [None, 300, 8000, None, None]
    assert room.taken_apart("linkedin-note") == ("linkedin", True)
    assert room.taken_apart("email") == ("email", None)


def test_pushy_is_answered_with_her_numbers_and_the_two_reminders() -> None:
    story = Story().person("bob", "Bob Roe", last=NOW.replace(year=2023), sent=2, received=1)
    kept = books(story)
    bob = kept.record.search.contacts["bob"]
    said = pushy(kept, bob, purpose=Purpose.ASK, pace=pace_of(kept, bob, purpose=Purpose.ASK))
    assert said == (
        "You and Bob were last in touch in March 2023. You have asked Bob nothing yet in this search. There is plenty "
        "of room. If it stays quiet: one kind reminder on Wednesday, April 1, one last on Tuesday, April 7, and then"
        " it rests."
    )


def test_a_limit_is_all_that_is_said_and_thanks_need_none() -> None:
    story = Story().person("bob", "Bob Roe")
    story.went("bob", "03-20", CueType.ASK)
    story.came("bob", "03-26", CueType.DECLINE)
    kept = books(story)
    bob = kept.record.search.contacts["bob"]
    pace = pace_of(kept, bob, purpose=Purpose.ASK)
    assert not pace.allowed
    assert pushy(kept, bob, purpose=Purpose.ASK, pace=pace) == pace.say
    assert pace_of(kept, bob, purpose=Purpose.THANK).say == GLADLY


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((CueType.HELP, CueType.HELP), "Of the 3 people you asked so far, 2 answered, and nobody said no."),
        ((CueType.HELP, CueType.DECLINE), "Of the 3 people you asked so far, 1 answered, and 1 said no."),
        ((), "You asked 3 people so far, and no answer has come yet; silence is rarely about you."),
    ],
)
def test_how_people_took_her_questions_is_told_as_it_is(answers: tuple[CueType, ...], said: str) -> None:
    story = Story().person("bob", "Bob Roe")
    people = ("ann", "cal", "dee")
    for who in people:
        story.went(who, "03-20", CueType.ASK)
    for who, answer in zip(people, answers, strict=False):
        story.came(who, "03-24", answer)
    kept = books(story)
    bob = kept.record.search.contacts["bob"]
    assert said in pushy(kept, bob, purpose=Purpose.ASK, pace=pace_of(kept, bob, purpose=Purpose.ASK))


def test_a_reminder_says_what_may_follow_it() -> None:
    story = Story().person("bob", "Bob Roe")
    story.went("bob", "03-19", CueType.ASK)
    kept = books(story)
    bob = kept.record.search.contacts["bob"]
    pace = pace_of(kept, bob, purpose=Purpose.NUDGE)
    assert pushy(kept, bob, purpose=Purpose.NUDGE, pace=pace).endswith(
        "One last reminder may follow on Wednesday, April 1; then it rests."
    )
    story.went("bob", "03-24", text="A short reminder.")
    kept = books(story)
    pace = pace_of(kept, bob, purpose=Purpose.NUDGE)
    assert "This is the last reminder" in pushy(kept, bob, purpose=Purpose.NUDGE, pace=pace)


def test_every_purpose_is_reviewed_as_its_kind_and_points_are_not() -> None:
    assert set(KINDS) == set(Purpose)
    bob = Contact(id="bob", name="Bob Roe")
    sorry = "Dear Bob,\n\nSorry to bother you. Could you introduce me to your boss?\n\nAlice"
    seen = reviewed(sorry, bob, AIMS, purpose=Purpose.ASK, channel="email")
    assert seen.thoughts[0].rule == "asks-referral"
    assert len(seen.thoughts) == 3 < len(seen.findings)
    assert (seen.words, seen.characters, seen.limit) == (len(sorry.split()), len(sorry), None)
    left = reviewed(sorry, bob, AIMS, purpose=Purpose.ASK, channel="email", left=("asks-referral",))
    assert "asks-referral" not in [one.rule for one in left.thoughts]
    assert reviewed(sorry, bob, AIMS, purpose=Purpose.ASK, channel="phone").findings == ()
    gift = reviewed("Dear Bob,\n\nHere is the book.\n\nAlice", bob, AIMS, purpose=Purpose.GIVE, channel="email")
    assert (gift.findings, gift.goods) == ((), ())
    assert reviewed("x" * 301, bob, AIMS, purpose=Purpose.ASK, channel="linkedin-note").limit == 300


def test_what_both_share_is_praised_only_where_it_is_named() -> None:
    goals = replace(AIMS, schools=("Aire College",))
    bob = Contact(id="bob", name="Bob Roe", met="at Aire College")
    text = "Dear Bob,\n\nWe know each other from {}. I am out of work and looking. What would you learn?\n\nAlice"
    named = [
        reviewed(text.format(where), bob, goals, purpose=Purpose.ASK, channel="email").goods
        for where in ("Aire College", "school")
    ]
    assert ["Names what you share" in one for one in named] == [True, False]
