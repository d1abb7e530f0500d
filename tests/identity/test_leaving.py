"""Whoever has left is at no company now, whether the title says so or the company."""

import pytest

from askwell.domain.people import Contact
from askwell.identity.leaving import company_of, has_left


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
