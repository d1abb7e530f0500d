"""Rows of one name that are read again: known whatever their order, and held against each other but once."""

from dataclasses import replace

from askwell.actions.bringing_in.sorting import Sorter
from askwell.domain.people import Card, Origin
from askwell.store.lookups import KnownCard, KnownKey

MANY = 300


def row(number: int, company: str, *, file: str = "people.csv") -> Card:
    """A row that has a name only, which many have: its key is told apart by a number."""
    return Card("csv", Origin(file, number), f"john smith|#{number}", name="John Smith", company=company)


class Store:
    """What is stored, with a count of how often a card was hashed."""

    def __init__(self, cards: list[Card]) -> None:
        self.hashed = 0
        self.cards = {f"c{n}": card for n, card in enumerate(cards)}
        known = {(c.source, c.key): [KnownKey(key, f"p{key}", told(c))] for key, c in self.cards.items()}
        self.sorter = Sorter(known, digest=self.digest, stored=self.stored)

    def digest(self, card: Card) -> str:
        self.hashed += 1
        return told(card)

    def stored(self, card: str) -> KnownCard:
        found = self.cards[card]
        return KnownCard(card, f"p{card}", f"p{card}", told(found), found)


def told(card: Card) -> str:
    return repr(replace(card, origin=Origin("", 0)))


def test_rows_that_changed_places_are_the_same_rows() -> None:
    store = Store([row(n, f"Company {n}") for n in range(5)])
    for n in range(5):
        store.sorter.take(row(n, f"Company {4 - n}", file="again.csv"), None)
    assert store.sorter.entries == []


def test_a_row_that_says_something_else_is_another_one_or_a_later_version_in_its_own_file() -> None:
    store = Store([row(n, f"Company {n}") for n in range(5)])
    store.sorter.take(row(1, "Ostara Foods", file="again.csv"), None)
    store.sorter.take(row(2, "Tidewell"), None)
    assert [(entry.card.company, entry.stored) for entry in store.sorter.entries] == [
        ("Ostara Foods", ""),
        ("Tidewell", "c2"),
    ]


def test_thousands_of_rows_of_one_name_are_hashed_a_few_times_each() -> None:
    store = Store([row(n, f"Company {n}") for n in range(MANY)])
    for n in range(MANY):
        store.sorter.take(row(n, f"Other {n}", file="again.csv"), None)
    assert len(store.sorter.entries) == MANY
    assert store.hashed <= 5 * MANY
