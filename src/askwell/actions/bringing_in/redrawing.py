"""What known contacts show, drawn anew from all of their cards: in whatever order files came, it comes out the same."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from askwell.actions.bringing_in.placing import Placed
from askwell.domain.people import Card, Contact
from askwell.identity.domains import Domains
from askwell.identity.portrait import Portrait, portrait, unexplained, unknown

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard

Fields = dict[str, dict[str, object]]
EmployerOf = Callable[[str], str]


def employers(cards: Sequence[Card], own: Iterable[str]) -> EmployerOf:
    """A function that names the company of a mail domain: as she writes it (`own`), else as most cards do."""
    wanted = {email.partition("@")[2] for card in cards for email in card.emails}
    if not wanted:
        return unknown
    count = Counter(card.company for card in cards if card.company)
    return Domains([*own, *sorted(count, key=lambda name: (-count[name], len(name), name))], wanted).get


def changes(
    placed: Placed,
    known: Sequence["KnownCard"],
    contacts: Callable[[], Mapping[str, Contact]],
    employer_of: EmployerOf,
) -> Fields:
    """The fields of known contacts that other cards make different.

    Looked at are those that have got other cards, and those whose mail is of a company: its name may have become
    known, or another one. `contacts` is asked for only where there are any.
    """
    into = {other: survivor for survivor, other, _ in placed.merged}
    before: dict[str, list[Card]] = {}
    now: dict[str, list[Card]] = {}
    past: dict[str, list[str]] = {}
    for one in known:
        contact, card = into.get(one.survivor, one.survivor), placed.changed.get(one.id, one.card)
        before.setdefault(contact, []).append(one.card)
        now.setdefault(contact, []).append(card)
        if card.company != one.card.company:
            past.setdefault(contact, []).append(one.card.company)
    for contact, card in placed.added:
        now.setdefault(into.get(contact, contact), []).append(card)
    touched = {into.get(contact, contact) for contact in placed.touched} | set(into.values())
    wanted = [contact for contact, cards in now.items() if contact in touched or _is_of_a_company(cards, employer_of)]
    shown = contacts() if wanted else {}
    found: Fields = {}
    for contact in sorted(shown.keys() & wanted):
        merged = [shown[other].former for other, survivor in into.items() if survivor == contact and other in shown]
        former = [name for names in (shown[contact].former, *merged) for name in names]
        history = unexplained(former, before[contact], employer_of=employer_of)
        drawn = portrait(now[contact], employer_of=employer_of, past=[*past.get(contact, ()), *history])
        if different := differing(shown[contact], drawn):
            found[contact] = different
    return found


def _is_of_a_company(cards: Iterable[Card], employer_of: EmployerOf) -> bool:
    return any(employer_of(email.partition("@")[2]) for card in cards for email in card.emails)


def differing(contact: Contact, drawn: Portrait) -> dict[str, object]:
    """The fields in which the portrait differs from what the contact shows."""
    told = {name: getattr(drawn, name) for name in Portrait._fields}
    return {name: value for name, value in told.items() if value != getattr(contact, name)}


def parted(told: Sequence[Contact], people: Mapping[str, tuple[Contact, Sequence[Card]]]) -> Fields:
    """The fields that differ where people were made one, or two again: `told` are those of before, `people` those now.

    Of `people` the contact as it shows and its cards; former companies that no card tells stay with the first.
    """
    cards = [card for _, some in people.values() for card in some]
    employer_of = employers(cards, [name for one in told for name in (one.company, *one.former) if name])
    past = unexplained([name for one in told for name in one.former], cards, employer_of=employer_of)
    found: Fields = {}
    for number, (key, (contact, own)) in enumerate(people.items()):
        drawn = portrait(own, employer_of=employer_of, past=() if number else past) if own else None
        if drawn and (different := differing(contact, drawn)):
            found[key] = different
    return found
