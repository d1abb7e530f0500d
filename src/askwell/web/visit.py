"""A visit: whoever is signed in gets her desk for the time of the request; what is refused is said on a page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import cast

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from askwell.actions.desk import Desk, open_desk
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.web import made_up, page
from askwell.web.page import Request

SEEKER = "seeker"  # in the session: whose desk it is


class Visit:
    """Django middleware around the pages."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with _desk_of(request.session) as desk:
            cast("Request", request).desk = desk
            return self.answer(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if isinstance(fault, Refused):
            status = 404 if isinstance(fault, NoSuchPerson) else 422
            return page.show(cast("Request", request), "refused.html", status=status, said=str(fault))
        return None


def _desk_of(session: SessionBase) -> AbstractContextManager[Desk]:
    """Her own desk; that of the made-up notebook while she looks around in it."""
    if made_up.is_open(session):
        try:
            return made_up.desk()
        except Refused as refused:
            made_up.leave(session)
            session[page.TOAST] = {"said": str(refused), "batch": None}
    return open_desk(seeker=session.get(SEEKER))
