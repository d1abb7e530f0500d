"""Whole words in Cyrillic and Greek letters have a Latin spelling; what only looks alike has none."""

import pytest

from askwell.domain.people import Card, Origin
from askwell.identity.fold import fold
from askwell.identity.join import join
from askwell.identity.likely import likely_twins
from askwell.identity.romanize import romanized


@pytest.mark.parametrize(
    ("word", "told"),
    [("Иван", "ivan"), ("Петров", "petrov"), ("Щербакова", "shcherbakova"), ("Νίκος", "nikos"), ("Сергій", "sergii")],
)
def test_a_name_in_other_letters_is_spelled_in_latin_ones(word: str, told: str) -> None:
    assert romanized(fold(word)) == told


@pytest.mark.parametrize("word", ["", "anna", "\u0430nna", "王", "Müller"])
def test_latin_words_mixed_ones_and_signs_are_left_alone(word: str) -> None:
    assert romanized(fold(word)) == ""


def test_one_name_in_two_alphabets_is_a_question_and_never_joined_by_itself() -> None:
    cyrillic = Card("vcard", Origin("a.vcf", 1), "1", "Иван Петров", given="Иван", family="Петров", company="Acme")
    latin = Card("google", Origin("b.csv", 1), "2", "Ivan Petrov", given="Ivan", family="Petrov", company="Acme")
    assert len(set(join([cyrillic, latin]).people)) == 2
    (twins,) = likely_twins([("p1", [cyrillic]), ("p2", [latin])])
    assert twins.why == "The same name in other letters, both at Acme."
