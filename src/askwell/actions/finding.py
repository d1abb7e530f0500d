"""Finding the one person that is meant: by id, address, profile or exact name; several are told, none is guessed."""

from collections.abc import Iterable, Mapping

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.domain.errors import NearPeople, Refused, SeveralPeople
from askwell.domain.hints import Hint
from askwell.domain.people import Contact
from askwell.identity import handles
from askwell.identity.fold import fold
from askwell.identity.names import Likeness, compare, normal, split

NEAR = 5  # people of a like name that are told where nobody has the very name
SLIPS = 2  # wrong letters in a full name that are slips of the pen
LONG_ENOUGH = 8  # letters of a full name in which so many are


def find_person(desk: Desk, text: str) -> Contact:
    """The person meant. Raises SeveralPeople where a name fits more than one, Refused where it fits none."""
    contacts = memory.contacts(desk)
    wanted = text.strip()
    found = by_id(wanted, contacts) or _by_handle(wanted, contacts) or _by_name(wanted, contacts)
    people = [contacts[ref] for ref in found]
    if len(people) == 1:
        return people[0]
    if people:
        raise SeveralPeople(f"“{wanted}” fits {len(people)} people. Say which one, by its id:", _told(people))
    raise _nobody(wanted, contacts)


def _told(people: Iterable[Contact]) -> tuple[tuple[str, str, str], ...]:
    return tuple((contact.id, contact.name, contact.company) for contact in people)


def by_id(text: str, contacts: Mapping[str, Contact]) -> list[str]:
    """The one of that id, or who stands for it since a merge."""
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
    owners = lookups.owners("address", address) if address else lookups.owners("profile", slug)
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
    others = lookups.other_names().items()
    owners = (ref for ref, cards in others if any(_may_be(name, plain) and normal(name) == plain for name, *_ in cards))
    return [ref for ref in owners if ref in contacts]


def _may_be(name: str, plain: str) -> bool:
    """A quick look before a name is taken apart: one of its words begins as the wanted one does, or it has accents."""
    return not name.isascii() or plain[:2] in name.lower()


def of_the_name(name: str, contacts: Mapping[str, Contact]) -> list[Contact]:
    """Everybody of exactly this name, however it is spelled."""
    return [contacts[ref] for ref in _by_name(name.strip(), contacts)]


def alike(name: str, contacts: Mapping[str, Contact], *, but: str = "") -> list[Contact]:
    """A few whose name is nearly this one: a short form, a slip of the pen, the half of it that was said."""
    words = fold(name).split()
    wanted = split(name)
    if not words:
        return []
    found = []
    for contact in contacts.values():
        own = fold(contact.name)
        shares = not set(words).isdisjoint(own.split())
        near = shares and (len(words) == 1 or compare(wanted, split(contact.name)) >= Likeness.FITS)
        if contact.id != but and (near or _is_slip(" ".join(words), own)):
            found.append(contact)
    return found[:NEAR]


def _is_slip(one: str, other: str) -> bool:
    """Whether two full names differ by so few letters that one may be the other, misspelled."""
    from rapidfuzz.distance import OSA  # here, because most commands do without

    if abs(len(one) - len(other)) > SLIPS or len(one) < LONG_ENOUGH:
        return False
    return 0 < OSA.distance(one, other, score_cutoff=SLIPS) <= SLIPS


def told(people: Iterable[Contact]) -> str:
    """People in one line, each with the id to name them by."""
    return "; ".join(
        f"{contact.name}{f' of {contact.company}' if contact.company else ''} ({contact.id})" for contact in people
    )


def _nobody(text: str, contacts: Mapping[str, Contact]) -> Refused:
    near = alike(text, contacts) or _like(text, contacts)
    if not near:
        return Refused(
            f"Nobody here is “{text}”.",
            Hint("people", "look for somebody", ("WORD",)),
            Hint("add", "add somebody", ("NAME",)),
        )
    return NearPeople(f"Nobody here is exactly “{text}”. Did you mean {told(near)}?", _told(near))


def _like(text: str, contacts: Mapping[str, Contact]) -> list[Contact]:
    words = [word for word in text.casefold().split() if len(word) > 2]
    return [c for c in contacts.values() if any(word in c.name.casefold() for word in words)][:NEAR]
