"""The one-page brief: to look at and print, to save as a PDF, and as plain text to attach or paste."""

from django.http import HttpResponse

from askwell.actions import brief as actions
from askwell.actions import memory
from askwell.domain.goals import Status
from askwell.web.page import Request, show
from askwell.web.parts import Act

NO_GOALS = Act("Say what you are looking for", href="/goal")
PDF, TEXT = "application/pdf", "text/plain; charset=utf-8"


def brief(request: Request) -> HttpResponse:
    goals = memory.facts(request.desk).goals
    if not goals.said:
        return show(request, "brief/no_goals.html", act=NO_GOALS)
    return show(
        request,
        "brief/brief.html",
        brief=actions.brief(request.desk),
        unset=actions.unset(request.desk),
        discreet=goals.status is Status.EMPLOYED,
        bare=not goals.positions,
    )


def text(request: Request) -> HttpResponse:
    """As a file to attach, or to open with any program."""
    return _file(actions.brief(request.desk).text.encode(), TEXT, "Brief.txt")


def pdf(request: Request) -> HttpResponse:
    """As one printed page; where it can't be set, the page of a refusal says what to do instead."""
    content, _ = actions.printed(request.desk)
    return _file(content, PDF, "Brief.pdf")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
