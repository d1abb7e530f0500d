"""Tip 2, goals first, then needs: reading her goals, the needs that follow from them, and how clear they are."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from askwell.domain.errors import Refused
from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.identity.roles import with_article

LISTS = (
    "roles",
    "fields",
    "places",
    "kinds_of_company",
    "companies",
    "kinds_of_people",
    "strengths",
    "schools",
)
WORDS = ("name", "statement", "status_line", "headline")
KEYS = (*WORDS, *LISTS, "status", "since", "zone", "country", "limits", "needs")
BEFORE_FIRST_IMPORT = timedelta(days=90)
COMPANIES_ASKED_ABOUT = 5
AIM_OF_COMPANIES = 40


def parse(text: str) -> Goals:
    """Goals from TOML or JSON text. Raises Refused, naming the key and what may stand there."""
    from difflib import get_close_matches

    found = _load(text)
    for key in found:
        near = get_close_matches(str(key), KEYS, n=1, cutoff=0.8)
        if key not in KEYS and near:
            raise Refused(f"The goals have a line “{key}”. Did you mean “{near[0]}”? Correct it and set them again.")
    given: dict[str, Any] = {key: _words(key, found[key]) for key in WORDS if key in found}
    given |= {key: _list(key, found[key]) for key in LISTS if key in found}
    special: dict[str, Callable[[Any], Any]] = {
        "status": _status,
        "since": _day,
        "zone": _zone,
        "country": _country,
        "limits": _limits,
        "needs": _needs,
    }
    given |= {key: read(found[key]) for key, read in special.items() if key in found}
    return Goals(**given)


def _load(text: str) -> dict[str, Any]:
    import tomllib  # here and above, because most commands read no goals

    text = text.removeprefix("\ufeff")
    try:
        found = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused(_unreadable(text, str(error))) from error
    return dict(found)


def _unreadable(text: str, fault: str) -> str:
    """Which line could not be read, and how one is written: most such faults are a missing quotation mark."""
    import re

    at = re.search(r"line (\d+)", fault)
    lines = text.splitlines()
    line = lines[int(at[1]) - 1].strip()[:60] if at and int(at[1]) <= len(lines) else ""
    where = (
        f"Line {at[1]} of the goals could not be read: {line}" if at and line else f"The goals end too early: {fault}"
    )
    return (
        f"{where}\nWords stand in straight quotation marks, and lists in brackets too:\n"
        '  name = "Alex Marlowe"\n  roles = ["Nurse", "Head nurse"]\nNothing was changed.'
    )


def _wrong(key: str, wanted: str, value: object) -> Refused:
    return Refused(f"The line “{key}” of the goals should be {wanted}, not {str(value)[:60]!r}.")


def _words(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(key, "words in quotes", value)
    return value.strip()


def _list(key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(key, 'a list of words, such as ["one", "two"]', value)
    return tuple(dict.fromkeys(one.strip() for one in value if one.strip()))


def _status(value: object) -> Status:
    try:
        return Status(str(value).strip().lower().replace(" ", "-").replace("_", "-"))
    except ValueError:
        raise _wrong("status", "“in-transition” or “employed”", value) from None


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise _wrong("since", "a day such as 2026-03-01", value) from None


def _zone(value: object) -> str:
    name = _words("zone", value)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise _wrong("zone", "a time zone such as “America/Chicago”", value) from None
    return name


def _country(value: object) -> str:
    code = _words("country", value).upper()
    if code and not (len(code) == 2 and code.isalpha() and code.isascii()):
        raise _wrong("country", "the two letters of a country, such as “US”", value)
    return code


def _limits(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _wrong("limits", "a table of names and words", value)
    return {str(key): _limit(one) for key, one in value.items()}


def _limit(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value).strip()


def _needs(value: object) -> tuple[Need, ...]:
    if not isinstance(value, list):
        raise _wrong("needs", "a list of tables with “kind” and “question”", value)
    return tuple(_need(f"needs[{number}]", one) for number, one in enumerate(value, start=1))


def _need(key: str, value: object) -> Need:
    if not isinstance(value, dict):
        raise _wrong(key, "a table with “kind” and “question”", value)
    kinds = " | ".join(NeedKind)
    try:
        kind = NeedKind(str(value.get("kind", "")).strip().lower())
    except ValueError:
        raise _wrong(f"{key}.kind", f"one of {kinds}", value.get("kind", "")) from None
    question = _words(f"{key}.question", value.get("question", ""))
    if not question:
        raise Refused(f"The line “{key}.question” of the goals is empty: write the question itself.")
    return Need(kind=kind, question=question, serves=_words(f"{key}.serves", value.get("serves", "")))


def to_dict(goals: Goals) -> dict[str, Any]:
    """The same keys as `parse` reads, as plain values; only what is filled in."""
    plain: dict[str, Any] = {key: getattr(goals, key) for key in WORDS}
    plain |= {"status": str(goals.status), "since": goals.since.isoformat() if goals.since else ""}
    plain |= {"zone": goals.zone, "country": goals.country, "limits": dict(goals.limits)}
    plain |= {key: list(getattr(goals, key)) for key in LISTS}
    plain["needs"] = [{"kind": str(n.kind), "question": n.question, "serves": n.serves} for n in goals.needs]
    return {key: value for key, value in plain.items() if value or key == "status"}


def ranked(goals: Goals) -> tuple[tuple[int, str], ...]:
    """Target companies with their rank from 1, as she ordered them."""
    return tuple(enumerate(goals.companies, start=1))


def serves(goals: Goals) -> tuple[str, ...]:
    """What a need can serve: a target company, role, field, place, kind of company or people, or the statement."""
    named = (goals.companies, goals.roles, goals.fields, goals.places, goals.kinds_of_company, goals.kinds_of_people)
    return (*(one for group in named for one in group), *((goals.statement,) if goals.statement else ()))


def needs(goals: Goals) -> tuple[Need, ...]:
    """The needs she wrote, each tied to the goal it serves; else those proposed."""
    if not goals.needs:
        return propose_needs(goals)
    return tuple(need if need.serves else replace(need, serves=_served(need, goals)) for need in goals.needs)


def _served(need: Need, goals: Goals) -> str:
    """The goal its question names, else the first one there is."""
    question = need.question.casefold()
    return next((goal for goal in serves(goals) if goal.casefold() in question), next(iter(serves(goals)), ""))


def propose_needs(goals: Goals) -> tuple[Need, ...]:
    """Questions of all four kinds, particular to her role, field, place and targets. Empty only without any goal."""
    if not goals.said:
        return ()
    return tuple({need.question: need for need in _proposed(goals)}.values())


def _proposed(goals: Goals) -> Iterator[Need]:
    role = next(iter(goals.roles), "")
    field = next(iter(goals.fields), "")
    goal = role or field or next(iter(goals.companies), "") or goals.statement
    job = with_article(role) if role else f"somebody in {field}" if field else "a newcomer"
    yield from _information(goals, role=role, field=field, job=job)
    yield from _advice(goals, goal=goal, job=job)
    yield from _feedback(goals, goal=goal, job=job)
    practice = f" for a job as {with_article(role)}" if role else f" for a job in {field}" if field else ""
    yield Need(NeedKind.FAVOR, f"Would you do a half-hour practice interview with me{practice}?", goal)


def _information(goals: Goals, *, role: str, field: str, job: str) -> Iterator[Need]:
    work = _work(role) or (f"the work in {field}" if field else "the work")
    for company in goals.companies[:COMPANIES_ASKED_ABOUT]:
        question = f"How is {work} organized at {company}, and what is the team struggling with?"
        yield Need(NeedKind.INFORMATION, question, company)
    for place in goals.places[:1]:
        yield Need(NeedKind.INFORMATION, f"Which companies around {place} are good places for {job}?", place)
    if field:
        yield Need(NeedKind.INFORMATION, f"What is changing in {field} that an outsider would not see?", field)
    if not (goals.companies or goals.places or field):
        week = f"of {job}" if role else "in such a job"
        yield Need(NeedKind.INFORMATION, f"What does a usual week {week} look like?", role or goals.statement)


def _work(role: str) -> str:
    """What is organized there, so that it is right for every role: the work of a warehouse manager."""
    return f"the work of {with_article(role)}" if role else ""


def _advice(goals: Goals, *, goal: str, job: str) -> Iterator[Need]:
    yield Need(NeedKind.ADVICE, f"Which one skill or certificate matters most for {job} today?", goal)
    for company in goals.companies[:1]:
        yield Need(NeedKind.ADVICE, f"What would {company} want to hear first from {job}?", company)


def _feedback(goals: Goals, *, goal: str, job: str) -> Iterator[Need]:
    named = bool(goals.roles or goals.fields)
    reads = f"read as that of {job}" if named else "show what I am looking for"
    yield Need(NeedKind.FEEDBACK, f"Does my CV {reads}, and what is missing?", goal)
    if goals.statement:
        yield Need(NeedKind.FEEDBACK, f"Does this make sense to you: “{goals.statement}”", goals.statement)


def since(goals: Goals, *, first_import: date, positions: Iterable[Position] | None = None) -> date:
    """The day her search began: as she says, else the end of her last job if none is current, else 90 days earlier.

    "Earlier" is than her first import. A month stands for its first day.
    """
    if goals.since is not None:
        return goals.since
    held = goals.positions if positions is None else positions
    return last_job_ended(held, by=first_import) or first_import - BEFORE_FIRST_IMPORT


def last_job_ended(positions: Iterable[Position], *, by: date) -> date | None:
    """The end of her last job; None where she has one, none is known, or it ended after the day `by`."""
    held = tuple(positions)
    ends = [position.until for position in held if position.until is not None]
    return max(ends) if ends and len(ends) == len(held) and max(ends) <= by else None


@dataclass(frozen=True, slots=True)
class Clarity:
    """One of the five questions; `answer` is as much of an answer as her goals give, "" where they give none."""

    key: str
    question: str
    answer: str = ""
    next: str = ""


def clarity(goals: Goals) -> tuple[Clarity, ...]:
    """The author's five questions, with what her goals already answer and the one thing that would help next."""
    target = next(iter(goals.companies), "")
    people = ", ".join(goals.kinds_of_people[:3])
    manager = " at ".join(part for part in (people, target) if part)
    ten = "; ".join(part for part in (goals.statement, ", ".join(goals.strengths[:3])) if part)
    problems = [need.question for need in goals.needs][:3]
    aim = f"{len(goals.companies)} of {AIM_OF_COMPANIES} targets named" if goals.companies else ""
    return (
        Clarity(
            "manager",
            "Could I name the hiring manager at a particular organization?",
            manager,
            f"Ask an insider who runs the team at {target}."
            if target
            else "Name one company you would love to work for.",
        ),
        Clarity(
            "hundred",
            "Would I pay $100 for an hour with them?",
            target,
            "Rank your companies by how gladly you would pay." if target else "Name the companies you would pay for.",
        ),
        Clarity(
            "ten-minutes",
            "Would I know what to say in ten uninterrupted minutes?",
            ten,
            "" if goals.statement and goals.strengths else "Write your goal in one sentence, and three strengths.",
        ),
        Clarity(
            "problems",
            "Which three problems do I most want to solve?",
            "; ".join(problems),
            "" if len(problems) == 3 else "Write three questions under needs.",
        ),
        Clarity(
            "say-back",
            "Could people in my network say my targets back?",
            aim,
            "Send two lines to three friends, and hold their answers against your goal.",
        ),
    )
