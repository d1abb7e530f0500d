"""The smallest ways of putting words together."""

import pytest

from askwell.domain.saying import counted, listed, number, sentence, without_stop


@pytest.mark.parametrize(
    ("things", "told"), [((), ""), (("A",), "A"), (("A", "", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_things_in_a_row_are_one_phrase_and_what_is_empty_is_left_out(things: tuple[str, ...], told: str) -> None:
    assert listed(things) == told


def test_the_last_of_a_row_can_be_another_choice() -> None:
    assert listed(("A", "B"), last="or") == "A or B"


def test_a_sentence_begins_with_a_capital_and_ends_once() -> None:
    assert [sentence(text) for text in ("it  is\nso", "Is it?", "“So.”", "")] == ["It is so.", "Is it?", "“So.”", ""]


def test_a_phrase_goes_without_its_stop() -> None:
    assert without_stop("It is  so. ") == "It is so"


def test_counts_up_to_twenty_are_words_and_one_thing_is_one() -> None:
    assert [number(n) for n in (0, 1, 12, 20, 21, 1200)] == ["no", "one", "twelve", "twenty", "21", "1,200"]
    assert [counted(n, "thing") for n in (0, 1, 2)] == ["no things", "one thing", "two things"]
    assert counted(2, "person", "people") == "two people"
