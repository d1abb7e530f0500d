"""How she wishes to work: read, and set one by one, each in a kind sentence and with an undo of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.domain.dated import spoken
from askwell.domain.errors import Refused
from askwell.domain.wishes import SIZES, Theme, Wishes

__all__ = ["SIZES", "Changes", "Theme", "Wishes", "read_wishes", "rest_today", "set_wishes"]

MOST_ASKS = 20  # new asks a day that can be wished for
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


class Changes(TypedDict, total=False):
    """What can be wished; None for a size or pace leaves it to what serves best, None for the day of rest ends it."""

    size: int | None
    pace: int | None
    rest_day: date | None
    accepts: bool
    shortcuts: bool
    theme: str
    forecast: bool


def read_wishes(desk: Desk) -> Wishes:  # noqa: ARG001 - every verb takes the desk
    """What she has wished so far."""
    from askwell.store import read_wishes as stored

    return stored.wishes()


def set_wishes(desk: Desk, **changes: Unpack[Changes]) -> Done:
    """Change what is named, and nothing else. Raises Refused for a size, pace or theme that there is not."""
    from askwell.store import write

    before = read_wishes(desk)
    wishes = _changed(before, changes, desk)
    said = " ".join(_said(before, wishes, desk))
    if not said:
        return Done("It is so already; nothing was changed.")
    with write.batch("wish", said, now=desk.now) as batch:
        write.set_wishes(batch, wishes)
    return Done(said, batch.trace)


def rest_today(desk: Desk) -> Done:
    """Make today a day of rest: nothing is put before her, nothing is lost."""
    return set_wishes(desk, rest_day=desk.calendar.day(desk.now))


def _changed(before: Wishes, changes: Changes, desk: Desk) -> Wishes:
    _check(changes)
    since = before.accepts_since
    if "accepts" in changes:
        since = (since or desk.now) if changes["accepts"] else None
    return replace(
        before,
        size=changes.get("size", before.size),
        pace=changes.get("pace", before.pace),
        rest_day=changes.get("rest_day", before.rest_day),
        accepts_since=since,
        shortcuts=changes.get("shortcuts", before.shortcuts),
        theme=Theme(changes.get("theme", before.theme)),
        forecast=changes.get("forecast", before.forecast),
    )


def _check(changes: Changes) -> None:
    size, pace, theme = changes.get("size"), changes.get("pace"), changes.get("theme", "")
    if size is not None and size not in SIZES:
        raise Refused(f"A day of {size} things can’t be chosen; it is one of {', '.join(map(str, SIZES))}.")
    if pace is not None and not 0 <= pace <= MOST_ASKS:
        raise Refused(f"{pace} new people a day can’t be chosen; it is a number from 0 to {MOST_ASKS}.")
    if theme and theme not in {one.value for one in Theme}:
        raise Refused(f"“{theme}” is no way the pages can look; it is one of {', '.join(Theme)}.")


def _said(before: Wishes, now: Wishes, desk: Desk) -> Iterator[str]:
    """A sentence for each wish that is another now."""
    if now.size != before.size:
        yield _size(now.size)
    if now.pace != before.pace:
        yield _pace(now.pace)
    if now.rest_day != before.rest_day:
        yield _rest(now.rest_day, desk)
    if now.accepts != before.accepts:
        yield ACCEPTS[now.accepts]
    if now.shortcuts != before.shortcuts:
        yield SHORTCUTS[now.shortcuts]
    if now.theme != before.theme:
        yield THEMES[now.theme]
    if now.forecast != before.forecast:
        yield FORECAST[now.forecast]


ACCEPTS = {
    True: "What is sure is taken as it is from now on; each can be undone.",
    False: "From now on you say yes or no to each thing that is noticed.",
}
SHORTCUTS = {True: "Single-key shortcuts are on.", False: "Single-key shortcuts are off."}
THEMES = {
    Theme.SYSTEM: "The pages are light or dark as your computer is.",
    Theme.LIGHT: "The pages are light from now on.",
    Theme.DARK: "The pages are dark from now on.",
}
FORECAST = {True: "The forecast is shown.", False: "The forecast is hidden."}


def _size(size: int | None) -> str:
    if size is None:
        return "As much a day as fits into half an hour, from now on."
    return f"{_number(size)} {'thing' if size == 1 else 'things'} a day from now on."


def _pace(pace: int | None) -> str:
    if pace is None:
        return "As many new people a day as serve best, from now on."
    return f"{_number(pace)} new {'person' if pace == 1 else 'people'} to ask a day from now on."


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _rest(day: date | None, desk: Desk) -> str:
    if day is None:
        return "No day of rest: your list is here again."
    which = "Today" if day == desk.calendar.day(desk.now) else spoken(day)
    return f"{which} is a day of rest. Everything waits, and nothing is lost."
