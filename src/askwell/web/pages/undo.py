"""Undo: the last change, or one that is named, from the line that follows it or from the history."""

import re
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from askwell.actions import memory
from askwell.actions import undo as turning
from askwell.web.page import Request, change, changed

PERSON = re.compile(r"p\d{1,15}")  # how somebody stands in an address


@change
def undo(request: Request, batch: str) -> HttpResponse:
    back = request.POST.get("to", "")
    here = back.startswith("/") and back.isprintable() and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    done = turning.undo(request.desk, batch)
    return changed(request, done, to=_still_there(request, back) if here else "today")


def _still_there(request: Request, back: str) -> str:
    """The page she was on; where it was that of somebody whom the undo took away, everybody's."""
    named = [part for part in urlsplit(back).path.split("/") if PERSON.fullmatch(part)]
    known = memory.contacts(request.desk)
    return back if all(one in known for one in named) else "people"
