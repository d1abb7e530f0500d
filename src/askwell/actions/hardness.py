"""How hard she networks now, beside a month ago."""

from datetime import timedelta

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.wishes import read_wishes
from askwell.domain.books import Books
from askwell.guide.hardness import DAYS, Hardness, measure
from askwell.method import favors, followup

__all__ = ["Hardness", "hardness"]


def hardness(desk: Desk) -> Hardness | None:
    """The figure with its parts; None while there is too little to measure: then there is the ladder of courage."""
    return memory.worked_out(desk, "hardness", _hardness)


def _hardness(desk: Desk, kept: Books) -> Hardness | None:
    pace = read_wishes(desk).pace
    return measure(kept, memory.promises(desk), pace=pace, before=_a_month_ago(kept, pace=pace))


def _a_month_ago(kept: Books, *, pace: int | None) -> Hardness | None:
    then, calendar = kept.record.now - timedelta(days=DAYS), kept.record.calendar
    begun = kept.record.search.since
    if not kept.asks or kept.asks[0].at > then or (begun and begun >= calendar.day(then)):
        return None
    before = favors.books(kept.record.search, then, calendar)
    return measure(before, followup.promises_of(before, calendar), pace=pace)
