"""People: listed with all that is known of them, added, told apart, made one, left in peace."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from askwell.actions import memory
from askwell.actions.adding import add_person
from askwell.actions.bringing_in import redrawing, regions
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.finding import by_id, find_person
from askwell.actions.voids import Standing, difference, standing
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.people import Card, Contact, Permission
from askwell.domain.plans import Way
from askwell.identity.fold import fold
from askwell.identity.join import join
from askwell.identity.likely import Twins, likely_twins

if TYPE_CHECKING:
    from askwell.store.write import Batch

__all__ = [
    "Listed",
    "People",
    "add_person",
    "everybody",
    "find_person",
    "list_people",
    "merge",
    "never_contact",
    "rest",
    "two_people",
    "unmerge",
]

REST_DAYS, MOST_REST_DAYS = 90, 3650
FEW = 300  # people shown, up to which only the cards of those near them are read
_PIECES = re.compile(r"[._+-]")
BY_HER_WORD = "you said they are one"


@dataclass(frozen=True, slots=True)
class Listed:
    """One person with the cards it adds up from, why these are one person's, and the ways it can help."""

    contact: Contact
    cards: tuple[Card, ...] = ()
    why: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """The people asked for, and pairs of them that may be one, for her yes or no."""

    people: tuple[Listed, ...] = ()
    likely: tuple[Twins, ...] = ()


def everybody(desk: Desk) -> Mapping[str, Contact]:
    """All contacts by id."""
    return memory.contacts(desk)


def list_people(desk: Desk, query: str = "") -> People:
    """People whose name, company, title, place, note or address holds every word of `query`; without one, all.

    An id is that person's alone.
    """
    from askwell.method.ways import Matcher
    from askwell.store.pause import no_garbage

    words = fold(query or "").split()
    with no_garbage():
        contacts = everybody(desk)
        own = by_id(query.strip(), contacts) if query else []
        shown = {ref: contact for ref, contact in contacts.items() if (ref in own if own else _holds(contact, words))}
        region, matcher = regions.of_desk(desk), Matcher(desk.goals)
        cards = _cards(shown if words else None, contacts)
        listed = tuple(
            Listed(contact, tuple(cards[ref]), _why(cards[ref], region=region), matcher.ways(contact))
            for ref, contact in shown.items()
        )
        return People(listed, _likely(cards, shown, region=region))


def _cards(shown: Mapping[str, Contact] | None, contacts: Mapping[str, Contact]) -> dict[str, list[Card]]:
    """The cards of those shown, and of whoever may be one with them; of all where `shown` is None."""
    from askwell.store import lookups

    found: dict[str, list[Card]] = defaultdict(list)
    if shown is not None and len(shown) < FEW:
        near = _marks(shown.values())
        wanted = [ref for ref, contact in contacts.items() if not near.isdisjoint(_marks([contact]))]
        for ref, known in lookups.cards_of(wanted).items():
            found[ref] = [one.card for one in known]
        return found
    for one in lookups.known_cards():
        found[one.survivor].append(one.card)
    return found


def _marks(contacts: Iterable[Contact]) -> set[str]:
    """Words of names, and addresses: people without one in common are no twins."""
    marks = {word for contact in contacts for word in fold(contact.name).replace("-", " ").split()}
    return marks | {word for contact in contacts for address in contact.addresses for word in _spelled(address)}


def _spelled(address: str) -> list[str]:
    """An address, and the words before its @, which may be a name."""
    return [address, *(word for word in _PIECES.split(address.partition("@")[0]) if len(word) > 1)]


def _likely(cards: Mapping[str, list[Card]], shown: Collection[str], *, region: str) -> tuple[Twins, ...]:
    from askwell.store import lookups

    apart = {frozenset(pair) for pair in lookups.not_same()}
    pairs = likely_twins(list(cards.items()), apart=apart, region=region)
    return tuple(twins for twins in pairs if not set(twins.people).isdisjoint(shown))


def _holds(contact: Contact, words: Sequence[str]) -> bool:
    if not words:
        return True
    told = (contact.name, contact.company, contact.title, contact.place, contact.note, *contact.addresses)
    text = fold(" ".join(told)[:400])
    return all(word in text for word in words)


def _why(cards: Sequence[Card], *, region: str) -> tuple[str, ...]:
    """Why these cards are one person's; her own word where nothing else says so."""
    if len(cards) < 2:
        return ()
    joined = join(cards, region=region)
    apart = len(set(joined.people)) > 1
    return tuple(dict.fromkeys([*filter(None, joined.why), *([BY_HER_WORD] if apart else [])]))


def merge(desk: Desk, one: str, other: str) -> Done:
    """Make one of two people; the first stays, and both ids mean it from now on."""
    from askwell.store import write

    first, second = find_person(desk, one), find_person(desk, other)
    if first.id == second.id:
        raise Refused(f"{first.name} and {second.name} are one person already.")
    before = standing(desk)
    with write.batch("merge", f"Made one of {_called(second)} and {_called(first)}", now=desk.now) as batch:
        write.merge(batch, first.id, second.id)
        _redraw(desk, batch, (first, second), first.id)
    return _done(f"{second.name} and {first.name} are one person now, {first.id}.", desk, before, batch.id)


