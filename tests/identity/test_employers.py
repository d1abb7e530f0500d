"""Companies of a list, strictly; what one calls somebody; fields of business."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.identity import fields, groups
from askwell.identity.called import called
from askwell.identity.employers import Employers, is_company

TARGETS = Employers(("Corvane Medical", "Hartnell Paper", "Great Lakes Grocers", "Google", "Target"))


@pytest.mark.parametrize(
    ("company", "target"),
    [
        ("Corvane Medical, Inc.", "Corvane Medical"),
        ("CORVANE", "Corvane Medical"),
        ("Hartnell", "Hartnell Paper"),
        ("Great Lakes Grocers Distribution", "Great Lakes Grocers"),
        ("Google Germany GmbH", "Google"),
        ("Alphabet", "Google"),
        ("Ex-Google", "Google"),
        ("Great", ""),
        ("Great Lakes", ""),
        ("Target Field Catering", ""),
        ("Googleheim Museum", ""),
        ("Paper", ""),
        ("", ""),
    ],
)
def test_a_company_is_matched_strictly(company: str, target: str) -> None:
    assert TARGETS.match(company) == target


NEAR = Employers(
    (
        "Delta Air Lines",
        "Apple Bank",
        "University of Chicago",
        "First National",
        "Ostara Foods",
        "Ostara Farms",
        "Siemens",
    )
)


@pytest.mark.parametrize(
    "company",
    [
        "Delta Dental",
        "Delta",
        "Delta Faucet Company",
        "Apple",
        "Apple Inc.",
        "University of Chicago Press",
        "University of Chicago Alumni Association",
        "University of Illinois Chicago",
        "First National Bank of Omaha",
        "Ostara",
        "Delta Air Lines Federal Credit Union",
        "Siemens Energy",
        "Siemens Healthineers",
        "Chicago University Bookstore",
    ],
)
def test_a_name_that_only_begins_alike_is_another_company(company: str) -> None:
    assert NEAR.match(company) == ""


@pytest.mark.parametrize(
    ("company", "target"),
    [
        ("Apple Bank, N.A.", "Apple Bank"),
        ("Apple Bank Holdings", "Apple Bank"),
        ("Siemens München", "Siemens"),
        ("Siemens AG, Berlin", "Siemens"),
        ("Delta Air Lines - Cargo", "Delta Air Lines"),
        ("Corvus (now Siemens)", "Siemens"),
        ("Bluegate, formerly Ostara Farms", "Ostara Farms"),
        ("Ostara Foods of Wisconsin", ""),
    ],
)
def test_towns_departments_and_other_names_of_a_company_are_it(company: str, target: str) -> None:
    assert NEAR.match(company) == target


def test_a_target_is_known_by_the_name_it_had() -> None:
    assert Employers(["Globex (formerly Initech)"]).match("Initech Inc.") == "Globex (formerly Initech)"


def test_note_of_a_famous_name_is_no_note_of_its_namesake() -> None:
    assert NEAR.named("Works at Apple, likes it") == ()
    assert NEAR.named("Works at Apple Bank") == ("Apple Bank",)


@pytest.mark.parametrize(
    ("company", "target", "owner"),
    [
        ("YouTube", "Google", "Google"),
        ("Google Cloud", "Alphabet", "Alphabet"),
        ("Instagram", "Meta Platforms", "Meta Platforms"),
        ("Frito-Lay, Inc.", "PepsiCo", "PepsiCo"),
        ("Pruett Dairy, part of Ostara Foods", "Ostara Foods", "Ostara Foods"),
        ("Pruett Dairy (an Ostara Foods company)", "Ostara Foods", "Ostara Foods"),
        ("Pruett Dairy, a division of Ostara Foods Inc.", "Ostara Foods", "Ostara Foods"),
        ("Google", "YouTube", ""),
        ("YouTube Fan Club", "Google", ""),
        ("Pruett Dairy", "Ostara Foods", ""),
    ],
)
def test_whom_a_company_belongs_to_is_known_where_it_is_written_or_famous(
    company: str, target: str, owner: str
) -> None:
    assert Employers([target]).owner(company) == owner


@pytest.mark.parametrize(
    ("company", "past"),
    [
        ("Ex-Google", True),
        ("formerly Globex", True),
        ("Retired from Globex", True),
        ("Globex (retired)", True),
        ("Globex (formerly Initech)", False),
        ("Exxon", False),
        ("Expedia", False),
        ("Antero", False),
        ("", False),
    ],
)
def test_a_company_that_was_left_is_told_from_one_renamed(company: str, past: bool) -> None:
    assert groups.is_past(company) is past


def test_notes_name_companies_in_the_order_of_the_list() -> None:
    assert TARGETS.named("first Hartnell, then Corvane") == ("Corvane Medical", "Hartnell Paper")
    assert TARGETS.named("on target with my goals") == ()


def test_self_employed_and_retired_are_no_companies() -> None:
    assert not any(
        is_company(name) for name in ("Self-employed", "Freelance", "Retired", "n/a", "", "Independent Consultant")
    )


BETWEEN = """Open to work | Open to new opportunities | Actively looking for a new role | Seeking new opportunities
    | Career Break | Between jobs | Job seeker | In transition | Parental leave | Stay-at-home dad | Sabbatical"""


@pytest.mark.parametrize("words", [one.strip() for one in BETWEEN.split("|")])
def test_what_stands_there_while_somebody_has_none_is_no_company(words: str) -> None:
    assert not is_company(words)


def test_companies_that_begin_alike_are_ones() -> None:
    assert all(
        map(is_company, ("Open Systems", "Transition Partners", "Career Breakthrough", "Seeking Alpha", "WeWork"))
    )


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_can_be_held_against_any_list(company: str, names: list[str]) -> None:
    employers = Employers(names)
    assert employers.match(company) in {"", *names}
    assert set(employers.named(company)) <= set(names)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ana Ruiz", "Ana"),
        ("O'Rourke, Peggy", "Peggy"),
        ("Dr. Ann Kessler DDS", "Ann"),
        ("Rev. Lorraine Tate", "Lorraine"),
        ("Mr. Abara (Josie's teacher)", "Mr. Abara"),
        ("Aunt Rosalie", "Aunt Rosalie"),
        ("Coach Luis", "Luis"),
        ("simone b.", "Simone"),
        ("K. Ellis", "K. Ellis"),
        ("Mom", "Mom"),
        ("Raman, CSCP", "Raman"),
        ("王小明", "王小明"),
        ("ana@example.com", ""),
        ("", ""),
    ],
)
def test_people_are_called_as_one_would_greet_them(name: str, word: str) -> None:
    assert called(name) == word


@given(st.text(max_size=300))
def test_a_name_to_call_somebody_by_is_short_and_one_line(name: str) -> None:
    assert len(called(name)) <= 40
    assert "\n" not in called(name)


def test_a_mail_address_is_of_the_only_company_that_owns_its_domain() -> None:
    known = Employers(["Corvane Medical", "Odell Home"])
    assert known.of_mail(["ana@gmail.com", "ana@corvane.example"]) == "Corvane Medical"
    assert known.of_mail(["lorna@odellhome.example"]) == "Odell Home"
    assert known.of_mail(["ana@corvane.example", "ana@odellhome.example"]) == ""
    assert known.of_mail(["ana@corvane.example"], but=("Corvane Medical",)) == ""
    assert known.of_mail(["ana@elsewhere.example", "in/ana", ""]) == ""


def test_fields_of_business_are_told_by_names_and_goals() -> None:
    assert "food and beverage" in fields.told("Brightwater Dairy")
    assert "food and beverage" in fields.told("Bäckerei Schmidt")
    assert fields.told("food") & fields.told("Kinnick Brewing")
    assert not fields.told("Thorne & Sons")


def test_a_plain_tail_may_be_missing() -> None:
    known = Employers(["St. Olga Health System", "Great Lakes Grocers", "Acme Group"])
    assert known.match("Saint Olga Health") == "St. Olga Health System"
    assert known.match("Great Lakes") == ""
    assert known.match("St. Olga") == ""
