"""My week: whom she asked, thanked, met and applied to, and when; a page to print, for the employment office."""

from datetime import date

from django.http import HttpResponse

from askwell.actions.week import Did, Line, week
from askwell.domain.dated import between, of_week
from askwell.web.page import Request, show
from askwell.web.parts import Line as Counted
from askwell.web.parts.days import Clock

DONE = {
    Did.ASKED: "People asked",
    Did.REMINDED: "Reminders",
    Did.THANKED: "Thanks",
    Did.TOLD: "News told",
    Did.GAVE: "Favors given",
    Did.MET: "Talks",
    Did.APPLIED: "Applications",
}


def my_week(request: Request) -> HttpResponse:
    found = week(request.desk, _day(request.GET.get("day", "")))
    clock = Clock(request.desk.now, request.desk.calendar)
    seen = found.week
    done = [Counted(DONE[kind], count) for kind, count in seen.done.items() if count]
    return show(
        request,
        "week/week.html",
        week=seen,
        days=between(seen.monday, seen.sunday),
        hers=[_line(one, clock) for one in seen.hers],
        came=[_line(one, clock) for one in seen.came],
        done=[*done, Counted("In all", sum(seen.done.values()), sum=True)] if done else [],
        before=f"/week?day={found.before}" if found.before else "",
        after=f"/week?day={found.after}" if found.after else "",
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _line(one: Line, clock: Clock) -> dict[str, str]:
    """A row of the record: when, what and with whom, and where they work."""
    day = of_week(one.day)
    return {
        "when": day,
        "time": clock.time(one.at) if one.at else "",
        "said": one.said,
        "name": one.name,
        "company": one.company,
    }
