"""What few share speaks for one person, what differs against it, and a household is not one person."""

import pytest
from tests.identity.evidence.made_tables import crowd, table

from askwell.identity.evidence.weigh import KINDS, weigh


def bits(*rows: dict[str, str], among: int = 200) -> float:
    """The bits that speak for the first two being one, far below 0 where they are not even held against each other."""
    found = weigh(table(*rows, *crowd(among)))
    pairs = dict(zip(zip(found.one.tolist(), found.other.tolist(), strict=True), found.bits.tolist(), strict=True))
    return float(pairs.get((0, 1), -99.0))


JANE = {"given": "jane", "family": "roe"}


def test_the_same_name_says_more_where_fewer_have_it() -> None:
    janes = [{"given": "jane", "family": f"moe{at}"} for at in range(40)]
    roes = [{"given": f"ada{at}", "family": "roe"} for at in range(40)]
    assert bits(JANE, JANE) > bits(JANE, JANE, *janes) > bits(JANE, JANE, *janes, *roes)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("mail", "j@acme.example"),
        ("phone", "+14145550100"),
        ("company", "acme"),
        ("title", "planner"),
        ("street", "1 oak"),
    ],
)
def test_everything_that_agrees_adds_and_what_differs_takes_off(kind: str, value: str) -> None:
    without = bits(JANE, JANE)
    assert bits({**JANE, kind: value}, {**JANE, kind: value}) > without + 1
    assert bits({**JANE, kind: value}, {**JANE, kind: "another thing"}) < without


def test_a_slip_of_the_pen_counts_less_than_the_very_name_and_more_than_another() -> None:
    beside = {"phone": "+14145550100"}
    exact, slip, other = (
        bits({"given": "jane", "family": "halloran"} | beside, {"given": "jane", "family": family} | beside)
        for family in ("halloran", "hallroan", "brandt")
    )
    assert exact > slip > other


def test_short_forms_initials_and_names_turned_round_are_one_name() -> None:
    phone = {"phone": "+14145550100"}
    for one, other in (
        (("bob", "roe"), ("robert", "roe")),
        (("r", "roe"), ("robert", "roe")),
        (("roe", "jane"), ("jane", "roe")),
    ):
        a, b = ({"given": given, "family": family} | phone for given, family in (one, other))
        assert bits(a, b) > 4


def test_a_household_is_not_one_person_whatever_it_shares() -> None:
    home = {"family": "roe", "phone": "+14145550100", "street": "1 oak", "mail": "roes@oak.example", "local": "roes"}
    assert bits({"given": "anna", **home}, {"given": "tom", **home}) < -5
    assert bits({"given": "julia", **home}, {"given": "julie", **home}) < -5
    assert bits({"given": "anna", **home}, {"given": "ana", **home}) > 5


def test_what_only_one_person_has_outweighs_even_the_name() -> None:
    home = {"family": "roe", "street": "1 oak", "number": "7125552", "birthday": "19800101"}
    assert bits({"given": "anna", **home}, {"given": "tom", **home}) > 0


def test_letters_that_only_look_alike_are_no_slip() -> None:
    shared = {"family": "kern", "mail": "a@kern.example", "phone": "+14145550100", "company": "acme"}
    latin, cyrillic = (
        bits({"given": "anna", **shared}, {"given": "ana", **shared}),
        bits({"given": "anna", **shared}, {"given": "аnna", **shared}),
    )
    assert latin > cyrillic + 3


def test_of_two_people_the_best_that_any_two_rows_show_counts() -> None:
    whole = table(
        {"given": "kasia", "family": "nowak"},
        {"given": "kasia", "family": "ellis", "company": "ellis leadership"},
        {"given": "katarzyna", "family": "ellis", "company": "ellis leadership"},
        *crowd(100),
        owner=(0, 0, 1, *range(2, 102)),
    )
    found = weigh(whole)
    assert (found.one[0], found.other[0]) == (0, 1)
    assert found.parts[0, KINDS.index("company")] > 3
    assert found.bits[0] > 4


def test_nobody_is_held_against_nobody() -> None:
    assert len(weigh(table()).bits) == 0
    assert len(weigh(table(JANE)).bits) == 0
