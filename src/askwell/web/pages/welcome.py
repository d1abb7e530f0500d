"""Welcome: the first page of the notebook asks for a name, and begins with three people."""

from django.http import HttpResponse

from askwell.actions import demo, memory
from askwell.actions.goals import change_goals
from askwell.web import made_up
from askwell.web.bringing.cut_off import cut_off
from askwell.web.page import Request, changed, go, show
from askwell.web.parts import Act

NO_NAME = "Write your first name here. Your letters are signed with it."
BEGIN, BRING = "three-names", "bring"  # what a button says: which page comes next
NEXT = {BEGIN: "three-names", BRING: "/bring"}
LOOK = Act("Look around with made-up people", post="/made-up")


def welcome(request: Request) -> HttpResponse:
    if request.method == "POST":
        return _begin(request)
    return _page(request, name=memory.facts(request.desk).goals.name)


def _page(request: Request, *, name: str, fault: str = "") -> HttpResponse:
    look = LOOK if demo.is_offered() and not made_up.is_open(request.session) else None
    told = {"name": name, "fault": fault, "look": look, "cut_off": cut_off(request.desk)}
    return show(request, "welcome/welcome.html", status=422 if fault else 200, **told)


def _begin(request: Request) -> HttpResponse:
    """Her name is kept; letters are signed with it, so that only the way to her files goes without."""
    name = " ".join(request.POST.get("name", "").split())
    onwards = BRING if request.POST.get("then") == BRING else BEGIN
    if not name and onwards == BEGIN:
        return _page(request, name="", fault=NO_NAME)
    if not name or name == memory.facts(request.desk).goals.name:
        return go(NEXT[onwards])
    return changed(request, change_goals(request.desk, name=name), to=NEXT[onwards])
