"""`today`: the plan of the day for the desk, and what else waits for her word."""

from askwell.actions.desk import Desk
from askwell.domain.cues import Answer
from askwell.domain.plans import Day
from askwell.guide import today


def plan_day(desk: Desk, *, everything: bool = False) -> Day:
    """Today in its order; `everything` shows all that is owed, beyond her size."""
    from askwell.store import read

    return today.plan_day(read.search(desk.now), desk.now, desk.calendar, everything=everything)


def said_of(desk: Desk) -> str:
    """One line on what was noticed and waits for a yes or no; "" where nothing does."""
    from askwell.store import read

    waiting = sum(cue.answer is Answer.WAITING for cue in read.search(desk.now).cues)
    if not waiting:
        return ""
    things = "1 thing was" if waiting == 1 else f"{waiting} things were"
    return f"{things} noticed in your messages. Is it so? See: askwell replies"
