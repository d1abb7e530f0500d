"""What the cards of people hold for reaching them: phone numbers, labels, and by which address a letter goes."""

from collections.abc import Iterable, Mapping

from askwell.actions.desk import Desk
from askwell.domain.messages import Channel
from askwell.domain.people import Card, Contact
from askwell.identity import handles
from askwell.identity.portrait import EDIT

FULL = 7  # digits of a number that is no short one within a house


def phones_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """Numbers as they are written on the cards, each once; with its country where one card says that."""
    found: dict[str, str] = {}
    for card in cards:
        for phone in card.phones:
            found.setdefault("".join(c for c in phone if c.isdigit() or c == "+"), phone)
    whole = [digits for digits in found if digits.startswith("+")]
    return tuple(phone for digits, phone in found.items() if digits in whole or not _is_end_of(digits, whole))


def _is_end_of(digits: str, whole: Iterable[str]) -> bool:
    """Whether a number is one of those without its country."""
    own = digits.lstrip("0")
    return len(own) >= FULL and any(one.endswith(own) for one in whole)


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
