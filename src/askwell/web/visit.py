"""A visit: whoever is signed in gets her desk for the time of the request; what is refused is said on a page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import cast

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from askwell.actions.desk import Desk
from askwell.actions.house import House
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.web import made_up, page
from askwell.web.door import SEEKER
from askwell.web.page import Request

TELLS = "/today"  # the page that shows what is to be said once, such as that an import did not finish

_open: list[House] = []


def move_in(house: House) -> None:
    """From now on visits are made in this house."""
    _open[:] = [house]


class Visit:
    """Django middleware around the pages."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with _desk_of(request) as desk:
            cast("Request", request).desk = desk
            return self.answer(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if isinstance(fault, Refused):
            status = 404 if isinstance(fault, NoSuchPerson) else 422
            return page.show(cast("Request", request), "refused.html", status=status, said=str(fault))
        return None


def _desk_of(request: HttpRequest) -> AbstractContextManager[Desk]:
    """Her own desk; that of the made-up notebook while she looks around in it."""
    session: SessionBase = request.session
    if made_up.is_open(session):
        try:
            return made_up.desk()
        except Refused as refused:
            made_up.leave(session)
            session[page.TOAST] = {"said": str(refused), "batch": None}
    tell = request.method == "GET" and request.path == TELLS
    return _open[-1].desk(seeker=session[SEEKER], tell=tell)
