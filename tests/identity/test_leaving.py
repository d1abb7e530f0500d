"""Whoever has left does the work no more and is at no company now, whether the title says so or the company."""

import pytest

from askwell.domain.people import Contact
from askwell.identity.leaving import company_of, has_left
from askwell.identity.titles import read


@pytest.mark.parametrize(
    ("title", "company", "left", "there"),
    [
        ("Nurse", "Ostara Foods", False, "Ostara Foods"),
        ("Nurse (former)", "Ostara Foods", True, ""),
        ("Nurse", "Ostara Foods (former)", True, ""),
        ("Nurse", "Ostara Foods (formerly Bright Ale)", False, "Ostara Foods (formerly Bright Ale)"),
        ("", "ex-Ostara Foods", True, ""),
        ("Nurse", "Self-employed", False, ""),
    ],
)
def test_who_has_left_is_at_no_company_now(title: str, company: str, left: bool, there: str) -> None:
    one = Contact(id="ann", name="Ann Roe", title=title, company=company)
    assert (has_left(one), company_of(one)) == (left, there)


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("Registered Nurse (retired)", "nursing"),
        ("Nurse (former)", "nursing"),
        ("(former) Nurse", "nursing"),
        ("Nurse, formerly", "nursing"),
        ("Nurse (ex)", "nursing"),
        ("ex-Nurse", "nursing"),
        ("Formerly Nurse at Ostara", "nursing"),
        ("Director of Operations – former", "operations"),
        ("One-time Head of Sales", "sales"),
        ("Professor Emeritus of History", "academia"),
        ("Former VP Sales, now seeking opportunities", "sales"),
        ("Ehemaliger Einkaufsleiter", "procurement"),
        ("Einkaufsleiter i.R.", "procurement"),
        ("Ancienne directrice des achats", "procurement"),
    ],
)
def test_who_is_retired_or_was_something_is_it_no_more(title: str, function: str) -> None:
    assert read(title).past
    assert read(title).functions == (function,)


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("Nurse (formerly teacher)", "nursing"),
        ("Head of Sales, ex-Google", "sales"),
        ("Former Head of Sales, now baker", "hospitality"),
        ("Retired Director, now consultant", "consulting"),
    ],
)
def test_what_somebody_is_after_something_else_is_their_work(title: str, function: str) -> None:
    assert not read(title).past
    assert read(title).functions == (function,)
