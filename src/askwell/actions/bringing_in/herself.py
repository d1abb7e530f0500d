"""The seeker among her own people: an address book may be read before it is known which of the cards is hers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from askwell.actions.bringing_in.who_is_me import Self
from askwell.domain.people import Card
from askwell.identity import handles

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard


def among(known: Iterable["KnownCard"], own: Self) -> frozenset[str]:
    """Contacts all of whose cards are her own, one at least by its handle; or by the name, where none has a handle."""
    cards: dict[str, list[Card]] = {}
    for one in known:
        cards.setdefault(one.survivor, []).append(one.card)
    return frozenset(contact for contact, some in cards.items() if all(map(own.is_own, some)) and _is_sure(some, own))


def _is_sure(cards: Iterable[Card], own: Self) -> bool:
    told = {told for card in cards for told in (*card.emails, handles.slug(card.url) if card.url else "") if told}
    return not told or not told.isdisjoint(own.handles)


def sentence(found: frozenset[str]) -> str:
    """What became of her own person; "" where there was none."""
    return "One of your people was you yourself; your own cards add nobody." if found else ""
