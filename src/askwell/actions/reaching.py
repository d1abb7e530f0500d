"""How people can be reached by voice: the phone numbers that their cards hold."""

from collections.abc import Iterable, Mapping

from askwell.actions.desk import Desk
from askwell.domain.people import Card


def phones_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """Numbers as they are written on the cards, each once."""
    found: dict[str, str] = {}
    for card in cards:
        for phone in card.phones:
            found.setdefault("".join(c for c in phone if c.isdigit() or c == "+"), phone)
    return tuple(found.values())


def phones(_: Desk, contacts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The numbers of some contacts, by id."""
    from askwell.store import lookups

    wanted = list(contacts)
    if not wanted:
        return {}
    return {ref: phones_of(one.card for one in cards) for ref, cards in lookups.cards_of(wanted).items()}
