"""Likely twins: contacts that may be one person, for the seeker's yes or no, each pair with its reason."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from askwell.domain.people import Card
from askwell.identity import handles
from askwell.identity.facts import Facts
from askwell.identity.likely_names import Everybody

MANY = 4  # contacts at one value, from which it is worth no question
SHARED = 3.0  # bits that a shared value counts as where the names do not quite fit


@dataclass(frozen=True, slots=True)
class Twins:
    """Two contacts that may be one; the surer pairs come first in a list of them. `weight` is in bits."""

    people: tuple[str, str]
    why: str
    weight: float


def likely_twins(
    people: Sequence[tuple[str, Sequence[Card]]], *, apart: Collection[frozenset[str]] = (), region: str = ""
) -> list[Twins]:
    """Pairs of contacts, given as (id, cards), for whom the evidence speaks or who share a value; surest first.

    Left out are pairs in `apart`, and people with two profiles, for these are two.
    """
    if all(any(card.url and handles.slug(card.url) for card in cards) for _, cards in people):
        return []  # everybody has a profile, and two profiles are two people
    facts = Facts([card for _, cards in people for card in cards], region=region)
    everybody = Everybody(facts, [at for at, (_, cards) in enumerate(people) for _ in cards])
    found: dict[tuple[int, int], Twins] = {}
    for one, other, why, weight in (*_by_value(everybody), *everybody.by_evidence()):
        pair = (min(one, other), max(one, other))
        ids = (people[pair[0]][0], people[pair[1]][0])
        if frozenset(ids) in apart or everybody.contradicted(*pair):
            continue
        if pair not in found or found[pair].weight < weight:
            found[pair] = Twins(ids, why, weight)
    return sorted(found.values(), key=lambda twins: (-twins.weight, twins.people))


def _by_value(everybody: Everybody) -> Iterator[tuple[int, int, str, float]]:
    """People who have an address or phone in common, and names that do not quite fit."""
    for holders, what in ((everybody.facts.by_box, "address"), (everybody.facts.by_phone, "phone")):
        for value, cards in holders.items():
            people = {everybody.owner[card] for card in cards}
            if 1 < len(people) < MANY:
                for one, other in combinations(sorted(people), 2):
                    yield one, other, f"They share the {what} {value.removeprefix('local ')}.", SHARED
