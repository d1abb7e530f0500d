"""People: listed with all that is known of them, added, told apart, made one, left in peace."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from askwell.actions import memory
from askwell.actions.adding import add_person
from askwell.actions.bringing_in import regions
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.finding import by_id, find_person
from askwell.actions.parting import done, redraw, split_off, unmerge
from askwell.actions.voids import standing
from askwell.domain.dated import in_full
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.people import Card, Contact, Permission
from askwell.domain.plans import Way
from askwell.identity.fold import fold
from askwell.identity.join import join
from askwell.identity.likely import Twins, likely_twins

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard

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
    "split_off",
    "two_people",
    "unmerge",
    "write_again",
]

REST_DAYS, MOST_REST_DAYS = 90, 3650
FEW = 300  # people shown, up to which only the cards of those near them are read
_PIECES = re.compile(r"[._+-]")
BY_HER_WORD = "you said they are one"


@dataclass(frozen=True, slots=True)
class Listed:
    """One person with the cards it adds up from, why these are one person's, and the ways it can help.

    `ids` are the cards' own, in their order.
    """

    contact: Contact
    cards: tuple[Card, ...] = ()
    why: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    ids: tuple[str, ...] = ()


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
        known = _cards(shown if words else None, contacts)
        cards = {ref: [one.card for one in some] for ref, some in known.items()}
        listed = tuple(
            Listed(
                contact,
                tuple(told := cards.get(ref, [])),
                _why(told, region=region, among=len(contacts)),
                matcher.ways(contact),
                tuple([one.id for one in known.get(ref, ())]),
            )
            for ref, contact in shown.items()
        )
        return People(listed, _likely(cards, shown, region=region))


def _cards(shown: Mapping[str, Contact] | None, contacts: Mapping[str, Contact]) -> Mapping[str, list["KnownCard"]]:
    """The cards of those shown, and of whoever may be one with them; of all where `shown` is None."""
    from askwell.store import lookups

    if shown is not None and len(shown) < FEW:
        near = _marks(shown.values())
        return lookups.cards_of(ref for ref, contact in contacts.items() if not near.isdisjoint(_marks([contact])))
    found: dict[str, list[KnownCard]] = defaultdict(list)
    for one in lookups.known_cards():
        found[one.survivor].append(one)
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


def _why(cards: Sequence[Card], *, region: str, among: int) -> tuple[str, ...]:
    """Why these cards are one person's; her own word where nothing else says so."""
    if len(cards) < 2:
        return ()
    joined = join(cards, region=region, among=among)
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
        redraw(desk, batch, (first, second), first.id)
    return done(f"{second.name} and {first.name} are one person now, {first.id}.", desk, before, batch.id)


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


def rest(desk: Desk, person: str, *, days: int | None = REST_DAYS) -> Done:
    """Leave somebody in peace for so many days; for ever with None; 0 ends it. What is owed to them is still owed."""
    from askwell.store import write

    contact = find_person(desk, person)
    if days is not None and not 0 <= days <= MOST_REST_DAYS:
        raise Refused(f"Say a number of days from 1 to {MOST_REST_DAYS}, or for ever; 0 ends the rest.")
    if days == 0 and contact.permission is Permission.NEVER_CONTACT:
        again = Hint("rest", "write to them again", (contact.id,), (("again", ""),))
        raise Refused(f"{contact.name} asked not to be written to, which holds.", again)
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
    return f"rests until {in_full(_until(desk, days))}" if days else "rests for ever"


def _until(desk: Desk, days: int) -> date:
    return desk.calendar.day(desk.now) + timedelta(days=days)


def never_contact(desk: Desk, person: str) -> Done:
    """Somebody who asked not to be written to: no draft of any kind, after a merge and a new import too."""
    from askwell.store import write

    contact = find_person(desk, person)
    said = f"{contact.name} is left in peace for good"
    with write.batch("rest", said, now=desk.now) as batch:
        write.change_contacts(batch, {contact.id: {"permission": Permission.NEVER_CONTACT}})
    return Done(f"{said}; nothing is written to them any more.", batch.trace)


def write_again(desk: Desk, person: str) -> Done:
    """They may be written to again, whatever was said before: she knows that they are glad of it."""
    from askwell.store import lookups, write

    contact = find_person(desk, person)
    rows = [contact.id, *(away for away, into in lookups.merged().items() if into == contact.id)]
    said = f"{contact.name} may be written to again"
    with write.batch("rest", said, now=desk.now) as batch:
        write.change_contacts(batch, {row: {"permission": Permission.OPEN, "rest_until": None} for row in rows})
    return Done(f"{said}." if batch.changed else f"{said}; nothing was changed.", batch.trace)
