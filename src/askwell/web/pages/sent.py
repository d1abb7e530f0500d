"""Sent: what happens now, said before it happens; how far she has come with asking; and the next thing."""

from datetime import timedelta

from django.http import HttpResponse

from askwell.actions import asides, day, letters, memory, persons, sending
from askwell.actions.desk import Desk
from askwell.domain.messages import Direction, Interaction
from askwell.domain.plans import Step, StepKind, step_key
from askwell.domain.threads import is_by_hand
from askwell.web.letters.onward import Onward
from askwell.web.letters.posted import Posted
from askwell.web.letters.showing import as_posted
from askwell.web.letters.shown import Shown
from askwell.web.letters.whom import Whom
from askwell.web.page import Request, change, changed, go, show
from askwell.web.parts import Act
from askwell.web.parts.days import Clock
from askwell.web.remarks import remark_of
from askwell.web.steps import row

LATELY = timedelta(days=1)  # so long the page of something sent tells of it
SPOKEN = "phone"  # what goes out by it needs no text
NO_WORDS = "There are no words in it yet. Write or paste here what you sent, and then say that it is sent."


@change
def send(request: Request, person: str, purpose: str) -> HttpResponse:
    """“Yes, it is sent”: noted with her guess; the letter that was begun is done with."""
    shown, posted, desk = Shown.of(request.GET), Posted.of(request.POST), request.desk
    whom = Whom.of(person, purpose, shown)
    if not posted.text.strip() and posted.channel != SPOKEN:
        return as_posted(request, whom, shown, posted, fault=NO_WORDS)
    if posted.fault:
        return as_posted(request, whom, shown, posted, fault=posted.fault)
    letter = letters.write_letter(
        desk, whom.person, whom.purpose, channel=posted.channel, event=whom.event, gift=shown.gift or 1
    )
    questions = [need.question for need in letter.needs]
    done = sending.sent(
        desk,
        whom.person,
        letter.purpose,
        text=posted.text,
        subject=posted.subject,
        channel=posted.channel,
        address=posted.to,
        need=questions.index(posted.need) + 1 if posted.need in questions else None,
        guess=posted.guess,
        event=whom.event,
        about=letter.gifts[(shown.gift or 1) - 1].idea if len(letter.gifts) >= (shown.gift or 1) else "",
    )
    if not whom.person:
        return changed(request, done, to="today")
    return changed(request, done, to="sent", purpose=letter.purpose, person=whom.person)


def sent(request: Request, purpose: str, person: str) -> HttpResponse:
    """The page after it; where nothing went out lately, or it was taken back, the letter itself."""
    desk, whom = request.desk, Whom.of(person, purpose, Shown())
    kept = memory.books(desk)
    contact = persons.among(kept.record.search.contacts, whom.person)
    last = _last(desk, contact.id)
    if last is None:
        return go(whom.path)
    onward = Onward(contact, whom.purpose, last, kept, Clock(desk.now, desk.calendar))
    following = _next(desk)
    return show(
        request,
        "sent/sent.html",
        onward=onward,
        following=following,
        way_on=_way_on(onward, following),
        remark=remark_of("ask", onward.clock.today),
    )


def _last(desk: Desk, contact: str) -> Interaction | None:
    """What she noted last as sent to them, if it was lately."""
    between = memory.books(desk).record.between(contact)
    mine = [i for i in between if i.direction is not Direction.IN and is_by_hand(i) and desk.now - i.at < LATELY]
    return mine[-1] if mine else None


def _way_on(onward: Onward, following: Act | None) -> Act:
    """The one inked button: what was heard in a talk, else the next step, else the day is done."""
    if onward.spoken:
        return Act("Note what you heard", href=f"/told/{onward.contact.id}")
    return following or Act("Done for today", href="/today")


def _next(desk: Desk) -> Act | None:
    """The next step of the day, as a button."""
    look = day.look(desk)
    step = next((step for step in look.day.steps if step.person), None)
    return row(step, look.names, aims=look.aims).act if step else None


@change
def aside(request: Request, person: str, purpose: str) -> HttpResponse:
    """Not today, or somebody else instead: on to whoever is next."""
    whom, desk = Whom.of(person, purpose, Shown.of(request.GET)), request.desk
    letter = letters.write_letter(desk, whom.person, whom.purpose, event=whom.event)
    promise = letter.holds[0] if letter.holds else ""
    key = step_key(StepKind(_step_of(letter.purpose)), letter.contact.id, promise=promise)
    if request.POST.get("aside") == "another":
        return changed(request, asides.another(desk, key), to=_somebody_else(desk))
    return changed(request, asides.not_today(desk, key), to="today")


def _step_of(purpose: letters.Purpose) -> str:
    """The kind of step that a letter without a promise stands for in Today."""
    return "give" if purpose is letters.Purpose.GIVE else "ask"


def _somebody_else(desk: Desk) -> str:
    """The page of the next person to ask today, else Today."""
    steps: tuple[Step, ...] = day.look(desk).day.steps
    found = next((step.person for step in steps if step.kind is StepKind.ASK), "")
    return f"/ask/{found}" if found else "today"
