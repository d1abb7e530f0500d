"""Tables of contacts: Google's CSV, old and new, Outlook's, classic and new, and plain tables with such headers."""

import re
from dataclasses import dataclass

from askwell.domain.people import Card, Origin
from askwell.domain.reading import Note, Reading
from askwell.identity.handles import slug
from askwell.sources.cells import addresses, joined, key_of, phones, unique
from askwell.sources.columns import SHAPES
from askwell.sources.found import Found
from askwell.sources.people_columns import MORE_EMAILS, MORE_PHONES
from askwell.sources.tables import Table, table

ORGANIZATION = "an organization"
_NOBODY = "has neither a name nor an address"
_JOIN = " ::: "  # Google's mark between several values in one cell
_NUMBERED = re.compile(r"(email|phone|website|relation)(\d{1,3})(value|label|type)")
Cells = dict[str, str]


def read_google(found: Found) -> Reading:
    """A card for each row that names or reaches somebody; organizations are left out."""
    return people_of(found, table(found.data(), SHAPES[found.kind]))


def people_of(found: Found, rows: Table) -> Reading:
    """The same, of rows whose columns are known already."""
    reading = found.reading()
    reading.read = rows.read
    reading.unreadable.extend(rows.unreadable)
    columns = _Columns(rows)
    taken: dict[str, int] = {}
    cards = list[Card]()
    for index, row in rows.rows:
        cells = {name: row[place].strip() for name, place in rows.places.items()}
        emails, numbers = columns.emails(row), columns.phones(row)
        if reason := _reason(cells, emails, numbers):
            reading.left_out.append(Note(index, reason))
            continue
        origin = Origin(found.file, index, path=found.path)
        reach = _Reach(emails, numbers, columns.profile(row), columns.referrer(row))
        cards.append(_card(found.kind.value, origin, cells, reach, taken))
    reading.cards = cards
    return reading


class _Columns:
    """Where the repeated columns are: as many of them as an export needs."""

    def __init__(self, rows: Table) -> None:
        numbered = [(place, _NUMBERED.fullmatch(name)) for place, name in enumerate(rows.header)]
        found = [(place, match[1], match[3]) for place, match in numbered if match]
        self._emails = [place for place, thing, part in found if (thing, part) == ("email", "value")]
        self._phones = [place for place, thing, part in found if (thing, part) == ("phone", "value")]
        self._relations = [place for place, thing, part in found if (thing, part) == ("relation", "value")]
        self._links = [place for place, thing, part in found if (thing, part) == ("website", "value")]
        plain = list(enumerate(rows.header))
        self._emails += [place for place, name in plain if name in MORE_EMAILS]
        self._phones += [place for place, name in plain if name in MORE_PHONES]
        self._emails.insert(0, rows.at("email"))
        self._phones.insert(0, rows.at("phone"))
        self._links = [rows.at("url"), *self._links] if rows.at("url") >= 0 else self._links
        self._referred = rows.at("referred_by")

    def emails(self, row: list[str]) -> tuple[str, ...]:
        """Addresses; Exchange's inner names (`/o=...`) are none."""
        return addresses(*(row[place] for place in self._emails if not row[place].startswith("/")))

    def phones(self, row: list[str]) -> tuple[str, ...]:
        return phones(*(row[place] for place in self._phones))

    def profile(self, row: list[str]) -> str:
        """The first address of a web page that is a profile."""
        links = (link.strip() for place in self._links for link in row[place].split(_JOIN))
        return next((link for link in links if slug(link)), "")

    def referrer(self, row: list[str]) -> str:
        """Who referred this person: Outlook's `Referred By`, Google's relation of that label."""
        named = [row[self._referred]] if self._referred >= 0 else []
        labels = (row[place - 1] for place in self._relations)
        values = (row[place] for place in self._relations)
        named += [value for label, value in zip(labels, values, strict=True) if "refer" in label.lower()]
        return next((name.strip() for name in named if name.strip()), "")


@dataclass(frozen=True, slots=True)
class _Reach:
    """How a row's person is reached, and through whom."""

    emails: tuple[str, ...]
    phones: tuple[str, ...]
    profile: str
    referrer: str


def _reason(cells: Cells, emails: tuple[str, ...], numbers: tuple[str, ...]) -> str:
    if not any(cells.values()) and not emails and not numbers:
        return "an empty row"
    company, name = cells.get("company", ""), _name(cells)
    if company and (name.casefold() == company.casefold() or not (name or emails)):
        return ORGANIZATION
    return "" if name or emails or numbers else _NOBODY


def _name(cells: Cells) -> str:
    parts = joined(cells.get("first", ""), cells.get("middle", ""), cells.get("last", ""))
    return joined(cells.get("name", "")) or parts or joined(cells.get("file_as", "")) or cells.get("nickname", "")


def _card(
    source: str,
    origin: Origin,
    cells: Cells,
    reach: _Reach,
    taken: dict[str, int],
) -> Card:
    name = _name(cells)
    return Card(
        source=source,
        origin=origin,
        key=unique(key_of(name, *reach.emails[:1], *reach.phones[:1]), taken),
        name="" if name.lower() in reach.emails else name,
        given=cells.get("first", ""),
        family=cells.get("last", ""),
        nickname=cells.get("nickname", ""),
        maiden=cells.get("maiden", ""),
        emails=reach.emails,
        phones=reach.phones,
        url=reach.profile,
        company=cells.get("company", "").split(_JOIN)[0],
        title=cells.get("title", "").split(_JOIN)[0],
        place=cells.get("place", ""),
        note=cells.get("note", ""),
        referred_by=reach.referrer,
        groups=_groups(cells.get("groups", "")),
    )


def _groups(cell: str) -> tuple[str, ...]:
    """Labels without Google's own (`* myContacts`)."""
    labels = (label.strip() for label in re.split(r":::|;", cell))
    return tuple(label for label in labels if label and not label.startswith("*"))
