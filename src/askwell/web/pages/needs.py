"""What would help: needs as questions of four kinds, to tick, to change, to add to; then who can best answer first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import HttpResponse, QueryDict
from django.urls import path

from askwell.actions import memory
from askwell.actions.done import Done
from askwell.actions.goals import change_goals
from askwell.actions.whom import best_to_ask
from askwell.domain.goals import Goals, Need, NeedKind
from askwell.method import goals as tip_two
from askwell.web.letters.shown import Shown
from askwell.web.page import Request, changed, go, show
from askwell.web.parts import Act

HEADINGS = {
    NeedKind.INFORMATION: ("To find out", "What you would like to know of a company, a place, a line of work."),
    NeedKind.ADVICE: ("Advice", "What somebody with experience would do in your place."),
    NeedKind.FEEDBACK: ("An honest word", "How you come across, and what is missing."),
    NeedKind.FAVOR: ("A small favor", "Half an hour of somebody’s time."),
}
MOST, LONGEST = 100, 500  # questions that are looked at, and characters of one
A_LINE = 60  # characters of a question in one line, on a laptop
NONE_LEFT = "Leave at least one question ticked, or write one of your own. Each letter carries one of them."
NO_GOALS = Act("Say what you are looking for", href="/goal")
STAY = "stay"
LETTER = "email"  # the first ask is a letter, as Welcome says; close ones are called once one has begun


@dataclass(frozen=True, slots=True)
class Row:
    """A question on the page, by its number; `id` begins the names of its fields."""

    number: int
    need: Need
    ticked: bool

    @property
    def id(self) -> str:
        return f"q{self.number}"

    @property
    def lines(self) -> int:
        """About how many lines it takes, for browsers that do not find out by themselves."""
        return 1 + len(self.need.question) // A_LINE


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one kind."""

    kind: str
    heading: str
    words: str
    rows: tuple[Row, ...]
    own: str = ""


def needs(request: Request) -> HttpResponse:
    goals = memory.facts(request.desk).goals
    if not goals.said:
        return show(request, "needs/no_goals.html", act=NO_GOALS)
    if request.method != "POST":
        return _page(request, _rows(goals))
    rows, own = _posted(request.POST, goals), _own(request.POST)
    chosen = (*(row.need for row in rows if row.ticked and row.need.question), *own)
    if not chosen:
        return _page(request, rows, fault=NONE_LEFT)
    return _onwards(request, _keep(request, chosen, goals))


def _rows(goals: Goals) -> tuple[Row, ...]:
    """Her own questions, and those proposed beside them; all proposed ones are ticked as long as she wrote none."""
    mine = {need.question for need in goals.needs}
    proposed = (need for need in tip_two.propose_needs(goals) if need.question not in mine)
    known = [*((need, True) for need in goals.needs), *((need, not goals.needs) for need in proposed)]
    return tuple(Row(number, need, ticked) for number, (need, ticked) in enumerate(known, start=1))


def _posted(told: QueryDict, goals: Goals) -> tuple[Row, ...]:
    return tuple(_read(told, goals))


def _read(told: QueryDict, goals: Goals) -> Iterator[Row]:
    """The questions as they were sent; what one serves is hers to change by her goals alone."""
    served = tip_two.serves(goals)
    for number in range(1, MOST + 1):
        name = f"q{number}"
        kind = told.get(f"{name}-kind", "")
        if kind not in list(NeedKind):
            return
        serves = told.get(f"{name}-serves", "")
        question = " ".join(told.get(f"{name}-words", "").split())[:LONGEST]
        yield Row(number, Need(NeedKind(kind), question, serves if serves in served else ""), name in told)


def _own(told: QueryDict) -> tuple[Need, ...]:
    """What she wrote herself, in the order of the kinds."""
    written = ((kind, " ".join(told.get(f"own-{kind}", "").split())[:LONGEST]) for kind in NeedKind)
    return tuple(Need(kind, words) for kind, words in written if words)


def _keep(request: Request, chosen: tuple[Need, ...], goals: Goals) -> Done:
    """Kept as hers; but where they are the proposed ones, new goals go on to propose new ones."""
    by_question = tuple({need.question: need for need in chosen}.values())
    kept = () if by_question == tip_two.propose_needs(goals) else by_question
    done = change_goals(request.desk, needs=kept)
    return replace(done, said="Your questions are kept.") if done.batch else done


def _onwards(request: Request, done: Done) -> HttpResponse:
    best, first = best_to_ask(request.desk), not memory.books(request.desk).asks
    if request.POST.get("then") == STAY:
        to = "needs"
    elif best is not None:
        to = Shown(channel=LETTER if first else "").at(f"/ask/{best.id}")
    else:
        to = "today" if memory.contacts(request.desk) else "three-names"
    return changed(request, done, to=to) if done.batch else go(to)


def _page(request: Request, rows: tuple[Row, ...], *, fault: str = "") -> HttpResponse:
    groups = [
        Group(
            kind.value,
            *HEADINGS[kind],
            rows=tuple(row for row in rows if row.need.kind is kind),
            own=request.POST.get(f"own-{kind.value}", ""),
        )
        for kind in NeedKind
    ]
    first = not memory.books(request.desk).asks
    status = 422 if fault else 200
    return show(request, "needs/needs.html", status=status, groups=groups, fault=fault, first=first)


urls = [path("needs", needs, name="needs")]
