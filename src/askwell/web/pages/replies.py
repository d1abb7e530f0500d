"""Replies: what was noticed, in the sender's own words, and a yes or no; nothing is kept without a yes."""

from collections.abc import Callable, Sequence
from functools import partial

from django.http import HttpResponse

from askwell.actions import noticed as noticing
from askwell.actions import replies as answering
from askwell.actions import wishes
from askwell.actions.allies import allies
from askwell.actions.desk import Desk
from askwell.actions.history import lately
from askwell.actions.noticed import Noticed
from askwell.actions.persons import goes_by
from askwell.domain.messages import Channel, Direction
from askwell.domain.people import Contact
from askwell.web.last_checked import last_checked
from askwell.web.page import Request, change, changed, show
from askwell.web.parts import Act
from askwell.web.parts.days import Clock
from askwell.web.parts.words import counted
from askwell.web.questions import acts, question

MANY = 20  # up to which they are counted; beyond, a number would only loom
A_PAGE = 7
LATELY = 30  # days
ELSEWHERE = (Act("Read me a message", href="/told/message"), Act("Somebody told me in person", href="/told"))
ALLOW = Act("Take those in by themselves", post="/replies/by-itself", name="allow", value="yes")
ASK_TOO = Act("Ask me about those too", post="/replies/by-itself", name="allow", value="no")
YES_TO_SURE = Act("Yes to all of these", post="/replies/sure")
CHANNELS = {
    Channel.EMAIL: "Mail",
    Channel.LINKEDIN: "LinkedIn",
    Channel.TEXT: "Text message",
    Channel.PHONE: "Call",
    Channel.MEETING: "Calendar",
}
BOOK = "Your address book, brought in"
SENT = {
    **CHANNELS,
    Channel.EMAIL: "You wrote this mail",
    Channel.LINKEDIN: "You wrote this on LinkedIn",
    Channel.TEXT: "You wrote this text message",
}


def replies(request: Request) -> HttpResponse:
    desk = request.desk
    found, helped = noticing.letters(desk), allies(desk)
    clock, by = Clock(desk.now, desk.calendar), partial(goes_by, desk)
    wished = wishes.read_wishes(desk)
    sure = [one for one in noticing.noticed(desk) if one.waiting.sure]
    return show(
        request,
        "replies/replies.html",
        heading=_heading(found),
        notices=[_notice(one, clock=clock, helped=helped, by=by) for one in found[:A_PAGE]],
        more=max(0, len(found) - A_PAGE),
        sure=[(one.contact.name if one.contact else "", question(one, by).ask) for one in sure],
        allowed=wished.accepts_since,
        taken=_taken(desk),
        mail=last_checked(desk),
        way_on=Act("Bring in my mail", href="/bring"),
        ask_too=ASK_TOO,
        allow=ALLOW,
        yes_to_sure=YES_TO_SURE,
        elsewhere=ELSEWHERE,
    )


def _heading(found: Sequence[Noticed]) -> str:
    if not found:
        return "Nothing waits for your word"
    if len(found) > MANY:
        return "Some messages may tell you something"
    return f"{counted(len(found), 'message').capitalize()} may tell you something"


def _notice(one: Noticed, *, clock: Clock, helped: frozenset[str], by: Callable[[Contact], str]) -> dict[str, object]:
    """What the part `notice` is made from."""
    asked = question(one, by)
    name = one.contact.name if one.contact else "Somebody"
    at = clock.moment(one.waiting.at)
    channel = BOOK if one.interaction.in_book else CHANNELS[one.interaction.channel]
    sent = one.interaction.direction is Direction.OUT
    return {
        "name": name,
        "ally": bool(one.contact and one.contact.id in helped),
        "source": f"{SENT[one.interaction.channel]}, {at}" if sent else f"{channel}, {at}",
        "quote": one.quote,
        "spans": [one],
        "ask": asked.ask,
        "acts": acts(one, asked),
    }


def _taken(desk: Desk) -> list[tuple[str, Act | None]]:
    """What was taken in by itself lately, each time with Undo."""
    return [
        (
            f"{one.said}.",
            Act("Undo", post=f"/undo/{one.turn}", name="to", value="/replies", about=one.said) if one.turn else None,
        )
        for one in lately(desk, answering.BY_ITSELF, days=LATELY)
    ]


@change
def answer(request: Request) -> HttpResponse:
    """A yes or a no to one thing."""
    yes, no = request.POST.getlist("yes"), request.POST.getlist("no")
    return changed(request, answering.answer(request.desk, yes=yes, no=no), to="replies")


@change
def not_this(request: Request) -> HttpResponse:
    """The whole message is about something else."""
    return changed(request, noticing.not_about_this(request.desk, request.POST.get("id", "")), to="replies")


@change
def for_good(request: Request) -> HttpResponse:
    return changed(request, noticing.no_for_good(request.desk, request.POST.get("id", "")), to="replies")


@change
def accept(request: Request) -> HttpResponse:
    """Yes to all that is sure, this once."""
    return changed(request, answering.accept(request.desk, "sure"), to="replies")


@change
def by_itself(request: Request) -> HttpResponse:
    """Whether sure things are taken in by themselves from now on."""
    allow = request.POST.get("allow") == "yes"
    return changed(request, wishes.set_wishes(request.desk, accepts=allow), to="replies")
