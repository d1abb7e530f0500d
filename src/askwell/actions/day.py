"""`today`: the plan of the day for the desk, and what else waits for her word."""

from collections.abc import Mapping
from typing import NamedTuple

from askwell.actions.desk import Desk
from askwell.domain.cues import Answer
from askwell.domain.people import Contact
from askwell.domain.plans import AskState, Day
from askwell.domain.search import Phase, Search
from askwell.guide import today
from askwell.method import favors


class Look(NamedTuple):
    """A look at the day: its plan, everybody by id, and one line on what waits for her word ("" for nothing).

    `phase` is that of the search; `asked` are those with a question of hers that is still open; `aims` tells whether
    there are goals.
    """

    day: Day
    names: Mapping[str, Contact]
    said: str
    phase: Phase
    asked: frozenset[str]
    aims: bool


def look(desk: Desk, *, everything: bool = False) -> Look:
    """Today in its order, read from the store once; `everything` shows all that is owed, beyond her size."""
    from askwell.store import read

    search = read.search(desk.now)
    calendar = desk.calendar
    kept = favors.books(search, desk.now, calendar)
    day = today.plan_day(search, desk.now, calendar, everything=everything, kept=kept)
    asked = frozenset(ask.to for ask in kept.asks if ask.state is AskState.SENT)
    return Look(day, search.contacts, _said_of(search), search.phase, asked, search.goals.said)


def plan_day(desk: Desk, *, everything: bool = False) -> Day:
    """The plan of the day alone."""
    return look(desk, everything=everything).day


def said_of(desk: Desk) -> str:
    """One line on what was noticed and waits for a yes or no; "" where nothing does."""
    from askwell.store import read

    return _said_of(read.search(desk.now))


def _said_of(search: Search) -> str:
    waiting = sum(cue.answer is Answer.WAITING for cue in search.cues)
    if not waiting:
        return ""
    things = "1 thing was" if waiting == 1 else f"{waiting} things were"
    return f"{things} noticed in your messages. Is it so? See: askwell replies"
