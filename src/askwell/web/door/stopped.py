"""The page that is left when the database can't be opened: what is wrong, the newest good copy, and putting it back."""

from datetime import UTC, datetime
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_protect

from askwell.actions import keep
from askwell.actions.desk import closed_desk
from askwell.domain.dated import of_week
from askwell.domain.errors import Refused
from askwell.web import page
from askwell.web.home import Home
from askwell.web.refusal import to_script

ROUTE = "/put-back"
STATUS = 503  # it may work again
TO_SCRIPT = "Your notebook can’t be opened just now. Open Askwell in another window: it tells you how to go on."


def copy_in(refused: Refused) -> Path | None:
    """The newest good copy, where the refusal names one."""
    return next((Path(hint.args[0]) for hint in refused.hints if hint.verb == "restore" and hint.args), None)


def answer(request: HttpRequest, refused: Refused, home: Home) -> HttpResponse:
    """What is said in place of every page; on the one way out, the copy is put back and the pages are there again."""
    copy = copy_in(refused)
    if request.method == "POST" and request.path == ROUTE and copy:
        return _way_out(request, copy, home)
    return _page(request, refused)


@csrf_protect  # Django looks at tokens when it has found a view, and there is none here
def _way_out(request: HttpRequest, copy: Path, home: Home) -> HttpResponse:
    try:
        _put_back(request, copy, home)
    except Refused as refused:
        return _page(request, refused)
    return page.go("/")


def _put_back(request: HttpRequest, copy: Path, home: Home) -> None:
    home.close()
    with closed_desk() as desk:
        done = keep.restore(desk, copy)
    home.house()
    request.session[page.TOAST] = {"said": done.said, "batch": None}


def _page(request: HttpRequest, refused: Refused) -> HttpResponse:
    copy = copy_in(refused)
    context = {"said": str(refused), "copy": _moment(copy) if copy else "", "route": ROUTE}
    return to_script(request, TO_SCRIPT, status=STATUS) or render(request, "stopped.html", context, status=STATUS)


def _moment(copy: Path) -> str:
    """When a copy was made, in words and by the computer's own zone: hers stands in the database."""
    made = datetime.fromtimestamp(copy.stat().st_mtime, UTC).astimezone()
    return f"{of_week(made)}, {made:%H:%M}"
