"""Reading files: LinkedIn exports, vCards, tables of contacts and applications, calendars, mail.

`walk.find(paths)` finds and sniffs; `read(found)` reads one of what it found. Nothing here writes, or uses a network.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from typing import cast

from askwell.domain.reading import Note, Reading
from askwell.domain.tables import Layouts
from askwell.sources.found import Found, Kind, Unreadable
from askwell.sources.sniff import HEAD
from askwell.sources.tables import is_wide

_READERS = {
    Kind.CONNECTIONS: "linkedin:read_connections",
    Kind.NOTES: "linkedin:read_notes",
    Kind.IMPORTED: "linkedin:read_imported",
    Kind.MESSAGES: "linkedin_messages:read_messages",
    Kind.INVITATIONS: "linkedin_messages:read_invitations",
    Kind.RECOMMENDATIONS: "linkedin_messages:read_recommendations",
    Kind.PROFILE: "linkedin_self:read_profile",
    Kind.POSITIONS: "linkedin_self:read_positions",
    Kind.EDUCATION: "linkedin_self:read_education",
    Kind.EMAILS: "linkedin_self:read_emails",
    Kind.PHONES: "linkedin_self:read_phones",
    Kind.FOLLOWS: "linkedin_jobs:read_follows",
    Kind.SAVED_JOBS: "linkedin_jobs:read_saved_jobs",
    Kind.JOBS: "linkedin_jobs:read_jobs",
    Kind.GOOGLE: "google:read_google",
    Kind.OUTLOOK: "google:read_google",
    Kind.APPLICATIONS: "applications:read_applications",
    Kind.TABLE: "strange_tables:read_table",
    Kind.VCARD: "vcard:read_vcard",
    Kind.CALENDAR: "calendar:read_calendar",
    Kind.MAIL: "letters:read_letters",
    Kind.MBOX: "letters:read_letters",
    Kind.MAILDIR: "letters:read_letters",
}
_NO_TABLES = frozenset({Kind.VCARD, Kind.CALENDAR, Kind.MAIL, Kind.MBOX, Kind.MAILDIR})
ZEROS = (
    "Zero bytes stood in it, which no text has: they were left out and the rest was read. Look whether all is there."
)
FAULTS = (Unreadable, OSError, UnicodeError, RecursionError)


def read(
    found: Found,
    *,
    region: str = "",
    zone: str = "",
    text_since: datetime | None = None,
    layouts: Layouts | None = None,
    now: datetime | None = None,
) -> Reading:
    """One file, read. Never raises for what stands in it: see `unreadable`, with `at` 0 for the file as a whole.

    `region` (ISO country) tells whether 3/4 is March or April; `zone` is that of floating calendar times; of mail
    before `text_since` (aware) no text is read; `layouts` is what is known of tables whose headers nobody knows; around
    `now` (aware) meetings that repeat are counted out. The messages of mail are lazy, and may meet a damaged file.
    """
    if found.kind in {Kind.LEFT_OUT, Kind.UNREADABLE}:
        return _set_aside(found)
    wanted: dict[Kind, dict[str, object]] = {
        Kind.APPLICATIONS: {"region": region},
        Kind.TABLE: {"region": region, "layouts": layouts},
        Kind.CALENDAR: {"zone": zone, "now": now},
        **{kind: {"text_since": text_since} for kind in (Kind.MAIL, Kind.MBOX, Kind.MAILDIR)},
    }
    try:
        with _fewer_collections():
            reading = _reader(found.kind)(found, **wanted.get(found.kind, {}))
    except FAULTS as fault:
        reading = found.reading()
        reading.read, reading.unreadable = 1, [Note(0, sentence(fault))]
        return reading
    if reading.read and found.kind not in _NO_TABLES and _has_zeros(found):
        reading.said = " ".join(filter(None, (reading.said, ZEROS)))
    return reading


def sentence(fault: Exception) -> str:
    """What to say of a file that could not be read."""
    if isinstance(fault, Unreadable):
        return str(fault)
    return "the file is damaged or cannot be opened"


def _reader(kind: Kind) -> Callable[..., Reading]:
    module, _, name = _READERS[kind].partition(":")
    return cast("Callable[..., Reading]", getattr(import_module(f"askwell.sources.{module}"), name))


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Tens of thousands of rows make no cycles, but the collector would walk all of them again and again."""
    before = gc.get_threshold()
    gc.set_threshold(max(100_000, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _has_zeros(found: Found) -> bool:
    """Whether there is a zero byte in a table, but for those that UTF-16 is made of."""
    with found.open() as stream:
        start = stream.read(HEAD)
        rest = iter(lambda: stream.read(1 << 20), b"")
        return not is_wide(start) and (b"\0" in start or any(b"\0" in block for block in rest))


def _set_aside(found: Found) -> Reading:
    reading = found.reading()
    reading.read = len(found.notes)
    notes = reading.left_out if found.kind is Kind.LEFT_OUT else reading.unreadable
    notes.extend(found.notes)
    return reading
