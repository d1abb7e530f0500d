"""Which companies a text names, in full or shortened as people do; and who is involved in an application."""

from datetime import UTC, datetime

import pytest
from tests.bounds import bounded

from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact
from askwell.domain.search import Application
from askwell.identity import involved
from askwell.identity.mentions import named

COMPANIES = (
    "Ostara Foods",
    "Corvane Medical",
    "Great Lakes Grocers",
    "St. Olga Health System",
    "Target Corporation",
    "The Home Depot",
    "GE",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ostara has put me down for an interview", {"Ostara Foods"}),
        ("Corvane’s panel, and OSTARA too", {"Corvane Medical", "Ostara Foods"}),
        ("ostara foods is hiring", {"Ostara Foods"}),
        ("ostara means spring", set()),
        ("we are on target", set()),
        ("Target asked me", {"Target Corporation"}),
        ("Great news from the lakes", set()),
        ("the Great Lakes people", {"Great Lakes Grocers"}),
        ("St. Olga wrote", {"St. Olga Health System"}),
        ("Home Depot", {"The Home Depot"}),
        ("my home is far", set()),
        ("GE called; general ideas did not", {"GE"}),
        ("", set()),
    ],
)
def test_companies_are_named_in_full_or_short(text: str, found: set[str]) -> None:
    assert named(text, companies=COMPANIES) == found


def test_hostile_text_is_read_in_no_time() -> None:
    with bounded():
        for text in ("Ost" * 33_000, "a.'" * 33_000, "A " * 50_000, "&’" * 50_000):
            named(text, companies=COMPANIES)
            involved.is_about_an_application(text)
            involved.is_named(Contact(id="x", name="Tom Eklund"), text[:4000])


def test_an_application_names_somebody_by_any_form_of_the_given_name() -> None:
    tom = Contact(id="t", name="Thomas Eklund")
    assert involved.is_named(tom, "via Tom Eklund, in March")
    assert not involved.is_named(tom, "via Tom Ekwall")
    assert not involved.is_named(tom, "via tom")
    assert not involved.is_named(Contact(id="x", name="Tom"), "via Tom Eklund")


def test_somebody_works_at_the_company_of_the_card_or_of_the_mail_domain() -> None:
    assert involved.works_at(Contact(id="a", name="A", company="Corvane Medical, Inc."), "Corvane Medical")
    assert involved.works_at(Contact(id="a", name="A", addresses=("a@corvane.example",)), "Corvane Medical")
    assert not involved.works_at(Contact(id="a", name="A", addresses=("a@example.com",)), "Corvane Medical")
    assert not involved.works_at(Contact(id="a", name="A"), "")


def test_an_interview_is_told_by_its_title_and_is_with_a_company() -> None:
    meeting = Interaction(
        id="i",
        at=datetime(2026, 3, 24, tzinfo=UTC),
        channel=Channel.MEETING,
        direction=Direction.BOTH,
        people=("jo",),
        subject="Interview: Planner",
    )
    jo = Contact(id="jo", name="Jo", addresses=("jo@ostara.example",))
    assert involved.is_interview(meeting)
    assert involved.is_with(meeting, Application("a", "Ostara Foods", "Planner"), [jo])
    assert not involved.is_with(meeting, Application("a", "Corvane Medical", "Planner"), [jo])
