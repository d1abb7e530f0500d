"""Contacts as vCard 3.0 and CSV for other programs; the loss-free form is the canonical export.

The vCards are written here, not by the library that reads them: it takes ten seconds for 30,000; a test reads them back
with it.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from askwell.domain.people import Contact
from askwell.store.lookups import KnownCard

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
FOLD = 75  # octets of a line, RFC 2426


def vcards(contacts: Iterable[Contact], cards: dict[str, list[KnownCard]]) -> str:
    """One vCard a contact, with the phones and groups of its cards."""
    return "".join(_vcard(contact, cards.get(contact.id, [])) for contact in contacts)


def _vcard(contact: Contact, cards: Sequence[KnownCard]) -> str:
    given, family = _name(contact, cards)
    phones = dict.fromkeys(phone for known in cards for phone in known.card.phones)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:askwell-{contact.id}",
        f"FN:{_text(contact.name)}",
        f"N:{_text(family)};{_text(given)};;;",
        *(f"EMAIL;TYPE=INTERNET:{_text(address)}" for address in contact.addresses),
        *(f"TEL:{_text(phone)}" for phone in phones),
        *([f"ORG:{_text(contact.company)}"] if contact.company else []),
        *([f"TITLE:{_text(contact.title)}"] if contact.title else []),
        *([f"ADR:;;;{_text(contact.place)};;;"] if contact.place else []),
        *([f"URL:{_text(contact.url)}"] if contact.url else []),
        *([f"NOTE:{_text(note)}"] if (note := " · ".join(filter(None, (contact.met, contact.note)))) else []),
        "END:VCARD",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _name(contact: Contact, cards: Sequence[KnownCard]) -> tuple[str, str]:
    """Given and family name: as a card has them, else the last word is the family's."""
    for known in cards:
        if known.card.given or known.card.family:
            return known.card.given, known.card.family
    given, _, family = contact.name.rpartition(" ")
    return (given, family) if given else (family, "")


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, no character cut in two."""
    if len(line) * 4 <= FOLD or len(line.encode("utf-8", "replace")) <= FOLD:
        yield line
        return
    part, size = "", 0
    for letter in line:
        width = len(letter.encode("utf-8", "replace"))
        if size + width > FOLD:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part


COLUMNS = (
    "id",
    "name",
    "company",
    "title",
    "place",
    "addresses",
    "phones",
    "url",
    "tie",
    "dormant",
    "sent",
    "received",
)
MORE = ("last", "connected_on", "met", "note")


def table(contacts: Iterable[Contact], cards: dict[str, list[KnownCard]]) -> str:
    """Contacts as CSV, several addresses or phones in one cell with a semicolon between; no cell begins a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow((*COLUMNS, *MORE))
    for contact in contacts:
        phones = dict.fromkeys(phone for known in cards.get(contact.id, []) for phone in known.card.phones)
        row = (
            *(contact.id, contact.name, contact.company, contact.title, contact.place),
            *("; ".join(contact.addresses), "; ".join(phones), contact.url, contact.tie.value),
            *("yes" if contact.dormant else "", str(contact.sent), str(contact.received)),
            *(f"{contact.last:%Y-%m-%d}" if contact.last else "", str(contact.connected_on or "")),
            *(contact.met, contact.note),
        )
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: str) -> str:
    """A cell that a spreadsheet takes for a text, whatever it begins with."""
    return f"'{value}" if value.startswith(FORMULAS) else value
