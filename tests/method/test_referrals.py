"""Referrals are recognized, resolved to people once they are written to, staged, and grow into a tree."""

from dataclasses import replace
from datetime import timedelta

from tests.method.cast import GOALS, NOW, Story, on, referral

from askwell.domain.cues import Answer, CueType
from askwell.domain.plans import Branch, Referral, ReferralKind, ReferralStage
from askwell.domain.search import Stage
from askwell.domain.threads import Record
from askwell.identity import outcomes
from askwell.method import referrals

INTRODUCTION = CueType.INTRODUCTION


def found(story: Story) -> tuple[Referral, ...]:
    return referrals.referrals(story.search(), NOW)


def one(story: Story) -> Referral:
    (only,) = found(story)
    return only


def test_somebody_only_named_is_no_contact_until_written_to() -> None:
    story = Story().person("yo", "Yolanda Pruitt")
    story.came("peggy", "03-02", referral("Yolanda Pruitt"))
    assert (one(story).person, one(story).name) == ("", "Yolanda Pruitt")
    story.went("yo", "03-04", CueType.ASK)
    assert one(story).person == "yo"


def test_a_name_that_fits_two_people_is_resolved_to_neither() -> None:
    story = Story().person("m1", "Maria Garcia").person("m2", "Maria Garcia")
    story.came("peggy", "03-02", referral("Maria Garcia"))
    story.went("m1", "03-04")
    story.went("m2", "03-05")
    assert one(story).person == ""


def test_a_given_name_alone_is_whoever_was_written_to_first_in_the_name_of_the_referrer() -> None:
    story = Story().person("silas", "Silas Moreau").person("old", "Silas Roe").person("freya", "Freya Redfern")
    story.went("old", "03-01")
    story.came("freya", "03-02", referral("Silas"), text="Talk to Silas, he looks after the docks.")
    assert one(story).person == ""
    story.went("silas", "03-04", CueType.ASK, text="Freya said I might write to you.")
    assert one(story).person == "silas"


def test_an_address_is_resolved_at_once() -> None:
    story = Story().person("yo", "Yolanda Pruitt", addresses=("yo@ostara.example",))
    story.came("peggy", "03-02", referral("yo@ostara.example"))
    assert (one(story).person, one(story).name) == ("yo", "Yolanda Pruitt")


def test_the_same_person_volunteered_twice_by_one_is_one_referral_of_the_stronger_kind() -> None:
    story = Story().person("nad", "Nadine Forsythe")
    story.came("tom", "03-02", referral("Nadine Forsythe"))
    story.came("tom", "03-12", referral("nad@x.example", "nad", kind=INTRODUCTION), cc=("nad",))
    assert (one(story).kind, one(story).at) == (ReferralKind.INTRODUCTION, on("03-02"))
    story.came("liz", "03-13", referral("Nadine Forsythe", "nad"))
    assert [r.referrer for r in found(story)] == ["tom", "liz"]


def test_the_kind_is_told_by_the_words() -> None:
    def kind(text: str, cue: CueType = CueType.REFERRAL) -> ReferralKind:
        story = Story()
        story.came("bob", "03-02", referral("Dana Roe", kind=cue), text=text)
        return one(story).kind

    assert kind("You should talk to Dana Roe.") is ReferralKind.NAME
    assert kind("Talk to Dana Roe and say I sent you.") is ReferralKind.USE_MY_NAME
    assert kind("Dana Roe, meet Alice.", INTRODUCTION) is ReferralKind.INTRODUCTION
    assert kind("I passed your CV on to Dana Roe.") is ReferralKind.FORWARDED
    assert kind("I put it into our referral portal, Dana Roe reads it.") is ReferralKind.EMPLOYEE_REFERRAL


def test_a_kind_said_by_hand_counts() -> None:
    story = Story()
    story.came("bob", "03-02", referral("Dana Roe", about="employee-referral"), by_hand=True)
    assert one(story).kind is ReferralKind.EMPLOYEE_REFERRAL


def test_she_herself_and_the_referrer_are_no_referral() -> None:
    story = Story().person("bob", "Bob Roe")
    story.came("bob", "03-02", referral("Alice Marlowe"), referral("bob@x.example", "bob"))
    assert found(story) == ()


def test_a_third_person_who_writes_first_and_names_the_helper_is_a_referral() -> None:
    story = Story().person("liz", "Liz Brandt").person("tom", "Tom Eklund")
    story.went("liz", "03-02", CueType.ASK)
    first = story.came("tom", "03-06", text="Hello Alice, Liz mentioned that you plan food. Shall we talk?")
    assert (one(story).referrer, one(story).person, one(story).interaction) == ("liz", "tom", first)
    assert not one(story).confirmed
    story.went("tom", "03-07")
    assert one(story).confirmed


def test_an_offer_kept_is_a_referral_that_was_forwarded() -> None:
    story = Story().person("liz", "Liz Brandt").person("tom", "Tom Eklund")
    story.went("liz", "03-02", CueType.ASK)
    story.came("liz", "03-03", CueType.OFFER)
    story.came("tom", "03-06", text="Liz Brandt passed on your CV.")
    assert one(story).kind is ReferralKind.FORWARDED


