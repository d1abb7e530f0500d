"""Calendar files: a message of the channel meeting for each event, with its people; a broken event is told."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from askwell.domain.messages import Channel, Message
from askwell.domain.people import Origin, Party
from askwell.domain.reading import Note, Reading
from askwell.sources.calendar_lines import Block, Line, blocks_of, text_of
from askwell.sources.calendar_series import Series
from askwell.sources.calendar_times import Zones, is_day, length, moment
from askwell.sources.cells import addresses
from askwell.sources.found import Found, Unreadable
from askwell.sources.sniff import EMPTY

_LONGEST = 4_000  # characters of a description
_NO_START = "has no start that can be read"
_CUT_OFF = "the file ends in the middle of this event"
_ANSWER = "an answer to an invitation, no meeting of its own"
_ESCAPED = re.compile(r"\\([nN,;\\])")


def read_calendar(found: Found, *, zone: str = "", now: datetime | None = None) -> Reading:
    """Events counted from 1. Floating times are in `zone` (IANA; else UTC).

    Of a series the first day is its event; the days around `now` (aware) are `again`.
    """
    text = text_of(found.data())
    if not text.strip():
        raise Unreadable(EMPTY)
    blocks, method = blocks_of(text)
    events = [block for block in blocks if block.kind == "VEVENT"]
    zones = Zones([block for block in blocks if block.kind == "VTIMEZONE"], zone)
    reading = found.reading()
    reading.read = len(events)
    read: list[tuple[Message, list[Line]]] = []
    for index, block in enumerate(events, 1):
        lines = list(block.properties())
        outcome = _refused(block, method, last=index == len(events)) or _event(lines, found, index, zones)
        if isinstance(outcome, Message):
            read.append((replace(outcome, cancelled=True) if method == "CANCEL" else outcome, lines))
        elif outcome == _ANSWER:
            reading.left_out.append(Note(index, outcome))
        else:
            reading.unreadable.append(Note(index, outcome))
    series = Series(zones, now)
    reading.messages = _unrolled(read, series, reading.again)
    reading.series = [uid for uid, times in Counter(series.told).items() if uid and times == 1]
    reading.said = " ".join(filter(None, (_said(events, zones), series.said())))
    return reading


def _unrolled(read: list[tuple[Message, list[Line]]], series: Series, again: list[Message]) -> list[Message]:
    """The meetings of the events; the further days of those that repeat go to `again`."""
    messages = []
    for message, lines in read:
        series.note_moved(_value(lines, "UID"), lines, message)
    for message, lines in read:
        first, further = series.unrolled(message, lines)
        messages.append(first)
        again.extend(further)
    return messages


def _value(lines: list[Line], name: str) -> str:
    return next((line.value for line in lines if line.name == name), "")


def _said(events: list[Block], zones: Zones) -> str:
    if not events:
        return "There are no events in it."
    if zones.unknown:
        names = ", ".join(sorted(zones.unknown)[:3])
        return f"The time zone “{names[:100]}” is not known; such times were taken as your own."
    return ""


@dataclass(slots=True)
class _Person:
    party: Party
    declined: bool = False
    onlooker: bool = False


def _refused(block: Block, method: str, *, last: bool) -> str:
    """Why an event is not looked at; one that lacks its end but is followed by another is."""
    if method == "REPLY":
        return _ANSWER
    return _CUT_OFF if last and not block.whole else ""


def _event(lines: list[Line], found: Found, index: int, zones: Zones) -> Message | str:
    """The meeting, or the reason why it cannot be read."""
    one = {line.name: line for line in reversed(lines)}
    start = moment(one["DTSTART"], zones) if "DTSTART" in one else None
    if start is None:
        return _NO_START
    host = next((p for p in (_person(line) for line in lines if line.name == "ORGANIZER") if p), None)
    guests = [p for p in (_person(line) for line in lines if line.name == "ATTENDEE") if p]
    guests = [p for p in guests if not (host and _same(p.party, host.party))]
    return Message(
        origin=Origin(found.file, index, _identity(one), found.path),
        at=start,
        channel=Channel.MEETING,
        sender=host.party if host else Party(""),
        to=tuple(p.party for p in guests if not p.onlooker),
        copied=tuple(p.party for p in guests if p.onlooker),
        subject=" ".join(_text(one.get("SUMMARY")).split()),
        text=_text(one.get("DESCRIPTION")).strip(),
        end=_end(one, start, zones),
        cancelled=_text(one.get("STATUS")).strip().upper() == "CANCELLED" or _is_deserted(host, guests),
        recurring=bool(one.keys() & {"RRULE", "RDATE", "RECURRENCE-ID"}),
    )


def _identity(one: dict[str, Line]) -> str:
    """The event's UID, with the occurrence for one that was moved out of its series."""
    parts = (one[name].value for name in ("UID", "RECURRENCE-ID") if name in one)
    return "/".join(parts)[:300]


def _end(one: dict[str, Line], start: datetime, zones: Zones) -> datetime:
    """DTEND, else start and DURATION; else the day for a whole day, and the start itself for a moment."""
    end = moment(one["DTEND"], zones) if "DTEND" in one else None
    lasting = length(one["DURATION"].value) if "DURATION" in one else None
    if end is None:
        end = start + (lasting or timedelta(days=is_day(one["DTSTART"])))
    return max(start, end)


def _person(line: Line) -> _Person | None:
    """Who a line names; rooms and resources are nobody."""
    if line.parameters.get("CUTYPE", "").upper() in {"ROOM", "RESOURCE"}:
        return None
    found = addresses(line.value.partition(":")[2] if ":" in line.value else line.value)
    found = found or addresses(line.parameters.get("EMAIL", ""))
    name = " ".join(line.parameters.get("CN", "").split())
    handle = found[0] if found else ""
    if not (name or handle):
        return None
    party = Party("" if name.lower() == handle else name, handle)
    declined = line.parameters.get("PARTSTAT", "").upper() == "DECLINED"
    return _Person(party, declined, line.parameters.get("ROLE", "").upper() == "NON-PARTICIPANT")


def _same(one: Party, other: Party) -> bool:
    return one.handle == other.handle if one.handle and other.handle else one.name == other.name


def _is_deserted(host: _Person | None, guests: list[_Person]) -> bool:
    """Somebody declined and nobody is left to meet: such a meeting does not take place."""
    coming = sum(not p.declined for p in guests) + (host is not None)
    return any(p.declined for p in guests) and coming <= 1


def _text(line: Line | None) -> str:
    text = line.value[:_LONGEST] if line else ""
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], text) if "\\" in text else text
