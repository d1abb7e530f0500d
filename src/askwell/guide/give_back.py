"""Whom to do something for next: what is of the moment first, then whoever did more for her than she for them."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from askwell.domain.books import Books
from askwell.domain.gifts import PARTICULAR, Gift
from askwell.domain.people import Permission, Tie
from askwell.domain.plans import Favor, FavorKind
from askwell.identity.giving_back import GivingBack
from askwell.method import favors

AFTER = timedelta(days=2)  # thanks come first; two days later there may be something to give


def whom(kept: Books, ledger: Iterable[Favor], giving: GivingBack) -> list[str]:
    """Everybody there is something to do for: news and words of hers first, of those who helped or are close before
    others, then who helped last.

    Whoever helped just now is thanked first; and whoever is never contacted, or left out of the search, is left in
    peace in this too.
    """
    now = kept.record.now
    counted = list(ledger)
    last = {favor.who: favor.at for favor in counted if favor.kind is FavorKind.RECEIVED}
    balances = favors.balances(counted)
    helped = (who for who, at in last.items() if now - at >= AFTER)
    owing = [who for who in helped if balances[who].received > balances[who].given]
    owing.sort(key=lambda who: (last[who], who), reverse=True)
    contacts = kept.record.search.contacts
    ties = {who: list(Tie).index(contacts[who].tie) for who in giving.waiting if who in contacts}
    waiting = sorted(ties, key=lambda who: (who not in last, ties[who], who))  # an import may bring news of hundreds
    every = dict.fromkeys((*waiting, *owing))
    return [who for who in every if who in contacts and contacts[who].permission is Permission.OPEN]


def gift_of_the_day(kept: Books, *, today: date, busy: Collection[str]) -> tuple[str, Gift] | None:
    """One person and one gift for today, another one each day; None where something was given today already.

    What is particular to somebody comes before what one could do for anybody.
    """
    ledger = [favor for favor in favors.ledger_of(kept) if favor.confirmed]
    day = kept.record.calendar.day
    if any(favor.kind is FavorKind.GIVEN and day(favor.at) == today for favor in ledger):
        return None
    giving = GivingBack(kept.record)
    people = [who for who in whom(kept, ledger, giving) if who not in busy]
    waiting = [who for who in people if who in giving.waiting][:LOOKED_AT]
    among = sorted(waiting or people)
    if not among:
        return None
    begin = today.toordinal() % len(among)
    turned = [*among[begin:], *among[:begin]]
    found = [(who, giving.first(kept.record.search.contacts[who])) for who in turned[:LOOKED_AT]]
    return next((one for one in found if one[1].kind in PARTICULAR), found[0])


LOOKED_AT = 12  # people whose gifts are worked out for one day
