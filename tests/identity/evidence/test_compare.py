"""Slips of the pen are told from other words, and dates are compared by their parts."""

import pytest
from tests.identity.evidence.made_tables import table

from askwell.identity.evidence.compare import UNLIKE, alike, dates, rarity_of_near, slips


def apart(one: str, other: str, *, how: object = slips) -> float:
    column = table({"family": one}, {"family": other})["family"]
    return float(how(column, column.codes[:1], column.codes[1:])[0])  # type: ignore[operator]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("halloran", "hallroan", 1),
        ("halloran", "haloran", 1),
        ("halloran", "hallorran", 1),
        ("halloran", "hollaran", 2),
        ("roe", "roy", UNLIKE),
        ("brandt", "brunst", UNLIKE),
        ("halloran", "brandt", UNLIKE),
        ("kern", "kеrn", UNLIKE),
    ],
)
def test_slips_are_counted_in_words_long_enough(one: str, other: str, count: float) -> None:
    assert apart(one, other) == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("19800102", "19800103", 1),
        ("19800102", "19800201", 1),
        ("19800102", "19811102", 2),
        ("19800102", "19911103", UNLIKE),
    ],
)
def test_of_a_date_each_part_may_differ(one: str, other: str, count: float) -> None:
    assert apart(one, other, how=dates) == count


def test_streets_are_alike_with_whatever_slip() -> None:
    assert apart("coghill close", "coghil closee", how=alike) == 1
    assert apart("coghill close", "bank street", how=alike) == UNLIKE


def test_what_is_near_by_chance_tells_little() -> None:
    figures = table(*({"number": f"{at:04}"} for at in range(2000)))["number"]
    words = table(*({"number": chr(97 + at) * 8} for at in range(26)))["number"]
    assert rarity_of_near(figures, slips) < 8.2 < rarity_of_near(words, slips)
