"""A table of job applications, kept by hand in any spreadsheet: headers by synonym, stages by the words people use."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date, timedelta

from askwell.domain.people import Origin
from askwell.domain.reading import Note, Reading
from askwell.domain.search import Application, Stage
from askwell.sources.cells import unique
from askwell.sources.columns import SHAPES
from askwell.sources.dates import day
from askwell.sources.found import Found, Kind, printable
from askwell.sources.tables import Table, fold, table

# Folded words of a status, the first that is found counts: a rejection after an interview is a rejection.
_STAGES = (
    (Stage.REJECTED, "reject declin notselected turneddown closed withdr noluck unsuccessful nooffer regret filled"),
    (Stage.REJECTED, "cancel expired absage abgelehnt refus rechazad recusad rifiutat afgewezen"),
    (Stage.OFFER, "offer accepted hired negotiat zusage angebot oferta offerta"),
    (Stage.SECOND, "second 2nd final third 3rd onsite panel"),
    (Stage.SCREEN, "screen recruitercall phonecall phoneinterview"),
    (Stage.INTERVIEW, "interview firstround 1stround vorstellungsgesprach entretien entrevista colloquio"),
    (Stage.SILENT, "noreply noresponse silent ghosted nothing noword noanswer"),
    (
        Stage.APPLIED,
        "applied review sent submitted pending waiting open inprogress onhold assessment beworben envoye enviad inviat",
    ),
)
_NOT_YET = (
    *("toapply", "wish", "saved", "interested", "planned", "draft", "todo", "notapplied", "notyet", "bookmark"),
    *("apply", "notstarted", "readyto", "backlog", "research", "prospect"),
)
_SERIAL = re.compile(r"[345]\d{4}(?:\.\d{1,15})?")
_EPOCH = date(1899, 12, 30)  # of spreadsheets
_TOLD = 5  # doubts told one by one
_MONTH_FIRST = frozenset({"", "US", "PH", "PW", "FM", "MH"})  # countries that write March 4 as 3/4


def read_applications(found: Found, *, region: str = "") -> Reading:
    """One application for each row. The contact column is kept as it stands: it makes no person."""
    return applications_of(found, table(found.data(), SHAPES[Kind.APPLICATIONS]), region=region)


def applications_of(found: Found, rows: Table, *, region: str = "") -> Reading:
    """The same, of rows whose columns are known already."""
    reading = found.reading()
    reading.read = rows.read
    reading.unreadable.extend(rows.unreadable)
    taken: dict[str, int] = {}
    doubts: list[str] = []
    for index, row in rows.rows:
        cells = {name: row[place].strip() for name, place in rows.places.items()}
        if reason := _left_out(cells):
            reading.left_out.append(Note(index, reason))
        elif not cells["company"]:
            reading.unreadable.append(Note(index, "names no company"))
        else:
            origin = Origin(found.file, index, path=found.path)
            reading.applications.append(_application(cells, origin, taken, month_first=region in _MONTH_FIRST))
            doubts.extend(_doubts(index, cells))
    more = f"{len(doubts) - _TOLD} more rows are like that." if len(doubts) > _TOLD else ""
    reading.said = " ".join(filter(None, (*doubts[:_TOLD], more)))
    return reading


def application_id(company: str, title: str, taken: dict[str, int]) -> str:
    """The same for the same company and title at every import; numbered where a file has both twice."""
    digest = hashlib.sha256(f"{fold(company)}|{fold(title)}".encode()).hexdigest()
    return unique(digest[:16], taken)


def stage_of(text: str) -> Stage | None:
    """The stage that a word of a status tells; None where it tells none, APPLIED where it is empty."""
    folded = fold(text)
    if not folded:
        return Stage.APPLIED
    return next((stage for stage, words in _STAGES if any(word in folded for word in words.split())), None)


def _left_out(cells: dict[str, str]) -> str:
    if not any(cells.values()):
        return "an empty row"
    return "not applied for yet" if fold(cells.get("stage", "")).startswith(_NOT_YET) else ""


def _doubts(index: int, cells: dict[str, str]) -> Iterator[str]:
    """What was taken as something else, for the receipt: the row is read all the same."""
    stage, applied = cells.get("stage", ""), cells.get("applied", "")
    if stage_of(stage) is None:
        yield f"Row {index}: its status “{printable(stage[:40])}” is not known and was taken as applied."
    if applied and not _day(applied):
        yield f"Row {index}: its date “{printable(applied[:40])}” cannot be read; write it as 2026-03-18."


def _application(cells: dict[str, str], origin: Origin, taken: dict[str, int], *, month_first: bool) -> Application:
    return Application(
        id=application_id(cells["company"], cells["title"], taken),
        company=cells["company"],
        title=cells["title"],
        stage=stage_of(cells.get("stage", "")) or Stage.APPLIED,
        applied=_day(cells.get("applied", ""), month_first=month_first),
        updated=_day(cells.get("updated", ""), month_first=month_first),
        contact=cells.get("contact", ""),
        via=cells.get("via", ""),
        note=cells.get("note", ""),
        origin=origin,
    )


def _day(text: str, *, month_first: bool = True) -> date | None:
    """A day; also as the number that a spreadsheet keeps for it (46083 is 2026-03-02)."""
    if _SERIAL.fullmatch(text):
        return _EPOCH + timedelta(days=int(text.partition(".")[0]))
    return day(text, month_first=month_first)
