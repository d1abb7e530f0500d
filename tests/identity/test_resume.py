"""The page about her work is a résumé where she lives in the US or Canada, a CV elsewhere, in all that is proposed."""

import re

import pytest

from askwell.domain.goals import Goals
from askwell.guide.review import check
from askwell.identity import resume
from askwell.method.goals import propose_needs


@pytest.mark.parametrize(
    ("country", "zone", "word"),
    [
        ("US", "", "résumé"),
        ("ca", "Europe/Paris", "résumé"),
        ("", "America/Chicago", "résumé"),
        ("GB", "America/Chicago", "CV"),
        ("", "Europe/London", "CV"),
        ("", "", "CV"),
    ],
)
def test_her_country_decides_else_her_zone(country: str, zone: str, word: str) -> None:
    assert resume.word(Goals(country=country, zone=zone)) == word


@pytest.mark.parametrize(("country", "other"), [("US", "CV"), ("DE", "résumé")])
def test_questions_and_words_to_use_instead_have_her_word(country: str, other: str) -> None:
    goals = Goals(country=country, roles=("Nurse",), fields=("health care",), companies=("Tidewell",))
    said = [need.question for need in propose_needs(goals)]
    said += [one.instead for one in check("Hi Ana,\nany help would be welcome.\nDana", goals=goals)]
    text = " ".join(said)
    assert re.search(rf"\b{resume.word(goals)}\b", text)
    assert not re.search(rf"\b{other}\b", text)
    assert "{" not in text


def test_a_question_kept_under_the_other_word_is_the_same() -> None:
    assert resume.alike("Does my résumé read well?") == resume.alike("Does my CV read well?")
