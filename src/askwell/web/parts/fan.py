"""The fan of what may lie ahead, in plain numbers for attributes of an SVG: curves in a view, words in percent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from askwell.guide.forecast.told import GOAL, Forecast, Week

VIEW = 1000
BASE, TOP = 900.0, 160.0  # of the view, downward
TOPS = (10, 20, 50, GOAL)  # how many referrals the picture is high
SHORTEST, BEHIND = 12, 26  # weeks ahead that are shown at least, and weeks before today at most
LABELS_MOST = 6  # months along the foot
LOW = 78.0  # percent from the top; a point below it has its words above it
EDGE = 8.0  # percent from a side in which words begin or end at their point
ROOM = 24.0  # percent that the words of the goal take up


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a point in percent; `look` is a class of the style, `anchor` where they stand at it."""

    text: str
    x: str
    y: str
    look: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Fan:
    """Paths of the picture and its words. `to_goal` tells that its top is the hundredth referral."""

    rules: str
    top: str
    wide: str
    near: str
    middle: str
    past: str
    waiting: str
    now: tuple[str, str]
    labels: tuple[Label, ...]
    to_goal: bool


@dataclass(frozen=True, slots=True)
class _Scale:
    """Weeks from today and referrals, as places in the view."""

    behind: int
    ahead: int
    high: int

    def x(self, week: float) -> float:
        return VIEW * (week + self.behind) / (self.behind + self.ahead)

    def y(self, count: float) -> float:
        return BASE - (BASE - TOP) * min(count, self.high) / self.high

    def at(self, week: float, count: float) -> str:
        return f"{self.x(week):.1f} {self.y(count):.1f}"

    def path(self, points: Iterable[tuple[float, float]]) -> str:
        return "M" + "L".join(self.at(*point) for point in points)


def fan(found: Forecast, *, today: date) -> Fan:
    """The picture of a forecast."""
    weeks = found.fan[: _ahead(found) + 1]
    behind = min(len(found.past), BEHIND, len(weeks))
    scale = _Scale(behind, len(weeks) - 1, _high(found, weeks))
    waits = weeks[-1].middle - weeks[-1].waiting > scale.high / 30
    half = scale.y(scale.high / 2)
    return Fan(
        rules=f"M0 {BASE:.0f}H{VIEW}M0 {half:.0f}H{VIEW}",
        top=f"M0 {TOP:.0f}H{VIEW}",
        wide=_band(scale, weeks, "low", "high"),
        near=_band(scale, weeks, "lower", "upper"),
        middle=scale.path((one.week, one.middle) for one in _until_top(weeks, scale.high)),
        past=scale.path(_past(found, behind)),
        waiting=scale.path((one.week, one.waiting) for one in weeks) if waits else "",
        now=(_percent(scale.x(0)), _percent(scale.y(found.referrals))),
        labels=tuple(_labels(found, scale, today, waiting=weeks[-1].waiting if waits else None)),
        to_goal=scale.high == GOAL,
    )


def _ahead(found: Forecast) -> int:
    """Weeks that are shown: a third beyond the middle, else as far as the forecast goes."""
    middle = found.present.to_goal.middle
    if middle is None:
        return found.horizon
    return min(found.horizon, max(SHORTEST, ceil(middle * 4 / 3)))


def _high(found: Forecast, weeks: Sequence[Week]) -> int:
    most = max(found.referrals, weeks[-1].high)
    return next((high for high in TOPS if most <= 0.9 * high), GOAL)


def _band(scale: _Scale, weeks: Sequence[Week], low: str, high: str) -> str:
    over = [(one.week, getattr(one, high)) for one in weeks]
    under = [(one.week, getattr(one, low)) for one in reversed(weeks)]
    return f"{scale.path([*over, *under])}Z"


def _until_top(weeks: Sequence[Week], high: int) -> Iterator[Week]:
    for one in weeks:
        yield one
        if one.middle >= high:
            return


def _past(found: Forecast, behind: int) -> Iterator[tuple[float, float]]:
    counts = (0, *found.past)[-behind - 1 :] if behind else ()
    yield from ((week - behind, count) for week, count in enumerate(counts[:-1]))
    yield 0, found.referrals


def _percent(value: float) -> str:
    return f"{100 * value / VIEW:.1f}"


def _labels(found: Forecast, scale: _Scale, today: date, *, waiting: float | None) -> Iterator[Label]:
    yield Label(f"{scale.high} referrals", "0", _percent(TOP - 22))
    yield Label(f"{scale.high // 2}", "0", _percent(scale.y(scale.high / 2) - 22))
    yield _today(found, scale)
    yield from _reached(found, scale, today)
    if waiting is not None:
        yield Label("if you mostly waited", "99.5", _percent(scale.y(waiting) - 22), "f-wide", "end")
    yield from _months(scale, today)


def _today(found: Forecast, scale: _Scale) -> Label:
    x, y = scale.x(0) / 10, scale.y(found.referrals) / 10
    return Label(
        f"{found.referrals} today", f"{x:.1f}", f"{y - 4.5 if y > LOW else y + 8.5:.1f}", "f-strong", _anchor(x)
    )


def _reached(found: Forecast, scale: _Scale, today: date) -> Iterator[Label]:
    middle = found.present.to_goal.middle
    if middle is not None and middle <= scale.ahead and scale.x(middle) / 10 > ROOM:
        x = scale.x(middle) / 10
        when = about(today + timedelta(weeks=middle), today=today)
        yield Label(when, f"{x:.1f}", _percent(TOP - 24), "f-strong", _anchor(x))


def _months(scale: _Scale, today: date) -> Iterator[Label]:
    """The firsts of months along the foot, a few of them; in full where there is room, else in short."""
    begin, end = today - timedelta(weeks=scale.behind), today + timedelta(weeks=scale.ahead)
    firsts = [day for day in _firsts(begin) if day <= end]
    step = ceil(len(firsts) / LABELS_MOST) or 1
    for day in firsts[::step]:
        x = scale.x((day - today).days / 7) / 10
        for look, text in (("f-wide", f"{day:%B}"), ("f-small", f"{day:%b}")):
            yield Label(text, f"{x:.1f}", "96.5", look, _anchor(x))


def _firsts(begin: date) -> list[date]:
    """The first days of two years of months from a day on."""
    months = (begin.month + number for number in range(25))
    days = [date(begin.year + (month - 1) // 12, (month - 1) % 12 + 1, 1) for month in months]
    return [day for day in days if day >= begin]


def _anchor(x: float) -> str:
    if x < EDGE:
        return ""
    return "end" if x > 100 - EDGE else "middle"


def about(day: date, *, today: date) -> str:
    """Early July, mid-July, late July: as exact as a forecast may be, with the year where it is another one."""
    part = "early " if day.day <= 10 else "mid-" if day.day <= 20 else "late "
    return f"{part}{day:%B}{f' {day.year}' if day.year != today.year else ''}"
