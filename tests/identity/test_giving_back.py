"""Ways to give back: particular ones first, each with its reason; nobody is taken for somebody who looks for work."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.method.cast import CALENDAR, GOALS, NOW, Story, on

from askwell.domain.cues import CueType
from askwell.domain.gifts import Gift, GiftKind, Match
from askwell.domain.people import Permission
from askwell.domain.search import Move, Stage
from askwell.domain.threads import Record
from askwell.identity.giving_back import GivingBack
from askwell.identity.matches import sought_in


def buyers(**ann: Any) -> Story:
    """Bob and Ann, who both buy, at two companies; Alice has heard from both."""
    story = Story().person("bob", "Bob Roe", title="Purchasing Manager", company="Ostara", place="Chicago, IL")
    story.person("ann", "Ann Poe", **{"title": "Head of Purchasing", "company": "Corvane", **ann})
    story.came("bob", "03-02", CueType.HELP)
    story.came("ann", "03-02")
    return story


def gifts(story: Story, who: str = "bob", *, now: Any = NOW, **facts: Any) -> tuple[Gift, ...]:
    record = Record.of(story.search(**facts), now=now, calendar=CALENDAR)
    return GivingBack(record).gifts(record.search.contacts[who])


def match(story: Story, who: str = "bob") -> tuple[Match | None, str]:
    first = next((gift for gift in gifts(story, who) if gift.kind is GiftKind.PUT_IN_TOUCH), None)
    return (first.match, first.idea) if first else (None, "")


def test_two_of_one_line_of_work_may_gain_from_meeting() -> None:
    assert match(buyers()) == (
        Match.WORK,
        "Put Bob and Ann Poe of Corvane in touch, if both are glad: both do purchasing.",
    )


def test_the_same_work_in_another_city_is_a_reason_of_its_own() -> None:
    assert match(buyers(place="Leeds"))[0] is Match.PLACE
    assert match(buyers(place="Greater Chicago Area"))[0] is Match.WORK


def test_whoever_leads_such_work_and_whoever_does_it_may_gain() -> None:
    found, idea = match(buyers(title="Buyer"))
    assert found is Match.LEADS
    assert "one of the two leads purchasing, the other one works in it" in idea


def test_who_looks_for_what_the_other_does_comes_first() -> None:
    story = buyers(title="Nurse")
    assert match(story)[0] is None
    story.came("bob", "03-05", text="All well here. We are looking for a good nurse, if you can believe it.")
    found, idea = match(story)
    assert found is Match.SEEKS
    assert idea == ("Put Bob and Ann Poe of Corvane in touch: a nurse is wanted, and one of the two does just that.")
    assert match(story, "ann")[0] is Match.SEEKS


@pytest.mark.parametrize(
    "said",
    [
        "Between us, I am looking for a new job myself.",
        "I am quietly looking around, so keep this to yourself.",
        "I am thinking of leaving Corvane.",
    ],
)
def test_whoever_looks_for_work_is_never_shown_to_do_so(said: str) -> None:
    story = buyers(title="Buyer")
    story.came("ann", "03-05", text=said)
    story.came("bob", "03-06", text="We are looking for a buyer.")
    for who in ("bob", "ann"):
        found, idea = match(story, who)
        assert found in {Match.WORK, Match.PLACE}
        assert "wanted" not in idea
        assert "looking" not in idea


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("We're looking for a warehouse planner.", ("warehouse planner",)),
        ("My team is hiring. Do you know a good accountant who likes food?", ("accountant",)),
        ("I'm looking for a new job as a buyer.", ()),
        ("We are looking for a buyer, but this is confidential.", ()),
        ("We are looking for a house.", ()),
        ("Looking forward to it.", ()),
    ],
)
def test_what_somebody_looks_for_and_may_be_told_of(text: str, sought: tuple[str, ...]) -> None:
    assert sought_in(text) == sought


def test_nobody_who_is_left_in_peace_or_who_never_answered_is_offered_as_an_introduction() -> None:
    assert match(buyers(permission=Permission.LEAVE_OUT))[0] is None
    story = buyers()
    story.interactions = [i for i in story.interactions if i.people != ("ann",)]
    story.went("ann", "03-03")
    assert match(story)[0] is None


def test_people_of_one_company_know_each_other() -> None:
    assert match(buyers(company="Ostara Inc."))[0] is None


def test_a_vacancy_passed_on_to_her_that_is_not_in_her_line_is_for_whom_it_fits() -> None:
    story = buyers()
    story.came("liz", "03-20", CueType.HELP, subject="Fwd: Vacancy: Purchasing Lead, Leeds")
    (gift,) = [one for one in gifts(story) if one.kind is GiftKind.VACANCY]
    assert (gift.about, gift.idea) == (
        "Purchasing Lead",
        "Pass on a vacancy: a purchasing lead, which is not for you. It is in Bob’s line.",
    )
    hers = replace(GOALS, roles=("Purchasing Manager",))
    assert GiftKind.VACANCY not in {one.kind for one in gifts(story, goals=hers)}
    assert GiftKind.VACANCY not in {one.kind for one in gifts(story, "liz")}
    assert GiftKind.VACANCY not in {one.kind for one in gifts(story, now=NOW + timedelta(days=60))}


def test_somebody_is_called_in_an_idea_as_in_the_letters_between_the_two() -> None:
    story = buyers()
    story.went("bob", "03-03", text="Hi Robbie,\n\nthank you.\n\nAlice")
    found = [*gifts(story, moves=(moved(),)), *gifts(story)]
    assert {GiftKind.CONGRATULATE, GiftKind.PUT_IN_TOUCH} <= {gift.kind for gift in found}
    assert [gift.idea for gift in found if "Bob" in gift.idea or "Robbie" not in gift.idea] == []


def moved(*, company: str = "Harrow", before: str = "Ostara", title: str = "Head of Purchasing") -> Move:
    return Move("bob", company, title, before, at=on("03-20"))


def test_a_job_change_seen_in_a_new_import_is_congratulated_on_until_she_has_written() -> None:
    story = buyers()
    first = gifts(story, moves=(moved(),))[0]
    assert (first.kind, first.idea) == (
        GiftKind.CONGRATULATE,
        "Congratulate Bob: Bob is at Harrow now, and was at Ostara.",
    )
    risen = gifts(story, moves=(moved(company="Ostara"),))[0]
    assert risen.idea == "Congratulate Bob: Bob is head of purchasing now."
    story.went("bob", "03-21")
    assert gifts(story, moves=(moved(),))[0].kind is not GiftKind.CONGRATULATE


@pytest.mark.parametrize(
    "title", ["Open to work", "Seeking new opportunities", "Former Head of Purchasing", "ex-Buyer"]
)
def test_nobody_is_congratulated_on_having_lost_a_job(title: str) -> None:
    assert gifts(buyers(), moves=(moved(company="Ostara", title=title),))[0].kind is not GiftKind.CONGRATULATE
    assert gifts(buyers(), moves=(moved(company="Career Break", title=title),))[0].kind is not GiftKind.CONGRATULATE


def test_news_grows_old() -> None:
    later = on("03-20") + timedelta(days=31)
    assert gifts(buyers(), now=later, moves=(moved(),))[0].kind is not GiftKind.CONGRATULATE


def test_a_word_of_hers_comes_up_kindly_and_not_the_next_day() -> None:
    story = buyers()
    story.went("bob", "03-26", text="Thank you. I'll send you the article on cold chains.")
    assert gifts(story)[0].kind is not GiftKind.KEEP_WORD
    first = gifts(story, now=on("03-30"))[0]
    assert first.kind is GiftKind.KEEP_WORD
    assert first.idea == (
        "On March 26 you wrote to Bob: “I'll send you the article on cold chains.” If it still suits, now is a good"
        " moment."
    )
    story.went("bob", "03-28", CueType.GIVEN)
    assert gifts(story, now=on("03-30"))[0].kind is not GiftKind.KEEP_WORD


def test_there_is_something_for_everybody() -> None:
    story = Story().person("zoe", "")
    story.applied("Kinnick", stage=Stage.APPLIED)
    found = gifts(story, "zoe")
    assert found
    assert all(gift.idea.strip() for gift in found)
