"""Reading files: LinkedIn exports, vCards, tables of contacts and applications, calendars, mail.

`walk.find(paths)` finds and sniffs; `read(found)` reads one of what it found. Nothing here writes, or uses a network.
"""

import zlib
from collections.abc import Callable
from importlib import import_module
from typing import cast
from zipfile import BadZipFile

from askwell.domain.reading import Note, Reading
from askwell.sources.found import Found, Kind, Unreadable

_READERS = {
    Kind.CONNECTIONS: "linkedin:read_connections",
    Kind.NOTES: "linkedin:read_notes",
    Kind.IMPORTED: "linkedin:read_imported",
    Kind.MESSAGES: "linkedin_messages:read_messages",
    Kind.INVITATIONS: "linkedin_messages:read_invitations",
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
    Kind.VCARD: "vcard:read_vcard",
    Kind.CALENDAR: "calendar:read_calendar",
    Kind.MAIL: "mail:read_mail",
    Kind.MBOX: "mbox:read_mbox",
}
_NEEDS_REGION = frozenset({Kind.APPLICATIONS})
_NEEDS_ZONE = frozenset({Kind.CALENDAR})
_FAULTS = (Unreadable, OSError, BadZipFile, zlib.error, EOFError, UnicodeError, RecursionError)


def read(found: Found, *, region: str = "", zone: str = "") -> Reading:
    """One file, read. `region` (ISO country) decides between 3/4 as March or April; `zone` is that of floating times.

    Never raises for what stands in a file: what cannot be read is in `unreadable`, with `at` 0 for the file as a whole.
    """
    if found.kind in {Kind.LEFT_OUT, Kind.UNREADABLE}:
        return _set_aside(found)
    try:
        return _reader(found.kind)(found, **_wanted(found.kind, region=region, zone=zone))
    except _FAULTS as fault:
        reading = found.reading()
        reading.read, reading.unreadable = 1, [Note(0, _sentence(fault))]
        return reading


def _reader(kind: Kind) -> Callable[..., Reading]:
    module, _, name = _READERS[kind].partition(":")
    return cast("Callable[..., Reading]", getattr(import_module(f"askwell.sources.{module}"), name))


def _wanted(kind: Kind, *, region: str, zone: str) -> dict[str, str]:
    wanted = {"region": region} if kind in _NEEDS_REGION else {}
    return wanted | ({"zone": zone} if kind in _NEEDS_ZONE else {})


def _set_aside(found: Found) -> Reading:
    reading = found.reading()
    reading.read = len(found.notes)
    notes = reading.left_out if found.kind is Kind.LEFT_OUT else reading.unreadable
    notes.extend(found.notes)
    return reading


def _sentence(fault: Exception) -> str:
    if isinstance(fault, Unreadable):
        return str(fault)
    return "the file is damaged or cannot be opened; export it again and try once more"
