"""How her letters introduce her: status, goal, and whom she would love to meet, as they stand in a first one."""

from datetime import date

from askwell.domain.goals import Goals
from askwell.domain.people import Contact
from askwell.guide.drafts import aims
from askwell.guide.drafts.occasion import Occasion

NOBODY = Contact(id="", name="")


def introduction(goals: Goals, *, today: date) -> tuple[str, ...]:
    """Sentences for a letter to somebody who knows nothing of it yet; made of her goals alone."""
    at = Occasion(NOBODY, goals, "email", today)
    return tuple(part for part in aims.told_apart(at)[0] if part)
