"""Her own word on somebody who is known: how close the two are, and what is written there; it outlives any import."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from askwell.actions import memory, persons
from askwell.actions.bringing_in import redrawing
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.domain.errors import Refused
from askwell.domain.people import Card, Contact, Origin, Tie
from askwell.domain.saying import listed
from askwell.identity import handles
from askwell.identity.facts import handles_of
from askwell.identity.portrait import EDIT, NOT, SAID

CLOSE_TO = {
    Tie.CLOSE: "You are close to {}",
    Tie.KNOWN: "You know {}",
    Tie.BARELY: "You barely know {}",
    Tie.NEW: "You do not know {} yet",
}


def set_tie(desk: Desk, person_id: str, tie: str | None) -> Done:
    """How well she knows somebody, a Tie's word; None leaves it to their letters. Raises NoSuchPerson, Refused."""
    from askwell.store import write

    contact = persons.among(memory.contacts(desk), person_id)
    said = _tie(tie)
    words = CLOSE_TO[said].format(contact.name) if said else f"Your letters tell how well you know {contact.name}"
    with write.batch("tie", words, now=desk.now) as batch:
        write.change_contacts(batch, {contact.id: {"tie_said": said}})
    return Done(f"{words}." if batch.changed else f"{words}; nothing was changed.", batch.trace)


def _tie(word: str | None) -> Tie | None:
    try:
        return Tie(word) if word else None
    except ValueError:
        raise Refused("That is no way to know somebody. Choose close, known, barely, or not yet.") from None


def edit_person(
    desk: Desk,
    person_id: str,
    *,
    name: str | None = None,
    company: str | None = None,
    title: str | None = None,
    place: str | None = None,
    note: str | None = None,
    met: str | None = None,
    addresses: Sequence[str] | None = None,
) -> Done:
    """Change what is written about somebody; None leaves a thing as it is, "" clears it.

    `addresses` are all of theirs, the one to write to first. Raises NoSuchPerson; Refused for no name, or an address
    that is none, her own, or somebody else's.
    """
    from askwell.store import lookups, write, write_own

    contact = persons.among(memory.contacts(desk), person_id)
    told = {"name": name, "company": company, "title": title, "place": place, "note": note}
    said = {field: _plain(field, value) for field, value in told.items() if value is not None}
    said = {field: value for field, value in said.items() if value != getattr(contact, field)}
    if "name" in said and not said["name"]:
        raise Refused("A name can’t be empty. Write at least one word of it.")
    own = _addresses(desk, contact, addresses)
    how = {"met": " ".join(met.split())} if met is not None and " ".join(met.split()) != contact.met else {}
    changed = [*said, *how, *([] if own is None else ["addresses"])]
    if not changed:
        return Done(f"{contact.name} is as you say already; nothing was changed.")
    words = f"Changed of {contact.name}: {listed(_NAMES[field] for field in changed)}"
    with write.batch("edit", words, now=desk.now) as batch:
        if said or own is not None:
            cards = [one.card for one in lookups.cards_of([contact.id]).get(contact.id, [])]
            card = _card(contact, cards, said, own)
            write_own.correct(batch, contact.id, write.CardIn(card, handles_of(card, region="")))
            drawn = _drawn(contact, said, [*(one for one in cards if one.source != EDIT), card])
            write.change_contacts(batch, {contact.id: drawn} if drawn else {})
        write.change_contacts(batch, {contact.id: how} if how else {})
    return Done(f"{words}.", batch.trace)


_NAMES = {
    "name": "the name",
    "company": "the company",
    "title": "the title",
    "place": "the place",
    "note": "your note",
    "met": "how you know each other",
    "addresses": "the addresses",
}


def _plain(field: str, value: str) -> str:
    return value.strip() if field == "note" else " ".join(value.split())


def _addresses(desk: Desk, contact: Contact, told: Sequence[str] | None) -> tuple[str, ...] | None:
    """Her list in one form; None where it is as it was."""
    if told is None:
        return None
    found = []
    for one in (one for one in told if one.strip()):
        address = handles.address(one)
        if not address:
            raise Refused(f"“{one.strip()}” is no e-mail address. Write it like jane@example.com.")
        found.append(address)
    own = tuple(dict.fromkeys(found))
    _check_owners(desk, contact, [one for one in own if one not in contact.addresses])
    return None if own == contact.addresses else own


def _check_owners(desk: Desk, contact: Contact, new: Collection[str]) -> None:
    mine = next((one for one in new if one in memory.facts(desk).me), "")
    if mine:
        raise Refused(f"{mine} is your own address. Leave it out here.")
    others = ((one, other) for other in memory.contacts(desk).values() for one in new if one in other.addresses)
    address, other = next(others, ("", contact))
    if other.id != contact.id:
        raise Refused(f"{address} is the address of {other.name}. If the two are one person, say so on their page.")


def _card(contact: Contact, cards: Sequence[Card], said: dict[str, str], own: tuple[str, ...] | None) -> Card:
    """Her word as a card: what she said before and says now; which fields those are stands in its groups."""
    before = next((card for card in reversed(cards) if card.source == EDIT), None)
    card = before or Card(EDIT, Origin("", 0), contact.id, contact.name)
    emails = card.emails if own is None else own
    known = [one.removeprefix(NOT) for one in card.groups if one.startswith(NOT)]
    gone = (one for one in dict.fromkeys([*known, *card.emails, *contact.addresses]) if one not in emails)
    without = known if own is None else gone
    fields = (field for field in SAID if field in said or field in card.groups)
    groups = (*fields, *(f"{NOT}{address}" for address in without))
    words: dict[str, Any] = {"name": contact.name, **said}
    return replace(card, **words, emails=emails, groups=groups)


def _drawn(contact: Contact, said: dict[str, str], cards: Sequence[Card]) -> dict[str, object]:
    """What the contact shows by these cards; where only her own word is there, that alone changes."""
    if len(cards) < 2:
        former = {"former": (*contact.former, contact.company)} if "company" in said and contact.company else {}
        return {**said, **former}
    return redrawing.parted([contact], {contact.id: (contact, cards)}).get(contact.id, {})
