"""Tip 2, goals first, then needs: the needs that follow from her goals, her targets, and how clear they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from askwell.domain.goal_lines import KEYS, parse, to_dict
from askwell.domain.goals import Goals, Need, NeedKind, Position
from askwell.identity import companies, resume, wordlists
from askwell.identity.wanted import Wanted, wanted

__all__ = ["KEYS", "parse", "to_dict"]

BEFORE_FIRST_IMPORT = timedelta(days=90)
COMPANIES_ASKED_ABOUT = 5
AIM_OF_COMPANIES = 40  # named companies, ranked
QUESTIONS = ("needs.txt", "needs_more.txt", "needs_any.txt")


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
    known = serves(goals)
    return tuple(need if need.serves in known else replace(need, serves=_served(need, goals)) for need in goals.needs)


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
    look = wanted(goals)
    asks = _Asks(look, goals)
    field = look.in_field.removeprefix(" in ")
    goal = next(filter(None, (look.goal, field, *goals.roles, *goals.companies, goals.statement, *goals.fields)), "")
    yield from asks.information(goal, field=field)
    yield asks.need(NeedKind.ADVICE, "skill", goal)
    for company in goals.companies[:1]:
        yield asks.need(NeedKind.ADVICE, "lead", company, company=company)
    yield asks.need(NeedKind.FEEDBACK, "cv", goal)
    if look.other:
        yield asks.need(NeedKind.FEEDBACK, "between", goal, other=look.other)
    for strength in goals.strengths[: 0 if look.unsure else 1]:
        yield asks.need(NeedKind.FEEDBACK, "strength", goal, strength=strength)
    if goals.statement and not look.unsure:
        yield asks.need(NeedKind.FEEDBACK, "sense", goals.statement, statement=goals.statement)
    if not look.unsure:
        yield asks.need(NeedKind.FEEDBACK, "say back", goals.statement or goal)
    yield asks.need(NeedKind.FAVOR, "favor", goal)


def say_back(goals: Goals) -> str:
    """The question that lets somebody say her goal back, as one would put it in her line of work."""
    return _Asks(wanted(goals), goals).need(NeedKind.FEEDBACK, "say back", goals.statement).question


@dataclass(frozen=True, slots=True)
class _Asks:
    """Questions of the line of work that her goals name, filled in."""

    look: Wanted
    goals: Goals

    def information(self, goal: str, *, field: str) -> Iterator[Need]:
        """On her targets, each in turn; on the place, the line of work, and what she wants to solve."""
        inside = self._inside()
        for number, company in enumerate(self.goals.companies[:COMPANIES_ASKED_ABOUT]):
            yield self._filled(NeedKind.INFORMATION, inside[number % len(inside)], company, company=company)
        if self.look.place:
            yield self.need(NeedKind.INFORMATION, "around", self.look.around)
        if field or self.look.role or not (self.goals.companies or self.look.place):
            yield self.need(NeedKind.INFORMATION, "line", field or goal)
        targets = self.goals.companies
        for number, problem in enumerate(self.goals.problems):
            company = targets[number % len(targets)] if targets else ""
            kind = "deal at" if company else "deal"
            yield self.need(NeedKind.INFORMATION, kind, company or field or goal, company=company, problem=problem)

    def need(self, kind: NeedKind, name: str, serves: str, **facts: str) -> Need:
        return self._filled(kind, self._bank(name)[0], serves, **facts)

    def _bank(self, name: str) -> tuple[str, ...]:
        """The questions of a kind in the first set that has some for this line of work."""
        sets = (told for traits, told in _bank() if traits & self.look.traits and name in told)
        return next(sets)[name]

    def _inside(self) -> tuple[str, ...]:
        """Those of her line of work, and behind them one that fits each."""
        own, common = self._bank("inside"), _bank()[-1][1]["inside"]
        return (*own, common[-1]) if self.look.role and own != common else own

    def _filled(self, kind: NeedKind, question: str, serves: str, **facts: str) -> Need:
        look = self.look
        facts |= {
            "role": look.role,
            "job": look.job,
            "as job": look.as_job,
            "in field": look.in_field,
            "place": look.place,
            "cv": resume.word(self.goals),
        }
        facts.setdefault("company", next(iter(self.goals.companies), ""))
        facts["goal"] = f"“{(self.goals.statement or serves).rstrip(' .?!')}”"
        facts["problem"] = facts.get("problem", "").rstrip(" .?!")
        return Need(kind, question.format_map(facts), serves)


@cache
def _bank() -> tuple[tuple[frozenset[str], dict[str, tuple[str, ...]]], ...]:
    """The sets of the files, in their order: the traits for which one counts, and its questions by kind."""
    found: list[tuple[frozenset[str], dict[str, tuple[str, ...]]]] = []
    told = "\n".join(wordlists.text(name, package="askwell.method") for name in QUESTIONS)
    for line in told.splitlines():
        if line.startswith("["):
            found.append((frozenset(line.strip("[]").partition(":")[2].split()), {}))
        elif line and not line.startswith("#"):
            name, _, question = line.partition(": ")
            found[-1][1][name] = (*found[-1][1].get(name, ()), question)
    return tuple(found)


def since(goals: Goals, *, first_import: date, positions: Iterable[Position] | None = None) -> date:
    """The day her search began: as she says, else the end of her last job if none is current, else 90 days earlier.

    "Earlier" is than her first import. A month stands for its first day.
    """
    if goals.since is not None:
        return goals.since
    held = goals.positions if positions is None else positions
    return last_job_ended(held, by=first_import) or first_import - BEFORE_FIRST_IMPORT


def jobs(told: tuple[Position, ...], before: tuple[Position, ...]) -> tuple[Position, ...]:
    """Her jobs as she tells them now, beside what LinkedIn told of other companies."""
    if not told:
        return before
    return (
        *told,
        *(job for job in before if not job.own and not any(companies.same(job.company, one.company) for one in told)),
    )


def last_job_ended(positions: Iterable[Position], *, by: date) -> date | None:
    """The end of her last job; None where she has one, none is known, or it ended after the day `by`."""
    held = tuple(positions)
    ends = [position.until for position in held if position.until is not None]
    return max(ends) if ends and len(ends) == len(held) and max(ends) <= by else None


@dataclass(frozen=True, slots=True)
class Clarity:
    """One of the five questions; `answer` is hers, "" as long as she has none; `next` the one thing that would help."""

    key: str
    question: str
    answer: str = ""
    next: str = ""

    @property
    def effect(self) -> str:
        """What follows from an answer."""
        return EFFECTS[self.key]


EFFECTS = {
    "manager": "They stand first among those you would love to meet, their organization with your companies.",
    "hundred": "These companies come first in your list: whom you ask first follows it.",
    "ten_minutes": "It stands at hand among the points for a call.",
    "problems": "They stand on your brief, and become questions for your companies.",
    "say_back": "Each answer is held against your goal; the friends’ own words are kept.",
}


def clarity(goals: Goals) -> tuple[Clarity, ...]:
    """The author's five questions, with her answers, and where one is lacking the one thing that would help next."""
    target = next(iter(goals.companies), "")
    answers = goals.clarity
    asked = (
        (
            "manager",
            "Could I name the hiring manager at a particular organization?",
            f"Ask somebody who works at {target} who leads the team." if target else "Name one company first.",
        ),
        (
            "hundred",
            "For an hour with people of which company would I pay $100?",
            f"Would it be {target}?" if target else "Name the companies you would pay for.",
        ),
        (
            "ten_minutes",
            "Would I know what to say in ten uninterrupted minutes?",
            "Write down the first thing you would say.",
        ),
        (
            "problems",
            "Which three problems do I most want to solve?",
            "One is enough to begin: what annoys you most where you worked?",
        ),
        (
            "say_back",
            "Could people in my network say my targets back?",
            "Ask three friends with two lines each.",
        ),
    )
    return tuple(
        Clarity(key, question, answers.get(key, ""), "" if answers.get(key) else hint) for key, question, hint in asked
    )
