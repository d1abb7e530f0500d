"""Who has a job and keeps quiet about the search is given away by no letter, no subject, and no talking point."""

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.guide.drafts.test_composer import ANA, GOALS, TODAY
from tests.guide.drafts.worlds import World

from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.domain.people import Tie
from askwell.domain.plans import DraftKind
from askwell.guide.brief import brief
from askwell.guide.drafts import Composer
from askwell.guide.introduction import introduction

TELLS = re.compile(
    r"out of work|laid off|unemploy|between jobs|(?:I am|and|still) looking|did not work out for me"
    r"|my search|job ?hunt|job ?search|redundan"
    r"|my last job|I left|closed its|my contract",
    re.IGNORECASE,
)
HERE = "Greyfield Mills"  # where she works now
AT_WORK = replace(
    GOALS,
    status=Status.EMPLOYED,
    status_line="I was laid off by Greyfield Mills and am out of work.",
    headline="Looking for my next job after Greyfield Mills",
    positions=(Position(HERE, "Planner", date(2019, 1, 1)),),
)


def discreet(number: int) -> World:
    """A search like any other, of somebody who works at Greyfield Mills and says nothing there."""
    world = World(number)
    hers = (Position(HERE, "Planner", date(2019, 1, 1)),)
    world.goals = replace(
        world.goals, status=Status.EMPLOYED, status_line=AT_WORK.status_line, headline=AT_WORK.headline, positions=hers
    )
    return world


@pytest.mark.parametrize("number", range(6))
def test_no_letter_tells_that_she_searches_or_where_she_works(number: int) -> None:
    for sent in discreet(number).letters():
        if sent.draft.kind is DraftKind.LANDED:  # then it is over, and told to those who helped
            continue
        said = f"{sent.draft.subject}\n{sent.draft.text}"
        assert not TELLS.search(said), said
        assert HERE not in said
        assert "Greyfield" not in said


def test_a_need_that_tells_of_the_search_is_not_asked() -> None:
    tells = Need(NeedKind.FEEDBACK, "Is it clear what I am looking for?", "Demand Planning Manager")
    quiet = Need(NeedKind.FEEDBACK, "Is my one sentence clear?", "Demand Planning Manager")
    friend = replace(ANA, company="", title="", tie=Tie.CLOSE)
    composer = Composer.of(replace(AT_WORK, needs=(tells, quiet)), today=TODAY)
    assert composer.ask(friend, channel="email").need == quiet


def test_a_first_message_asks_that_it_stays_between_the_two() -> None:
    for channel in ("email", "linkedin", "text", "phone"):
        text = Composer.of(AT_WORK, today=TODAY).ask(ANA, channel=channel).text
        assert "between us" in text.lower(), text


def test_her_brief_and_how_she_is_introduced_keep_quiet_as_well() -> None:
    for said in (brief(AT_WORK), " ".join(introduction(AT_WORK, today=TODAY))):
        assert not TELLS.search(said), said
        assert HERE not in said


@pytest.mark.parametrize(("company", "warned"), [(HERE, True), ("Greyfield Mills, Inc.", True), ("Tidewell", False)])
def test_somebody_of_the_same_house_is_her_own_decision_first(company: str, *, warned: bool) -> None:
    colleague = replace(ANA, company=company, tie=Tie.CLOSE)
    missing = Composer.of(AT_WORK, today=TODAY).ask(colleague, channel="email").missing
    assert any("safe to tell" in line for line in missing) is warned


def test_who_is_open_about_it_is_not_warned_of_anybody() -> None:
    open_about_it: Goals = replace(AT_WORK, status=Status.IN_TRANSITION)
    missing = Composer.of(open_about_it, today=TODAY).ask(replace(ANA, company=HERE), channel="email").missing
    assert not any("safe to tell" in line for line in missing)
