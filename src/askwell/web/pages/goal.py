"""My goal: a sentence with blanks, and beside it how it reads in her letters."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse, JsonResponse

from askwell.actions import goals, memory, one_voice
from askwell.actions.desk import system_country, system_zone
from askwell.domain.goals import Goals, Status
from askwell.guide.introduction import introduction
from askwell.method import openness
from askwell.web.goal_form import GoalForm, Unsaid
from askwell.web.page import Request, change, changed, show

SENTENCE = ("role", "field", "place", "people")
LATER = ("statement", "kinds", "strengths", "schools", "name", "limits", "country", "zone", "since")


def goal(request: Request) -> HttpResponse:
    form = _form(request)
    if request.method != "POST":
        return _page(request, form, form.goals)
    if not form.is_valid():
        return _page(request, form, form.said(), status=422)
    begun = form.goals.said
    done = goals.change_goals(request.desk, **form.changes())
    return changed(request, done, to="goal" if begun else "needs")


def _form(request: Request) -> GoalForm:
    known = memory.facts(request.desk).goals
    posted = request.POST if request.method == "POST" else None
    unsaid = Unsaid(system_zone(), system_country(), goals.last_job_ended(request.desk))
    return GoalForm(posted, goals=known, unsaid=unsaid)


def _page(request: Request, form: GoalForm, said: Goals, *, status: int = 200) -> HttpResponse:
    told: dict[str, Any] = {
        "form": form,
        "sentence": [form[name] for name in SENTENCE],
        "later": [form[name] for name in LATER],
        "is_open": any(name in form.errors for name in LATER) if form.is_bound else False,
        "says": _says(request, said),
        "status_line": _status_line(said),
        "begun": form.goals.said,
        "voices": one_voice.remarks(request.desk) if form.goals.said else (),
    }
    return show(request, "goal/goal.html", status=status, **told)


def _says(request: Request, said: Goals) -> tuple[str, ...]:
    return introduction(said, today=request.desk.calendar.day(request.desk.now))


def _status_line(said: Goals) -> str:
    """What letters say of her status where she says nothing herself."""
    return openness.status_line(replace(said, status=Status.IN_TRANSITION, status_line=""))


@change
def preview(request: Request) -> HttpResponse:
    """How it reads, for the page to show while she writes; nothing is kept."""
    form = _form(request)
    form.is_valid()
    said = form.said()
    return JsonResponse({"says": _says(request, said), "status_line": _status_line(said)})


@change
def leave(request: Request) -> HttpResponse:
    """A remark on her status that she leaves as it is; it comes back once the words change."""
    return changed(request, one_voice.leave(request.desk, request.POST.get("key", "")), to="goal")
