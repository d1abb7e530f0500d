"""Connected mail, contacts and calendars: what is connected, how to connect more, and reading what is new there."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse

from askwell.actions.connecting import by_itself as reading
from askwell.actions.connecting import connections, keyrings
from askwell.actions.connecting.connections import Connected
from askwell.actions.connecting.providers import FEED, provider, providers
from askwell.actions.imports import import_of
from askwell.domain.connections import Service
from askwell.domain.errors import Refused
from askwell.web import made_up
from askwell.web.bringing import saying
from askwell.web.bringing.counting import counted_of
from askwell.web.bringing.going import going
from askwell.web.connect_form import WHAT, Connecting, Giving
from askwell.web.jobs.book import Standing, State, book_of
from askwell.web.jobs.job import Wish
from askwell.web.page import Request, change, changed, go, show
from askwell.web.parts import Act
from askwell.web.parts.days import Clock
from askwell.web.parts.words import counted

MADE_UP = "Here everybody is made up. Go back to your own notebook first, and connect it there."
SOON = 1.2  # seconds that a page waits for what is done at once
NEXT = (Act("What they wrote", href="/replies"), Act("See Today", href="/today"), Act("Sort a few", href="/sort"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A connection as the page shows it; `standing` tells when it was checked, `said` what stands in the way, or ""."""

    id: str
    name: str
    what: str
    standing: str
    said: str
    asks: bool
    check: Act
    end: Act


def connect(request: Request) -> HttpResponse:
    """What is connected, and the ways to connect more."""
    desk = request.desk
    clock = Clock(desk.now, desk.calendar)
    found = [_shown(one, clock) for one in connections.connected(desk)]
    latest = next((one for one in book_of(desk).listed(desk) if one.job.wish is Wish.SYNC), None)
    return show(
        request,
        "connect/connect.html",
        found=found,
        going=latest.job.id if latest and latest.is_going else "",
        cut_off=latest.job.id if latest and latest.state is State.CUT_OFF else "",
        many=len(found) > 1,
        can_be=reading.can_be(desk),
        is_on=reading.is_on(desk),
        ways=providers(),
    )


def _shown(one: Connected, clock: Clock) -> Shown:
    connection, looked = one.connection, one.looked
    last = f"last checked {clock.moment(looked.checked)}" if looked and looked.checked else "not checked yet"
    if looked and looked.said:
        last = f"{last}, tried {clock.moment(looked.tried)}"
    words = "Check now" if one.is_well else "Try again"
    return Shown(
        id=connection.id,
        name=connection.name,
        what=WHAT[connection.service],
        standing=last,
        said=looked.said if looked else "",
        asks=one.asks,
        check=Act(words, post="/connect/check", name="only", value=connection.id, about=connection.name),
        end=Act("Disconnect", post=f"/connect/{connection.id}/end", about=connection.name),
    )


def new(request: Request, way: str) -> HttpResponse:
    """The steps of one provider, and the form."""
    found = provider(way)
    if found is None:
        raise Http404
    can_keep = keyrings.can_keep(request.desk)
    form = Connecting(found, request.POST if request.method == "POST" else None, can_keep=can_keep)
    if made_up.is_open(request.session) and form.is_bound:
        form.add_error(None, MADE_UP)
    if form.is_valid():
        try:
            return changed(request, connections.connect(request.desk, form.told()), to="connect")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    status = 422 if form.is_bound else 200
    told = {"way": found, "form": form, "can_keep": can_keep, "is_feed": found.id == FEED}
    return show(request, "connect/new.html", status=status, **told)


@change
def check(request: Request) -> HttpResponse:
    """Read what is new: of all, or of one alone."""
    known = connections.all_of(request.desk)
    only = request.POST.get("only", "")
    names = [one.name for one in known if not only or one.id == only]
    if not names:
        raise Http404
    book = book_of(request.desk)
    job = book.read_servers(request.desk, names)
    book.wait(request.desk, job.id, seconds=SOON)
    return go("connect-look", job=job.id)


@change
def by_itself(request: Request) -> HttpResponse:
    """Whether they are read when the app is opened."""
    on = request.POST.get("on") == "yes"
    back = Act("Undo", post="/connect/by-itself", name="on", value="no" if on else "yes")
    return changed(request, reading.switch(request.desk, on=on), to="connect", act=back)


def give(request: Request, one: str) -> HttpResponse:
    """What lets her in once more; then it is read at once."""
    found = next((known for known in connections.all_of(request.desk) if known.id == one), None)
    if found is None:
        raise Http404
    form = Giving(request.POST if request.method == "POST" else None)
    form.fields["secret"].label = "Address of the calendar" if found.service is Service.FEED else "Password"
    if form.is_valid():
        connections.give(request.desk, found, form.cleaned_data["secret"])
        book = book_of(request.desk)
        job = book.read_servers(request.desk, [found.name])
        book.wait(request.desk, job.id, seconds=SOON)
        return go("connect-look", job=job.id)
    return show(request, "connect/give.html", status=422 if form.is_bound else 200, one=found, form=form)


@change
def end(request: Request, one: str) -> HttpResponse:
    """Disconnect; what was read stays."""
    if all(known.id != one for known in connections.all_of(request.desk)):
        raise Http404
    return changed(request, connections.disconnect(request.desk, one), to="connect")


def look(request: Request, job: str) -> HttpResponse:
    """One reading of servers: how far it is, or what came of it."""
    found = book_of(request.desk).find(request.desk, job)
    if found is None or found.job.wish is not Wish.SYNC:
        raise Http404
    names = _names(found)
    if found.is_going:
        said = saying.MEANWHILE[found.job.wish]
        return show(request, "bring/going.html", job=found.job, names=names, going=going(found), said=said)
    outcome = found.outcome
    if outcome is None or outcome.receipt is None:
        heading, lede = saying.ended(found.state, importing=True, said=outcome.said if outcome else "")
        return show(request, "connect/ended.html", job=found.job, names=names, heading=heading, lede=lede)
    told, past = counted_of(outcome.receipt, ()), import_of(request.desk, outcome.receipt.batch)
    heading, lede = saying.read(told, past, trouble=outcome.said)
    return show(
        request,
        "connect/done.html",
        job=found.job,
        names=names,
        heading=heading,
        lede=lede,
        trouble=outcome.said,
        counted=told,
        past=past,
        undo=saying.undo(past, back=request.path),
        next=NEXT if told.is_news else NEXT[1:2],
    )


def _names(found: Standing) -> str:
    first, *more = found.job.servers or ("Your connections",)
    return first + (f" and {counted(len(more), 'more')}" if more else "")
