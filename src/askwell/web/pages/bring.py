"""Bring my people: files come in, are looked at, and are stored once she says so; long work goes on beside it."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import TooManyFilesSent
from django.http import Http404, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from askwell.actions import trouble
from askwell.actions.done import Done
from askwell.actions.imports import import_of, imports
from askwell.domain.tables import LEFT_OUT
from askwell.web.bringing import saying
from askwell.web.bringing.brands import brands
from askwell.web.bringing.columns import ColumnsForm, open_question
from askwell.web.bringing.counting import counted_of, files_in_words, name_of
from askwell.web.bringing.going import going
from askwell.web.bringing.her_addresses import MeForm
from askwell.web.bringing.unfinished import unfinished
from askwell.web.jobs.book import Standing, State, book_of
from askwell.web.jobs.job import Wish
from askwell.web.jobs.receipts import Line
from askwell.web.jobs.upload import BROKEN, LARGE, MANY, MOST, Box, Receiving
from askwell.web.page import Request, change, changed, go, show
from askwell.web.parts import Act
from askwell.web.remarks import remark_of

SOON = 1.2  # seconds that a page waits for what is done at once; what takes longer is watched
NONE = "Choose a file first, or drop one there."
TOO_LARGE = 413
NEXT = (
    Act("Sort a few", href="/sort"),
    Act("See Today", href="/today"),
    Act("What they wrote", href="/replies"),
    Act("One person or two", href="/twins"),
)
TEMPLATES = {
    State.WAITS: "going",
    State.WORKS: "going",
    State.SEEN: "seen",
    State.ASKS: "asks",
    State.STORED: "stored",
    State.REFUSED: "ended",
    State.STOPPED: "ended",
    State.CUT_OFF: "ended",
}


@csrf_exempt  # files must be taken where they belong before anything reads the form; `_take_in` looks at the token
def bring(request: Request) -> HttpResponse:
    """Where files are given, how to get them, and what was brought in before."""
    if request.method != "POST":
        return _bring(request)
    try:
        return _given(request)
    except TooManyFilesSent:
        return _bring(request, fault=MANY, status=TOO_LARGE)
    except MultiPartParserError:
        return _bring(request, fault=BROKEN, status=400)
    except OSError as fault:
        return _bring(request, fault=trouble.sentence(fault), status=422)


def _given(request: Request) -> HttpResponse:
    """Take files in; whatever goes wrong, what came in until then is gone."""
    box = book_of(request.desk).box()
    receiving = Receiving(box)
    try:
        if refusal := receiving.refuses(int(request.META.get("CONTENT_LENGTH") or 0)):
            return _bring(request, fault=refusal, status=TOO_LARGE)
        request.upload_handlers = [receiving]
        return _take_in(request, box, receiving)
    finally:
        box.empty()


@csrf_protect
def _take_in(request: Request, box: Box, receiving: Receiving) -> HttpResponse:
    if receiving.refusal or not box.files:
        return _bring(request, fault=receiving.refusal or NONE, status=422)
    book = book_of(request.desk)
    job = book.begin(request.desk, box)
    book.wait(request.desk, job.id, seconds=SOON)
    return go("bring-job", job=job.id)


def _bring(request: Request, *, fault: str = "", status: int = 200) -> HttpResponse:
    desk = request.desk
    begun = unfinished(desk)
    return show(
        request,
        "bring/bring.html",
        status=status,
        fault=fault,
        most=MOST,
        large=LARGE,
        brands=brands(),
        open=[(one, files_in_words(one.job.files)) for one in begun],
        going=any(one.is_going for one in begun),
        before=[(one, saying.undo(one, back="/bring")) for one in imports(desk)],
        remark=remark_of("bring", desk.now.date()),
    )


def job(request: Request, job: str) -> HttpResponse:
    """One delivery: how far it is, what would come in, what came in, or why nothing did."""
    found = _found(request, job)
    if found.job.wish is Wish.SYNC:
        return go("connect-look", job=job)
    if found.state is State.SEEN and (line := open_question(found.outcome)):
        return _ask_columns(request, found, line)
    return show(
        request,
        f"bring/{TEMPLATES[found.state]}.html",
        job=found.job,
        names=files_in_words(found.job.files),
        **_told(request, found),
    )


def _told(request: Request, found: Standing) -> dict[str, Any]:
    """What the page of that state has to say."""
    if found.is_going:
        return {"going": going(found), "said": saying.MEANWHILE[found.job.wish]}
    if found.state is State.ASKS:
        return {"likely": found.outcome.likely if found.outcome else (), "form": MeForm()}
    outcome = found.outcome
    if outcome is None or outcome.receipt is None or found.state not in {State.SEEN, State.STORED}:
        said = outcome.said if outcome else ""
        heading, lede = saying.ended(found.state, importing=found.job.wish is Wish.IMPORT, said=said)
        return {"heading": heading, "lede": lede}
    told = counted_of(outcome.receipt, found.job.files)
    past = import_of(request.desk, outcome.receipt.batch)
    heading, lede = saying.before(told) if found.state is State.SEEN else saying.after(told, past)
    undo = saying.undo(past, back=request.path)
    return {
        "heading": heading,
        "lede": lede,
        "counted": told,
        "past": past,
        "undo": undo,
        "next": NEXT,
        "form": MeForm(),
    }


def progress(request: Request, job: str) -> JsonResponse:
    """How far it is, for the element that watches it; `going` is false once there is something else to see."""
    found = _found(request, job)
    told = going(found).as_dict() if found.is_going else {}
    return JsonResponse({"going": found.is_going, **told})


@change
def me(request: Request, job: str) -> HttpResponse:
    """Which addresses are hers: looked at once more with them."""
    found = _found(request, job)
    likely = found.outcome.likely if found.outcome else ()
    form = MeForm(request.POST, likely=[address for address, _ in likely])
    if form.is_valid():
        return _wished(request, job, Wish.LOOK, me=tuple(dict.fromkeys((*found.job.me, *form.addresses()))))
    names = files_in_words(found.job.files)
    return show(request, "bring/asks.html", status=422, job=found.job, names=names, likely=likely, form=form)


@change
def columns(request: Request, job: str) -> HttpResponse:
    """Which column of a table is what, or that the table is not wanted: looked at once more with that."""
    found = _found(request, job)
    line = open_question(found.outcome)
    if line is None or line.question is None or line.question.mark != request.POST.get("mark"):
        return go("bring-job", job=job)  # answered in another window
    if "leave" in request.POST:
        return _wished(request, job, Wish.LOOK, columns={line.question.mark: LEFT_OUT})
    form = ColumnsForm(line.question, request.POST)
    if form.is_valid():
        return _wished(request, job, Wish.LOOK, columns={line.question.mark: form.layout()})
    return _ask_columns(request, found, line, form=form)


def _ask_columns(request: Request, found: Standing, line: Line, *, form: ColumnsForm | None = None) -> HttpResponse:
    """The first table that nobody knows, line by line; what she said of it before stands in the choices."""
    question = line.question
    assert question is not None
    shown = form or ColumnsForm(question, said=found.job.columns.get(question.mark, ""))
    told = {"job": found.job, "file": name_of(line.file, found.job.files), "form": shown}
    return show(request, "bring/columns.html", status=422 if form else 200, **told)


@change
def bring_in(request: Request, job: str) -> HttpResponse:
    """Bring them in."""
    return _wished(request, job, Wish.IMPORT)


@change
def again(request: Request, job: str) -> HttpResponse:
    """Try again what did not finish."""
    return _wished(request, job, _found(request, job).job.wish)


@change
def stop(request: Request, job: str) -> HttpResponse:
    """Stop, and say what is so then: it may have been done already."""
    _found(request, job)
    book_of(request.desk).stop(request.desk, job)
    done = _found(request, job).state is State.STORED
    said = "It was done already. You can undo it here." if done else "Stopped. Nothing was changed."
    return changed(request, Done(said), to="bring-job", job=job)


@change
def let_go(request: Request, job: str) -> HttpResponse:
    """Let the files go; what was brought in from them stays."""
    names = files_in_words(_found(request, job).job.files)
    book_of(request.desk).let_go(request.desk, job)
    return changed(request, Done(f"{names}: let go. You still have the files where you saved them."), to="bring")


def _wished(
    request: Request,
    job: str,
    wish: Wish,
    *,
    me: tuple[str, ...] | None = None,
    columns: Mapping[str, str] | None = None,
) -> HttpResponse:
    _found(request, job)
    book = book_of(request.desk)
    book.wish(request.desk, job, wish, me=me, columns=columns)
    book.wait(request.desk, job, seconds=SOON)
    return go("bring-job", job=job)


def _found(request: Request, job: str) -> Standing:
    """Her job; of an unknown one and of somebody else's the same is said."""
    found = book_of(request.desk).find(request.desk, job)
    if found is None:
        raise Http404
    return found
