"""Cards that satisfy the rules always join, in whatever order and form they come, and no others with them."""

import csv
from pathlib import Path

import pytest
from tests.identity.made_people import COMPATIBLE, SAME, World, shuffled

from askwell.domain.people import Card, Origin
from askwell.identity.join import join


def groups(batches: list[list[Card]]) -> set[frozenset[int]]:
    """The numbers of the cards that are one person's, after one import for each batch."""
    known: list[tuple[str, Card]] = []
    merged: dict[str, str] = {}
    for batch in batches:
        found = join(batch, [(_survivor(merged, who), card) for who, card in known], region="US")
        merged |= {away: stays for stays, away, _ in found.merged}
        base = len(known)
        known += [
            (person if isinstance(person, str) else f"{base} {person}", card)
            for person, card in zip(found.people, batch, strict=True)
        ]
    people: dict[str, set[int]] = {}
    for who, card in known:
        people.setdefault(_survivor(merged, who), set()).add(card.origin.index)
    return {frozenset(cards) for cards in people.values()}


def _survivor(merged: dict[str, str], who: str) -> str:
    while who in merged:
        who = merged[who]
    return who


@pytest.mark.parametrize("seed", range(40))
def test_cards_that_satisfy_a_rule_join_in_any_order_of_files(seed: int) -> None:
    world = World(seed)
    people = [world.cards(person) for person in world.people(60)]
    truth = {frozenset(card.origin.index for card in cards) for cards in people}
    cards = shuffled(world.dice, [card for some in people for card in some])
    assert groups([cards]) == truth
    cuts = sorted(world.dice.sample(range(len(cards)), 3))
    batches = [cards[start:end] for start, end in zip([0, *cuts], [*cuts, len(cards)], strict=True)]
    assert groups(batches) == truth


@pytest.mark.parametrize("form", sorted(SAME | COMPATIBLE))
def test_every_form_of_a_name_is_compatible_with_every_other_at_one_address(form: str) -> None:
    forms = SAME | COMPATIBLE
    for number, person in enumerate(World(7).people(20)):
        for other in sorted(forms):
            one = Card("vcard", Origin("a", 1), "1", **forms[form](person), emails=(person.box,))
            two = Card("google", Origin("b", 2), "2", **forms[other](person), emails=(person.box,))
            assert len(groups([[one, two]])) == 1, (number, one.name, two.name)


def test_nicknames_of_a_corpus_join_at_one_address(corpora: Path) -> None:
    with (corpora / "nicknames" / "names.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file) if row[1] == "has_nickname"]
    pairs = [
        [
            Card("vcard", Origin("a", at), str(at), name=f"{given.title()} Zorn", emails=("zorn@example.com",))
            for at, given in enumerate((row[0], row[2]))
        ]
        for row in World(1).dice.sample(rows, 1000)
    ]
    joined = sum(len(groups([pair])) == 1 for pair in pairs)
    assert joined >= 990
