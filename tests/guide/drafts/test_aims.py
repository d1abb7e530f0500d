"""The goal as she says it of herself, and what is offered in return: a hand, and never a trait as a service."""

from datetime import date
from typing import Any

import pytest

from askwell.domain.goals import Goals
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft
from askwell.guide.drafts import Composer
from askwell.guide.drafts.aims import is_help
from askwell.guide.review import check


def ask(**goals: Any) -> Draft:
    """The ask of somebody known, by letter, with these goals."""
    goals = {"name": "Dana Whitfield", "roles": ("Demand Planning Manager",), "companies": ("Ostara Foods",), **goals}
    ana = Contact(id="ana", name="Ana Ruiz", tie=Tie.KNOWN)
    return Composer.of(Goals(**goals), today=date(2026, 3, 20)).ask(ana, channel="email")


@pytest.mark.parametrize(
    ("strength", "help_"),
    [
        ("slotting", True),
        ("Forecasting short-dated food", True),
        ("Excel", True),
        ("SQL and reports", True),
        ("supplier negotiations", True),
        ("calm in the peak season", False),
        ("patient", False),
        ("attention to detail", False),
        ("", False),
        ("5S", False),
    ],
)
def test_a_hand_is_offered_only_with_what_one_can_lend_a_hand_with(strength: str, *, help_: bool) -> None:
    assert is_help(strength) is help_


def test_a_trait_is_never_offered_as_a_service() -> None:
    draft = ask(strengths=("calm in the peak season",))
    assert "calm" not in draft.text
    assert not check(draft.text)
    assert any("in return" in line for line in draft.missing)


def test_what_is_made_of_her_goals_is_said_once() -> None:
    around = {"roles": ("Warehouse manager",), "fields": ("logistics",), "places": ("Milwaukee",)}
    text = ask(**around).text
    assert "I am out of work and looking for a job as a warehouse manager in logistics around Milwaukee" in text
    assert text.count("warehouse manager") == text.count("looking for a job") == 1
    assert "I would like to find" not in text


def test_a_statement_stands_beside_a_status_that_does_not_say_it_too() -> None:
    text = ask(roles=("Warehouse manager",), statement="I want to run a warehouse for fresh food.").text
    assert "I am out of work and looking. I want to run a warehouse for fresh food" in text


def test_her_own_line_that_names_the_work_is_not_followed_by_the_same() -> None:
    line = "I left my job as warehouse manager in February and am looking for a new one."
    text = ask(roles=("Warehouse manager",), places=("Milwaukee",), status_line=line).text
    assert f"{line} Ideally it would be around Milwaukee" in text
    assert "I would like to find" not in text


def test_her_own_line_on_what_is_over_is_followed_by_what_she_looks_for() -> None:
    line = "My post as warehouse manager was cut, and I am out of work."
    text = ask(roles=("Warehouse manager",), status_line=line).text
    assert f"{line} I would like to find a job as a warehouse manager" in text


def test_a_goal_in_a_line_without_a_verb_is_said_as_that() -> None:
    text = ask(statement="Planning lead for food companies").text
    assert "a job as a demand planning manager" in text
    assert "My goal in a line: Planning lead for food companies." in text
    text = ask(statement="To plan food well").text
    assert "My goal is to plan food well" in text


def test_who_bakes_is_not_said_to_love_hotels() -> None:
    text = ask(roles=("Baker",), companies=()).text
    assert "hotels" not in text
    assert "people who work as a baker" in text
