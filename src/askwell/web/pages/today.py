"""Today: a short list with reasons and ready words, that can be finished."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import path

from askwell.actions import day, memory
from askwell.actions.allies import allies
from askwell.actions.day import Look
from askwell.actions.desk import Desk
from askwell.domain.plans import StepKind
from askwell.domain.search import Phase
from askwell.web.page import Request, go, show
from askwell.web.remarks import remark_of
from askwell.web.steps import Row, row
from askwell.web.words import counted, number

FEW_MINUTES = 20  # up to which minutes are told one by one, and to the nearest five beyond


def home(request: Request) -> HttpResponse:
    """Where one begins: the first page of the notebook while it is empty, else today's."""
    return go("today" if has_begun(request.desk) else "welcome")


def has_begun(desk: Desk) -> bool:
    """Whether anything stands in the notebook."""
    return memory.facts(desk).goals.said or bool(memory.contacts(desk))


def today(request: Request) -> HttpResponse:
    desk = request.desk
    look = day.look(desk)
    helped = allies(desk)
    rows, giving = _rows(look, helped)
    name = memory.facts(desk).goals.name.partition(" ")[0]
    return show(
        request,
        "today/today.html",
        day=look.day.date,
        heading=_heading(look, rows, name=name),
        lede=_lede(look, rows),
        rows=rows,
        giving=giving,
        remark=remark_of("today", look.day.date),
    )


def _rows(look: Look, helped: frozenset[str]) -> tuple[list[Row], Row | None]:
    """The steps of the day as rows, and the one way to give back apart."""
    first = [step for step in look.day.steps if step.kind is not StepKind.GIVE]
    rows = [row(step, look.names, aims=look.aims, first=not place, allies=helped) for place, step in enumerate(first)]
    giving = (step for step in look.day.steps if step.kind is StepKind.GIVE)
    return rows, next((row(step, look.names, aims=look.aims, allies=helped) for step in giving), None)


def _heading(look: Look, rows: Sequence[Row], *, name: str) -> str:
    """What is so, with her name where it is known: Five small things today, Nora."""
    called = f", {name}" if name else ""
    if look.phase is Phase.LANDED:
        return f"You have landed{called}"
    if not rows:
        return f"Done for today{called}"
    if look.day.steps[0].kind is StepKind.START:
        return f"Let us begin{called}"
    return f"{counted(len(rows), 'small thing').capitalize()} today{called}"


def _lede(look: Look, rows: Sequence[Row]) -> str:
    if look.phase is Phase.PAUSED:
        return "Your search rests. Here is only what you would like to say to others."
    if look.phase is Phase.LANDED:
        return "Here are only thanks, and good news for those who helped."
    if not rows:
        return "Nothing is owed, nobody waits. Enjoy the rest of the day."
    minutes = sum(one.minutes for one in rows)
    about = minutes if minutes < FEW_MINUTES else round(minutes / 5) * 5
    return f"About {number(about)} minutes in all. After that you are done for today."


urls = [path("", home, name="home"), path("today", today, name="today")]
