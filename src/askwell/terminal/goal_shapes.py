"""The JSON of goals, needs and the brief (see `schemas/`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from askwell.domain.goals import Goals, Need, Position
    from askwell.guide.brief import Brief
    from askwell.guide.one_voice import Voice

Shape = dict[str, Any]


def goal_lists(found: Goals) -> dict[str, list[str]]:
    """The lists of the goals under the names they have in the file."""
    names = ("roles", "fields", "places", "kinds_of_company", "companies", "kinds_of_people", "strengths")
    return {name: list(getattr(found, name)) for name in names}


def goals(found: Goals, *, batch: str | None = None, voices: Iterable[Voice] = ()) -> Shape:
    """Goals under the keys that `goals --set` reads, needs as they stand or are proposed.

    `voice` is where her status is said otherwise, in headline, signature, status line or letters begun.
    """
    from askwell.method.goals import needs

    shape: Shape = {
        "name": found.name,
        "statement": found.statement,
        "status": str(found.status),
        "status_line": found.status_line,
        "since": found.since.isoformat() if found.since else None,
        "zone": found.zone,
        "country": found.country,
        **goal_lists(found),
        "limits": dict(found.limits),
        "clarity": {key: words for key, words in found.clarity.items() if words},
        "jobs": [job(position) for position in found.positions],
        "needs": [need(n) for n in needs(found)],
        "proposed": not found.needs,
        "voice": [voice(one) for one in voices],
    }
    return {**shape, "batch": batch} if batch else shape


def brief(made: Brief, *, pdf: str = "", paper: str = "") -> Shape:
    """The one page as text, and what it left out; `pdf` is where it was saved."""
    shape: Shape = {"brief": made.text, "left_out": list(made.left_out)}
    return {**shape, "pdf": pdf, "paper": paper} if pdf else shape


def need(found: Need) -> Shape:
    return {"kind": str(found.kind), "question": found.question, "serves": found.serves}


def job(found: Position) -> Shape:
    """A job of hers; `own` where she told it herself."""
    since, until = (day.isoformat() if day else None for day in (found.since, found.until))
    return {"company": found.company, "title": found.title, "since": since, "until": until, "own": found.own}


def voice(found: Voice) -> Shape:
    return {"key": found.key, "place": found.place, "words": found.words, "say": found.say, "instead": found.instead}
