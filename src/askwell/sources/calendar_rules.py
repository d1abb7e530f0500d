"""Rules of meetings that repeat (RRULE), counted out in plain days: every step is counted, so that no rule runs away.

The days are those of RFC 5545 for rules of days, weeks, months and years. Rules of hours, minutes and seconds are no
meetings between people and are not counted out.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice

STEPS = 20_000  # days that are looked at for one rule; two years of every day are 730
_DAYS = {name: number for number, name in enumerate("MO TU WE TH FR SA SU".split())}
_KNOWN = frozenset(
    "FREQ INTERVAL COUNT UNTIL WKST BYDAY BYMONTH BYMONTHDAY BYYEARDAY BYSETPOS BYHOUR BYMINUTE BYSECOND".split()
)
_LATE = 3000  # no year beyond


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that can be counted out. `weekdays` are (which of the month or year, 0 for each; weekday)."""

    every: str
    interval: int = 1
    times: int = 0
    week_start: int = 0
    weekdays: tuple[tuple[int, int], ...] = ()
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()


def parts_of(text: str) -> dict[str, str]:
    """`FREQ=WEEKLY;COUNT=4` as its parts, the last of each name."""
    pairs = (part.partition("=") for part in text.upper().replace(" ", "").split(";") if part)
    return {name: value for name, _, value in pairs}


def rule_of(text: str) -> Rule | None:
    """The rule; None where it is none that can be counted out by days."""
    parts = parts_of(text)
    if parts.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"} or not parts.keys() <= _KNOWN:
        return None
    if any("," in parts.get(name, "") for name in ("BYHOUR", "BYMINUTE", "BYSECOND")):  # several times a day
        return None
    try:
        return Rule(
            every=parts["FREQ"],
            interval=_within(parts.get("INTERVAL", "1"), 1, 1000),
            times=_within(parts.get("COUNT", "0"), 0, 100_000),
            week_start=_DAYS[parts.get("WKST", "MO")],
            weekdays=tuple(map(_weekday, _listed(parts, "BYDAY"))),
            months=tuple(_within(month, 1, 12) for month in _listed(parts, "BYMONTH")),
            month_days=tuple(_within(day, -31, 31) for day in _listed(parts, "BYMONTHDAY")),
            year_days=tuple(_within(day, -366, 366) for day in _listed(parts, "BYYEARDAY")),
            positions=tuple(_within(at, -366, 366) for at in _listed(parts, "BYSETPOS")),
        )
    except (KeyError, ValueError):
        return None


def days(rule: Rule, start: date, *, begin: date, end: date, steps: int = STEPS) -> tuple[list[date], int]:
    """The days from `begin` to `end` (both included) on which a series that began on `start` falls, and steps taken.

    No more than `steps` days are looked at; what lies beyond them is left out.
    """
    taken = [0]
    found = _all(rule, start, begin, end, steps=steps, taken=taken)
    wanted = islice(found, rule.times) if rule.times else found
    return [day for day in wanted if begin <= day <= end], taken[0]


def _all(rule: Rule, start: date, begin: date, end: date, *, steps: int, taken: list[int]) -> Iterator[date]:
    """Every day up to `end`, the first included; before `begin` only where the times have to be counted."""
    first = 0 if rule.times else _skipped(rule, start, begin)
    if first == 0:
        yield start
    for number in count(first):
        period = _period(rule, start, number)
        taken[0] += len(period)
        if not period or period[0] > end or taken[0] > steps:
            return
        fitting = [day for day in period if _fits(rule, start, day)]
        for day in _at(fitting, rule.positions):
            if day > end:
                return
            if day > start:
                yield day


def _skipped(rule: Rule, start: date, begin: date) -> int:
    """The number of the first period that may reach into what is wanted."""
    if begin <= start:
        return 0
    months = (begin.year - start.year) * 12 + begin.month - start.month
    length = {"DAILY": (begin - start).days, "WEEKLY": (begin - start).days // 7 - 1, "MONTHLY": months}
    return max(0, length.get(rule.every, begin.year - start.year) // rule.interval - 1)


def _period(rule: Rule, start: date, number: int) -> list[date]:
    """The days of the day, week, month or year of that number; empty beyond the last year."""
    step = number * rule.interval
    try:
        if rule.every == "DAILY":
            return [start + timedelta(days=step)]
        if rule.every == "WEEKLY":
            monday = start - timedelta(days=(start.weekday() - rule.week_start) % 7) + timedelta(weeks=step)
            return [monday + timedelta(days=day) for day in range(7)]
        months = start.year * 12 + start.month - 1 + step
        year, month = divmod(months, 12) if rule.every == "MONTHLY" else (start.year + step, 0)
        if year >= _LATE:
            return []
        if rule.every == "MONTHLY":
            return [date(year, month + 1, day) for day in range(1, monthrange(year, month + 1)[1] + 1)]
        return [date(year, m, day) for m in _months(rule, start) for day in range(1, monthrange(year, m)[1] + 1)]
    except OverflowError:
        return []


def _months(rule: Rule, start: date) -> tuple[int, ...]:
    """The months of a year that have to be looked at."""
    if rule.months:
        return tuple(sorted(set(rule.months)))
    everywhere = rule.weekdays or rule.month_days or rule.year_days
    return tuple(range(1, 13)) if everywhere else (start.month,)


def _fits(rule: Rule, start: date, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not _counts(rule.month_days, day.day, monthrange(day.year, day.month)[1]):
        return False
    if rule.year_days and not _counts(rule.year_days, day.timetuple().tm_yday, _length_of_year(day)):
        return False
    if rule.weekdays:
        return any(_is_weekday(rule, day, which, weekday) for which, weekday in rule.weekdays)
    if rule.month_days or rule.year_days or rule.every == "DAILY":
        return True
    return day.weekday() == start.weekday() if rule.every == "WEEKLY" else day.day == start.day


def _is_weekday(rule: Rule, day: date, which: int, weekday: int) -> bool:
    """Whether a day is that weekday; of a month or year the first, second, last where `which` says so."""
    if day.weekday() != weekday:
        return False
    if not which or rule.every in {"DAILY", "WEEKLY"}:
        return True
    of_month = rule.every == "MONTHLY" or bool(rule.months)
    at = day.day if of_month else day.timetuple().tm_yday
    length = monthrange(day.year, day.month)[1] if of_month else _length_of_year(day)
    return which == ((at - 1) // 7 + 1 if which > 0 else -((length - at) // 7 + 1))


def _counts(wanted: tuple[int, ...], at: int, length: int) -> bool:
    return at in wanted or at - length - 1 in wanted


def _at(fitting: list[date], positions: tuple[int, ...]) -> list[date]:
    """Those of a period that BYSETPOS picks; all without it."""
    if not positions:
        return fitting
    places = {at - 1 if at > 0 else len(fitting) + at for at in positions if at}
    return [day for place, day in enumerate(fitting) if place in places]


def _length_of_year(day: date) -> int:
    return date(day.year, 12, 31).timetuple().tm_yday


def _listed(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",")[:400] if parts.get(name) else []


def _weekday(text: str) -> tuple[int, int]:
    return (_within(text[:-2], -53, 53) if text[:-2] else 0), _DAYS[text[-2:]]


def _within(text: str, least: int, most: int) -> int:
    number = int(text)
    if not least <= number <= most:
        raise ValueError(text)
    return number
