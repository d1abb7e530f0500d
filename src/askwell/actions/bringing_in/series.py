"""A series that is told at other times than before: its days are changed, not doubled, and those to come replaced.

What took place and is told no more stays: a file that reaches less far back takes nothing away.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from askwell.actions.bringing_in.exchanges import key_of
from askwell.domain.messages import Message
from askwell.domain.reading import Reading

if TYPE_CHECKING:
    from askwell.store.meeting_days import Day

Look = Callable[[Sequence[str]], Sequence["Day"]]
_MEETING = "meeting:"
# How near a day told now must be to take the place of one told before: on the same day, else in its week, its month.
_NEAR: tuple[Callable[[datetime], object], ...] = (
    lambda at: at.date(),
    lambda at: at.isocalendar()[:2],
    lambda at: (at.year, at.month),
)


@dataclass(slots=True)
class Moved:
    """The keys of stored interactions, moved days under their new names; and the further days of each reading."""

    keys: Mapping[str, str]
    days: list[list[Message]]


@dataclass(slots=True)
class _Series:
    """One series: its first day and all days as they are told now, and the keys of those that were stored before."""

    reading: int
    first: Message
    told: dict[str, Message] = field(default_factory=dict)
    stored: dict[str, str] = field(default_factory=dict)  # names (keys without their version) to whole keys


def compare(readings: Sequence[Reading], keys: Mapping[str, str], look: Look, *, now: datetime) -> Moved:
    """Hold what is told of each series against what is stored of it."""
    found = _series(readings)
    days = [[m for m in r.again if _is_last(found, m, at)] for at, r in enumerate(readings)]
    _add_stored(found, keys)
    gone = {keys[key]: uid for uid, one in found.items() for name, key in one.stored.items() if name not in one.told}
    if not gone:
        return Moved(keys, days)
    left: dict[str, list[Day]] = defaultdict(list)
    for day in look(list(gone)):
        begin, end = _reach(found[gone[day.id]], now)
        if begin <= day.at <= end and not day.cancelled:
            left[gone[day.id]].append(day)
    changed = dict(keys)
    for uid, before in left.items():
        one = found[uid]
        names = {keys[key]: name for name, key in one.stored.items()}
        pairs, over = _paired(before, [m for name, m in one.told.items() if name not in one.stored], now)
        for day, message in pairs:
            del changed[one.stored[names[day.id]]]
            changed[f"{_name(message)}#moved"] = day.id
        days[one.reading] += [_called_off(one.first, day, names[day.id]) for day in over if _is_off(one, day, now)]
    return Moved(changed, days)


def _series(readings: Sequence[Reading]) -> dict[str, _Series]:
    """The series by their ids, each as the last of the files has it that tells it."""
    found: dict[str, _Series] = {}
    for at, reading in enumerate(readings):
        told = set(reading.series)
        messages = list(reading.messages) if told else []
        firsts = {m.origin.message_id: _Series(at, m) for m in messages if m.origin.message_id in told}
        for message in (*messages, *reading.again) if told else ():
            if (uid := _uid(message.origin.message_id)) in firsts:
                firsts[uid].told[_name(message)] = message
        found |= firsts
    return found


def _reach(one: _Series, now: datetime) -> tuple[datetime, datetime]:
    """From when to when every day of a series is told; what lies without is told by no file, however it stands."""
    from askwell.sources.calendar_series import AHEAD, BEFORE, MOST

    begin = now - BEFORE + timedelta(days=1)  # a day of room, since the file may have been read a little later
    if len(one.told) >= MOST - 1:
        begin = max(begin, min(message.at for message in one.told.values()))
    return begin, now + AHEAD


def _is_last(found: Mapping[str, _Series], message: Message, reading: int) -> bool:
    one = found.get(_uid(message.origin.message_id))
    return one is None or one.reading == reading


def _add_stored(found: Mapping[str, _Series], keys: Iterable[str]) -> None:
    by_name = {uid.replace("#", "%"): one for uid, one in found.items()}
    for key in keys if by_name else ():
        if key.startswith(_MEETING):
            name = key.partition("#")[0]
            if one := by_name.get(_uid(name.removeprefix(_MEETING))):
                one.stored[name] = key


def _uid(identity: str) -> str:
    """The series of a day, "" for what is no further day of one."""
    return identity.rpartition("/")[0]


def _name(message: Message) -> str:
    return key_of(message).partition("#")[0]


def _paired(
    before: Iterable["Day"], told: Iterable[Message], now: datetime
) -> tuple[list[tuple["Day", Message]], list["Day"]]:
    """Days told before with those that have come in their place, and the ones for which none has.

    What is over goes with what is over, what is to come with what is to come.
    """
    left, fresh = sorted(before, key=lambda d: d.at), sorted((m for m in told if not m.cancelled), key=lambda m: m.at)
    pairs: list[tuple[Day, Message]] = []
    for near in _NEAR:
        places: dict[object, list[Message]] = defaultdict(list)
        for message in reversed(fresh):
            places[near(message.at), message.at <= now].append(message)
        now_paired = [(day, place.pop()) for day in left if (place := places.get((near(day.at), day.at <= now)))]
        pairs += now_paired
        days, messages = {day.id for day, _ in now_paired}, {id(message) for _, message in now_paired}
        left, fresh = [d for d in left if d.id not in days], [m for m in fresh if id(m) not in messages]
    return pairs, left


def _is_off(one: _Series, day: "Day", now: datetime) -> bool:
    """Whether a day that is told no more did not take place, or won't.

    Of a day that is over this holds only if it was told as a plan, and the series as it is now begins before it.
    """
    return day.at > now or (day.told < day.at and one.first.at < day.at)


def _called_off(first: Message, day: "Day", name: str) -> Message:
    end = day.at + (first.end - first.at) if first.end else None
    origin = replace(first.origin, message_id=name.removeprefix(_MEETING))
    return replace(first, origin=origin, at=day.at, end=end, text="", cancelled=True)
