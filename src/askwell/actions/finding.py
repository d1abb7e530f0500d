"""Finding the one person that is meant: by id, address, profile or exact name; several are told, none is guessed."""

from collections.abc import Iterable, Mapping

from askwell.actions.desk import Desk
from askwell.domain.errors import Refused, SeveralPeople
from askwell.domain.people import Contact
from askwell.identity import handles
from askwell.identity.names import normal

NEAR = 5  # people of a like name that are told where nobody has the very name


def find_person(desk: Desk, text: str) -> Contact:
    """The person meant. Raises SeveralPeople where a name fits more than one, Refused where it fits none."""
    from askwell.store import lookups

    contacts = lookups.contacts(desk.now)
    wanted = text.strip()
    found = _by_id(wanted, contacts) or _by_handle(wanted, contacts) or _by_name(wanted, contacts)
    people = [contacts[ref] for ref in found]
    if len(people) == 1:
        return people[0]
    if people:
        raise SeveralPeople(f"“{wanted}” fits {len(people)} people. Say which one, by its id:", _told(people))
    raise Refused(_nobody(wanted, contacts))


def _told(people: Iterable[Contact]) -> tuple[tuple[str, str, str], ...]:
    return tuple((contact.id, contact.name, contact.company) for contact in people)


def _by_id(text: str, contacts: Mapping[str, Contact]) -> list[str]:
    from askwell.store import lookups

    if text in contacts:
        return [text]
    if text[:1] != "p" or not text[1:].isdigit():
        return []
    survivor = lookups.merged().get(text, "")
    return [survivor] if survivor in contacts else []


def _by_handle(text: str, contacts: Mapping[str, Contact]) -> list[str]:
    from askwell.store import lookups

    address, slug = handles.address(text), handles.slug(text)
    if not (address or slug):
        return []
    owners = lookups.handles().get(("address", address) if address else ("profile", slug), ())
    merged = lookups.merged() if owners else {}
    return [ref for ref in dict.fromkeys(merged.get(one, one) for one in owners) if ref in contacts]


def _by_name(text: str, contacts: Mapping[str, Contact]) -> list[str]:
    """Those of the very name as shown; else those one of whose cards has it."""
    from askwell.store import lookups

    folded = text.casefold()
    found = [ref for ref, contact in contacts.items() if contact.name.casefold() == folded]
    if found:
        return found
    plain = normal(text)
    if not plain:
        return []
    found = [ref for ref, contact in contacts.items() if _may_be(contact.name, plain) and normal(contact.name) == plain]
    if found:
        return found
    cards = (known for known in lookups.known_cards() if _may_be(known.card.name, plain))
    owners = dict.fromkeys(known.survivor for known in cards if normal(known.card.name) == plain)
    return [ref for ref in owners if ref in contacts]


def _may_be(name: str, plain: str) -> bool:
    """A quick look before a name is taken apart: one of its words begins as the wanted one does, or it has accents."""
    return not name.isascii() or plain[:2] in name.lower()


def _nobody(text: str, contacts: Mapping[str, Contact]) -> str:
    words = [word for word in text.casefold().split() if len(word) > 2]
    near = [c for c in contacts.values() if any(word in c.name.casefold() for word in words)][:NEAR]
    if not near:
        return f"Nobody here is “{text}”. Look with askwell people WORD, or add somebody with askwell add NAME."
    names = "; ".join(f"{contact.name} ({contact.id})" for contact in near)
    return f"Nobody here is exactly “{text}”. Did you mean {names}?"
