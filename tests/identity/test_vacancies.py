"""A vacancy that is not for her goes to one person at a time: whom it fits best, then the next one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.method.cast import CALENDAR, GOALS, NOW, Story

from askwell.domain.cues import CueType
from askwell.domain.people import Permission
from askwell.domain.search import Stage
from askwell.domain.threads import Record
from askwell.identity.vacancies import Vacancies, vacancy_in

LEAD = "Fwd: Vacancy: Purchasing Lead, Leeds"


def buyers(subject: str = LEAD) -> Story:
    """Ann and Bob, who buy and have helped her; Liz, who sent her a vacancy that is not in her line."""
    story = Story().person("bob", "Bob Roe", title="Purchasing Lead", company="Ostara")
    story.person("ann", "Ann Poe", title="Buyer", company="Corvane")
    for who in ("ann", "bob"):
        story.came(who, "03-02", CueType.HELP)
    story.came("liz", "03-20", subject=subject)
    return story


def receivers(story: Story, **facts: Any) -> list[str]:
    record = Record.of(story.search(goals=GOALS, **facts), now=NOW, calendar=CALENDAR)
    vacancies = Vacancies(record)
    return [who for who, contact in record.search.contacts.items() if vacancies.of(contact)]


def test_it_is_for_one_person_whom_it_fits_best() -> None:
    assert receivers(buyers()) == ["bob"]
    assert receivers(buyers("Fwd: Vacancy: Buyer, Leeds")) == ["ann"]


def test_it_is_for_the_next_one_once_it_was_passed_on_and_then_for_nobody() -> None:
    story = buyers()
    story.went("bob", "03-22", text="Somebody sent me a vacancy for a purchasing lead. It is not for me.")
    assert receivers(story) == ["ann"]
    story.went("ann", "03-23", text="Do you know a Purchasing Lead who looks around?")
    assert receivers(story) == []


def test_a_letter_about_something_else_leaves_it_where_it_is() -> None:
    story = buyers()
    story.went("bob", "03-22", CueType.GIVEN, text="Here is the article on cold chains.")
    story.came("bob", "03-23", CueType.HELP)
    assert receivers(story) == ["bob"]


@pytest.mark.parametrize("permission", [Permission.LEAVE_OUT, Permission.NEVER_CONTACT])
def test_whoever_is_let_go_makes_room_for_the_next_one(permission: Permission) -> None:
    story = buyers()
    story.person("bob", "Bob Roe", title="Purchasing Lead", permission=permission)
    assert receivers(story) == ["ann"]


def test_whoever_is_left_out_of_today_makes_room_until_they_are_back() -> None:
    today = CALENDAR.day(NOW)
    assert receivers(buyers(), left_out={"bob": today + timedelta(days=1)}) == ["ann"]
    assert receivers(buyers(), left_out={"bob": today}) == ["bob"]


def test_who_gave_more_than_they_got_comes_before_a_better_fit() -> None:
    story = buyers()
    story.went("bob", "03-10", CueType.GIVEN)
    assert receivers(story) == ["ann"]


def test_two_senders_of_one_vacancy_make_it_no_two_and_neither_gets_it() -> None:
    story = buyers()
    story.came("bob", "03-21", subject=LEAD)
    assert receivers(story) == ["ann"]


def turned_down(story: Story, title: str) -> Story:
    """Harrow, where she knew somebody, took another for the job."""
    story.applied("Harrow", stage=Stage.REJECTED, updated="03-19", via="Eve Fry")
    story.applications[-1] = replace(story.applications[-1], title=title)
    return story


def test_two_vacancies_are_for_two_people_where_there_are_two() -> None:
    assert receivers(turned_down(buyers(), "Head of Purchasing")) == ["bob", "ann"]


def test_nobody_is_told_of_the_vacancy_of_their_own_house() -> None:
    story = turned_down(Story().person("bob", "Bob Roe", title="Buyer", company="Ostara"), "Buyer")
    story.came("bob", "03-02", CueType.HELP)
    assert receivers(story) == ["bob"]
    story.person("bob", "Bob Roe", title="Buyer", company="Harrow Inc.")
    assert receivers(story) == []


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: Vacancy: Practice Manager, Leeds", "Practice Manager"),
        ("Job posting – Warehouse Planner (m/f)", "Warehouse Planner"),
        ("Stellenanzeige: Einkäufer", "Einkäufer"),
        ("Vacancy: something nobody has heard of", ""),
        ("Your position on parking", ""),
        ("Planner wanted", ""),
    ],
)
def test_the_job_that_a_subject_passes_on(subject: str, title: str) -> None:
    assert vacancy_in(subject) == title