def two_people(desk: Desk, one: str, other: str) -> Done:
    """Two who look like one person are two: they are not asked about again, and no import joins them."""
    from askwell.store import write

    first, second = find_person(desk, one), find_person(desk, other)
    if first.id == second.id:
        raise Refused(f"These are one person, {_called(first)}.", Hint("unmerge", "separate them", (first.id,)))
    said = f"{_called(first)} and {_called(second)} are two people"
    with write.batch("apart", said, now=desk.now) as batch:
        write.not_same(batch, first.id, second.id)
    return Done(f"{said}; you will not be asked about them again.", batch.trace)


def _called(contact: Contact) -> str:
    return f"{contact.name} ({contact.id})"


def unmerge(desk: Desk, person: str) -> Done:
    """Separate again what was made one last: a merged person, else the card that was joined last. They stay two."""
    from askwell.store import lookups, write

    contact = person.strip() if person.strip() in lookups.merged() else find_person(desk, person).id
    before, whole = standing(desk), everybody(desk)[lookups.merged().get(contact, contact)]
    with write.batch("unmerge", "Separated two people", now=desk.now) as batch:
        if contact in lookups.merged() or contact in lookups.merged().values():
            kept, parted = write.unmerge(batch, contact)
        else:
            kept, parted = contact, _part(batch, contact)
        write.not_same(batch, kept, parted)
        _redraw(desk, batch, (whole,), kept, parted)
    names = everybody(desk)
    said = f"{names[kept].name} ({kept}) and {names[parted].name} ({parted}) are two people."
    return _done(said, desk, before, batch.id)


def _redraw(desk: Desk, batch: "Batch", told: Sequence[Contact], *people: str) -> None:
    """Let people show what their cards tell now; `told` is what was shown before."""
    from askwell.store import lookups, read_one, write

    shown, cards = {one: read_one.person(one, now=desk.now) for one in people}, lookups.cards_of(people)
    now = {ref: (one, [known.card for known in cards.get(ref, ())]) for ref, one in shown.items() if one is not None}
    write.change_contacts(batch, redrawing.parted(told, now))


def _part(batch: "Batch", contact: str) -> str:
    """A new person of the card that was joined last; exchanges stay where they are."""
    from askwell.identity.portrait import EDIT, portrait
    from askwell.store import lookups, write

    cards = [one for one in lookups.cards_of([contact]).get(contact, []) if one.card.source != EDIT]
    if len(cards) < 2:
        raise Refused("This person was not made of several; there is nothing to separate.")
    last = cards[-1]
    shown = portrait([last.card])
    new = Contact(id="", name=shown.name, company=shown.company, title=shown.title, url=shown.url, note=shown.note)
    (parted,) = write.add_people(batch, [write.PersonIn(new)])
    write.move_cards(batch, {last.id: parted})
    return parted


def rest(desk: Desk, person: str, *, days: int | None = REST_DAYS) -> Done:
    """Leave somebody in peace for so many days; for ever with None; 0 ends it. What is owed to them is still owed."""
    from askwell.store import write

    contact = find_person(desk, person)
    if days is not None and not 0 <= days <= MOST_REST_DAYS:
        raise Refused(f"Say a number of days from 1 to {MOST_REST_DAYS}, or for ever; 0 ends the rest.")
    if days == 0 and contact.permission is Permission.NEVER_CONTACT:
        raise Refused(f"{contact.name} asked not to be written to, which holds.")
    said = f"{contact.name} {_span(desk, days)}"
    with write.batch("rest", said, now=desk.now) as batch:
        write.change_contacts(batch, {contact.id: _resting(desk, days)})
    return Done(f"{said}." if days == 0 else f"{said}; no new asks are suggested.", batch.trace)


def _resting(desk: Desk, days: int | None) -> dict[str, object]:
    if days == 0:
        return {"rest_until": None, "permission": Permission.OPEN}
    return {"rest_until": _until(desk, days)} if days else {"permission": Permission.LEAVE_OUT}


def _span(desk: Desk, days: int | None) -> str:
    if days == 0:
        return "rests no longer"
    return f"rests until {(until := _until(desk, days)):%B} {until.day}, {until.year}" if days else "rests for ever"


def _until(desk: Desk, days: int) -> date:
    return desk.calendar.day(desk.now) + timedelta(days=days)


def never_contact(desk: Desk, person: str) -> Done:
    """Somebody who asked not to be written to: no draft of any kind, after a merge and a new import too."""
    from askwell.store import write

    contact = find_person(desk, person)
    said = f"{contact.name} is never contacted"
    with write.batch("rest", said, now=desk.now) as batch:
        write.change_contacts(batch, {contact.id: {"permission": Permission.NEVER_CONTACT}})
    return Done(f"{said}.", batch.trace)


def _done(said: str, desk: Desk, before: Standing, batch: str) -> Done:
    return Done(" ".join(filter(None, (said, difference(before, standing(desk))))), batch)
