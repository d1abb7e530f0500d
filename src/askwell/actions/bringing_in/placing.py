"""Placing new and changed cards: whose each is, and which people are new."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from askwell.actions.bringing_in.sorting import Entry
from askwell.domain.people import Card
from askwell.identity import handles
from askwell.identity.join import join

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard

NEW = "+"  # the ref of a new person is this and a number; that of a known one is the contact's id


@dataclass
class Placed:
    """Where the cards of an import belong.

    `people` are the cards of each new person, `added` those of known contacts, `changed` new content by card id.
    `refs` tells whose each of these cards is; `touched` are the known contacts that have got other cards.
    """

    people: list[list[Card]] = field(default_factory=list)
    added: list[tuple[str, Card]] = field(default_factory=list)
    changed: dict[str, Card] = field(default_factory=dict)
    merged: list[tuple[str, str, str]] = field(default_factory=list)
    refs: list[tuple[str, Card]] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)


def place(
    entries: Sequence[Entry],
    known: Sequence["KnownCard"],
    *,
    apart: Iterable[tuple[str, str]],
    region: str,
    rethink: Collection[str] = (),
) -> Placed:
    """Join the entries to each other and to the known cards, and count each in its tally as new or joined.

    `rethink` are known cards, by id, that may show something new although they are as they were.
    """
    replaced = {entry.stored: entry.card for entry in entries if entry.stored}
    survivors = {card.contact: card.survivor for card in known}
    cards = [(card.survivor, replaced.get(card.id, card.card)) for card in known]
    fresh = {at for at, card in enumerate(known) if card.id in replaced or card.id in rethink}
    new = [entry for entry in entries if not entry.stored]
    pairs = {frozenset((survivors.get(a, a), survivors.get(b, b))) for a, b in apart}
    joined = join([entry.card for entry in new], cards, apart=pairs, region=region, fresh=fresh)
    placed = Placed(changed=replaced, merged=joined.merged)
    for entry, person in zip(new, joined.people, strict=True):
        _put(placed, entry, person)
    again = [entry for entry in entries if entry.stored]
    placed.refs.extend((entry.contact, entry.card) for entry in again)
    placed.touched.update(survivors.get(entry.contact, entry.contact) for entry in again)
    return placed


def _put(placed: Placed, entry: Entry, person: str | int) -> None:
    card, tally = entry.card, entry.tally
    if isinstance(person, str):
        placed.added.append((person, card))
        placed.refs.append((person, card))
        placed.touched.add(person)
        is_new = False
    else:
        is_new = person == len(placed.people)
        if is_new:
            placed.people.append([card])
        else:
            placed.people[person].append(card)
        placed.refs.append((f"{NEW}{person}", card))
    if tally is None:
        return
    if is_new:
        tally.new += 1
    else:
        tally.joined += 1


def profiles(cards: Iterable[Card]) -> set[str]:
    """The LinkedIn profiles that cards have."""
    return {slug for card in cards if card.url and (slug := handles.slug(card.url))}
