"""Thanks and loops: who is to be thanked, who would love to hear what came of it, and favors to return."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from django.http import HttpResponse

from askwell.actions import day, giving, ledger, persons
from askwell.actions.allies import allies
from askwell.actions.giving import ToReturn
from askwell.domain.people import Contact
from askwell.domain.plans import Balance, Step, StepKind
from askwell.web.gifts import WHAT, address
from askwell.web.page import Request, show
from askwell.web.parts import Act, Line
from askwell.web.parts.words import counted
from askwell.web.steps import Row, row

LOOPS = frozenset({StepKind.REPORT, StepKind.CLOSE, StepKind.OUTCOME})


def thanks(request: Request) -> HttpResponse:
    desk = request.desk
    look, helped = day.look(desk, everything=True), allies(desk)
    steps = [step for step in look.day.steps if step.kind is StepKind.THANK or step.kind in LOOPS]
    by = partial(persons.goes_by, desk)
    rows = [
        row(step, look.names, aims=look.aims, allies=helped, first=not at, goes_by=by) for at, step in enumerate(steps)
    ]
    to_thank = [one for one in rows if one.step.kind is StepKind.THANK]
    loops = [one for one in rows if one.step.kind in LOOPS]
    favors = giving.to_return(desk)
    return show(
        request,
        "thanks/thanks.html",
        heading=_heading(to_thank, loops),
        lede="Whoever lifts a finger is thanked, and later hears what came of it.",
        first=rows[0] if rows else None,
        thanks=to_thank,
        loops=loops,
        favors=[_favor(one, by) for one in favors],
        ledger=_ledger(ledger.progress(desk).favors),
        way_on=Act("Somebody helped me", href="/told"),
    )


def _heading(to_thank: Sequence[Row], loops: Sequence[Row]) -> str:
    if to_thank:
        return f"{counted(len(to_thank), 'person', 'people').capitalize()} to thank"
    if loops:
        return f"{counted(len(loops), 'person', 'people').capitalize()} would love to hear from you"
    return "Thanks and good news"


def _favor(one: ToReturn, by: Callable[[Contact], str]) -> Row:
    """A favor to return as a row: what for whom, with its reason; it is no step of the day, so nothing is put off."""
    gift, contact = one.gift, one.contact
    step, helped = Step(StepKind.GIVE, contact.id, gift.idea), {contact.id} if one.balance.received else set[str]()
    found = row(step, {contact.id: contact}, aims=True, allies=helped, goes_by=by)
    act = replace(found.act, href=address(contact.id, one.chosen))
    return replace(found, what=WHAT[gift.kind].format(name=contact.name), act=act)


def _ledger(balance: Balance) -> list[Line]:
    """What went both ways; what there is none of is not counted."""
    lines = (
        Line("You received", balance.received),
        Line("You gave", balance.given),
        Line("Still to come", balance.pledged),
        Line("You offered", balance.offered),
    )
    return [line for line in lines if line.count]
