"""LinkedIn's files about the seeker's own person: profile, positions, schools, addresses. They make no person."""

from askwell.domain.goals import Position
from askwell.domain.reading import Me, Note, Reading
from askwell.sources.cells import addresses, joined
from askwell.sources.columns import SHAPES
from askwell.sources.dates import month
from askwell.sources.found import Found
from askwell.sources.tables import Table, table

OWN = "about you: it tells who you are, and adds nobody"


def read_profile(found: Found) -> Reading:
    reading, rows = _own(found)
    for _, row in rows.rows[:1]:
        name = joined(row[rows.at("first")], row[rows.at("last")])
        reading.me = Me(name=name, headline=row[rows.at("headline")].strip(), place=row[rows.at("place")].strip())
    return reading


def read_positions(found: Found) -> Reading:
    """Own positions; one without an end is current, a month stands for its first day."""
    reading, rows = _own(found)
    company, title, since, until = (rows.at(name) for name in ("company", "title", "since", "until"))
    positions = (
        Position(row[company].strip(), row[title].strip(), month(row[since]), month(row[until]))
        for _, row in rows.rows
        if row[company].strip() or row[title].strip()
    )
    reading.me = Me(positions=tuple(positions))
    return reading


def read_education(found: Found) -> Reading:
    reading, rows = _own(found)
    schools = (row[rows.at("school")].strip() for _, row in rows.rows)
    reading.me = Me(schools=tuple(dict.fromkeys(filter(None, schools))))
    return reading


def read_emails(found: Found) -> Reading:
    """The owner's addresses, the primary one first; unconfirmed ones may be somebody else's and are not taken."""
    reading, rows = _own(found)
    confirmed, primary = rows.at("confirmed"), rows.at("primary")
    taken = [row for _, row in rows.rows if row[confirmed].strip().lower() != "no"]
    taken.sort(key=lambda row: row[primary].strip().lower() != "yes")
    reading.me = Me(addresses=addresses(*(row[rows.at("email")] for row in taken)))
    return reading


def read_phones(found: Found) -> Reading:
    """Own numbers: nothing in the method asks for them."""
    return _own(found)[0]


def _own(found: Found) -> tuple[Reading, Table]:
    rows = table(found.data(), SHAPES[found.kind])
    reading = found.reading()
    reading.read = rows.read
    reading.left_out.extend(Note(index, OWN) for index, _ in rows.rows)
    reading.unreadable.extend(rows.unreadable)
    return reading, rows
