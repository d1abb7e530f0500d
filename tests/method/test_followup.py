"""The whole table of promises: what makes each, when it is due, what keeps it, what ends it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.method.cast import CALENDAR, GOALS, NOW, Story, interview, of, on, referral, the

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.days import Calendar
from askwell.domain.messages import Channel
from askwell.domain.plans import Promise, PromiseKind, PromiseState
from askwell.domain.search import Stage
from askwell.domain.threads import stable_id
from askwell.method import favors, followup

ASK, HELP, OFFER, DECLINE = CueType.ASK, CueType.HELP, CueType.OFFER, CueType.DECLINE
THANKS, CLOSED, INTRODUCTION = CueType.THANKS, CueType.CLOSED, CueType.INTRODUCTION


def end_of(day: date) -> datetime:
    return CALENDAR.end_of(day)


def test_thanks_are_owed_at_once_and_due_in_24_hours() -> None:
    story = Story()
    story.came("bob", "03-02", HELP)
    promise = the(story, "thank", now=on("03-02"))
    assert (promise.state, promise.since, promise.due) == (PromiseState.OWED, on("03-02"), on("03-03"))
    thanks = story.went("bob", "03-04", THANKS)
    assert (the(story, "thank").state, the(story, "thank").kept) == (PromiseState.KEPT, thanks)


def test_one_message_is_thanked_once_however_many_helps_it_held() -> None:
    story = Story()
    story.came("bob", "03-02", HELP, HELP, referral("Dana Roe"))
    assert len(the(story, "thank").events) == 2


def test_thanks_for_a_talk_count_from_its_end() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.met("bob", "03-05")
    assert the(story, "thank").due == on("03-06") + timedelta(hours=1)


def test_a_referral_is_acted_upon_within_two_working_days() -> None:
    story = Story().person("tom", "Tom Eklund")
    story.came("liz", "03-06", referral("Tom Eklund"))  # a Friday
    promise = the(story, "act")
    assert (promise.to, promise.name, promise.due) == ("", "Tom Eklund", end_of(date(2026, 3, 10)))
    wrote = story.went("tom", "03-09", ASK)
    assert (the(story, "act").to, the(story, "act").kept) == ("tom", wrote)


@pytest.mark.parametrize("answer", [DECLINE, HELP])
def test_who_said_no_or_helped_of_themselves_is_not_written_to_as_somebody_new(answer: CueType) -> None:
    story = Story()
    story.came("liz", "03-02", referral("Cal", "cal", kind=INTRODUCTION), cc=("cal",))
    said = story.came("cal", "03-03", answer, cc=("liz",))
    assert (the(story, "act").state, the(story, "act").kept) == (PromiseState.KEPT, said)
    assert (the(story, "report").to, the(story, "report").state) == ("liz", PromiseState.OWED)
    assert [p.to for p in of(story, "thank")] == (["liz", "cal"] if answer is HELP else ["liz"])


def test_a_kind_word_or_a_no_that_was_only_guessed_still_waits_for_her_message() -> None:
    story = Story()
    story.came("liz", "03-02", referral("Cal", "cal", kind=INTRODUCTION), cc=("cal",))
    story.came("cal", "03-03", text="Glad to meet you, Alice.", cc=("liz",))
    story.answer = Answer.WAITING
    story.came("cal", "03-04", DECLINE, cc=("liz",))
    assert the(story, "act").state is PromiseState.OWED


def test_an_answer_of_the_person_referred_is_reported_to_the_referrer() -> None:
    story = Story()
    story.came("liz", "03-02", referral("Tom", "tom", kind=INTRODUCTION), cc=("tom",))
    story.went("tom", "03-03", ASK)
    story.came("tom", "03-04", CueType.AUTO)
    assert of(story, "report") == []
    story.came("tom", "03-05")
    assert (the(story, "report").to, the(story, "report").due) == ("liz", end_of(date(2026, 3, 9)))
    story.went("liz", "03-09", CLOSED)
    assert the(story, "report").state is PromiseState.KEPT


@pytest.mark.parametrize("how", ["met", "declined"])
def test_a_talk_or_a_no_is_news_too(how: str) -> None:
    story = Story()
    story.came("liz", "03-02", referral("Tom", "tom", kind=INTRODUCTION), cc=("tom",))
    if how == "met":
        story.met("tom", "03-05")
    else:
        story.came("tom", "03-05", DECLINE)
    assert the(story, "report").to == "liz"


def test_news_goes_up_the_whole_chain_and_what_was_told_before_does_not_count() -> None:
    story = Story()
    story.came("peggy", "03-02", referral("Yo", "yo", kind=INTRODUCTION), cc=("yo",))
    story.came("yo", "03-05", referral("Celeste", "celeste", kind=INTRODUCTION), cc=("celeste",))
    story.went("peggy", "03-06", CLOSED)
    assert ("report", "peggy") not in story.owed()
    story.came("celeste", "03-12", HELP)
    assert {p.to for p in of(story, "report") if p.state is PromiseState.OWED} == {"peggy", "yo"}


def test_no_outcome_after_14_days_is_asked_about_and_never_owed() -> None:
    story = Story()
    story.came("ann", "03-13", HELP)
    story.came("bob", "03-20", HELP)
    assert [h.by for h in followup.outcomes_to_ask(story.search(), NOW)] == ["ann"]
    assert of(story, "close") == []
    story.went("ann", "03-26", CLOSED)
    assert followup.outcomes_to_ask(story.search(), NOW) == ()


def test_nudges_are_due_three_and_seven_working_days_after_the_ask() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    assert the(story, "nudge").due == end_of(date(2026, 3, 5))
    assert not followup.is_ripe(the(story, "nudge"), on("03-04"), CALENDAR)
    assert followup.is_ripe(the(story, "nudge"), on("03-05"), CALENDAR)
    story.went("bob", "03-05", ASK)
    first, second = of(story, "nudge")
    assert (first.state, second.state, second.due) == (
        PromiseState.KEPT,
        PromiseState.OWED,
        end_of(date(2026, 3, 11)),
    )
    story.went("bob", "03-11", ASK)
    assert [p.state for p in of(story, "nudge")] == [PromiseState.KEPT, PromiseState.KEPT]


def test_a_late_first_nudge_moves_the_second_so_that_nobody_is_pressed() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.went("bob", "03-10", ASK)
    assert of(story, "nudge")[1].due == end_of(date(2026, 3, 13))


def test_a_nudge_ends_when_its_ask_is_answered() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.came("bob", "03-04")
    assert the(story, "nudge").state is PromiseState.VOID


def test_an_offer_taken_up_is_nudged_after_seven_working_days_and_thanks_for_it_are_never_owed() -> None:
    story = Story()
    story.came("kasia", "03-02", OFFER)
    assert story.promises() == []
    story.went("kasia", "03-03")
    promise = the(story, "nudge")
    assert (promise.due, promise.state) == (end_of(date(2026, 3, 12)), PromiseState.OWED)
    assert of(story, "thank") == []
    story.came("kasia", "03-09", HELP)
    assert the(story, "nudge").state is PromiseState.VOID


def test_each_answer_of_hers_restarts_the_seven_days_and_what_comes_after_them_is_the_reminder() -> None:
    story = Story()
    story.came("kasia", "03-02", OFFER, DECLINE)  # not now, but later gladly
    story.went("kasia", "03-03")
    story.went("kasia", "03-09")
    promise = the(story, "nudge")
    assert (promise.due, promise.state) == (end_of(date(2026, 3, 18)), PromiseState.OWED)
    reminder = story.went("kasia", "03-18")
    assert (the(story, "nudge").state, the(story, "nudge").kept) == (PromiseState.KEPT, reminder)


@pytest.mark.parametrize("how", ["agreed", "met", "planned", "taken back"])
def test_an_offer_is_not_chased_once_they_acted_on_it(how: str) -> None:
    story = Story()
    story.came("kasia", "03-02", OFFER)
    story.went("kasia", "03-03")
    if how == "agreed":
        story.came("kasia", "03-04", CueType.MEETING)
    elif how == "taken back":
        story.came("kasia", "03-04", DECLINE)
    else:
        story.met("kasia", "03-10" if how == "met" else "04-10")
    assert the(story, "nudge").state is PromiseState.VOID


def test_an_offer_made_in_a_call_that_she_noted_is_promised_like_one_in_mail() -> None:
    story = Story()
    story.met("kasia", "03-02", OFFER, by_hand=True, channel=Channel.PHONE, end=None)
    promise = the(story, "nudge")
    assert (promise.since, promise.due) == (on("03-02"), end_of(date(2026, 3, 11)))
    story.came("kasia", "03-09", HELP)
    assert the(story, "nudge").state is PromiseState.VOID


def test_a_no_is_owed_nothing() -> None:
    story = Story()
    story.went("bob", "03-02", ASK)
    story.came("bob", "03-04", DECLINE)
    assert story.owed() == []


def test_an_answered_application_is_reported_to_everybody_on_its_chain() -> None:
    story = Story().person("tom", "Thomas Eklund")
    story.came("liz", "03-02", referral("Thomas Eklund", "tom", kind=INTRODUCTION), cc=("tom",))
    story.applied("Corvane Medical", stage=Stage.INTERVIEW, updated="03-23", via="via Tom Eklund")
    assert [p.to for p in of(story, "report")] == ["tom", "liz"]
    story.went("tom", "03-24", CLOSED)
    assert story.owed()[-1:] == [("report", "liz")]


def test_whoever_an_application_came_by_is_told_also_where_nothing_else_is_in_the_record() -> None:
    story = Story().person("tom", "Thomas Eklund").person("ann", "Ann Poe")
    story.applied("Corvane Medical", stage=Stage.OFFER, updated="03-26", via="Tom Eklund")
    assert [p.to for p in of(story, "report")] == ["tom"]
    story.person("two", "Tom Eklund")
    assert of(story, "report") == []


def test_every_stage_and_every_interview_is_news_of_its_own() -> None:
    story = Story().person("tom", "Thomas Eklund", addresses=("tom@ostara.example",))
    story.went("tom", "03-02", ASK)
    story.applied("Ostara Foods", stage=Stage.OFFER, updated="03-26", via="Tom Eklund")
    interview(story)
    assert len({p.id for p in of(story, "report", "tom")}) == 2


def test_landed_closes_with_every_helper_the_leading_chain_first() -> None:
    story = Story().person("tom", "Thomas Eklund")
    story.came("ann", "03-01", HELP)
    story.came("liz", "03-02", referral("Thomas Eklund", "tom", kind=INTRODUCTION), cc=("tom",))
    story.applied("Corvane Medical", stage=Stage.OFFER, updated="03-25", via="Tom Eklund")
    landed = on("03-26")
    closing = [p for p in story.promises(NOW, landed=landed) if p.kind is PromiseKind.CLOSE]
    assert [p.to for p in closing] == ["liz", "ann"]
    assert closing[0].due == landed + timedelta(days=7)


def test_the_news_that_she_landed_keeps_its_name_when_an_older_letter_comes_in_later() -> None:
    story, landed = Story(), on("03-26")

    def news(**facts: Any) -> Promise:
        (one,) = [p for p in story.promises(NOW, landed=landed, **facts) if p.landing]
        return one

    story.came("ann", "03-10", HELP)
    before = news()
    story.came("ann", "03-01", HELP)
    assert news().id == before.id
    assert news(dropped={before.id: "told her at church"}).state is PromiseState.DROPPED


def test_the_news_that_she_landed_stays_let_go_under_the_name_of_any_help() -> None:
    story = Story()
    story.came("ann", "03-10", HELP)
    story.came("ann", "03-01", HELP)
    for help_ in favors.helps(story.search(), NOW):
        gone = stable_id(PromiseKind.CLOSE, "landed", help_.id)
        (one,) = [p for p in story.promises(NOW, landed=on("03-26"), dropped={gone: ""}) if p.landing]
        assert one.state is PromiseState.DROPPED
    (one,) = [p for p in story.promises(NOW, landed=on("03-26"), dropped={"c0": ""}) if p.landing]
    assert one.state is PromiseState.OWED


def test_landing_loses_no_promise_and_lets_rest_what_would_begin_something_new() -> None:
    story = Story().person("tom", "Tom Eklund", addresses=("tom@corvane.example",))
    story.came("liz", "03-02", referral("Tom Eklund", "tom", kind=INTRODUCTION), cc=("tom",))
    story.went("tom", "03-03", ASK)
    story.came("tom", "03-05", HELP, referral("Nora Roe"))
    story.went("dee", "03-20", ASK)
    story.came("kasia", "03-02", OFFER)
    story.went("kasia", "03-03")
    before = story.owed()
    landed = story.promises(landed=on("03-26"))
    owed = [p for p in landed if p.state is PromiseState.OWED]
    assert set(before) <= {(str(p.kind), p.to or p.name) for p in owed}
    assert {p.kind for p in owed if p.rests} == {PromiseKind.ACT, PromiseKind.NUDGE}
    assert {(str(p.kind), p.to) for p in owed if not p.rests} == {
        ("thank", "liz"),
        ("thank", "tom"),
        ("report", "liz"),
        ("close", "liz"),
        ("close", "tom"),
    }
    assert {p.to for p in owed if p.landing} == {"liz", "tom"}
    assert not any(followup.is_ripe(p, NOW, CALENDAR) for p in owed if p.rests)
    assert story.owed(on("03-25"), landed=on("03-26")) == story.owed(on("03-25"))


def test_who_called_has_spoken_with_her_and_not_met_her() -> None:
    for channel, said in ((Channel.PHONE, "Tom spoke with you"), (Channel.MEETING, "Tom met you")):
        story = Story()
        story.came("liz", "03-02", referral("Tom", "tom", kind=INTRODUCTION), cc=("tom",))
        story.met("tom", "03-05", channel=channel)
        assert the(story, "report").because.startswith(said)


def test_a_promise_dropped_by_hand_is_dropped_and_no_other() -> None:
    story = Story()
    story.came("bob", "03-02", HELP)
    story.came("ann", "03-02", HELP)
    promise = the(story, "thank", "bob")
    states = {p.to: p.state for p in story.promises(dropped={promise.id: "thanked at church"})}
    assert states == {"bob": PromiseState.DROPPED, "ann": PromiseState.OWED}


def test_a_withdrawn_event_takes_its_promise_with_it() -> None:
    story = Story()
    story.came("bob", "03-02", HELP, referral("Dana Roe"))
    before = story.promises()
    story.cues = [c for c in story.cues if c.type is not CueType.REFERRAL]
    after = story.promises()
    assert [p.kind for p in followup.voided(before, after)] == [PromiseKind.ACT]


def test_a_promise_is_confirmed_once_she_said_yes() -> None:
    story = Story(answer=Answer.WAITING)
    story.came("bob", "03-02", HELP, text="They hire in May.")
    assert not the(story, "thank").confirmed


def test_two_who_helped_in_one_message_are_both_thanked() -> None:
    story = Story().person("ann", "Ann Poe")
    story.came("bob", "03-02", Cue(HELP, contacts=("ann",)), referral("Dana Roe"))
    assert {p.to for p in of(story, "thank")} == {"bob", "ann"}


def test_thanks_dropped_before_the_talk_was_known_stay_dropped_once_it_is() -> None:
    story = Story()
    story.went("tom", "03-02", ASK)
    story.came("tom", "03-06", HELP)
    dropped = {the(story, "thank").id: "said it face to face"}
    story.met("tom", "03-05")
    (promise,) = [p for p in story.promises(dropped=dropped) if p.kind is PromiseKind.THANK]
    assert promise.state is PromiseState.DROPPED


def test_news_up_a_chain_stands_on_that_chain_and_on_no_other_referral() -> None:
    story = Story()
    story.came("peggy", "03-01", referral("Dana Roe"))
    story.came("peggy", "03-02", referral("Yo", "yo", kind=INTRODUCTION), cc=("yo",))
    story.came("yo", "03-05", referral("Celeste", "celeste", kind=INTRODUCTION), cc=("celeste",))
    story.came("celeste", "03-12", HELP)
    before = {p.id for p in of(story, "report", "peggy")}
    del story.interactions[0]
    assert {p.id for p in of(story, "report", "peggy")} == before


def test_two_whom_an_application_names_are_both_told() -> None:
    story = Story().person("tom", "Thomas Eklund").person("ann", "Ann Poe")
    story.went("tom", "03-02", ASK)
    story.went("ann", "03-02", ASK)
    story.applied("Corvane Medical", stage=Stage.OFFER, updated="03-26", via="Tom Eklund and Ann Poe")
    assert {p.to for p in of(story, "report")} == {"tom", "ann"}


def test_a_merge_leaves_the_ids_as_they_are() -> None:
    def ids(name: str) -> set[str]:
        story = Story()
        story.went(name, "03-01", ASK)
        story.came(name, "03-02", HELP, OFFER, referral("Tom", "tom", kind=INTRODUCTION), cc=("tom",))
        story.went(name, "03-03")
        story.came("tom", "03-05")
        return {p.id for p in story.promises(NOW, landed=on("03-20"))}

    assert ids("bob") == ids("robert")


def test_weekends_and_holidays_of_her_country_are_no_working_days() -> None:
    story = Story()
    story.came("liz", "07-02", referral("Tom Eklund"))  # Friday the 3rd is a holiday in 2026
    (promise,) = [p for p in story.promises(on("07-02", hour=20)) if p.kind is PromiseKind.ACT]
    assert promise.due == end_of(date(2026, 7, 7))
    german = followup.promises(story.search(goals=GOALS), on("07-02", hour=20), Calendar("Europe/Berlin", "DE"))
    assert [p.due for p in german if p.kind is PromiseKind.ACT] == [datetime(2026, 7, 6, 21, 59, 59, tzinfo=UTC)]
