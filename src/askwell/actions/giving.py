"""Favors to return: who did more for her than she for them, and what she could do for each, particular first."""

from dataclasses import dataclass

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.domain.people import Contact
from askwell.domain.plans import Balance, FavorKind
from askwell.method import favors


@dataclass(frozen=True, slots=True)
class ToReturn:
    """Somebody to do something for; `ideas` are sentences to her, the most particular first."""

    contact: Contact
    balance: Balance
    ideas: tuple[str, ...]


def to_return(desk: Desk, *, limit: int = 5) -> tuple[ToReturn, ...]:
    """Those who gave her more than they got, who helped last first; nothing of it is owed."""
    kept = memory.books(desk)
    ledger = [favor for favor in favors.ledger_of(kept) if favor.confirmed]
    search = kept.record.search
    last = {
        favor.who: favor.at for favor in ledger if favor.kind is FavorKind.RECEIVED and favor.who in search.contacts
    }
    balances = favors.balances(ledger)
    owing = [who for who in last if balances[who].received > balances[who].given]
    owing.sort(key=lambda who: (last[who], who), reverse=True)
    return tuple(
        ToReturn(search.contacts[who], balances[who], favors.ways_to_give_back(who, search, desk.now))
        for who in owing[:limit]
    )
