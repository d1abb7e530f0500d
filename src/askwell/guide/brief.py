"""The one page about goals and targets that helpers can keep, as plain text."""

from collections.abc import Iterable
from datetime import date

from askwell.domain.goals import Goals, NeedKind, Position, Status
from askwell.guide.drafts.phrases import sentence
from askwell.method import goals as tip_two
from askwell.method import openness

BACKGROUND_LINES = 4
TARGETS = 12  # of perhaps forty: a page is read, a list of forty is not
QUESTIONS = 5


def brief(goals: Goals) -> str:
    """Goal, background in four lines, companies, kinds of people, what she is trying to learn; nothing empty."""
    discreet = goals.status is Status.EMPLOYED
    parts = (
        _titled(goals.name, [sentence(openness.status_line(goals)), "In confidence, please." if discreet else ""]),
        _titled("What I am looking for", _aims(goals)),
        _titled("Where I come from", [_job(position) for position in _latest(goals.positions)]),
        _titled("What I am good at", _bullets(goals.strengths)),
        _titled("Companies I would love to know", _bullets((*goals.companies[:TARGETS], *goals.kinds_of_company))),
        _titled("People I would love to meet", _bullets(goals.kinds_of_people)),
        _titled("What I am trying to learn", _bullets(_questions(goals))),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _questions(goals: Goals) -> list[str]:
    """What she would like to learn, each thing once: favors are asked of one person, and not of a page's readers."""
    asked = [need for need in tip_two.needs(goals) if need.kind is not NeedKind.FAVOR]
    asked = [need for need in asked if not goals.statement or goals.statement not in need.question]
    alike: dict[str, str] = {}
    for need in asked:
        plain = need.question.replace(need.serves, "") if need.serves in goals.companies else need.question
        alike.setdefault(plain, need.question)
    return list(alike.values())[:QUESTIONS]


def _titled(title: str, lines: Iterable[str]) -> str:
    said = [line for line in lines if line]
    return "\n".join([title, *said]) if said else ""


def _bullets(things: Iterable[str]) -> list[str]:
    return [f"- {thing}" for thing in things if thing]


def _aims(goals: Goals) -> list[str]:
    named = (("Role", goals.roles), ("Field", goals.fields), ("Place", goals.places))
    return [sentence(goals.statement), *(f"{name}: {', '.join(those)}" for name, those in named if those)]


def _latest(positions: Iterable[Position]) -> list[Position]:
    """The last few jobs, the latest first."""
    known = [position for position in positions if position.title or position.company]
    known.sort(
        key=lambda position: (position.until is None, position.until or position.since or date.min), reverse=True
    )
    return known[:BACKGROUND_LINES]


def _job(position: Position) -> str:
    begun = str(position.since.year) if position.since else ""
    ended = str(position.until.year) if position.until else "today" if begun else ""
    years = " to ".join(dict.fromkeys(year for year in (begun, ended) if year))
    return ", ".join(part for part in (position.title, position.company, years) if part)
