"""New people of the very name of somebody left in peace: likely the same at a second address, so in peace as well."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from askwell.domain.hints import Hint
from askwell.domain.people import Card, Contact, Permission
from askwell.identity.fold import fold
from askwell.identity.names import normal

REST = Hint("rest", "end somebody’s rest", ("ID",), (("days", "0"),))
STRICT = (Permission.OPEN, Permission.LEAVE_OUT, Permission.NEVER_CONTACT)


def in_peace(people: Sequence[Sequence[Card]], resting: Iterable[Contact], *, today: date) -> Mapping[int, Contact]:
    """By the number of a new person, the one of that name who is left in peace (where several are, the strictest)."""
    held = [c for c in resting if c.permission or (c.rest_until is not None and c.rest_until >= today)]
    by_name = {normal(c.name): c for c in sorted(held, key=_strictness)}
    by_name.pop("", None)
    words = {word for name in by_name for word in fold(name).split()}
    found: dict[int, Contact] = {}
    for number, cards in enumerate(people if by_name else ()):
        near = (card.name for card in cards if not words.isdisjoint(fold(card.name).split()))
        known = [by_name[name] for name in map(normal, near) if name in by_name]
        if known:
            found[number] = max(known, key=_strictness)
    return found


def _strictness(contact: Contact) -> tuple[int, date]:
    return STRICT.index(contact.permission), contact.rest_until or date.min


def left(contact: Contact, like: Contact) -> Contact:
    """The new contact, left in peace as the one of its name is."""
    return replace(contact, permission=like.permission, rest_until=like.rest_until)


def sentence(found: Mapping[int, Contact]) -> str:
    """Who is left in peace by the name alone, and what to do if it is somebody else; "" for nobody."""
    if not found:
        return ""
    names = ", ".join(sorted({contact.name for contact in found.values()}))
    return f"Left in peace as the one of that name is: {names}. If it is somebody else, end their rest."
