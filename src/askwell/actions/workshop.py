"""The workshop of her goals: companies put in order, the five questions answered, three friends who say it back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.goals import keep_goals
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals, Position
from askwell.domain.people import Contact, Permission, Tie
from askwell.guide import clarity
from askwell.guide.introduction import introduction
from askwell.identity import companies as names
from askwell.identity.called import called
from askwell.method import goals as method

TO_FIRST, UP, DOWN, OUT = MOVES = ("first", "up", "down", "out")
ORDER = {Tie.CLOSE: 0, Tie.KNOWN: 1, Tie.BARELY: 2, Tie.NEW: 3}


@dataclass(frozen=True, slots=True)
class Friend:
    """Somebody to ask how her goal sounds: two lines, to be sent as they are; `need` is the number of the question."""

    contact: Contact
    lines: str
    need: int | None


def move(desk: Desk, company: str, how: str) -> Done:
    """Put a company first, one up, one down, or out of the list."""
    goals = desk.goals
    if company not in goals.companies or how not in MOVES:
        raise Refused("This company is not in your list any more, so nothing was changed.")
    at, rest = goals.companies.index(company), [one for one in goals.companies if one != company]
    if how == OUT:
        return keep_goals(desk, replace(goals, companies=tuple(rest)), f"{company} is out of your list.")
    to = {TO_FIRST: 0, UP: max(at - 1, 0), DOWN: min(at + 1, len(rest))}[how]
    moved = (*rest[:to], company, *rest[to:])
    return keep_goals(desk, replace(goals, companies=moved), f"{company} is number {to + 1} in your list.")


def add(desk: Desk, more: Sequence[str]) -> Done:
    """Further companies, behind those there are; one that is there already keeps its place."""
    goals = desk.goals
    fresh = [one for one in more if not any(names.same(one, known) for known in goals.companies)]
    fresh = list(dict.fromkeys(fresh))
    if not fresh:
        return Done("They are in your list already; nothing was changed.")
    count = "One company" if len(fresh) == 1 else f"{len(fresh)} companies"
    return keep_goals(desk, replace(goals, companies=(*goals.companies, *fresh)), f"{count} added to your list.")


def answer(desk: Desk, answers: Mapping[str, str], *, job: Position | None = None, **changes: object) -> Done:
    """Her answers with what follows from them, her last job, and other goals of hers, as one change.

    A job without a company takes out what she had told of her last one.
    """
    goals = clarity.answered(replace(desk.goals, **changes), answers)  # type: ignore[arg-type]
    if job is not None:
        own = (*((job,) if job.company else ()), *_others(goals, job))
        told = tuple(one for one in goals.positions if not one.own)
        goals = replace(goals, positions=method.jobs(own, told))
    return keep_goals(desk, goals, "Your answers are kept.", noted="Your answers were kept")


def _others(goals: Goals, job: Position) -> tuple[Position, ...]:
    """Further jobs that she told herself; the last one takes the place of what she said of it before."""
    last = last_job(goals)
    own = [one for one in goals.positions if one.own and not names.same(one.company, job.company)]
    return tuple(one for one in own if one != last)


def last_job(goals: Goals) -> Position | None:
    """Her last job: her own word before LinkedIn's, one that goes on before one that ended."""
    held = [one for one in goals.positions if one.company or one.title]
    told = [one for one in held if one.own] or held
    current = [one for one in told if one.until is None]
    return next(iter(current), None) or max(told, key=lambda one: one.until or one.since, default=None)  # type: ignore[arg-type,return-value]


def friends(desk: Desk) -> tuple[Friend, ...]:
    """Three people who are close and may be written to, with two lines for each."""
    goals = memory.facts(desk).goals
    if not goals.said:
        return ()
    asked = {clarity.QUESTION, method.say_back(goals)}
    need = next((number for number, one in enumerate(method.needs(goals), 1) if one.question in asked), None)
    said = " ".join(introduction(goals, today=desk.calendar.day(desk.now)))
    closest = memory.worked_out(desk, "closest", lambda _, kept: _closest(kept.record.search.contacts.values()))
    return tuple(Friend(one, _lines(one, goals, said), need) for one in closest)


def _closest(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    open_ones = (one for one in contacts if one.permission is Permission.OPEN and one.name)
    return tuple(
        nsmallest(
            clarity.FRIENDS, open_ones, key=lambda one: (ORDER[one.tie], one.last is None, _ago(one), one.name, one.id)
        )
    )


def _ago(contact: Contact) -> float:
    return -contact.last.timestamp() if contact.last else 0.0


def _lines(contact: Contact, goals: Goals, said: str) -> str:
    greeting = called(contact.name) or contact.name
    sentence = goals.statement or said
    return (
        f"{greeting}, I am trying out how I say what I look for: “{sentence.rstrip()}”\n"
        f"{clarity.QUESTION} Two lines are plenty. Thank you, {called(goals.name) or goals.name}".rstrip(", ")
    )
