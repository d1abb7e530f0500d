"""Progress: the hundred dots, who led to whom, asks and answers, guesses, how she asks and what may lie ahead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpResponse

from askwell.actions import applications, courage, ledger, memory, wishes
from askwell.actions.desk import Desk
from askwell.actions.forecast import forecast, is_hidden
from askwell.actions.hardness import hardness
from askwell.domain.people import Contact
from askwell.domain.plans import Ask, AskState, Referral
from askwell.domain.search import Application, Phase, Stage
from askwell.identity.called import called
from askwell.web import ahead
from askwell.web.page import Request, change, changed, show
from askwell.web.parts import Act, Line, Rung, tree
from askwell.web.parts.words import counted, number
from askwell.web.remarks import remark_of

LATELY = timedelta(days=28)
ASKS_SHOWN = 8
STATES = {
    AskState.SENT: "still open",
    AskState.ANSWERED: "answered",
    AskState.DECLINED: "not this time",
    AskState.UNANSWERED: "resting",
}
RUNGS = {
    "thank": (
        "Thank somebody",
        "It costs three lines, and nobody ever minded one.",
        "/write/thank/{id}",
        "Thank {given}",
    ),
    "close": ("Ask somebody close", "Those who like you are the easiest to ask.", "/ask/{id}", "Ask {given}"),
    "half-forgotten": (
        "Ask somebody half forgotten",
        "Old acquaintances know what your friends do not.",
        "/ask/{id}",
        "Ask {given}",
    ),
}
NOBODY = Act("Name three people", href="/three-names")
TALKED = frozenset({Stage.SCREEN, Stage.INTERVIEW, Stage.SECOND, Stage.OFFER})


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask as it stands in the list."""

    name: str
    href: str
    question: str
    at: datetime
    state: str


def progress(request: Request) -> HttpResponse:
    desk = request.desk
    figures, names = ledger.progress(desk), memory.contacts(desk)
    sure = sorted((r for r in ledger.list_referrals(desk) if r.confirmed), key=lambda r: (r.at, r.id))
    asks = memory.books(desk).asks
    twigs = tree.grown(ledger.referral_tree(desk), _names(ledger.list_referrals(desk), names))
    name = memory.facts(desk).goals.name.partition(" ")[0]
    lately = sum(desk.now - one.at <= LATELY for one in sure)
    known = applications.list_applications(desk)
    return show(
        request,
        "progress/progress.html",
        when=_weeks(memory.search(desk).since, desk.calendar.day(desk.now)) if asks or sure or known else "",
        heading=_heading(len(sure), lately),
        count=len(sure),
        stages=figures.by_stage,
        dots=[str(one.stage) for one in sure],
        told=_told(asks, sure, lately=lately),
        twigs=twigs,
        root=name or "You",
        asks=[_asked(ask, names) for ask in sorted(asks, key=lambda one: one.at, reverse=True)],
        shown=ASKS_SHOWN,
        answers=_answers(figures),
        guessed=figures.guessed,
        applied=_applied(known),
        **_how(desk),
        **_ahead(desk),
        remark=remark_of("progress", desk.calendar.day(desk.now)),
    )


def _names(led: Iterable[Referral], names: Mapping[str, Contact]) -> dict[str, str]:
    """Names of those who led her on, and of those they led her to."""
    ids = {one for referral in led for one in (referral.referrer, referral.person)}
    return {one: names[one].name for one in ids if one in names}


def _weeks(since: date | None, today: date) -> str:
    """Nine weeks in: since the search began."""
    weeks = (today - since).days // 7 if since else 0
    return f"{counted(weeks, 'week').capitalize()} in" if weeks > 0 else "Your first week"


def _heading(count: int, lately: int) -> str:
    if not count:
        return "Every search begins with one question"
    return "People keep opening doors for you" if lately else "Doors that people have opened for you"


def _told(asks: Sequence[Ask], sure: Sequence[Referral], *, lately: int) -> str:
    """What she did, then what came of it."""
    asked = len({ask.to for ask in asks})
    if not asked:
        return "Nobody is asked yet. The first question is the hardest one."
    words = f"You asked {counted(asked, 'person', 'people')}."
    if lately and len(sure) > 1:
        part = "All" if lately == len(sure) else f"{number(lately).capitalize()} of the"
        words += f" {part} {number(len(sure))} referrals came in the last four weeks."
    return words


def _answers(figures: ledger.Progress) -> list[Line]:
    open_still = figures.sent - figures.answered
    return [
        Line("Answered", figures.answered - figures.declined),
        Line("Not this time", figures.declined),
        Line("No answer so far", open_still),
        Line("Questions you asked", figures.sent, sum=True),
    ]


def _asked(ask: Ask, names: Mapping[str, Contact]) -> Asked:
    contact = names.get(ask.to)
    name = contact.name if contact else "Somebody"
    return Asked(name, f"/people/{ask.to}" if contact else "", ask.need, ask.at, STATES[ask.state])


def _applied(known: Iterable[Application]) -> list[Line]:
    """Applications beside referrals; nothing where there are none."""
    told = list(known)
    if not told:
        return []
    return [
        Line("Led to a talk or more", sum(one.stage in TALKED for one in told)),
        Line("Waiting, or closed", sum(one.stage not in TALKED for one in told)),
        Line("Applications", len(told), sum=True),
    ]


def _rungs(ladder: Iterable[courage.Rung]) -> list[Rung]:
    """The ladder in words; the first that is still to be dared carries its act."""
    found: list[Rung] = []
    for one in ladder:
        what, why, href, verb = RUNGS[one.name]
        is_next = not one.done and all(rung.done for rung in found)
        given = called(one.who.name) or one.who.name if one.who else ""
        act = Act(verb.format(given=given), href=href.format(id=one.who.id)) if one.who else NOBODY
        found.append(Rung(what, why, done=one.done, act=act if is_next else None))
    return found


def _how(desk: Desk) -> dict[str, Any]:
    """How she asks; before there is behavior to measure, the ladder of courage instead."""
    found = hardness(desk)
    return {"how": ahead.how(found)} if found else {"ladder": _rungs(courage.ladder(desk))}


def _ahead(desk: Desk) -> dict[str, Any]:
    """What may lie ahead of a search that goes on: the forecast, or the way to have it back."""
    found, goes_on = forecast(desk), memory.search(desk).phase is Phase.ACTIVE
    return {
        "ahead": ahead.ahead(found, today=desk.calendar.day(desk.now)) if found else None,
        "hidden": goes_on and is_hidden(desk),
        "still_to_come": goes_on and found is None,
    }


@change
def show_forecast(request: Request, *, shown: bool) -> HttpResponse:
    """Hide the forecast, or show it again."""
    return changed(request, wishes.set_wishes(request.desk, forecast=shown), to="progress")
