"""Which forms are taken: those of whoever is signed in and of the notebook that is open, from before a new start too.

Ids in both notebooks begin at p1, so each has a secret of its own, and a form of one is never taken by the other. The
secret is made of the installation's and no launch changes it: what somebody is just typing is kept after a new start.
"""

from copy import copy

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CSRF_SECRET_LENGTH, CSRF_SESSION_KEY, CsrfViewMiddleware
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from askwell.web import made_up
from askwell.web.door.sessions import SEEKER
from askwell.web.refusal import to_script
from askwell.web.shown_back import words_in

SALT = "askwell.forms"
IN_USE = "CSRF_COOKIE"  # in a request: where Django keeps the secret of which it makes tokens
OF_HER_OWN = (
    "This page is of your own notebook, and the one with made-up people is open now, so nothing was changed.",
    "Go on here once you are back in your own notebook.",
)
OF_THE_MADE_UP = (
    "This page is of the notebook with made-up people, and your own is open now, so nothing was changed.",
    "Go on here once the made-up notebook is open again.",
)
UNKNOWN = (
    "Askwell does not know this page any more, so nothing was changed.",
    "Open the page once more in another window, and go on there.",
)


def bind(request: HttpRequest) -> None:
    """From here on, forms of the open notebook are taken, and those that are made for this answer are of it."""
    secret = secret_of(request.session, inside=made_up.is_open(request.session))
    if request.session.get(CSRF_SESSION_KEY) != secret:
        request.session[CSRF_SESSION_KEY] = secret
    request.META[IN_USE] = secret


def secret_of(session: SessionBase, *, inside: bool) -> str:
    """The secret of a notebook of whoever is signed in: the made-up one where `inside`, else their own."""
    told = f"{'made-up' if inside else 'own'}\0{session[SEEKER]}"
    return salted_hmac(SALT, told, algorithm="sha256").hexdigest()[:CSRF_SECRET_LENGTH]


def stale(request: HttpRequest, **_reason: str) -> HttpResponse:
    """A form that is not taken: it says why, and shows what was written, for going back would not bring it back."""
    inside = made_up.is_open(request.session)
    others = _is_of_the_other(request, inside=inside)
    said, then = (OF_HER_OWN if inside else OF_THE_MADE_UP) if others else UNKNOWN
    way = ("leave-made-up" if inside else "made-up") if others else ""
    context = {"said": said, "way": way, "written": words_in(request.POST)}
    return to_script(request, f"{said} {then}", status=403) or render(request, "door/stale.html", context, status=403)


class _Look(CsrfViewMiddleware):
    """Django's look at a form, that only tells: a form that is not good is passed over."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:  # noqa: ARG002 - as Django calls it
        return HttpResponse(status=403)


def _is_of_the_other(request: HttpRequest, *, inside: bool) -> bool:
    asked = copy(request)
    asked.session = {CSRF_SESSION_KEY: secret_of(request.session, inside=not inside)}  # type: ignore[assignment]
    return _Look(stale).process_view(asked, stale, (), {}) is None
