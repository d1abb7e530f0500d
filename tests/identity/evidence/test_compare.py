"""Slips of the pen are told from other words, and dates are compared by their parts."""

import random

import numpy as np
import pytest
from rapidfuzz.distance import OSA
from tests.identity.evidence.made_tables import table

from askwell.identity.evidence.compare import LONG, SHORTEST, UNLIKE, alike, dates, rarity_of_near, slips


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


def test_what_length_and_letters_rule_out_would_be_no_slip_by_counting_either() -> None:
    dice = random.Random(4)
    words = ["".join(dice.choices("abéж", k=dice.randint(1, 12))) for _ in range(100)]
    for _ in range(2):
        words += [word[:2] + dice.choice("abq") + word[3:] for word in words] + [word[1:] for word in words if word[1:]]
    told = table(*({"family": word} for word in words))["family"]
    a, b = (np.array(dice.choices(range(1, len(told.values)), k=20_000), dtype=np.int32) for _ in range(2))
    found = slips(told, a, b)
    assert sum(found == 1) > 20
    assert sum(found == 2) > 20
    assert found.tolist() == [_counted(told.values[x], told.values[y]) for x, y in zip(a, b, strict=True)]


def _counted(one: str, other: str) -> float:
    apart, shorter = OSA.distance(one, other), min(len(one), len(other))
    long_enough = shorter >= (SHORTEST if apart <= 1 else LONG)
    return apart if apart <= 2 and long_enough and one.isascii() == other.isascii() else UNLIKE


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
