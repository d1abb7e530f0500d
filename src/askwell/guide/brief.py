"""The one page about her goals that helpers can keep: what stands on it, and what gives way so that it is one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.guide.drafts.phrases import sentence
from askwell.identity.wanted import somewhere
from askwell.method import goals as tip_two
from askwell.method import openness

LINES, WIDTH = 54, 84  # of a page of plain text, as a printer takes it
OF_TARGETS = 2  # questions about single companies: the rest is for anybody who reads the page
IN_CONFIDENCE = "In confidence, please."


@dataclass(frozen=True, slots=True)
class Caps:
    """How many of each kind of thing are told, and how many characters of one."""

    companies: int
    questions: int
    people: int
    strengths: int
    aims: int
    jobs: int
    words: int


WHOLE = Caps(companies=12, questions=5, people=6, strengths=6, aims=5, jobs=4, words=300)
STEPS = (  # what gives way first is what is read last
    WHOLE,
    Caps(companies=10, questions=4, people=5, strengths=5, aims=4, jobs=4, words=240),
    Caps(companies=8, questions=4, people=4, strengths=4, aims=3, jobs=4, words=160),
    Caps(companies=6, questions=3, people=3, strengths=3, aims=3, jobs=4, words=110),
    Caps(companies=5, questions=3, people=3, strengths=3, aims=2, jobs=3, words=70),
    Caps(companies=3, questions=2, people=2, strengths=2, aims=1, jobs=2, words=40),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of the page: `flowing` things stand one after the other, others each on a line."""

    title: str
    lines: tuple[str, ...]
    points: bool = True
    flowing: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """The page: whose it is, how to reach her, where she stands, its parts; and what was left out of it."""

    name: str
    reach: str
    says: tuple[str, ...]
    parts: tuple[Part, ...]
    left_out: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The page as plain text; nothing empty on it."""
        head = "\n".join(filter(None, (self.name, self.reach, *self.says)))
        return "\n\n".join(filter(None, (head, *map(_as_text, self.parts)))) + "\n"

    @property
    def words(self) -> str:
        """All that stands on it, in one string."""
        return " ".join((self.name, self.reach, *self.says, *(one for p in self.parts for one in (p.title, *p.lines))))


def brief(goals: Goals) -> str:
    """The page as plain text."""
    return page(goals).text


def page(goals: Goals, *, reach: str = "", fits: Callable[[Brief], bool] | None = None) -> Brief:
    """The page, shortened step by step until it is one; `fits` tells whether it is."""
    room = fits or is_one_page
    made = (_page(goals, caps, reach=reach) for caps in STEPS)
    last = _page(goals, STEPS[-1], reach=reach)
    return next((one for one in made if room(one)), last)


def is_one_page(made: Brief) -> bool:
    """Whether a printer takes it on one sheet, line for line."""
    return sum(len(wrap(line, WIDTH)) or 1 for line in made.text.splitlines()) <= LINES


def _page(goals: Goals, caps: Caps, *, reach: str) -> Brief:
    """Where she still has a job, the page says nothing that would expose her."""
    discreet = goals.status is Status.EMPLOYED
    lists = _Lists(caps)
    parts = (
        Part(
            "What I would like to do next" if discreet else "What I am looking for", _aims(goals, lists), points=False
        ),
        Part("Problems I would love to solve", lists.cut("", goals.problems, 3)),
        Part("Where I come from", tuple(_background(goals, lists)), points=False),
        Part("What I am good at", lists.cut("strengths", goals.strengths, caps.strengths), flowing=True),
        Part(
            "Companies I would love to know",
            (
                *lists.cut("companies", goals.companies, caps.companies),
                *lists.cut("kinds of company", goals.kinds_of_company, 3),
            ),
            flowing=True,
        ),
        Part("People I would love to meet", lists.cut("kinds of people", goals.kinds_of_people, caps.people)),
        Part("What I am trying to learn", lists.cut("questions", _questions(goals), caps.questions)),
    )
    status = sentence(openness.status_line(goals))
    says = (IN_CONFIDENCE,) if discreet else tuple(filter(None, lists.cut("", [status], 1)))
    name = lists.short(goals.name)
    return Brief(name, lists.short(reach), says, tuple(part for part in parts if part.lines), lists.left_out)


class _Lists:
    """Lists held to their caps, with a note on what was left out."""

    def __init__(self, caps: Caps) -> None:
        self.caps = caps
        self.fewer: list[str] = []
        self.ends: list[str] = []

    @property
    def left_out(self) -> tuple[str, ...]:
        """In words: a single end is quoted, many are counted."""
        ends = self.ends if len(self.ends) == 1 else [f"the ends of {len(self.ends)} long lines"] if self.ends else []
        return (*self.fewer, *ends)

    def cut(self, what: str, things: Iterable[str], most: int) -> tuple[str, ...]:
        """The first of the things; `what` is their name, where it is worth telling that there are more."""
        kept = [thing for thing in things if thing.strip()]
        if what and len(kept) > most:
            self.fewer.append(f"{len(kept) - most} of {len(kept)} {what}")
        return tuple(self.short(thing) for thing in kept[:most])

    def short(self, words: str) -> str:
        said = " ".join(words.split())
        if len(said) <= self.caps.words:
            return said
        self.ends.append(f"the end of “{said[:40].rsplit(' ', 1)[0]} …”")
        whole, _, _ = said[: self.caps.words].rpartition(" ")
        return f"{whole or said[: self.caps.words]} …"


def _aims(goals: Goals, lists: _Lists) -> tuple[str, ...]:
    """Her sentence, and the work, field and place; a sentence that says she is looking stays off a discreet page."""
    statement = goals.statement
    if goals.status is Status.EMPLOYED and openness.states_status(statement):
        statement = ""
    named = (("Role", goals.roles), ("Field", goals.fields), ("Place", _places(goals)))
    most = lists.caps.aims
    lines = [sentence(statement), *(f"{name}: {', '.join(those[:most])}" for name, those in named if those)]
    if any(len(those) > most for _, those in named):
        lists.fewer.append("some roles, fields or places")
    return lists.cut("", lines, len(lines))


def _places(goals: Goals) -> tuple[str, ...]:
    """Places, and remote work as it is said."""
    return tuple(place if somewhere(place) else place.lower() for place in goals.places)


def _background(goals: Goals, lists: _Lists) -> Iterator[str]:
    latest = _latest(goals.positions)
    for position in latest[: lists.caps.jobs]:
        yield lists.short(_job(position, discreet=goals.status is Status.EMPLOYED))


def _questions(goals: Goals) -> list[str]:
    """What she would like to learn: favors are asked of one person, and what is to be read is not on the page."""
    kept = (need for need in tip_two.needs(goals) if need.kind is not NeedKind.FAVOR)
    asked = [need for need in kept if not _is_about_her(need, goals)]
    single = [need for need in asked if any(company in need.question for company in goals.companies)]
    apart = single[OF_TARGETS:] if not goals.needs else []
    return list(dict.fromkeys(need.question for need in asked if need not in apart))


def _is_about_her(need: Need, goals: Goals) -> bool:
    """Whether the page itself would have to be judged: her CV, her sentence."""
    if goals.needs:
        return bool(goals.statement) and goals.statement in need.question
    return need.kind is NeedKind.FEEDBACK


def _latest(positions: Iterable[Position]) -> list[Position]:
    """Her jobs, the latest first."""
    known = [position for position in positions if position.title or position.company]
    known.sort(
        key=lambda position: (position.until is None, position.until or position.since or date.min), reverse=True
    )
    return known


def _job(position: Position, *, discreet: bool) -> str:
    """One line of the background; who employs her now stays off a discreet page."""
    begun = str(position.since.year) if position.since else ""
    ended = str(position.until.year) if position.until else "today" if begun else ""
    years = " to ".join(dict.fromkeys(year for year in (begun, ended) if year))
    company = "" if discreet and position.until is None else position.company
    return ", ".join(part for part in (position.title or "At work", company, years) if part)


def _as_text(part: Part) -> str:
    return "\n".join([part.title, *(f"- {line}" if part.points else line for line in part.lines)])
