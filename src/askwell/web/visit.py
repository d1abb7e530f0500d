"""A visit: whoever is signed in gets her desk for the time of the request; what is refused is said on a page."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse

from askwell.actions.desk import open_desk
from askwell.domain.errors import Refused
from askwell.web import page
from askwell.web.page import Request

SEEKER = "seeker"  # in the session: whose desk it is


class Visit:
    """Django middleware around the pages."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with open_desk(seeker=request.session.get(SEEKER)) as desk:
            cast("Request", request).desk = desk
            return self.answer(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if isinstance(fault, Refused):
            return page.show(cast("Request", request), "refused.html", status=422, said=str(fault))
        return None
