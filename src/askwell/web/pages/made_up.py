"""Into the notebook with made-up people, and back to her own: one click each."""

from django.http import Http404, HttpResponse

from askwell.actions import demo
from askwell.web import made_up
from askwell.web.page import TOAST, Request, change, go


@change
def enter(request: Request) -> HttpResponse:
    if not demo.is_offered():
        raise Http404
    made_up.enter(request.session)
    _forget_the_last_change(request)
    return go("today")


@change
def leave(request: Request) -> HttpResponse:
    made_up.leave(request.session)
    _forget_the_last_change(request)
    return go("home")


def _forget_the_last_change(request: Request) -> None:
    """Its Undo would take back a change of the other notebook, for ids in both begin alike."""
    request.session.pop(TOAST, None)
