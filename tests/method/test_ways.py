"""Everybody has some way to help: never none, each with a reason that says only what is known."""

import string
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.domain.goals import Goals, Position
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import WayKind
from askwell.method.ways import Matcher, ways

GOALS = Goals(
    name="Dana Whitfield",
    roles=("Demand Planning Manager", "S&OP Manager"),
    fields=("food and beverage", "supply chain planning"),
    companies=("Brightwater Dairy", "Corvane Medical", "Hartnell Paper", "Google"),
    places=("Milwaukee, Wisconsin", "remote"),
    positions=(Position("Halvorsen Foods", "Senior Manager, Demand Planning"),),
    schools=("University of Somewhere",),
)
ANA = Contact(id="1", name="Ana Ruiz")


def kinds(contact: Contact, goals: Goals = GOALS) -> list[WayKind]:
    return [way.kind for way in ways(contact, goals)]


def at(company: str, title: str = "", **more: Any) -> Contact:
    return replace(ANA, company=company, title=title, **more)


@pytest.mark.parametrize(
    ("contact", "kind"),
    [
        (at("Corvane Medical Inc."), WayKind.INSIDER),
        (at("Hartnell"), WayKind.INSIDER),
        (at("Brightwater Dairy Group"), WayKind.INSIDER),
        (replace(ANA, note="cousin. Works at the paper mill (Hartnell, second shift)"), WayKind.INSIDER),
        (replace(ANA, addresses=("ana@corvane.example",)), WayKind.INSIDER),
        (replace(ANA, addresses=("ana@corvane.example",), former=("Corvane Medical",)), WayKind.FORMER_INSIDER),
        (replace(ANA, former=("Corvane",)), WayKind.FORMER_INSIDER),
        (at("Elsewhere", "Analyst, ex-Google"), WayKind.FORMER_INSIDER),
        (replace(ANA, note="Retired from Brightwater in 2019"), WayKind.FORMER_INSIDER),
        (at("Prairie Packaging", "Head of Forecasting"), WayKind.IN_THE_ROLE),
        (at("Corvane Medical", "VP Operations"), WayKind.HIRES),
        (at("Corvane Medical", "Talent Acquisition Partner"), WayKind.HIRES),
        (at("Meridian Staffing Group", "Recruiter"), WayKind.CONNECTOR),
        (at("Patil Advisory", "Founder"), WayKind.CONNECTOR),
        (at("Linden Freight", "Account Director"), WayKind.CONNECTOR),
        (at("Milwaukee Chamber of Commerce", "Director"), WayKind.CONNECTOR),
        (at("Kinnick Brewing", "Office Manager"), WayKind.SAME_FIELD),
        (at("Bluestem Software", "Supply Chain Analyst"), WayKind.SAME_FIELD),
        (replace(ANA, place="Greater Milwaukee Area"), WayKind.SAME_PLACE),
        (at("Halvorsen Foods", "Attorney"), WayKind.FELLOW),
        (replace(ANA, met="worked for me on the pallet project"), WayKind.FELLOW),
        (replace(ANA, note="class of 2004, University of Somewhere"), WayKind.FELLOW),
        (replace(ANA, tie=Tie.CLOSE), WayKind.KNOWS_YOU),
        (replace(ANA, tie=Tie.KNOWN, former=("Halvorsen Foods",)), WayKind.KNOWS_YOU),
        (ANA, WayKind.OUTSIDE_EYES),
        (at("Ex-Google", "Nurse"), WayKind.FORMER_INSIDER),
        (at("YouTube", "Editor"), WayKind.INSIDER),
        (at("Pruett Dairy, part of Hartnell Paper"), WayKind.INSIDER),
        (at("Corvane Medical, Chicago"), WayKind.INSIDER),
        (at("Bluegate (now Corvane Medical)"), WayKind.INSIDER),
        (at("Prairie Packaging", "Retired Demand Planner"), WayKind.IN_THE_ROLE),
        (at("Prairie Packaging", "Demand Planning Intern"), WayKind.SAME_FIELD),
        (at("Prairie Packaging", "Bedarfsplanerin"), WayKind.IN_THE_ROLE),
        (at("Medrano Trucking", "Owner"), WayKind.CONNECTOR),
        (replace(ANA, note="Her dog is old. She works at Corvane, in the lab"), WayKind.INSIDER),
    ],
)
def test_each_kind_of_help_is_seen(contact: Contact, kind: WayKind) -> None:
    assert kind in kinds(contact)


