"""Dates of mail as UTC, from the Date header or the next best trace; never the present moment."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)  # stands for "nobody knows when"
_MONTHS = {m: n for n, m in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_USUAL = re.compile(
    rb"\s*+(?:[A-Za-z]{3},?\s++)?(\d{1,2})\s++([A-Za-z]{3})\s++(\d{4})\s++"
    rb"(\d\d):(\d\d)(?::(\d\d))?\s++([+-])(\d\d)([0-5]\d)\s*+(?:\([^()]*+\)\s*+)?"
)
_YEAR_LAST = re.compile(r"([+-]\d{4}) (\d{4})$")  # Google Groups: zone before the year
_LONGEST = 200


def read(raw: bytes) -> datetime | None:
    """The instant of a Date header, UTC; one without a zone is taken as UTC. None if it makes no sense."""
    match = _USUAL.fullmatch(raw)
    if match is None:
        return _odd(raw[:_LONGEST].decode("ascii", "replace"))
    day, month, year, hour, minute, second, sign, zone_hours, zone_minutes = match.groups()
    number = _MONTHS.get(month.lower())
    if number is None:
        return None
    try:
        local = datetime(int(year), number, int(day), int(hour), int(minute), min(int(second or 0), 59), tzinfo=UTC)
        away = timedelta(hours=int(zone_hours), minutes=int(zone_minutes))
        return local - away if sign == b"+" else local + away
    except (ValueError, OverflowError):
        return None


def _odd(text: str) -> datetime | None:
    """Two-digit years, named zones, missing commas: what the standard library makes of them."""
    try:
        parts = parsedate_tz(_YEAR_LAST.sub(r"\2 \1", text.strip()))
        if parts is None:
            return None
        zone = timezone(timedelta(seconds=parts[9] or 0))
        return datetime(*parts[:5], min(parts[5], 59), tzinfo=zone).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None


def of(headers: dict[bytes, bytes], *, from_line: bytes = b"") -> datetime | None:
    """When a message was sent: its Date, else its last Received, else what the archive noted, else None."""
    at = read(headers[b"date"]) if b"date" in headers else None
    if at is None and b"received" in headers:
        at = read(headers[b"received"].rpartition(b";")[2])
    for name in (b"delivery-date", b"x-received", b"resent-date"):
        if at is None and name in headers:
            at = read(headers[name].rpartition(b";")[2])
    return at or read(b" ".join(from_line.split()[2:]))
