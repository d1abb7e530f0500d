"""My data: copies, the history with Undo, taking it along, how Askwell behaves here, and erasing it all."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.http import FileResponse, HttpResponse

from askwell.actions import keep, phases, wishes
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.history import History, Kept, copy_named, history, people_in
from askwell.web.door import signing_in as door
from askwell.web.jobs.book import book_of
from askwell.web.page import Request, change, changed, number, show
from askwell.web.parts import Act, Option
from askwell.web.parts.days import Clock
from askwell.web.parts.words import counted

WORD = "erase"
HISTORY = "/data#history"  # where one stays while one takes back and brings back
GO_BACK, BACK = "/data/go-back", "Go back to it"
SERVER_COPY = "Everything is written into one file, in Askwell’s folder."
COPIES = 6  # shown; the rest behind "All copies"
THEMES = (Option("Auto", "system"), Option("Light", "light"), Option("Dark", "dark"))
A_KILO = 1024


def data(request: Request) -> HttpResponse:
    desk = request.desk
    clock = Clock(desk.now, desk.calendar)
    found = history(desk, page=number(request.GET.get("page", "")) or 1)
    wished, copies = wishes.read_wishes(desk), _copies(desk, found.copies, clock)
    return show(
        request,
        "data/data.html",
        where=str(desk.data) if desk.embedded else "",
        copies=copies[:COPIES],
        older=copies[COPIES:],
        changes=_changes(found, clock),
        back=f"/data?page={found.page - 1}#history" if found.page > 1 else "",
        on=f"/data?page={found.page + 1}#history" if found.page < found.pages else "",
        themes=THEMES,
        theme=wished.theme,
        allowed=wished.accepts,
    )


def _copies(desk: Desk, copies: Sequence[Kept], clock: Clock) -> list[tuple[str, Act]]:
    """Copies in lines: of when, why, what each holds; and the way back. Those of one minute tell their seconds."""
    minutes = Counter(clock.moment(one.made) for one in copies)
    told = []
    for one in copies:
        when = _when(one.made, clock)
        if minutes[clock.moment(one.made)] > 1:
            when += f":{one.made:%S}"
        people = people_in(desk, one)
        holds = "" if people is None else f"{counted(people, 'person', 'people')}, "
        words = f"{when}, {one.why} ({holds}{_size(one.size)})"
        told.append((words, Act(BACK, post=GO_BACK, name="copy", value=one.name, about=when)))
    return told


def _size(size: int) -> str:
    """Bytes as people say them."""
    if size < A_KILO**2:
        return f"{max(1, round(size / A_KILO))}\N{NO-BREAK SPACE}KB"
    return f"{size / A_KILO**2:.1f}\N{NO-BREAK SPACE}MB"


def _changes(found: History, clock: Clock) -> list[tuple[str, Act | None]]:
    """Changes in lines, each with the way to take it back, or to bring it back."""
    told = []
    for one in found.changes:
        words = f"{one.said}. {_when(one.made, clock)}" + (", taken back" if one.undone else "")
        verb = "Bring back" if one.undone else "Undo"
        act = Act(verb, post=f"/undo/{one.turn}", name="to", value=HISTORY, about=one.said)
        told.append((words, act if one.turn else None))
    return told


def _when(at: datetime, clock: Clock) -> str:
    words = clock.moment(at)
    return f"{words[:1].upper()}{words[1:]}"


@change
def copy(request: Request) -> HttpResponse:
    """A copy right now."""
    keep.backup(request.desk)
    said = "A copy is made, opened and checked." if request.desk.embedded else SERVER_COPY
    return changed(request, Done(said), to="data")


@change
def go_back(request: Request) -> HttpResponse:
    """Put a copy in place; what was there before is kept, and the line about it offers the way back."""
    done = keep.restore(request.desk, copy_named(request.desk, request.POST.get("copy", "")))
    before = next((Path(hint.args[0]).name for hint in done.hints if hint.verb == "restore"), "")
    act = Act("Go back to what was here", post=GO_BACK, name="copy", value=before)
    return changed(request, done, to="data", act=act if before else None)


def take_along(request: Request) -> FileResponse:
    """Everything in one zip file, which is gone once it is sent."""
    packed = keep.pack(request.desk)
    return FileResponse(packed, as_attachment=True, filename="Askwell.zip", content_type="application/zip")


@change
def behave(request: Request) -> HttpResponse:
    """Light or dark, and what comes in by itself."""
    changes = wishes.Changes()
    if "theme" in request.POST:
        changes["theme"] = request.POST["theme"]
    if "allow" in request.POST:
        changes["accepts"] = request.POST["allow"] == "yes"
    return changed(request, wishes.set_wishes(request.desk, **changes), to="data")


@change
def landed(request: Request) -> HttpResponse:
    """She has a job; every single helper hears of it."""
    return changed(request, phases.landed(request.desk), to="today")


def erase(request: Request) -> HttpResponse:
    """Erase everything; it asks first, for this can't be undone."""
    fault = ""
    if request.method == "POST":
        if request.POST.get("word", "").strip().lower() == WORD:
            _let_jobs_go(request.desk)
            keep.erase(request.desk)
            return changed(request, Done("Everything is erased."), to="welcome")
        fault = f"Type the word “{WORD}”, or keep everything."
    return show(
        request,
        "data/erase.html",
        status=422 if fault else 200,
        keep=Act("Keep everything", href="/data"),
        word=WORD,
        fault=fault,
    )


def _let_jobs_go(desk: Desk) -> None:
    """Files that were handed over go too; what is at work just now would write it all anew."""
    book = book_of(desk)
    book.stand_still(desk, so_that="everything can be erased")
    for one in book.listed(desk):
        book.let_go(desk, one.job.id)


@change
def sign_out(request: Request) -> HttpResponse:
    return door.sign_out_everywhere(request)
