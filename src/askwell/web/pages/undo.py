"""Undo: the last change, or one that is named, from the line that follows it or from the history."""

from django.http import HttpResponse
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme

from askwell.actions import undo as turning
from askwell.web.page import Request, change, changed


@change
def undo(request: Request, batch: str) -> HttpResponse:
    back = request.POST.get("to", "")
    here = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return changed(request, turning.undo(request.desk, batch), to=back if here else "today")


urls = [path("undo/<str:batch>", undo, name="undo")]