@pytest.mark.parametrize(
    "contact",
    [
        at("Googleheim Museum", "Curator"),
        at("Paper Moon Bakery"),
        at("Medical Center of Corvallis"),
        at("Alder & Finch LLP", "Attorney"),
        replace(ANA, note="met at the Brightwater open day"),
        replace(ANA, note="works hard, allergic to paper"),
        at("", "Former Recruiter"),
        at("Corvane Dental"),
        at("Google Fan Club"),
        at("Brightwater Dairy Museum"),
        replace(ANA, note="her husband works at Corvane Medical"),
        replace(ANA, note="works with Corvane and sells to Hartnell"),
        replace(ANA, note="never got the job at Corvane"),
        replace(ANA, note="was my neighbor. Brightwater is where we buy milk"),
        replace(ANA, note="applied at Hartnell twice, was turned down"),
    ],
)
def test_a_wrong_company_is_worse_than_none(contact: Contact) -> None:
    assert {WayKind.INSIDER, WayKind.FORMER_INSIDER}.isdisjoint(kinds(contact))


def test_who_has_stopped_working_is_spoken_of_in_the_past() -> None:
    retired = at("", "Retired Demand Planner")
    (role, *rest) = ways(retired, GOALS)
    assert role.reason.startswith(
        "Ana (Retired Demand Planner) did work close to the Demand Planning Manager job you want"
    )
    assert WayKind.CONNECTOR not in kinds(at("", "Former Recruiter"))
    assert rest


def test_somebody_who_only_learns_the_work_does_not_judge_it() -> None:
    assert WayKind.IN_THE_ROLE not in kinds(at("Elsewhere", "Demand Planning Intern"))


def test_whom_a_company_belongs_to_is_said() -> None:
    (insider, *_) = ways(at("YouTube", "Video Editor"), GOALS)
    assert insider.reason == (
        "Ana (Video Editor) works at YouTube, which belongs to Google, one of your target companies, "
        "and can tell you what it is like inside and what the company is busy with."
    )


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Head of Forecasting | Speaker | Dad of three", "Ana (Head of Forecasting at Elsewhere)"),
        ("Head of Forecasting (interim) ", "Ana (Head of Forecasting at Elsewhere)"),
        ("Head of Forecasting - EMEA -", "Ana (Head of Forecasting at Elsewhere)"),
        (
            "Head of Forecasting and of very many other matters that nobody would ever read to the end",
            "Ana (Head of Forecasting and of very many other matters that… at Elsewhere)",
        ),
    ],
)
def test_long_and_odd_titles_are_said_in_a_few_words(title: str, said: str) -> None:
    (first, *_) = ways(at("Elsewhere", title), GOALS)
    assert first.reason.startswith(f"{said} leads work close to")


def test_a_company_that_was_left_makes_its_title_one_of_before() -> None:
    found = {way.kind: way.reason for way in ways(at("Ex-Google", "VP Supply Chain"), GOALS)}
    assert WayKind.HIRES not in found
    assert found[WayKind.FORMER_INSIDER] == (
        "Ana has known Google, one of your target companies, from the inside, and can speak of it freely."
    )


def test_a_company_of_no_note_that_was_left_makes_its_title_one_of_before_too() -> None:
    (first, *_) = ways(at("Fenwick Tools (former)", "Demand Planning Manager"), GOALS)
    assert first.kind is WayKind.IN_THE_ROLE
    assert "did work close to" in first.reason


