"""Somebody by id, as pages address people."""

from collections.abc import Mapping

from askwell.actions.desk import Desk
from askwell.actions.finding import by_id
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.hints import Hint
from askwell.domain.people import Contact, Permission
from askwell.identity.greeted import greeted


def among(contacts: Mapping[str, Contact], person_id: str) -> Contact:
    """The one of that id, or who stands for it since a merge. Raises NoSuchPerson."""
    found = by_id(person_id, contacts)
    if not found:
        raise NoSuchPerson
    return contacts[found[0]]


def leave_in_peace(contact: Contact) -> None:
    """Raises Refused where no letter of any kind goes to them."""
    if contact.permission is Permission.NEVER_CONTACT:
        again = Hint("rest", "write to them again", (contact.id,), (("again", ""),))
        raise Refused(f"You leave {contact.name} in peace for good, so nothing was written.", again)


def goes_by(desk: Desk, contact: Contact) -> str:
    """What somebody goes by between the two, as her letters greet them; else the whole name."""
    from askwell.actions import memory

    return greeted(contact, memory.books(desk).record) or contact.name


def alone(desk: Desk, person_id: str) -> Contact:
    """The same, read by itself: for what must be quick and needs nobody else. Raises NoSuchPerson."""
    from askwell.store import read_one

    found = read_one.person(person_id, now=desk.now)
    if found is None:
        raise NoSuchPerson
    return found
