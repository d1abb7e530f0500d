"""What came of a help: the interview or decision that it was for, her own word; nothing where it was for another."""

from datetime import date, timedelta

import pytest
from tests.method.cast import CALENDAR, Story, interview, of, on, the

from askwell.domain.cues import Cue, CueType
from askwell.domain.plans import Promise, PromiseState
from askwell.domain.search import Stage

ASK, HELP, CLOSED = CueType.ASK, CueType.HELP, CueType.CLOSED


def test_the_loop_is_owed_when_the_interview_the_help_was_for_took_place() -> None:
    story = Story()
    story.went("jim", "03-16", ASK, text="Ostara has put me down for a first interview. What do they listen for?")
    story.came("jim", "03-17", HELP)
    story.applied("Ostara Foods", stage=Stage.INTERVIEW, updated="03-18")
    assert of(story, "close") == []
    interview(story)
    promise = the(story, "close")
    assert (promise.to, promise.since) == ("jim", on("03-24") + timedelta(hours=1))
    story.went("jim", "03-25", CLOSED)
    assert the(story, "close").state is PromiseState.KEPT


def test_an_invitation_is_no_outcome_of_help_for_the_interview_and_the_next_round_is() -> None:
    story = Story()
    story.went("nick", "03-12", ASK, text="Corvane may interview me. Which question sinks outsiders?")
    story.came("nick", "03-13", HELP)
    story.applied("Corvane Medical", stage=Stage.INTERVIEW, updated="03-23")
    assert of(story, "close") == []
    story.applications.clear()
    story.applied("Corvane Medical", stage=Stage.SECOND, updated="03-23")
    assert the(story, "close").to == "nick"


@pytest.mark.parametrize(("stage", "owed"), [(Stage.SECOND, []), (Stage.OFFER, ["sade"]), (Stage.REJECTED, ["sade"])])
def test_help_between_two_rounds_is_for_the_next_one_and_not_for_the_invitation(stage: Stage, owed: list[str]) -> None:
    story = Story().person("sade", "Sade Fry", addresses=("sade@ostara.example",), company="Ostara Foods")
    story.went("sade", "03-10", ASK, text="What is the work at Ostara like? I have applied there.")
    interview(story, "03-17")
    story.met("sade", "03-19")
    story.applied("Ostara Foods", stage=stage, updated="03-20")
    assert [p.to for p in of(story, "close", "sade")] == owed


def test_help_with_an_application_is_closed_when_that_company_answers() -> None:
    story = Story()
    story.went("mimi", "03-10", ASK, text="I am applying to Corvane. Where does this letter die?")
    story.came("mimi", "03-11", HELP)
    story.applied("Corvane Medical", stage=Stage.SILENT, updated="03-20")
    assert of(story, "close") == []
    story.applications.clear()
    story.applied("Corvane Medical", stage=Stage.REJECTED, updated="03-20")
    assert the(story, "close").due == CALENDAR.end_of(date(2026, 3, 24))


def test_companies_she_would_love_to_meet_are_not_what_the_help_was_for() -> None:
    story = Story()
    story.went("ann", "03-01", ASK, text="I would love to meet people at Corvane or Ostara. What does a planner earn?")
    story.came("ann", "03-02", HELP)
    story.applied("Corvane Medical", stage=Stage.REJECTED, updated="03-20")
    story.applied("Ostara Foods", stage=Stage.OFFER, updated="03-20")
    assert of(story, "close") == []


def test_a_vacancy_passed_on_is_closed_when_the_job_she_applied_for_answers() -> None:
    def owed(subject: str, *, applied: str = "03-11") -> list[Promise]:
        story = Story()
        story.came("lin", "03-10", HELP, subject=subject, text="I thought of you straight off.")
        day = on(applied).date()
        story.applied("Corvane Medical", stage=Stage.INTERVIEW, updated="03-20", applied=day)
        return of(story, "close")

    assert [p.to for p in owed("Fwd: Vacancy: Planner, Leeds")] == ["lin"]
    assert owed("Fwd: Vacancy: Baker, Leeds") == []
    assert owed("Planner, Leeds") == []
    assert owed("Fwd: Vacancy: Planner, Leeds", applied="03-09") == []


def test_practice_is_no_interview_and_so_no_outcome() -> None:
    story = Story()
    story.went("ann", "03-10", ASK, text="What do they listen for in a first interview?")
    story.came("ann", "03-11", HELP)
    story.went("seun", "03-12", ASK, text="I have an interview on Friday week. Would you be the panel for an hour?")
    story.met("seun", "03-18", subject="Seun = horrible panel")
    assert of(story, "close") == []
    assert the(story, "thank", "seun").since == on("03-18") + timedelta(hours=1)


def test_practice_for_an_interview_without_a_name_is_for_the_next_one() -> None:
    story = Story()
    story.went("ann", "03-18", ASK, text="Would you do a practice interview with me?")
    story.came("ann", "03-19", HELP)
    interview(story)
    assert the(story, "close").to == "ann"


def test_an_outcome_noted_by_hand_makes_the_loop_owed() -> None:
    story = Story()
    story.came("ann", "03-02", HELP)
    story.went("ann", "03-10", Cue(CueType.OUTCOME, about="I passed the test"), by_hand=True)
    assert the(story, "close").because.startswith("I passed the test")
