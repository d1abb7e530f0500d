"""What would help: needs as questions of four kinds, to tick, to change, to add to; then who can best answer first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse

from askwell.actions import memory
from askwell.actions.done import Done
from askwell.actions.goals import change_goals
from askwell.actions.whom import best_to_ask
from askwell.domain.goals import Goals, Need, NeedKind
from askwell.method import goals as tip_two
from askwell.web.kept_form import CLASHED
from askwell.web.letters.shown import Shown
from askwell.web.need_rows import Own, Row, own_posted, rows_of, rows_posted
from askwell.web.page import Request, changed, go, show
from askwell.web.parts import Act

HEADINGS = {
    NeedKind.INFORMATION: ("To find out", "What you would like to know of a company, a place, a line of work."),
    NeedKind.ADVICE: ("Advice", "What somebody with experience would do in your place."),
    NeedKind.FEEDBACK: ("An honest word", "How you come across, and what is missing."),
    NeedKind.FAVOR: ("A small favor", "Half an hour of somebody’s time."),
}
NONE_LEFT = "Leave at least one question ticked, or write one of your own. Each letter carries one of them."
NOT_SO = "Something above can’t be kept as it stands. Look at what is said there, and go on then."
NO_GOALS = Act("Say what you are looking for", href="/goal")
STAY = "stay"
LETTER = "email"  # the first ask is a letter, as Welcome says; close ones are called once one has begun


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one kind."""

    kind: str
    heading: str
    words: str
    rows: tuple[Row, ...]
    own: Own


def needs(request: Request) -> HttpResponse:
    goals = memory.facts(request.desk).goals
    if not goals.said:
        return show(request, "needs/no_goals.html", act=NO_GOALS)
    if request.method != "POST":
        return _page(request, rows_of(goals), own_posted(request.POST))
    rows, own = rows_posted(request.POST, goals), own_posted(request.POST)
    if fault := _fault(rows, own):
        return _page(request, rows, own, fault=fault)
    return _onwards(request, _keep(request, _chosen(rows, own), goals))


def _chosen(rows: Sequence[Row], own: Sequence[Own]) -> tuple[Need, ...]:
    """What is to be kept: the ticked ones, and her own new ones."""
    return (*(row.need for row in rows if row.chosen), *(Need(one.kind, one.words) for one in own if one.words))


def _fault(rows: Sequence[Row], own: Sequence[Own]) -> str:
    """What is to be mended before anything is kept."""
    if any(row.clash for row in rows):
        return CLASHED
    if any(row.fault for row in rows) or any(one.fault for one in own):
        return NOT_SO
    return "" if _chosen(rows, own) else NONE_LEFT


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


def _page(request: Request, rows: Sequence[Row], own: Sequence[Own], *, fault: str = "") -> HttpResponse:
    groups = [
        Group(one.kind.value, *HEADINGS[one.kind], tuple(row for row in rows if row.need.kind is one.kind), one)
        for one in own
    ]
    first = not memory.books(request.desk).asks
    status = 422 if fault else 200
    return show(request, "needs/needs.html", status=status, groups=groups, fault=fault, first=first)
