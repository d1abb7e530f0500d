"""Tables of applications kept by hand: headers by synonym, stages by word, dates by country."""

from datetime import date
from typing import ClassVar

import pytest
from tests.sources.contract import Contract, read

from askwell.domain.search import Stage
from askwell.sources.applications import stage_of
from askwell.sources.found import Kind

TABLE = (
    "Company,Role,Applied,Source,Status,Last update,Contact,Notes\n"
    'Northwind,Planner,2026-02-24,website,Rejected,2026-03-05,Lee Hart,"form\nletter"\n'
    "Globex,Ops Lead,3/4/2026,friend,,,,\n"
    "Tailspin,CTO,,,Wishlist,,,\n"
    ",Nameless,,,,,,\n"
    "Contoso,Planner,soon,,Jubilant,,,\n"
    ",,,,,,,\n"
)
GERMAN = "Employer;Position;Date Applied;Stage\nMüller & Söhne;Planer;12.03.2026;Interview\n"


# Tables as job trackers and templates make them: the columns that tell something, under the names they have there.
TRACKERS = {
    "a board": (
        "Title,Company,Location,List Name,Job Board,Applied At,Last Modified\n"
        "Planner,Northwind,Seattle,Interview,a job site,2026-03-02T10:00:00Z,2026-03-09\n"
    ),
    "a tracker": (
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement\n"
        'Planner,Northwind,,Seattle,Interviewing,02/27/2026,,"March 2, 2026",,4\n'
    ),
    "a page of notes": (
        "Company,Stage,Position,Application Date,Hiring Manager,Job Link\n"
        "Northwind,🟡 Phone interview,Planner,3/2/2026,Lee Hart,https://jobs.example.com/1\n"
    ),
    "an extension": (
        "Job Title,Company Name,Job URL,State,Applied Date,Notes\nPlanner,Northwind,https://x.example,SCREEN,2-Mar-26,\n"
    ),
    "a spreadsheet": "Employer,Role,Submitted On,Outcome\nNorthwind,Planner,46083,\n",
}


class TestApplications(Contract):
    kind = Kind.APPLICATIONS
    samples: ClassVar = {
        "commas": TABLE.encode(),
        "semicolons": GERMAN.encode("cp1252"),
        **{name: text.encode() for name, text in TRACKERS.items()},
    }


@pytest.mark.parametrize("name", TRACKERS)
def test_tables_of_trackers_say_company_title_day_and_stage(name: str) -> None:
    (one,) = read(TRACKERS[name], Kind.APPLICATIONS, region="US").applications
    assert (one.company, one.title, one.applied) == ("Northwind", "Planner", date(2026, 3, 2))
    stages = {"a spreadsheet": Stage.APPLIED, "an extension": Stage.SCREEN, "a page of notes": Stage.SCREEN}
    assert one.stage is stages.get(name, Stage.INTERVIEW)


@pytest.mark.parametrize(
    ("cell", "when"),
    [("46083", date(2026, 3, 2)), ("46083.75", date(2026, 3, 2)), ("2-Mar-26", date(2026, 3, 2)), ("12345", None)],
)
def test_days_that_a_spreadsheet_keeps_as_numbers_are_days(cell: str, when: date | None) -> None:
    assert read(f"Company,Role,Applied\nNorthwind,Planner,{cell}\n", Kind.APPLICATIONS).applications[0].applied == when


@pytest.mark.parametrize("word", ["Bookmarked", "Applying", "Not started", "Ready to apply", "Wishlist", "To apply"])
def test_what_is_only_meant_to_be_applied_for_is_none_yet(word: str) -> None:
    reading = read(f"Company,Role,Status\nNorthwind,Planner,{word}\n", Kind.APPLICATIONS)
    assert [note.reason for note in reading.left_out] == ["not applied for yet"]


def test_a_row_gives_company_title_stage_and_days_and_its_contact_makes_no_person() -> None:
    reading = read(TABLE, Kind.APPLICATIONS)
    first = reading.applications[0]
    assert (first.company, first.title, first.stage) == ("Northwind", "Planner", Stage.REJECTED)
    assert (first.applied, first.updated) == (date(2026, 2, 24), date(2026, 3, 5))
    assert (first.contact, first.via, first.note) == ("Lee Hart", "website", "form\nletter")
    assert reading.cards == []


@pytest.mark.parametrize("header", ["Last update", "Last heard", "Last response", "Status date", "Last activity"])
def test_when_it_was_last_heard_of_is_read_under_any_of_its_names(header: str) -> None:
    reading = read(TABLE.replace("Last update", header), Kind.APPLICATIONS)
    assert reading.applications[0].updated == date(2026, 3, 5)


@pytest.mark.parametrize(("region", "day"), [("US", date(2026, 3, 4)), ("GB", date(2026, 4, 3))])
def test_the_country_decides_which_number_is_the_month(region: str, day: date) -> None:
    assert read(TABLE, Kind.APPLICATIONS, region=region).applications[1].applied == day


def test_what_is_not_yet_applied_for_or_names_no_company_is_told() -> None:
    reading = read(TABLE, Kind.APPLICATIONS)
    assert [(n.at, n.reason) for n in reading.left_out] == [(3, "not applied for yet"), (6, "an empty row")]
    assert [n.at for n in reading.unreadable] == [4]


def test_what_was_taken_as_something_else_is_said() -> None:
    said = read(TABLE, Kind.APPLICATIONS).said
    assert "Row 5" in said
    assert "Jubilant" in said
    assert "soon" in said


def test_many_doubts_are_told_in_brief() -> None:
    said = read(TABLE + "Acme,Planner,soon,,,,,\n" * 1000, Kind.APPLICATIONS).said
    assert said.endswith("997 more rows are like that.")
    assert len(said) < 600


@pytest.mark.parametrize(
    ("word", "stage"),
    [
        ("Applied", Stage.APPLIED),
        ("", Stage.APPLIED),
        ("no reply", Stage.SILENT),
        ("Phone screen", Stage.SCREEN),
        ("Interview", Stage.INTERVIEW),
        ("second round", Stage.SECOND),
        ("Rejected after interview", Stage.REJECTED),
        ("Under review", Stage.APPLIED),
        ("Offer", Stage.OFFER),
        ("no offer", Stage.REJECTED),
        ("Negotiating", Stage.OFFER),
        ("I withdrew", Stage.REJECTED),
        ("Position filled", Stage.REJECTED),
        ("On hold", Stage.APPLIED),
        ("Absage erhalten", Stage.REJECTED),
        ("Archived", None),
        ("whatever", None),
    ],
)
def test_words_of_a_status_tell_the_stage(word: str, stage: Stage | None) -> None:
    assert stage_of(word) is stage


def test_the_same_application_has_the_same_id_at_every_import() -> None:
    ids = [a.id for a in read(TABLE, Kind.APPLICATIONS).applications]
    later = TABLE.replace("Rejected", "Offer").replace("Northwind,Planner", "NorthWind,planner ")
    assert read(later, Kind.APPLICATIONS).applications[0].id == ids[0]
    assert len(set(ids)) == len(ids)


def test_two_applications_for_one_title_are_two() -> None:
    twice = TABLE + "Northwind,Planner,2026-05-01,,,,,\n"
    ids = [a.id for a in read(twice, Kind.APPLICATIONS).applications]
    assert ids[-1] == f"{ids[0]}#2"
