"""A deck tells the same cards as a list of them, whichever of its fields are told one by one."""

from datetime import date

import pytest

from askwell.domain.decks import Deck
from askwell.domain.people import Card, Origin

CARDS = [
    Card(
        "vcard",
        Origin("a.vcf", n, path="z/a.vcf"),
        f"k{n}",
        f"Ann {n}",
        connected_on=date(2020, 1, n) if n % 2 else None,
    )
    for n in range(1, 9)
]


def test_what_is_taken_apart_comes_together_again() -> None:
    deck = Deck.of(CARDS)
    assert (len(deck), list(deck), deck[2], deck[1:3]) == (8, CARDS, CARDS[2], CARDS[1:3])
    assert deck == CARDS
    assert deck != CARDS[1:]


def test_what_is_not_told_is_as_it_is_by_itself_and_what_all_have_is_told_once() -> None:
    names = ["Ann", "Ben"]
    deck = Deck(
        Card, 2, {"source": ("hand",), "key": ["a", "b"], "name": names}, places={"file": ("x",), "index": [1, 4]}
    )
    assert deck == [Card("hand", Origin("x", 1), "a", "Ann"), Card("hand", Origin("x", 4), "b", "Ben")]


def test_a_field_that_has_nothing_by_itself_must_be_told() -> None:
    with pytest.raises(KeyError):
        list(Deck(Card, 1, {"source": ("hand",), "key": ("a",)}, places={"file": ("x",), "index": (1,)}))
