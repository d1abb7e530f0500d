"""Likely twins, one question after the other: both of a pair with all that is known of them, and what she answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from askwell.actions import memory, pairs, persons
from askwell.actions.bringing_in import regions
from askwell.actions.desk import Desk
from askwell.domain.people import Contact, Permission
from askwell.guide.compared import Compared, Known, compared
from askwell.identity.likely import Twins, likely_twins
from askwell.method.favors import Books


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one: the one with more exchanges first, why they may be, and their facts beside each other.

    `why` is "" where nothing but her own wish brings them together. `after` are pairs that still wait behind it.
    """

    one: Contact
    other: Contact
    why: str
    facts: tuple[Compared, ...]
    after: int = 0


def next_pair(desk: Desk) -> Pair | None:
    """The pair to ask about now: those around the search come first, then the surest."""
    found = waiting(desk)
    return _pair(desk, found[0], after=len(found) - 1) if found else None


def pair_of(desk: Desk, one: str, other: str) -> Pair:
    """These two, whether or not they wait for her word. Raises NoSuchPerson."""
    contacts = memory.contacts(desk)
    first, second = persons.among(contacts, one), persons.among(contacts, other)
    wanted, found = frozenset((first.id, second.id)), waiting(desk)
    same = next((twins for twins in found if frozenset(twins.people) == wanted), None)
    twins = same or Twins((first.id, second.id), "", 0.0)
    return _pair(desk, twins, after=len(found) - (same is not None))


def waiting(desk: Desk) -> tuple[Twins, ...]:
    """All pairs that wait for her word, in the order in which she is asked."""
    return memory.worked_out(desk, "twins that wait", _waiting)


def _waiting(desk: Desk, kept: Books) -> tuple[Twins, ...]:
    from askwell.store import lookups, read_wishes

    contacts: Mapping[str, Contact] = kept.record.search.contacts
    merged = lookups.merged()
    held = {frozenset(merged.get(one, one) for one in pair) for pair in lookups.not_same()}
    held |= read_wishes.unsure(kept.record.calendar.day(kept.record.now))
    near = pairs.of_the_search(kept) | pairs.lately(kept)
    found: dict[frozenset[str], Twins] = {}
    for twins in _all(desk):
        one, other = (merged.get(who, who) for who in twins.people)
        both = frozenset((one, other))
        if len(both) == 2 and both not in held and both <= contacts.keys() and not _in_peace(both, contacts):
            found.setdefault(both, Twins((one, other), twins.why, twins.weight))
    return tuple(sorted(found.values(), key=lambda twins: near.isdisjoint(twins.people)))


def _in_peace(both: Iterable[str], contacts: Mapping[str, Contact]) -> bool:
    """Whether no letter goes to either of them, so that nothing hangs on the answer."""
    return all(contacts[who].permission is Permission.NEVER_CONTACT for who in both)


def _all(desk: Desk) -> tuple[Twins, ...]:
    """All likely pairs by their cards; worked out anew only when cards came or went."""
    from askwell.store import lookups
    from askwell.store.pause import no_garbage

    known, mark = memory.drawer(desk, "all twins"), lookups.mark_of_cards()
    if mark not in known:
        with no_garbage():
            cards: dict[str, list[lookups.KnownCard]] = {}
            for one in lookups.known_cards():
                cards.setdefault(one.survivor, []).append(one)
            people = [(who, [one.card for one in some]) for who, some in cards.items()]
            found = tuple(likely_twins(people, region=regions.of_desk(desk)))
        known.clear()
        known[mark] = found
    return tuple(known[mark])


def _pair(desk: Desk, twins: Twins, *, after: int) -> Pair:
    contacts = memory.contacts(desk)
    both = (contacts[who] for who in twins.people)
    first, second = sorted(both, key=lambda one: (-(one.sent + one.received), one.id))
    return Pair(first, second, twins.why, facts_of(desk, first, second), after)


def facts_of(desk: Desk, one: Contact, other: Contact) -> tuple[Compared, ...]:
    """All that is known of the two, fact by fact."""
    from askwell.store import lookups

    cards = lookups.cards_of((one.id, other.id))
    first, second = (Known(who, tuple(told.card for told in cards.get(who.id, ()))) for who in (one, other))
    return compared(first, second, region=regions.of_desk(desk))
