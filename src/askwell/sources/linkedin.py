"""LinkedIn's people: Connections.csv of every era since 2017, the member's own notes, and imported contacts."""

from askwell.domain.decks import Column, Deck
from askwell.domain.people import Card, Origin
from askwell.domain.reading import Note, Reading
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
    first, last = rows.at("first"), rows.at("last")
    kept = [one for one in rows.rows if one[1][first].strip() or one[1][last].strip()]
    if len(kept) < len(rows.rows):
        here = {index for index, _ in kept}
        reading.left_out += [Note(index, HIDDEN) for index, _ in rows.rows if index not in here]
    if kept:
        reading.cards = _connections(found, rows, kept)
    return reading


def _connections(found: Found, rows: Table, kept: list[tuple[int, list[str]]]) -> Deck[Card]:
    """By column, for there are tens of thousands."""

    def column(name: str) -> list[str]:
        at = rows.at(name)
        return [row[at] for _, row in kept]

    given, family = ([cell.strip() for cell in column(name)] for name in ("first", "last"))
    names = [f"{one} {other}" if one and other else one or other for one, other in zip(given, family, strict=True)]
    emails = [addresses(cell) if cell else () for cell in column("email")]
    urls, days = column("url"), column("connected")
    keys = [
        slug(url) or key_of(name, *some[:1], date)
        for url, name, some, date in zip(urls, names, emails, days, strict=True)
    ]
    told: dict[str, Column] = {
        "source": (found.kind.value,),
        "key": _each_unique(keys),
        "name": names,
        "given": given,
        "family": family,
        "emails": emails,
        "url": [url.strip() for url in urls],
        "company": [cell.strip() for cell in column("company")],
        "title": [cell.strip() for cell in column("title")],
        "connected_on": list(map(day, days)),
    }
    places: dict[str, Column] = {"file": (found.file,), "path": (found.path,), "index": [index for index, _ in kept]}
    return Deck(Card, len(kept), told, places=places)


def _each_unique(keys: list[str]) -> list[str]:
    if len(set(keys)) == len(keys):
        return keys
    taken: dict[str, int] = {}
    return [unique(key, taken) for key in keys]


def read_notes(found: Found) -> Reading:
    """The member's own notes on connections (since 2026): a card with the note, joined by the profile's slug."""
    rows = table(found.data(), SHAPES[Kind.NOTES])
    reading = _started(found, rows)
    taken: dict[str, int] = {}
    cards = list[Card]()
    for index, row in rows.rows:
        name, url = joined(row[rows.at("first")], row[rows.at("last")]), row[rows.at("url")].strip()
        if not name:
            reading.left_out.append(Note(index, HIDDEN))
            continue
        key = unique(slug(url) or key_of(name), taken)
        note = row[rows.at("note")].strip()
        cards.append(Card(found.kind.value, _origin(found, index), key, name, url=url, note=note))
    reading.cards = cards
    return reading


def read_imported(found: Found) -> Reading:
    """Address books that were once given to LinkedIn: ImportedContacts.csv and Contacts.csv, of three eras."""
    rows = table(found.data(), SHAPES[Kind.IMPORTED])
    reading = _started(found, rows)
    taken: dict[str, int] = {}
    cards = list[Card]()
    for index, row in rows.rows:
        card = _imported(found, index, {name: row[place].strip() for name, place in rows.places.items()}, taken)
        if card:
            cards.append(card)
        else:
            reading.left_out.append(Note(index, _NOBODY))
    reading.cards = cards
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
