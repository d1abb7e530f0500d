"""Pairs around the search that may be one person: while they wait for her word, neither is asked as if a stranger."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from askwell.actions.bringing_in import regions
from askwell.actions.desk import Desk
from askwell.domain.people import Contact
from askwell.domain.plans import Day, StepKind
from askwell.identity.likely import Twins, likely_twins
from askwell.method.favors import Books

LATELY = timedelta(days=30)


def pairs(desk: Desk, people: Collection[str], contacts: Mapping[str, Contact]) -> tuple[Twins, ...]:
    """Likely pairs with one of `people`, looked for among those of the same family name or address."""
    from askwell.store import lookups

    lacking = {mark for contact in contacts.values() if not contact.url for mark in _marks(contact)}
    near = {mark for person in people if person in contacts for mark in _marks(contacts[person])}
    live = near & lacking  # of two profiles each is a person of its own
    wanted = [key for key, contact in contacts.items() if not live.isdisjoint(_marks(contact))] if live else []
    if len(wanted) < 2:
        return ()
    cards = {key: [one.card for one in known] for key, known in lookups.cards_of(wanted).items()}
    apart = {frozenset(pair) for pair in lookups.not_same()}
    found = likely_twins(list(cards.items()), apart=apart, region=regions.of_desk(desk))
    return tuple(twins for twins in found if not set(people).isdisjoint(twins.people))


def _marks(contact: Contact) -> list[str]:
    """The family name and what stands before the @ of each address, which may hold it."""
    family = contact.name.rpartition(" ")[2].casefold()
    if not contact.addresses:
        return [family]
    own = (address.partition("@")[0].replace(".", " ").split() for address in contact.addresses)
    return [family, *(word for part in own for word in part)]


def of_the_search(kept: Books) -> set[str]:
    """Everybody asked, helping, pointing, pointed to or met in this search."""
    people = {ask.to for ask in kept.asks} | {one.by for one in kept.helps} | kept.record.drawn_in
    return {person for person in people if person}


def lately(kept: Books) -> set[str]:
    """Who wrote, was written to or met within a month."""
    return {p for i in kept.record.past if kept.record.now - i.at <= LATELY for p in i.people}


def to_spare(day: Day, twins: Collection[Twins], busy: Collection[str]) -> set[str]:
    """Whom the day asks anew though the other of a pair has been in touch, or has a step of the day already."""
    found: set[str] = set()
    seen = {step.person for step in day.steps if step.kind is not StepKind.ASK} | set(busy)
    for step in day.steps:
        if step.kind is StepKind.ASK:
            others = {p for pair in twins if step.person in pair.people for p in pair.people} - {step.person}
            if others & seen:
                found.add(step.person)
            seen.add(step.person)
    return found
