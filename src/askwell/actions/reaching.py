"""What the cards of people hold for reaching them: phone numbers, labels, and by which address a letter goes."""

from collections.abc import Iterable, Mapping

from askwell.actions.desk import Desk
from askwell.domain.messages import Channel
from askwell.domain.people import Card, Contact
from askwell.identity import handles
from askwell.identity.portrait import EDIT


def phones_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """Numbers as they are written on the cards, each once."""
    found: dict[str, str] = {}
    for card in cards:
        for phone in card.phones:
            found.setdefault("".join(c for c in phone if c.isdigit() or c == "+"), phone)
    return tuple(found.values())


def labels_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """The labels of address books on the cards, each once; her own word keeps other things in their place."""
    return tuple(dict.fromkeys(name for card in cards if card.source != EDIT for name in card.groups))


def by_which(contact: Contact, channel: Channel, *, address: str = "") -> tuple[str, ...]:
    """By which address or profile a letter of hers goes to somebody: the one given, else the first; () for none."""
    if channel is Channel.EMAIL:
        found = address or next(iter(contact.addresses), "")
    else:
        found = handles.slug(contact.url) if channel is Channel.LINKEDIN and contact.url else ""
    return (found,) if found else ()


def phones(_: Desk, contacts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The numbers of some contacts, by id."""
    from askwell.store import lookups

    wanted = list(contacts)
    if not wanted:
        return {}
    return {ref: phones_of(one.card for one in cards) for ref, cards in lookups.cards_of(wanted).items()}
