"""How a page is made: shown with its frame, and after a change one line with Undo on the page that follows."""

from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render, resolve_url

from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.web import made_up, onwards
from askwell.web.frame import Frame
from askwell.web.parts import Act

TOAST = "toast"
SEE_OTHER = 303
MOST_DIGITS = 12


class Request(HttpRequest):
    """A request of somebody who is signed in: `desk` is hers (set in `visit`)."""

    desk: Desk


def show(request: Request, template: str, /, *, status: int = 200, **context: object) -> HttpResponse:
    """A page in its frame; `context` is what its template names."""
    take = request.session.get if request.method == "HEAD" else request.session.pop  # of a HEAD, nothing is seen
    toast, inside = take(TOAST, None), made_up.is_open(request.session)
    frame = Frame.of(request.desk, path=request.path, toast=toast, made_up=inside)
    return render(request, template, {"frame": frame, "clock": frame.clock, **context}, status=status)


def changed(request: Request, done: Done, /, *, to: str, act: Act | None = None, **names: Any) -> HttpResponse:
    """After a change: on to the page named `to`, which says what was done, with Undo where there is one, else `act`.

    Where neither would do, it offers what comes next; beside Undo, only what leads to another page.
    """
    page = resolve_url(to, **names)
    following = act if act and not done.batch else _following(done, page)
    request.session[TOAST] = {"said": done.said, "batch": done.batch, "act": following and asdict(following)}
    return go(page)


def _following(done: Done, page: str) -> Act | None:
    fitting = (one for one in onwards.acts(done.hints) if one.href != page and (one.href or not done.batch))
    return next(fitting, None)


def go(to: str, /, **names: Any) -> HttpResponse:
    """On to another page, by its name or address, with a GET."""
    return HttpResponse(status=SEE_OTHER, headers={"Location": resolve_url(to, **names)})


def number(text: str) -> int | None:
    """A number that an address or a form says; None for what is none, or longer than any that a page writes."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


P = ParamSpec("P")


def change(view: Callable[Concatenate[Request, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that changes something: it answers POST alone."""

    @wraps(view)
    def answer(request: Request, *args: P.args, **names: P.kwargs) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return view(request, *args, **names)

    return answer
