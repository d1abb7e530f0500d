"""Meetings that repeat, counted out around today: each day a meeting of its own, with what was moved or called off."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from askwell.domain.messages import Message
from askwell.sources.calendar_lines import Line
from askwell.sources.calendar_rules import STEPS, days, parts_of, rule_of
from askwell.sources.calendar_times import Zones, is_day, utc, wall

BEFORE, AHEAD = timedelta(days=730), timedelta(days=90)  # around today
MOST = 500  # days of one series, the latest
ALL_STEPS = 500_000  # days looked at for all rules of one file
_LONGEST_ID = 250  # characters of a UID to which the day can still be added
_EXTRA = 1000  # single days named by a line beside its rule


@dataclass
class Series:
    """The meetings of one file that repeat. `moved` holds by UID the moments that were changed, with their ids.

    `onward` holds by UID what was changed for a day and all that follow; `told` are the UIDs of which every day that
    stands is told.
    """

    zones: Zones
    now: datetime | None
    moved: dict[str, dict[datetime, str]] = field(default_factory=dict)
    onward: dict[str, list["_Onward"]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    series: int = 0
    meetings: int = 0
    left: int = 0
    _steps: int = ALL_STEPS

    def note_moved(self, uid: str, lines: list[Line], changed: Message) -> None:
        """Remember a day that was moved out of its series, or called off; perhaps with all that follow."""
        for line in lines:
            if line.name == "RECURRENCE-ID" and (at := wall(line, line.value, self.zones)):
                self.moved.setdefault(uid, {})[utc(at)] = changed.origin.message_id
                if line.parameters.get("RANGE", "").upper() == "THISANDFUTURE":
                    self.onward.setdefault(uid, []).append(_Onward(at, changed))

    def unrolled(self, first: Message, lines: list[Line]) -> tuple[Message, list[Message]]:
        """The first meeting of a series, called off where it did not take place as planned, and the further ones."""
        one = {line.name: line for line in reversed(lines)}
        start = wall(one["DTSTART"], one["DTSTART"].value, self.zones)
        if self.now is None or start is None or "RECURRENCE-ID" in one or not _has_people(first):
            return first, []
        if len(first.origin.message_id) > _LONGEST_ID:
            return first, []
        if "RRULE" not in one and "RDATE" not in one:
            self.told.append(first.origin.message_id)
            return first, []
        moved = self.moved.get(first.origin.message_id, {})
        called_off, days_off = self._called_off(lines)
        found = self._moments(one, lines, start)
        if found is None:
            self.left += 1
            return first, []
        further = []
        for at in found:
            if (moment := utc(at)) == first.at:
                continue
            identity = _identity(first.origin.message_id, one["DTSTART"], at)
            off = moment in called_off or at.date() in days_off or moment in moved
            if moved.get(moment, "") != identity:
                further.append(self._day(first, at, identity, cancelled=off))
        off = first.at in called_off or start.date() in days_off or first.at in moved
        self.told.append(first.origin.message_id)
        self.series += 1
        self.meetings += 1 + sum(not message.cancelled for message in further)
        return replace(first, cancelled=first.cancelled or off), further

    def _day(self, first: Message, at: datetime, identity: str, *, cancelled: bool) -> Message:
        """A further day as the last change before it has it that holds for all that follow."""
        changes = [one for one in self.onward.get(first.origin.message_id, ()) if utc(one.since) <= utc(at)]
        if not changes:
            return _again(first, utc(at), identity, cancelled=cancelled)
        change = max(changes, key=lambda one: utc(one.since))
        return _again(change.told, change.shifted(at), identity, cancelled=cancelled)

    def said(self) -> str:
        """What was counted out, for the receipt."""
        told = []
        if self.series and self.now:
            begin, end = (f"{day:%B %Y}" for day in (self.now - BEFORE, self.now + AHEAD))
            told.append(f"Meetings that repeat ({self.series:,}) were read day by day from {begin} to {end}.")
        if self.left:
            told.append(f"Of {self.left:,} that repeat by the hour, or are too many, only the first day was read.")
        return " ".join(told)

    def _moments(self, one: dict[str, Line], lines: list[Line], start: datetime) -> list[datetime] | None:
        """Each day by the clock on the wall, in order; None where the rule cannot be counted out."""
        assert self.now is not None
        begin, end = utc(self.now) - BEFORE, utc(self.now) + AHEAD
        found = set(self._single(lines, "RDATE"))
        if "RRULE" in one:
            rule = rule_of(one["RRULE"].value)
            if rule is None or self._steps <= 0:
                return None
            last = _until(one["RRULE"], start)
            beyond = min(end, last) if last else end
            around = {"begin": (begin - timedelta(days=1)).date(), "end": (beyond + timedelta(days=1)).date()}
            allowed = min(STEPS, self._steps)
            fell, taken = days(rule, start.date(), **around, steps=allowed)
            self._steps -= taken
            if taken > allowed:
                return None
            on = (datetime.combine(day, start.timetz().replace(tzinfo=None), tzinfo=start.tzinfo) for day in fell)
            found |= {at for at in on if last is None or utc(at) <= last}
        return [at for at in sorted(found, key=utc) if begin <= utc(at) <= end][-MOST:]

    def _called_off(self, lines: list[Line]) -> tuple[set[datetime], set[date]]:
        """The moments that EXDATE takes out, and whole days."""
        named = [(len(text.strip()) == 8, at) for text, at in self._named(lines, "EXDATE")]
        return {utc(at) for _, at in named}, {at.date() for whole, at in named if whole}

    def _single(self, lines: list[Line], name: str) -> Iterator[datetime]:
        return (at for _, at in self._named(lines, name))

    def _named(self, lines: list[Line], name: str) -> Iterator[tuple[str, datetime]]:
        """The single days that lines of this name list; of a period its start."""
        for line in lines:
            if line.name == name:
                for text in line.value.split(",")[:_EXTRA]:
                    if at := wall(line, text.partition("/")[0], self.zones):
                        yield text, at


@dataclass(frozen=True, slots=True)
class _Onward:
    """What changed for the day `since`, by the wall clock, and all that follow: `told` is that day as it is now."""

    since: datetime
    told: Message

    def shifted(self, at: datetime) -> datetime:
        """Another day, moved as far as that one was by the clock on the wall."""
        zone = at.tzinfo
        by = self.told.at.astimezone(zone).replace(tzinfo=None) - self.since.astimezone(zone).replace(tzinfo=None)
        return utc(at + by)


def _has_people(first: Message) -> bool:
    return any(party.name or party.handle for party in first.parties)


def _until(line: Line, start: datetime) -> datetime | None:
    """The last moment that a rule allows, None for no end; a day without a time counts whole."""
    text = parts_of(line.value).get("UNTIL", "")
    if not text:
        return None
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
        at = time(int(text[9:11]), int(text[11:13]), min(int(text[13:15] or 0), 59)) if len(text) > 12 else time.max
        zone = UTC if text.endswith("Z") else start.tzinfo
        return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _identity(uid: str, start: Line, at: datetime) -> str:
    """The UID with the day, written as the start is: so a later change of this very day has the same identity."""
    if not uid:
        return ""
    if is_day(start):
        return f"{uid}/{at:%Y%m%d}"
    return f"{uid}/{at:%Y%m%dT%H%M%S}{'Z' if start.value.strip().endswith('Z') else ''}"


def _again(first: Message, at: datetime, identity: str, *, cancelled: bool) -> Message:
    """The same meeting on another day; its words stand with the first."""
    end = at + (first.end - first.at) if first.end else None
    origin = replace(first.origin, message_id=identity)
    return replace(first, origin=origin, at=at, end=end, text="", cancelled=first.cancelled or cancelled)
