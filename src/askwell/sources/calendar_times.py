"""Times of calendar files as UTC: zones by IANA name, by Outlook's name, by the file's own definition, or floating."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from askwell.sources.calendar_lines import Block, Line

_LENGTH = re.compile(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?")
_BUILT = 8_000  # characters of a zone's definition; real ones have 500 to 3,000
_FIRST, _LAST = 1000, 3000  # years that can be brought to UTC and back


class Zones:
    """The zones one file names. `floating` is that of times without one; `unknown` collects names nobody knows."""

    def __init__(self, blocks: list[Block], floating: str) -> None:
        self.floating = named(floating) or UTC
        self.unknown: set[str] = set()
        self._blocks = {_tzid(block): block for block in blocks}
        self._built: dict[str, tzinfo | None] = {}

    def find(self, tzid: str) -> tzinfo:
        if tzid not in self._built:
            self._built[tzid] = named(tzid) or self._own(tzid)
        zone = self._built[tzid]
        if zone is None:
            self.unknown.add(tzid)
        return zone or self.floating

    def _own(self, tzid: str) -> tzinfo | None:
        """The file's own definition. Rules that are not yearly are no zone's, and would be counted out for ages."""
        block = self._blocks.get(tzid)
        if block is None:
            return None
        text = "\n".join(line for line in block.lines if line.strip())
        rules = [line.upper() for line in block.lines if line.upper().startswith("RRULE")]
        if len(text) > _BUILT or any("FREQ=YEARLY" not in r or "BYSEC" in r or "BYMINUTE" in r for r in rules):
            return None
        return _define(f"BEGIN:VTIMEZONE\n{text}\nEND:VTIMEZONE\n")


@lru_cache(maxsize=512)
def named(tzid: str) -> tzinfo | None:
    """A zone by IANA name, with or without a path before it (`/x.org/Europe/Berlin`), or by Outlook's name."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    tail = "/".join(tzid.split("/")[-2:])
    for name in (tzid, WINDOWS_TO_OLSON.get(tzid, ""), tail):
        if name and len(name) < 80:
            with suppress(KeyError, ValueError, OSError):
                return ZoneInfo(name)
    return None


def moment(line: Line, zones: Zones) -> datetime | None:
    """A DTSTART or DTEND as UTC; a day alone is its first moment in the floating zone; None where it can't be read."""
    found = wall(line, line.value, zones)
    return utc(found) if found else None


def wall(line: Line, text: str, zones: Zones) -> datetime | None:
    """What a clock on the wall shows at a value of this line, with its zone; None where it can't be read."""
    text = text.strip()
    tzid = line.parameters.get("TZID", "")
    zone: tzinfo = UTC if text.endswith(("Z", "z")) else zones.find(tzid) if tzid else zones.floating
    with suppress(ValueError, OverflowError):
        local = _local(text.rstrip("Zz"))
        if _FIRST <= local.year <= _LAST:
            return local.replace(tzinfo=zone)
    return None


def utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


def is_day(line: Line) -> bool:
    return len(line.value.strip()) == 8


def length(text: str) -> timedelta | None:
    """A DURATION such as PT30M or P1W; None where it is none, or longer than a year."""
    found = _LENGTH.fullmatch(text.strip().upper())
    if not found:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    lasting = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return lasting if lasting <= timedelta(days=366) else None


def _local(text: str) -> datetime:
    """`20260305T100000`, `20260305T1000` or `20260305`; raises ValueError."""
    plain = text.replace("-", "").replace(":", "")
    if not plain.isascii():
        raise ValueError(plain)
    day = date(int(plain[:4]), int(plain[4:6]), int(plain[6:8]))
    if len(plain) == 8:
        return datetime.combine(day, time())
    if plain[8] not in "Tt ":
        raise ValueError(plain)
    hour, minute, second = int(plain[9:11]), int(plain[11:13]), int(plain[13:15] or 0)
    return datetime.combine(day, time(hour, minute, min(second, 59)))


def _tzid(block: Block) -> str:
    for line in block.lines:
        if line.upper().startswith("TZID"):
            return line.partition(":")[2].strip()
    return ""


def _define(text: str) -> tzinfo | None:
    import icalendar

    try:
        zone = icalendar.Timezone.from_ical(text)
        return zone.to_tz(lookup_tzid=False) if isinstance(zone, icalendar.Timezone) else None
    except Exception:  # noqa: BLE001 - the library raises many kinds for broken definitions; the zone is then unknown
        return None
