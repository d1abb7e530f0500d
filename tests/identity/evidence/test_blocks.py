"""Twins share at least one key, whatever slip there is; a key of everybody's is none."""

import random
from itertools import combinations

import pytest
from tests.identity.evidence.made_tables import crowd, table

from askwell.identity.evidence.blocks import MANY, candidates
from askwell.identity.evidence.table import Table


def held(of: Table) -> set[tuple[int, int]]:
    return {(int(pair) // of.people, int(pair) % of.people) for pair in candidates(of)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"given": "jane", "family": "halloran"}, {"given": "jane", "family": "hallorna"}),
        ({"given": "jane", "family": "halloran"}, {"given": "jane", "family": "ahlloran"}),
        ({"given": "janet", "family": "roe"}, {"given": "ajnet", "family": "roe"}),
        ({"given": "jane", "family": "roe"}, {"given": "j", "family": "roe"}),
        ({"given": "bob", "family": "roe"}, {"given": "robert", "family": "roe"}),
        ({"given": "jane", "family": "roe"}, {"given": "roe", "family": "jane"}),
        ({"given": "jane", "family": "roe", "company": "acme"}, {"given": "jane", "family": "doe", "company": "acme"}),
        ({"given": "jane", "phone": "+1"}, {"family": "roe", "phone": "+1"}),
        ({"given": "jane", "birthday": "19800102"}, {"given": "janet", "birthday": "19800103"}),
        ({"family": "roe", "place": "oslo"}, {"given": "jane", "family": "roe", "place": "oslo"}),
    ],
)
def test_two_cards_of_one_person_are_held_against_each_other(one: dict[str, str], other: dict[str, str]) -> None:
    assert (0, 1) in held(table(one, other, *crowd(50)))


def test_what_everybody_shares_pairs_nobody() -> None:
    office = [{"given": f"name{at}", "family": f"other{at}q", "phone": "+14145550100"} for at in range(MANY + 1)]
    assert held(table(*office)) == set()


def test_people_who_are_nobody_else_are_not_held_against_each_other() -> None:
    row = {"given": ["jane"] * 3, "family": ["roe"] * 3}
    kinds = {
        kind: [""] * 3 for kind in ("mail", "local", "style", "domain", "label", "phone", "company", "firm", "title")
    }
    assert held(Table(row | kinds, range(3), alone={0, 1})) == {(0, 2), (1, 2)}


def test_all_who_share_a_phone_are_held_against_each_other_however_many_rows_they_have() -> None:
    dice = random.Random(5)
    rows = [{"phone": f"+{dice.randrange(60)}"} for _ in range(300)]
    owner = list(range(200)) + [dice.randrange(200) for _ in range(100)]
    shared = {tuple(sorted((owner[a], owner[b]))) for a, b in combinations(range(300), 2) if rows[a] == rows[b]}
    assert held(table(*rows, owner=owner)) == {pair for pair in shared if pair[0] != pair[1]}
