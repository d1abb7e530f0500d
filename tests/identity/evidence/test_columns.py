"""Values as numbers: each once, in the order they come, and what is computed of them computed once."""

import numpy as np

from askwell.identity.evidence.columns import Coded, column, distinct


def test_nothing_known_is_nought_and_values_are_numbered_as_they_come() -> None:
    told = Coded.of(["roe", "", "poe", "roe"])
    assert told.values == ["", "roe", "poe"]
    assert told.codes.tolist() == [1, 0, 2, 1]
    assert told.taken(np.array([3, 1])).codes.tolist() == [1, 0]


def test_what_follows_from_a_value_is_computed_once_for_each() -> None:
    asked: list[str] = []

    def first(value: str) -> str:
        asked.append(value)
        return value[:1]

    told = Coded.of(["roe", "poe", "ray", "roe", ""]).derived(first)
    assert [told.values[code] for code in told.codes] == ["r", "p", "r", "r", ""]
    assert sorted(asked) == ["", "poe", "ray", "roe"]


def test_the_letters_of_a_value_are_bits() -> None:
    told = Coded.of(["abba", "ab", "abc", "\ud800x"])
    of = column(told, np.arange(4), 4)
    assert of.letters[1] == of.letters[2] == 0b110
    assert of.letters[3] == 0b1110
    assert of.letters[0] == 0
    assert column(Coded.of([""]), np.arange(1), 1).letters.tolist() == [0]


def test_numbers_are_told_once_each_in_order() -> None:
    assert distinct(np.array([5, 3, 5, 1, 3])).tolist() == [1, 3, 5]
    assert distinct(np.array([], dtype=np.int64)).tolist() == []
