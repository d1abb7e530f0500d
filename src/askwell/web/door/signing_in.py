"""The door: a code lets in, once; whoever has no session sees one plain page that says how to come in, and no data."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase, parse_cookie
from django.shortcuts import render

from askwell.web.door import forms, launch, window
from askwell.web.door.keys import Keys
from askwell.web.door.launch import Codes
from askwell.web.door.sessions import SEEKER, SessionStore, end_all
from askwell.web.refusal import to_script

TYPED = "/come-in"
TOKEN, TOKEN_SECONDS = "token", 24 * 3600
SIGNER = "askwell.come-in"

WRONG = "This code is not right, or it was used, or it is too old."
MOVED = "This page was open for too long. Type the code once more."
OUT = "You are signed out everywhere."
TO_SCRIPT = "You are signed out here. Start Askwell again, and go on here."

_open: list[tuple[Codes, Keys]] = []


def hang(codes: Codes, keys: Keys) -> None:
    """Hang the door in: from now on these codes let in."""
    _open[:] = [(codes, keys)]


def knows(cookies: str) -> bool:
    """Whether somebody who is signed in sends these cookies."""
    return bool(SessionStore(parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME)).get(SEEKER))


class Door:
    """Django middleware behind the sessions, before everything that knows a seeker."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        codes, keys = _open[-1]
        if request.path == window.HELLO:
            return _hello(request, keys)
        if request.method == "POST" and request.path == launch.ROUTE:
            return _launched(request, codes)
        if request.method == "POST" and request.path == TYPED:
            return _typed(request, codes)
        if not request.session.get(SEEKER):
            return come_in(request)
        forms.bind(request)
        return _moved_on(request) if request.path in {launch.ROUTE, TYPED} else self.answer(request)


def come_in(request: HttpRequest, *, said: str = "") -> HttpResponse:
    """The one page for those without a session; the same for every address, so that it tells nothing."""
    token = signing.TimestampSigner(salt=SIGNER).sign(SIGNER)
    context = {"said": said, "token": token, "length": launch.TYPED_LENGTH}
    return to_script(request, TO_SCRIPT, status=403) or render(request, "door/come_in.html", context, status=403)


def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End all sessions, this one too, and take back all codes."""
    end_all()
    request.session.flush()
    _open[-1][0].drop()
    answer = come_in(request, said=OUT)
    answer["Clear-Site-Data"] = '"cache", "storage"'  # not the cookies: those of other ports would go with them
    return answer


def _hello(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Somebody started the app a second time and wants to be sure that it is this one."""
    return HttpResponse(window.proof(keys, request.headers.get(window.NONCE, "")), content_type="text/plain")


def _launched(request: HttpRequest, codes: Codes) -> HttpResponse:
    """Answered with a page that moves on by itself: on a redirect browsers keep a strict cookie back."""
    return _moved_on(request) if _begin(request, codes) else _not_let_in(request)


def _typed(request: HttpRequest, codes: Codes) -> HttpResponse:
    """The form's token shows that our own page was read before: another site can't, and so can use up no guesses."""
    try:
        signing.TimestampSigner(salt=SIGNER).unsign(request.POST.get(TOKEN, ""), max_age=TOKEN_SECONDS)
    except signing.BadSignature:
        return come_in(request, said=MOVED)
    return _moved_on(request) if _begin(request, codes) else _not_let_in(request)


def _moved_on(request: HttpRequest) -> HttpResponse:
    return render(request, "door/moving.html")


def _not_let_in(request: HttpRequest) -> HttpResponse:
    """A code that does not let in; somebody who is inside has only loaded the page once more."""
    return _moved_on(request) if request.session.get(SEEKER) else come_in(request, said=WRONG)


def _begin(request: HttpRequest, codes: Codes) -> bool:
    """A new session where the code is good; one that came along is ended, and its id is not used again."""
    ticket = codes.use(request.POST.get(launch.FIELD, ""))
    if ticket is None:
        return False
    session = cast("SessionStore", request.session)
    session.flush()
    session.begin(ticket.seeker, name=SEEKER)
    return True