def test_whoever_was_at_a_target_before_is_of_today_elsewhere() -> None:
    found = {way.kind: way.reason for way in ways(at("Corvane Medical", "Ex-Google demand planner"), GOALS)}
    assert found[WayKind.INSIDER].startswith("Ana (Ex-Google demand planner) works at Corvane Medical")
    assert found[WayKind.FORMER_INSIDER].startswith("Ana has known Google")


def test_a_name_with_more_behind_it_is_said_shortly() -> None:
    found = ways(at("Kinnick Brewing (formerly Bright Ale), a family firm", "Office Manager"), GOALS)
    assert found[0].reason == (
        "Ana (Office Manager at Kinnick Brewing) works in food and beverage, a field you named: "
        "ask what is changing there."
    )


def test_nobody_is_this_person_with_a_capital_within_a_sentence() -> None:
    (first, *_) = ways(replace(ANA, name="", company="Halvorsen Foods"), replace(GOALS, fields=()))
    assert first.reason.startswith("You and this person have Halvorsen Foods in common")


def test_what_somebody_seeks_is_no_title() -> None:
    (only,) = ways(at("", "Actively seeking new opportunities"), GOALS)
    assert only.reason == "Ana can hear your goal in one sentence, and tell you whether it is clear."


def test_ways_come_best_first_and_one_of_a_kind() -> None:
    contact = at("Corvane Medical", "Director, S&OP", former=("Brightwater Dairy",), tie=Tie.CLOSE)
    found = kinds(contact)
    assert found[:3] == [WayKind.INSIDER, WayKind.FORMER_INSIDER, WayKind.IN_THE_ROLE]
    assert len(found) == len(set(found))


def test_who_left_a_target_is_no_insider() -> None:
    assert kinds(at("Corvane Medical", "Retired plant manager"))[0] is WayKind.FORMER_INSIDER


def test_reasons_name_the_person_and_the_company_as_they_are_written() -> None:
    (insider, *_) = ways(at("CORVANE MEDICAL, INC", "Director, S&OP"), GOALS)
    assert insider.reason == (
        "Ana (Director, S&OP) works at Corvane Medical, one of your target companies, "
        "and can tell you how the demand and supply planning side works there."
    )


WORDS = st.text(alphabet=string.ascii_letters + " .,&-'()éßЖ王\x00👩", max_size=40)
LISTS = st.lists(WORDS, max_size=4).map(tuple)
CONTACTS = st.builds(
    Contact, id=WORDS, name=WORDS, company=WORDS, title=WORDS, place=WORDS, former=LISTS, note=WORDS, met=WORDS,
    tie=st.sampled_from(Tie),
)  # fmt: skip
ANY_GOALS = st.builds(
    Goals, roles=LISTS, fields=LISTS, places=LISTS, companies=LISTS, kinds_of_people=LISTS, schools=LISTS,
    positions=st.lists(st.builds(Position, company=WORDS, title=WORDS), max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(CONTACTS, ANY_GOALS)
def test_no_contact_is_without_a_way_whatever_the_goals(contact: Contact, goals: Goals) -> None:
    found = ways(contact, goals)
    assert found
    assert all(way.reason.strip().endswith((".", "?")) for way in found)
    assert not any(f" {word} " in way.reason for way in found for word in ("he", "she", "his", "her", "him"))


def test_thirty_thousand_contacts_take_a_blink() -> None:
    functions = (
        "Marketing Sales Engineering Finance Operations Product Data HR Recruiting Logistics Quality Legal".split()
    )
    ranks = ("Senior", "Lead", "Head of", "VP", "Director of", "Junior", "")
    contacts = [
        at(f"{functions[i % 7]} Company {i % 6000}", f"{ranks[i % 7]} {functions[i % 12]} {i % 500}", id=str(i))
        for i in range(30_000)
    ]
    matcher = Matcher(replace(GOALS, companies=tuple(f"Sales Company {i}" for i in range(40))))
    with bounded():
        assert all(matcher.signs(contact) for contact in contacts)
