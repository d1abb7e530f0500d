"""Whether somebody has left the work that their card names: a former title, or a company they were once with."""

from askwell.domain.people import Contact
from askwell.identity import groups, titles
from askwell.identity.employers import is_company


def has_left(contact: Contact) -> bool:
    """Whether the title or the company says that it is of before: "Nurse (former)", "Ex-Tidewell"."""
    return titles.read(contact.title).past or groups.is_past(contact.company)


def company_of(contact: Contact) -> str:
    """The company they work at now; "" where there is none, or they have left it."""
    return contact.company if is_company(contact.company) and not has_left(contact) else ""