def test_an_answer_in_the_thread_of_an_introduction_is_a_referral_though_no_sentence_said_so() -> None:
    story = Story().person("liz", "Liz Brandt").person("tom", "Tom Eklund")
    story.went("liz", "03-02", CueType.ASK)
    first = story.came("liz", "03-03", cc=("tom",), thread="x")
    assert found(story) == ()
    story.came("tom", "03-04", thread="x")
    assert (one(story).kind, one(story).person) == (ReferralKind.INTRODUCTION, "tom")
    assert referrals.referrals(story.search(refused=frozenset({first})), NOW) == ()


def test_where_only_the_answer_is_left_whoever_is_thanked_in_it_made_the_introduction() -> None:
    story = Story().person("liz", "Liz Brandt").person("tom", "Tom Eklund")
    story.came("tom", "03-06", cc=("liz",), text="Thanks for the introduction, Liz, moving you to bcc. Alice, Tuesday?")
    assert (one(story).referrer, one(story).person, one(story).kind) == ("liz", "tom", ReferralKind.INTRODUCTION)
    assert not one(story).confirmed


def test_thanks_for_an_introduction_to_somebody_long_known_or_to_nobody_by_name_tell_nothing() -> None:
    story = Story().person("liz", "Liz Brandt").person("tom", "Tom Eklund").person("eve", "Eve Roe")
    story.came("tom", "03-01", text="Long time no see.")
    story.came("tom", "03-06", cc=("liz",), text="Thanks for the introduction, Liz.")
    story.came("eve", "03-06", cc=("liz",), text="Thanks for the introduction. Liz is on holiday, I hear.")
    assert found(story) == ()


def test_a_stranger_who_writes_first_is_no_referral() -> None:
    story = Story().person("liz", "Liz Brandt")
    story.went("liz", "03-02", CueType.ASK)
    story.came("chad", "03-06", text="I came across your profile.")
    story.came("eve", "03-06", text="Elizabeth is a nice name. Liz too.")
    assert found(story) == ()


def test_a_referral_moves_from_named_to_conversation_to_decider_to_opening() -> None:
    story = Story().person("tom", "Tom Eklund", company="Corvane Medical", title="Planner")
    story.came("liz", "03-02", referral("Tom Eklund", "tom", kind=INTRODUCTION), cc=("tom",))
    assert one(story).stage is ReferralStage.NAMED
    story.came("tom", "03-04", CueType.AUTO)
    assert one(story).stage is ReferralStage.NAMED
    story.came("tom", "03-05")
    assert one(story).stage is ReferralStage.CONVERSATION
    story.contacts["tom"] = replace(story.contacts["tom"], title="Manager, Device Planning")
    assert one(story).stage is ReferralStage.DECIDER
    story.applied("Corvane Medical", stage=Stage.APPLIED)
    assert one(story).stage is ReferralStage.OPENING


def test_an_application_that_came_through_them_is_an_opening_by_itself() -> None:
    story = Story().person("tom", "Thomas Eklund")
    story.came("liz", "03-02", referral("Thomas Eklund", "tom"))
    story.applied("Corvane Medical", stage=Stage.APPLIED, via="via Tom Eklund")
    assert one(story).stage is ReferralStage.OPENING


def chained() -> Story:
    story = Story()
    for referrer, person, day in (("ann", "bea", "03-02"), ("bea", "cal", "03-05"), ("cal", "ann", "03-08")):
        story.came(referrer, day, referral(person.title(), person, kind=INTRODUCTION), cc=(person,))
    return story


def test_the_tree_has_no_circle_and_holds_each_referral_once() -> None:
    listed = found(chained())
    (root,) = referrals.tree(listed)

    def flat(branch: Branch) -> list[str]:
        return [branch.referral.id, *(one for further in branch.further for one in flat(further))]

    assert sorted(flat(root)) == sorted(r.id for r in listed)
    assert referrals.chain("cal", listed) == ("bea", "ann")
    assert referrals.up(listed[1], listed) == (("bea", ""), ("ann", listed[0].id))


def test_only_confirmed_referrals_count() -> None:
    story = chained()
    story.answer = Answer.WAITING
    story.came("dan", "03-09", referral("Eva Poe"))
    listed = found(story)
    assert (len(listed), referrals.count(listed)) == (4, 3)
    assert sum(referrals.by_kind(listed).values()) == sum(referrals.by_stage(listed).values()) == 3


def test_the_id_stays_when_the_person_gets_known_or_merged() -> None:
    story = Story().person("yo", "Yolanda Pruitt")
    story.came("peggy", "03-02", referral("Yolanda Pruitt"))
    before = one(story).id
    story.went("yo", "03-04")
    assert one(story).id == before


def test_news_is_the_first_answer_or_talk_after_the_referral() -> None:
    story = Story()
    story.came("ann", "03-02", referral("Bea", "bea", kind=INTRODUCTION), cc=("bea",))
    story.met("bea", "03-05")
    story.came("bea", "03-06", CueType.DECLINE)
    record = Record.of(story.search(goals=GOALS), now=NOW)
    came = outcomes.news(record, one(story))
    assert came is not None
    assert came.say == "Bea met you on March 5"
    assert came.at == on("03-05") + timedelta(hours=1)
