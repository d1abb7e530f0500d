"""Which messages are about the search: looking for work as such, or her own roles, fields and companies."""

import pytest
from tests.bounds import bounded

from askwell.domain.goals import Goals
from askwell.domain.search import Application, Search
from askwell.identity.about import is_about_the_search

SEARCH = Search(
    goals=Goals(roles=("Senior Demand Planner",), fields=("cold chain",), companies=("Ostara Foods",)),
    applications=(Application("a1", "Corvane Medical", "Planner"),),
)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("They will ask for your CV twice.", True),
        ("Das Vorstellungsgespräch dauert eine Stunde.", True),
        ("Ostara moved to the harbor.", True),
        ("At Corvane nobody works on Fridays.", True),
        ("A planner of demand lives by the calendar.", True),
        ("The demand for tickets is high this year.", False),
        ("In the cold a bicycle needs another chain.", False),
        ("Health coverage runs through March. Your laptop can go back by mail.", False),
        ("Two cups of flour, and let it rest.", False),
        ("", False),
    ],
)
def test_it_is_told_by_words_of_looking_for_work_and_by_her_own_aims(text: str, *, about: bool) -> None:
    assert is_about_the_search(text, SEARCH) is about


def test_a_long_text_takes_no_time() -> None:
    with bounded():
        for text in ("a" * 100_000, "apply " * 20_000, "job-" * 30_000):
            is_about_the_search(text, SEARCH)
