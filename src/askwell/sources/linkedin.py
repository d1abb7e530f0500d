"""LinkedIn's people: Connections.csv of every era since 2017, the member's own notes, and imported contacts."""

from askwell.domain.people import Card, Origin
from askwell.domain.reading import Note, Reading
from askwell.domain.twins import maker
from askwell.identity.handles import slug
from askwell.sources.cells import addresses, joined, key_of, phones, unique
from askwell.sources.columns import SHAPES
from askwell.sources.dates import day
from askwell.sources.found import Found, Kind
from askwell.sources.tables import Table, table

HIDDEN = "LinkedIn hides the name of this member"
_NOBODY = "has neither a name nor an address"


def read_connections(found: Found) -> Reading:
    """A card for each connection. Rows with a date alone are members who hide themselves: left out, with the reason."""
    rows = table(found.data(), SHAPES[Kind.CONNECTIONS])
    reading = _started(found, rows)
    first, last, url, email = (rows.at(name) for name in ("first", "last", "url", "email"))
    company, title, connected = (rows.at(name) for name in ("company", "title", "connected"))
    file, path, source = found.file, found.path, found.kind.value
    taken: dict[str, int] = {}
    card, origin, cards = maker(Card), maker(Origin), reading.cards  # these take all fields, in order
    for index, row in rows.rows:
        given, family = row[first].strip(), row[last].strip()
        if not (given or family):
            reading.left_out.append(Note(index, HIDDEN))
            continue
        name = f"{given} {family}" if given and family else given or family
        emails = addresses(row[email]) if row[email] else ()
        key = slug(row[url]) or key_of(name, *emails[:1], row[connected])
        told = (row[url].strip(), row[company].strip(), row[title].strip())
        own = (source, origin(file, index, "", path), unique(key, taken), name, given, family, "", "")
        cards.append(card(*own, emails, (), *told, "", "", "", (), day(row[connected])))
    return reading


def read_notes(found: Found) -> Reading:
    """The member's own notes on connections (since 2026): a card with the note, joined by the profile's slug."""
    rows = table(found.data(), SHAPES[Kind.NOTES])
    reading = _started(found, rows)
    taken: dict[str, int] = {}
    for index, row in rows.rows:
        name, url = joined(row[rows.at("first")], row[rows.at("last")]), row[rows.at("url")].strip()
        if not name:
            reading.left_out.append(Note(index, HIDDEN))
            continue
        key = unique(slug(url) or key_of(name), taken)
        note = row[rows.at("note")].strip()
        reading.cards.append(Card(found.kind.value, _origin(found, index), key, name, url=url, note=note))
    return reading


def read_imported(found: Found) -> Reading:
    """Address books that were once given to LinkedIn: ImportedContacts.csv and Contacts.csv, of three eras."""
    rows = table(found.data(), SHAPES[Kind.IMPORTED])
    reading = _started(found, rows)
    taken: dict[str, int] = {}
    for index, row in rows.rows:
        card = _imported(found, index, {name: row[place].strip() for name, place in rows.places.items()}, taken)
        if card:
            reading.cards.append(card)
        else:
            reading.left_out.append(Note(index, _NOBODY))
    return reading


def _imported(found: Found, index: int, cells: dict[str, str], taken: dict[str, int]) -> Card | None:
    given, family = cells["first"], cells.get("last", "")
    name = cells.get("full") or joined(given, cells.get("middle", ""), family)
    emails, numbers = addresses(cells["email"]), phones(cells["phone"])
    if not (name or emails):
        return None
    profile = cells.get("profile", "")
    return Card(
        source=found.kind.value,
        origin=_origin(found, index),
        key=unique(key_of(name, *emails[:1], *numbers[:1]), taken),
        name=name,
        given=given,
        family=family,
        nickname=cells.get("nickname", ""),
        maiden=cells.get("maiden", ""),
        emails=emails,
        phones=numbers,
        url=profile if slug(profile) else "",
        company=cells.get("company", ""),
        title=cells["title"],
        place=cells.get("place", ""),
    )


def _started(found: Found, rows: Table) -> Reading:
    reading = found.reading()
    reading.read = rows.read
    reading.unreadable.extend(rows.unreadable)
    return reading


def _origin(found: Found, index: int) -> Origin:
    return Origin(found.file, index, path=found.path)
