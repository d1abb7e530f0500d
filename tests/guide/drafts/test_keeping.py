"""Letters that keep a promise tell what the record has: who wrote back, whether they met, where it led."""

import re
from typing import Any

from tests.method.cast import CALENDAR, NOW, Story, on, referral

from askwell.domain.cues import Cue, CueType
from askwell.domain.goals import Goals
from askwell.domain.plans import Draft, PromiseKind, PromiseState
from askwell.domain.search import Stage
from askwell.guide.drafts import Composer
from askwell.guide.drafts.keeping import compose
from askwell.guide.today_words import Reasons
from askwell.method import favors, followup

GOALS = Goals(name="Alice Marlowe", roles=("Operations Manager",), companies=("Ostara Foods",), zone="America/Chicago")


def letters(story: Story, kind: str, to: str, **facts: Any) -> list[tuple[Draft, str]]:
    """Each owed promise of a kind to somebody, as its letter and its reason."""
    kept = favors.books(story.search(goals=GOALS, **facts), NOW, CALENDAR)
    composer = Composer.of(GOALS, today=CALENDAR.day(NOW))
    owed = [
        p for p in followup.promises_of(kept, CALENDAR)
        if p.kind == PromiseKind(kind) and p.to == to and p.state is PromiseState.OWED
    ]  # fmt: skip
    drafts = [(compose(one, kept, composer), Reasons(kept).of(one)) for one in owed]
    return [(draft, reason) for draft, reason in drafts if draft]


def letter(story: Story, kind: str, to: str, **facts: Any) -> str:
    ((draft, _),) = letters(story, kind, to, **facts)
    return draft.text


def introduced() -> Story:
    story = Story().person("liz", "Liz Orr").person("tom", "Tom Eklund").person("ida", "Ida Roe")
    story.came("liz", "03-02", referral("Tom Eklund", "tom", kind=CueType.INTRODUCTION), cc=("tom",))
    story.went("liz", "03-02", CueType.THANKS, hour=18)
    story.went("tom", "03-03", CueType.ASK, text="How do you plan a holiday week?")
    return story


def test_a_report_tells_who_wrote_back_that_they_met_and_where_it_led() -> None:
    story = introduced()
    story.came("tom", "03-20")
    story.met("tom", "03-24")
    story.came("tom", "03-25", referral("Ida Roe", "ida"))
    text = letter(story, "report", "liz")
    assert "I heard back from Tom on the 20th, and we met on Tuesday. Tom has since pointed me on to Ida Roe." in text
    ((_, reason),) = letters(story, "report", "liz")
    assert reason == "Tom Eklund wrote back on the 20th; Liz introduced you to Tom."


def test_a_meeting_that_is_arranged_is_news_as_well() -> None:
    story = introduced()
    story.came("tom", "03-26")
    story.met("tom", "03-30")
    assert "I heard back from Tom yesterday, and we are meeting on Monday." in letter(story, "report", "liz")


def test_a_kind_no_is_told_without_regret() -> None:
    story = introduced()
    story.came("tom", "03-26", CueType.DECLINE)
    text = letter(story, "report", "liz")
    assert "does not work out for now" in text
    assert "all the same" in text


def test_news_of_a_chain_names_the_one_between() -> None:
    story = introduced()
    story.came("tom", "03-05", referral("Ida Roe", "ida", kind=CueType.INTRODUCTION), cc=("ida",))
    story.went("ida", "03-06", CueType.ASK)
    story.came("ida", "03-26")
    story.went("liz", "03-07", CueType.CLOSED)
    text = letter(story, "report", "liz")
    assert text.index("Tom Eklund") < text.index("Ida Roe") < text.index("I heard back from Ida yesterday.")
    ((_, reason),) = letters(story, "report", "liz")
    assert reason == "Ida Roe wrote back yesterday; Liz led you to Tom, and Tom led you on."


def test_thanks_name_the_question_that_was_answered_and_go_on_under_its_subject() -> None:
    story = introduced()
    story.came("tom", "03-26", CueType.HELP, text="Well, it depends.", subject="Re: Holidays", thread="t-tom")
    ((draft, reason),) = letters(story, "thank", "tom")
    assert "how you plan a holiday week" in draft.text
    assert draft.subject == "Re: Holidays"
    assert reason.startswith("Tom ")


def test_the_interview_a_help_was_for_is_told_with_its_day() -> None:
    story = Story().person("jo", "Joanna Petty", addresses=("jo@ostara.example",))
    story.went("jim", "03-16", CueType.ASK, text="Ostara has put me down for an interview. What do they listen for?")
    story.came("jim", "03-17", CueType.HELP)
    story.went("jim", "03-17", CueType.THANKS, hour=19)
    story.applied("Ostara Foods", stage=Stage.INTERVIEW, updated="03-18")
    story.met("jo", "03-24", subject="Interview: Planner")
    ((draft, _),) = letters(story, "close", "jim")
    assert "I had the interview at Ostara Foods on Tuesday." in draft.text
    assert any("How it went" in line for line in draft.missing)


def test_her_own_note_is_told_as_she_wrote_it() -> None:
    story = Story()
    story.came("ann", "03-02", CueType.HELP)
    story.went("ann", "03-02", CueType.THANKS, hour=18)
    story.went("ann", "03-26", Cue(CueType.OUTCOME, about="I passed the test"), by_hand=True)
    assert "I passed the test." in letter(story, "close", "ann")


def test_the_landed_note_says_when_they_helped() -> None:
    story = introduced()
    story.applied("Ostara Foods", stage=Stage.OFFER, updated="03-25")
    text = letter(story, "close", "liz", landed=on("03-26"))
    assert "I am joining Ostara Foods as a planner." in text
    assert re.search("[Oo]n the 2nd", text)
    assert "ou introduced me to Tom Eklund" in text


def test_a_reason_is_one_short_sentence_without_a_stock_tail() -> None:
    story = introduced()
    story.met("tom", "03-25", subject="Coffee with Tom")
    ((_, reason),) = letters(story, "thank", "tom")
    assert reason == "You had coffee with Tom on Wednesday."
