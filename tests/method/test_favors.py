"""Help is what was given, once an event; it is thanked and closed by later messages; the ledger balances."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.method.cast import CALENDAR, GOALS, NOW, Story, on, referral

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.gifts import GiftKind
from askwell.domain.goals import Position
from askwell.domain.messages import Channel, Direction
from askwell.domain.plans import Balance, FavorKind, Help
from askwell.domain.search import Stage
from askwell.domain.threads import Record
from askwell.method import favors

ASK, HELP, OFFER = CueType.ASK, CueType.HELP, CueType.OFFER
THANKS, CLOSED, GIVEN = CueType.THANKS, CueType.CLOSED, CueType.GIVEN


def found(story: Story) -> tuple[Help, ...]:
    return favors.helps(story.search(), NOW)


def one(story: Story) -> Help:
    (only,) = found(story)
    return only


def test_help_in_words_is_thanked_and_closed_by_later_messages_only() -> None:
    story = Story()
    story.went("bob", "03-01", THANKS, CLOSED)
    story.came("bob", "03-02", HELP)
    assert (one(story).thanked, one(story).closed) == ("", "")
    thanks = story.went("bob", "03-03", THANKS)
    closed = story.went("bob", "03-10", CLOSED)
    assert (one(story).thanked, one(story).closed) == (thanks, closed)


def test_closing_a_loop_with_a_word_of_thanks_thanks_too() -> None:
    story = Story()
    story.came("bob", "03-02", HELP)
    story.went("bob", "03-10", CLOSED, text="It went out with your first line.")
    assert one(story).thanked == ""
    told = story.went("bob", "03-11", CLOSED, text="They called. Thank you!")
    assert one(story).thanked == told


def test_thanks_in_copy_reach_the_helper_and_thanks_to_another_do_not() -> None:
    story = Story()
    story.came("liz", "03-02", HELP)
    story.went("tom", "03-03", THANKS)
    assert one(story).thanked == ""
    story.went("tom", "03-03", THANKS, cc=("liz",), hour=18)
    assert one(story).thanked == "i2"


def test_an_offer_is_no_help_until_it_is_carried_out() -> None:
    story = Story()
    story.came("kasia", "03-02", OFFER)
    assert found(story) == ()
    assert favors.balance(favors.ledger(story.search(), NOW)) == Balance(pledged=1)
    story.came("kasia", "03-09", HELP)
    assert favors.balance(favors.ledger(story.search(), NOW)) == Balance(received=1)


def test_a_referral_and_an_advice_in_one_message_are_two_helps() -> None:
    story = Story()
    story.came("bob", "03-02", HELP, referral("Dana Roe"))
    assert sorted(h.kind for h in found(story)) == ["help", "referral"]


def test_the_sentence_that_volunteers_somebody_is_the_referral_and_no_other_help() -> None:
    story = Story()
    story.came("bob", "03-02", Cue(HELP, evidence="You want to talk to Dana Roe."), referral("Dana Roe"))
    assert one(story).kind == "referral"


def test_a_talk_with_somebody_asked_is_help_once_it_is_over() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.met("bob", "03-05")
    story.met("bob", "03-30")
    assert (one(story).kind, one(story).at) == ("talk", on("03-05") + timedelta(hours=1))


def test_these_are_no_talks() -> None:
    story = Story()
    story.met("ann", "03-05")  # never asked
    for who in ("bob", "cal", "dan", "eve"):
        story.went(who, "03-01", ASK)
    story.met("bob", "03-05", cancelled=True)
    story.met("cal", "03-05", recurring=True)
    story.met("dan", "03-05", cc=("eve",))
    story.met("eve", "03-06", subject="Interview: Planner")
    assert found(story) == ()


def test_a_talk_after_a_referral_or_before_help_counts_too() -> None:
    story = Story()
    story.came("liz", "03-02", referral("Tom", "tom", kind=CueType.INTRODUCTION), cc=("tom",))
    story.met("tom", "03-05")
    story.met("ann", "03-05")
    story.came("ann", "03-06", HELP)
    assert [(h.by, h.kind) for h in found(story)] == [("liz", "referral"), ("tom", "talk"), ("ann", "help")]


def test_help_given_in_a_talk_and_repeated_in_the_mail_after_it_is_one_help() -> None:
    story = Story()
    story.went("tom", "03-02", ASK)
    talk = story.met("tom", "03-05")
    mail = story.came("tom", "03-06", HELP)
    assert one(story).interactions == (talk, mail)
    assert (one(story).interaction, one(story).since) == (mail, on("03-05") + timedelta(hours=1))
    story.came("tom", "03-20", HELP)
    assert len(found(story)) == 2


def test_mail_that_answers_a_later_question_is_a_help_of_its_own() -> None:
    story = Story()
    story.went("tom", "03-02", ASK, thread="one")
    story.met("tom", "03-05")
    story.went("tom", "03-06", ASK, thread="two", hour=9)
    story.came("tom", "03-06", HELP, thread="two")
    assert len(found(story)) == 2


def test_a_call_noted_by_hand_is_a_talk_unless_noted_for_another_reason() -> None:
    def calls(*told: CueType) -> int:
        story = Story()
        story.went("bob", "03-02", ASK)
        facts = {"channel": Channel.PHONE, "direction": Direction.BOTH, "by_hand": True}
        story._add("bob", "03-05", told, **facts)
        return len(found(story))

    assert calls() == calls(HELP) == 1
    assert calls(THANKS) == calls(CueType.OUTCOME) == calls(GIVEN) == 0


def test_help_entered_by_hand_and_found_later_in_mail_is_one() -> None:
    story = Story()
    story.came("bob", "03-02", HELP, by_hand=True)
    before = one(story).id
    story.came("bob", "03-01", HELP)
    assert one(story).id == before


def test_a_referral_is_closed_only_by_a_message_after_news_of_the_person() -> None:
    story = Story()
    story.came("priya", "03-02", referral("Oskar", "oskar", kind=CueType.INTRODUCTION), cc=("oskar",))
    story.went("priya", "03-10", CLOSED)
    assert one(story).closed == ""
    story.came("oskar", "03-12")
    assert one(story).closed == ""
    told = story.went("priya", "03-13", CLOSED)
    assert one(story).closed == told


def test_thanks_with_the_outcome_in_them_close_the_loop() -> None:
    story = Story()
    story.came("bob", "03-02", HELP)
    told = story.went("bob", "03-10", THANKS, CueType.OUTCOME, by_hand=True)
    assert one(story).closed == told


def test_the_ledger_has_both_sides() -> None:
    story = Story()
    story.came("bob", "03-02", HELP)
    story.went("bob", "03-03", GIVEN, cc=("ann",))
    kept = favors.ledger(story.search(), NOW)
    assert favors.balances(kept) == {"bob": Balance(given=1, received=1), "ann": Balance(given=1)}


def test_an_offer_is_taken_up_by_a_reply() -> None:
    story = Story()
    story.came("kasia", "03-02", OFFER)
    (offer,) = favors.ledger(story.search(), NOW)
    assert (offer.kind, offer.accepted) == (FavorKind.PLEDGED, None)
    story.went("kasia", "03-03")
    (offer,) = favors.ledger(story.search(), NOW)
    assert offer.accepted == on("03-03")


def test_unconfirmed_cues_make_unconfirmed_help() -> None:
    story = Story(answer=Answer.WAITING)
    story.came("bob", "03-02", HELP, text="The job goes through their own site.")
    assert not one(story).confirmed


PAPERS = "Attached is the signed copy of your agreement. Your laptop can go back by mail."


@pytest.mark.parametrize(
    ("text", "subject", "counts"),
    [
        (PAPERS, "Papers", False),
        ("Roast on Sunday at one. He says that they always look for people.", "Sunday", False),
        (PAPERS, "Your interview on Monday", True),
        ("Corvane posts everything in the local paper first.", "", True),
        ("Whoever is a good operations man starts in the yard.", "", True),
    ],
)
def test_what_an_outsider_writes_about_other_things_is_no_help_unless_she_says_so(
    text: str, subject: str, *, counts: bool
) -> None:
    for answer, helps in ((Answer.WAITING, counts), (Answer.YES, True)):
        story = Story(answer=answer)
        story.came("bob", "03-02", HELP, text=text, subject=subject)
        search = story.search(goals=replace(GOALS, companies=("Corvane Medical",)))
        assert bool(favors.helps(search, NOW)) is helps


@pytest.mark.parametrize("how", ["asked", "pointed to", "thanked", "to meet"])
def test_whoever_the_search_has_drawn_in_may_help_with_anything(how: str) -> None:
    story = Story(answer=Answer.WAITING)
    if how == "pointed to":
        story.came("liz", "03-01", referral("Bob", "bob"))
    elif how == "to meet":
        story.came("bob", "03-01", CueType.MEETING)
    else:
        story.went("bob", "03-01", CueType.ASK if how == "asked" else CueType.THANKS)
    story.came("bob", "03-02", HELP, text=PAPERS)
    assert [h.by for h in favors.helps(story.search(), NOW) if h.kind == "help"] == ["bob"]


def test_what_an_outsider_offers_about_other_things_is_no_pledge() -> None:
    story = Story(answer=Answer.WAITING)
    story.came("bob", "03-02", CueType.OFFER, text="I can bring the mower over on Saturday.")
    assert favors.ledger(story.search(), NOW) == ()


def test_there_is_always_a_way_to_give_back_and_the_particular_ones_come_first() -> None:
    story = Story().person("bob", "Bob Roe", title="Purchasing Manager", company="Ostara")
    story.person("ann", "Ann Poe", title="Head of Purchasing", company="Corvane")
    story.came("bob", "03-02", HELP)
    story.came("ann", "03-02")
    story.applied("Kinnick", stage=Stage.REJECTED, updated="03-05", via="Ann Poe")
    ways = favors.ways_to_give_back("bob", story.search(), NOW)
    assert ways[0] == "Put Bob and Ann Poe of Corvane in touch, if both are glad: both do purchasing."
    assert "Kinnick" in ways[1]
    assert favors.ways_to_give_back("nobody", Story().search(), NOW)


def gift_kinds(story: Story, who: str, **goals: Any) -> list[GiftKind]:
    record = Record.of(story.search(goals=replace(GOALS, **goals)), now=NOW, calendar=CALENDAR)
    return [gift.kind for gift in favors.gifts(who, record)]


def test_a_vacancy_of_which_a_form_letter_is_all_she_knows_is_not_passed_on() -> None:
    story = Story().person("bob", "Bob Roe", title="Planner").person("cal", "Cal Fry", title="Nurse")
    story.came("bob", "03-02")
    story.came("cal", "03-02")
    story.applied("Kinnick", stage=Stage.REJECTED, updated="03-05")
    assert GiftKind.VACANCY not in gift_kinds(story, "bob")
    story.applied("Harrow", stage=Stage.REJECTED, updated="01-05", via="Ann Poe")
    assert GiftKind.VACANCY not in gift_kinds(story, "bob")
    story.applied("Tidewell", stage=Stage.REJECTED, updated="03-20", via="Ann Poe")
    assert GiftKind.VACANCY in gift_kinds(story, "bob")
    assert GiftKind.VACANCY not in gift_kinds(story, "cal")


def test_five_who_helped_are_not_all_offered_the_same() -> None:
    story = Story()
    people = [f"p{number}" for number in range(1, 9)]
    for one in people:
        story.person(one, f"Person {one}")
    first = {gift_kinds(story, one, strengths=("Excel",))[0] for one in people}
    assert len(first) == 3


def test_a_recommendation_is_for_whom_she_has_seen_at_work() -> None:
    story = Story().person("bob", "Bob Roe", url="https://www.linkedin.com/in/bob", company="Halvorsen")
    assert GiftKind.RECOMMENDATION not in gift_kinds(story, "bob")
    assert GiftKind.RECOMMENDATION in gift_kinds(story, "bob", positions=(Position("Halvorsen", "Buyer"),))


def test_nobody_who_never_answered_is_offered_as_an_introduction() -> None:
    story = Story().person("bob", "Bob Roe", title="Purchasing Manager", company="Ostara")
    story.person("ann", "Ann Poe", title="Head of Purchasing", company="Corvane")
    story.went("ann", "03-02")
    assert GiftKind.PUT_IN_TOUCH not in gift_kinds(story, "bob")
    story.came("ann", "03-03")
    assert GiftKind.PUT_IN_TOUCH in gift_kinds(story, "bob")
