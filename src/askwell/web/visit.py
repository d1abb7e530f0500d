"""A visit: whoever is signed in gets her desk for the time of the request; what is refused is said on a page."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import cast

from django.http import HttpRequest, HttpResponse

from askwell.actions import trouble
from askwell.actions.desk import Desk
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.web import home, made_up, page
from askwell.web.door import forms, stopped
from askwell.web.door.sessions import SEEKER
from askwell.web.onwards import acts
from askwell.web.page import Request
from askwell.web.refusal import to_script
from askwell.web.shown_back import words_in

TELLS = "/today"  # the page that shows what is to be said once, such as that an import did not finish


class Visit:
    """Django middleware around the pages."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with ExitStack() as visit:
            try:
                cast("Request", request).desk = _sit_down(visit, request)
            except Refused as refused:
                return stopped.answer(request, refused, home.here())
            return self.answer(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """What is refused, and what the disk or the database does not do, is said; of a fault Django shows the page."""
        said = str(fault) if isinstance(fault, Refused) else trouble.sentence(fault)
        if not said:
            return None
        status, heading = (422 if isinstance(fault, Refused) else 503), "That did not work"
        if isinstance(fault, NoSuchPerson):
            status, heading = 404, "Nobody is here"
        hints = fault.hints if isinstance(fault, Refused) else trouble.hints(fault)
        told = {"heading": heading, "said": said, "onwards": acts(hints), "written": words_in(request.POST)}
        return to_script(request, said, status=status) or page.show(
            cast("Request", request), "refused.html", status=status, **told
        )


def _sit_down(visit: ExitStack, request: HttpRequest) -> Desk:
    """Her own desk, else Refused; that of the made-up notebook while she looks around in it.

    Where that one can't be opened, she is in her own from here on, which takes no form of it.
    """
    session = request.session
    if made_up.is_open(session):
        try:
            return visit.enter_context(made_up.desk())
        except Refused as refused:
            made_up.leave(session)
            forms.bind(request)
            session[page.TOAST] = {"said": str(refused), "batch": None}
    tell = request.method == "GET" and request.path == TELLS
    return visit.enter_context(home.here().house().desk(seeker=session[SEEKER], tell=tell))
