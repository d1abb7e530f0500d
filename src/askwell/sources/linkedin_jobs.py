"""LinkedIn's files about work: applications made there, jobs saved, companies followed."""

from askwell.domain.people import Origin
from askwell.domain.reading import Note, Reading
from askwell.domain.search import Application
from askwell.sources.applications import application_id
from askwell.sources.columns import SHAPES
from askwell.sources.dates import day
from askwell.sources.found import Found
from askwell.sources.tables import Table, table

FOLLOWED = "a company you follow: kept as a possible target; it adds nobody"
SAVED = "a job you saved: its company is kept as a possible target"


def read_follows(found: Found) -> Reading:
    return _companies(found, FOLLOWED)


def read_saved_jobs(found: Found) -> Reading:
    return _companies(found, SAVED)


def read_jobs(found: Found) -> Reading:
    """Applications made through LinkedIn; all it knows is that they were made."""
    rows, reading = _started(found)
    company, title, at = rows.at("company"), rows.at("title"), rows.at("at")
    taken: dict[str, int] = {}
    for index, row in rows.rows:
        employer, job = row[company].strip(), row[title].strip()
        if not employer:
            reading.unreadable.append(Note(index, "names no company"))
            continue
        applied, origin = day(row[at]), Origin(found.file, index, path=found.path)
        number = application_id(employer, job, taken)
        reading.applications.append(Application(number, employer, job, applied=applied, via="LinkedIn", origin=origin))
    return reading


def _companies(found: Found, reason: str) -> Reading:
    rows, reading = _started(found)
    named = (row[rows.at("company")].strip() for _, row in rows.rows)
    reading.companies = list(dict.fromkeys(filter(None, named)))
    reading.left_out.extend(Note(index, reason) for index, _ in rows.rows)
    return reading


def _started(found: Found) -> tuple[Table, Reading]:
    rows = table(found.data(), SHAPES[found.kind])
    reading = found.reading()
    reading.read = rows.read
    reading.unreadable.extend(rows.unreadable)
    return rows, reading
