"""A role within a sentence is written and spoken as people write and speak it."""

import pytest

from askwell.identity.roles import article, as_one_says, with_article, within


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Warehouse manager", "a warehouse manager"),
        ("Warehouse Manager", "a warehouse manager"),
        ("WAREHOUSE MANAGER", "a warehouse manager"),
        ("S&OP Manager", "an S&OP manager"),
        ("HR business partner", "an HR business partner"),
        ("UX Designer", "a UX designer"),
        ("Operations Manager", "an operations manager"),
        ("Head of People", "a head of people"),
        ("English Teacher", "an English teacher"),
        ("Teacher of English", "a teacher of English"),
        ("Excel Trainer", "an Excel trainer"),
        ("iOS Developer", "an iOS developer"),
        ("DevOps Engineer", "a DevOps engineer"),
        ("E-Commerce Manager", "an e-commerce manager"),
        ("IT-Manager", "an IT-manager"),
        ("X-ray technician", "an x-ray technician"),
        ("University lecturer", "a university lecturer"),
        ("Underwriter", "an underwriter"),
        ("Urban planner", "an urban planner"),
        ("User researcher", "a user researcher"),
        ("Usher", "an usher"),
        ("European sales lead", "a European sales lead"),
        ("Hourly cook", "an hourly cook"),
        ("Hospital porter", "a hospital porter"),
        ("CEO", "a CEO"),
        ("R&D lead", "an R&D lead"),
        ("nurse", "a nurse"),
    ],
)
def test_a_role_within_a_sentence(role: str, said: str) -> None:
    assert with_article(role) == said


def test_a_name_in_a_role_stays_where_the_rest_is_in_lower_case() -> None:
    assert within("Branch manager for Tidewell") == "branch manager for Tidewell"


def test_who_is_the_only_one_has_no_article() -> None:
    assert as_one_says("Head of People") == "head of people"
    assert as_one_says("Warehouse Manager") == "a warehouse manager"


def test_nothing_has_no_article_to_fail_on() -> None:
    assert article("") == "a"
    assert within("") == ""
