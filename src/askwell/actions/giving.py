"""Favors to return: for whom she could do something, and what, with its reason; nothing of it is owed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.domain.books import Books
from askwell.domain.gifts import PARTICULAR, Gift, GiftKind
from askwell.domain.people import Contact
from askwell.domain.plans import Balance
from askwell.guide import give_back
from askwell.identity.giving_back import GivingBack
from askwell.method import favors


@dataclass(frozen=True, slots=True)
class ToReturn:
    """Somebody to do something for; `gifts` are ideas in sentences to her, the most particular first.

    `chosen` is the number of the one to show, from 1: nobody is to be put in touch with everybody.
    """

    contact: Contact
    balance: Balance
    gifts: tuple[Gift, ...]
    chosen: int = 1

    @property
    def gift(self) -> Gift:
        return self.gifts[self.chosen - 1]

    @property
    def ideas(self) -> tuple[str, ...]:
        return tuple(gift.idea for gift in self.gifts)


def to_return(desk: Desk, *, limit: int = 5) -> tuple[ToReturn, ...]:
    """What is particular to somebody first, news and words of hers before all; then who helped last.

    They gave her more than they got; nothing of it is owed.
    """
    return memory.worked_out(desk, "to return", _to_return)[:limit]


def _to_return(_: Desk, kept: Books) -> tuple[ToReturn, ...]:
    search, ledger = kept.record.search, [favor for favor in favors.ledger_of(kept) if favor.confirmed]
    balances, giving = favors.balances(ledger), GivingBack(kept.record)
    people = give_back.whom(kept, ledger, giving)[:MOST]
    found = [
        ToReturn(search.contacts[who], balances.get(who, Balance()), giving.gifts(search.contacts[who]))
        for who in people
    ]
    chosen = _not_twice(sorted(found, key=lambda one: one.gifts[0].kind not in PARTICULAR))
    return tuple(sorted(chosen, key=lambda one: one.gift.kind not in PARTICULAR))


def _not_twice(found: Iterable[ToReturn]) -> Iterator[ToReturn]:
    """Each with a gift that puts nobody in touch who is to meet somebody else of these already."""
    meeting: set[str] = set()
    for one in found:
        free = (
            number
            for number, gift in enumerate(one.gifts, 1)
            if gift.kind is not GiftKind.PUT_IN_TOUCH or not meeting & {gift.about, one.contact.name}
        )
        picked = replace(one, chosen=next(free, 1))
        if picked.gift.kind is GiftKind.PUT_IN_TOUCH:
            meeting |= {picked.gift.about, one.contact.name}
        yield picked


MOST = 20  # people for whom ideas are worked out


def ideas_for(desk: Desk, contact: Contact, *, limit: int = 3) -> tuple[Gift, ...]:
    """What she could do for one person, the most particular first."""
    kept = memory.books(desk)
    return favors.gifts(contact.id, kept.record)[:limit]
