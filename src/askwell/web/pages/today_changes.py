"""What one can do with Today: put a thing aside, bring it back, choose the size of a day, rest. No reason is asked."""

from django.http import HttpResponse

from askwell.actions import asides, day, phases, wishes
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.ledger import drop_promises
from askwell.actions.sending import done_in_person
from askwell.domain.errors import Refused
from askwell.domain.plans import Step
from askwell.web.page import Request, change, changed, number


@change
def aside(request: Request, how: str) -> HttpResponse:
    """Later today, somebody else instead, not this person; and back again."""
    put = {"later": asides.later, "another": asides.another, "not-this": asides.not_this, "back": asides.back}[how]
    return changed(request, put(request.desk, request.POST.get("step", "")), to="today")


@change
def in_person(request: Request) -> HttpResponse:
    """It was said face to face."""
    step = _step(request.desk, request.POST.get("step", ""))
    event = "" if step.person else step.promise
    return changed(request, done_in_person(request.desk, step.person, str(step.kind), event=event), to="today")


def _step(desk: Desk, key: str) -> Step:
    found = (step for step in day.look(desk, everything=True).day.steps if step.key == key)
    step = next(found, None)
    if step is None:
        raise Refused("That is done already, or needed no more.")
    return step


@change
def needless(request: Request) -> HttpResponse:
    """Nothing needs to be written: what was owed is let go of, and Undo brings it back."""
    step = _step(request.desk, request.POST.get("step", ""))
    if not step.promise:
        raise Refused("That is done already, or needed no more.")
    return changed(request, drop_promises(request.desk, step.promises, because="It needs no letter"), to="today")


@change
def size(request: Request) -> HttpResponse:
    """How much stands in a day."""
    told = number(request.POST.get("size", ""))
    return changed(request, wishes.set_wishes(request.desk, size=told), to="today")


@change
def whole_day(request: Request, how: str) -> HttpResponse:
    """An easier thing first, a day of rest, a pause, and back from both."""
    return changed(request, WHOLE_DAY[how](request.desk), to="today")


def _wake(desk: Desk) -> Done:
    return wishes.set_wishes(desk, rest_day=None)


WHOLE_DAY = {
    "easier": asides.easier,
    "rest": wishes.rest_today,
    "wake": _wake,
    "pause": phases.pause,
    "resume": phases.resume,
}
