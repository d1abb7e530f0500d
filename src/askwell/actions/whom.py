"""Who can best answer first: the one person to ask, once goals and people are there."""

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.domain.people import Contact
from askwell.guide.today import whom_to_ask
from askwell.method.favors import Books


def best_to_ask(desk: Desk) -> Contact | None:
    """Whom to ask next, on any day; None where nobody is here, or all have been asked or rest."""
    return memory.worked_out(desk, "best to ask", _best)


def _best(desk: Desk, kept: Books) -> Contact | None:
    if not kept.record.search.goals.said:
        return None
    return next((one.contact for one in whom_to_ask(kept, desk.now, desk.calendar, limit=1)), None)
