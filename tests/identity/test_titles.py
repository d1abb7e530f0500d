"""Titles are matched by meaning, and strictly: a wrong match is worse than none."""

from pathlib import Path

import pytest

from askwell.identity import titles
from askwell.identity.titles import Likeness, decides, likeness, read


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Head of Forecasting", "Demand Planning Manager"),
        ("Senior Manager, Demand Planning", "Demand Planner"),
        ("Director, S&OP", "Demand Planning Manager"),
        ("Manager, Device Planning", "S&OP Manager"),
        ("VP People", "Head of HR"),
        ("Personalleiterin", "HR Manager"),
        ("DRH", "Human Resources Director"),
        ("Bedarfsplaner", "Demand Planner"),
        ("Einkaufsleiterin", "Procurement Manager"),
        ("Directeur des achats", "Purchasing Manager"),
        ("Ingeniero de software", "Software Engineer"),
        ("Softwareentwicklerin", "Sr. Software Eng."),
        ("Chef de projet", "Project Manager"),
        ("Jefe de Proyecto", "Project Manager"),
        ("Co-Founder & VP Engineering", "Founder"),
        ("Sales & Marketing Manager", "Marketing Manager"),
        ("Registered Nurse", "Nurse"),
        ("Glass blower", "Glass Blower"),
    ],
)
def test_titles_that_mean_the_same_job_are_the_same(title: str, role: str) -> None:
    assert likeness(read(title), read(role)) is Likeness.ROLE


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Event Planner", "Demand Planner"),
        ("Financial Planner", "Demand Planning Manager"),
        ("Maintenance Planner", "Production Planner"),
        ("Art Teacher", "Art Director"),
        ("Executive Assistant to the CEO", "CEO"),
        ("Marketing Recruiter", "Marketing Manager"),
        ("Chef de cuisine", "Chef de projet"),
        ("Personal Trainer", "HR Manager"),
        ("Product Manager", "Production Manager"),
        ("Wedding Consultant", "Management Consultant"),
        ("Advertising Installer", "Advertising Manager"),
        ("Nurse", "Demand Planning Manager"),
        ("", "Demand Planning Manager"),
        ("Demand Planner", ""),
        ("Chemist", "Physicist"),
    ],
)
def test_titles_that_share_only_a_word_are_not_the_same(title: str, role: str) -> None:
    assert likeness(read(title), read(role)) is not Likeness.ROLE


def test_titles_of_one_family_are_near() -> None:
    assert likeness(read("Supply Chain Analyst"), read("Demand Planner")) is Likeness.FAMILY
    assert likeness(read("Buyer"), read("Demand Planner")) is Likeness.FAMILY


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Marketing Intern", 0),
        ("Assistant to the President", 1),
        ("Executive Assistant", 1),
        ("Demand Planner", 2),
        ("Lead Data Scientist", 3),
        ("Product Manager", 3),
        ("Planning Supervisor", 4),
        ("Vertriebsleiter", 4),
        ("Associate Director Clinical Operations", 4),
        ("Directrice des achats", 5),
        ("SVP, People", 6),
        ("Geschäftsführerin", 6),
    ],
)
def test_seniority_is_read_from_the_words(title: str, level: int) -> None:
    assert read(title).level == level


def test_who_stands_above_the_role_in_its_own_line_decides() -> None:
    role = read("Demand Planning Manager")
    assert [
        t for t in ("VP Operations", "Director, S&OP", "CEO", "VP Supply Chain") if not decides(read(t), role)
    ] == []
    assert [t for t in ("Director of Quality", "Plant Manager", "VP Marketing", "Dean") if decides(read(t), role)] == []


def test_what_somebody_did_before_is_no_job_of_today() -> None:
    assert read("Analyst, ex-Google").functions == read("Analyst").functions
    assert read("Former VP Sales").past
    assert not decides(read("Former VP Sales"), read("Sales Manager"))


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "(" * 100_000, "ex-" * 40_000, " - " * 40_000, "\x00\ud7ff", "👩‍💻", " "]
)
def test_hostile_titles_are_read_too(text: str) -> None:
    assert 0 <= read(text).level <= 6


def test_every_function_has_a_name_for_a_sentence() -> None:
    assert [
        f for title in ("VP People", "Nurse", "S&OP Lead") for f in read(title).functions if not titles.label(f)
    ] == []


def test_families_of_onet_titles_fit_their_occupations(corpora: Path) -> None:
    """Titles of planning, people, software and care land in their own family, or in none."""
    fits = {
        "11-3121": {"hr"}, "13-1071": {"hr"}, "15-1252": {"software", "technology"}, "29-1141": {"health"},
        "11-2021": {"marketing", "sales", "commercial"}, "25-2031": {"education"}, "23-1011": {"legal"},
    }  # fmt: skip
    lines = (corpora / "onet" / "Alternate Titles.txt").read_text(encoding="utf-8").splitlines()[1:]
    rows = [(line.split("\t")[0][:7], line.split("\t")[1]) for line in lines]
    read_of = [(fits[code], read(title).families, title) for code, title in rows if code in fits]
    known = [(right, found) for right, found, _ in read_of if found]
    assert len(known) / len(read_of) > 0.5
    assert sum(bool(found & right) for right, found in known) / len(known) > 0.9
