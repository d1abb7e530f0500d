"""A person: who they are, what took place, who led to whom, favors both ways, and what comes next."""

from dataclasses import replace

from django.http import HttpResponse

from askwell.actions import people as tending
from askwell.actions import persons
from askwell.actions.giving import ideas_for
from askwell.actions.plainly import plainly
from askwell.actions.story import Given, Pointing, Story, set_tie, source_words, story
from askwell.actions.together import Joined
from askwell.domain.people import Permission, Tie
from askwell.domain.plans import FavorKind, ReferralStage
from askwell.guide.story_words import STAGES
from askwell.web.gifts import ideas
from askwell.web.page import Request, change, changed, number, show
from askwell.web.parts import Act, Line, Moment, Option
from askwell.web.parts.days import Clock
from askwell.web.parts.words import counted
from askwell.web.ways import told

TIES = (
    Option("Close", Tie.CLOSE),
    Option("Known", Tie.KNOWN),
    Option("Barely", Tie.BARELY),
    Option("We have not met", Tie.NEW),
)
VERBS = {
    "ask": "Ask {}",
    "act": "Write to {}",
    "thank": "Thank {}",
    "report": "Tell {} the news",
    "close": "Tell {} what came of it",
    "nudge": "Remind {} kindly",
    "landed": "Tell {} the good news",
    "give": "Give {} something back",
}
GAVE = {
    FavorKind.GIVEN: "You did something for {}",
    FavorKind.RECEIVED: "{} did something for you",
    FavorKind.PLEDGED: "{} offered something",
    FavorKind.OFFERED: "You offered something to {}",
}
FEW = 6  # cards that stand there at once
PEACE = {"rest": tending.REST_DAYS, "wake": 0, "leave-out": None}  # for how many days; None is for good


def person(request: Request, person: str) -> HttpResponse:
    told_of = story(request.desk, person, page=number(request.GET.get("page", "")) or 1)
    contact, clock = told_of.contact, Clock(request.desk.now, request.desk.calendar)
    given = persons.goes_by(request.desk, contact)
    return show(
        request,
        "person/person.html",
        story=told_of,
        contact=contact,
        called=given,
        role=", ".join(filter(None, (contact.title, contact.company))),
        next=_next(told_of, given),
        ways=told(told_of.ways),
        log=_log(told_of, clock),
        led=_led(told_of, clock),
        ideas=ideas(ideas_for(request.desk, contact), contact.id) if contact.permission is Permission.OPEN else [],
        favors=[_favor(one, clock, given) for one in told_of.favors if one.confirmed],  # the rest waits under Replies
        balance=[
            Line(f"{given} did for you", told_of.balance.received),
            Line(f"You did for {given}", told_of.balance.given),
        ],
        ties=TIES,
        by_itself=Act("Let letters and talks tell", post=f"/people/{contact.id}/tie", name="tie", value=""),
        is_left=contact.permission is not Permission.OPEN,
        acts=_acts(told_of, given),
        cards=[_card(one, told_of) for one in told_of.cards[:FEW]],
        more_cards=[_card(one, told_of) for one in told_of.cards[FEW:]],
        places=counted(len(told_of.cards), "place"),
        earlier=f"?page={told_of.page + 1}" if told_of.page < told_of.pages else "",
        later=f"?page={told_of.page - 1}" if told_of.page > 1 else "",
    )


def _next(told_of: Story, given: str) -> Act | None:
    """The one inked button: what comes next with them."""
    purpose = told_of.next.purpose
    if not purpose:
        return None
    who = told_of.contact.id
    href = f"/ask/{who}" if purpose == "ask" else f"/write/{purpose}/{who}"
    return Act(VERBS[purpose].format(given), href=href)


def _log(told_of: Story, clock: Clock) -> list[Moment]:
    """What took place, the latest first: how, and what it told or was about."""
    return [
        Moment(
            clock.near(one.at),
            f"{one.how}: {', '.join(one.told)}" if one.told else f"{one.how}{f': “{one.words}”' if one.words else ''}",
            inked=one.inked,
            href="/replies" if one.waits else "",
        )
        for one in told_of.moments
    ]


def _led(told_of: Story, clock: Clock) -> list[Moment]:
    """Who led here, and whom they led to."""
    return [_pointing(one, clock) for one in (*told_of.led_here, *told_of.led_on)]


def _pointing(one: Pointing, clock: Clock) -> Moment:
    """When and how far it has come, and who led to whom."""
    far = "" if one.stage == STAGES[ReferralStage.NAMED] else one.stage
    when = ", ".join(filter(None, (clock.near(one.at), far)))
    said = f"{one.said[:1].upper()}{one.said[1:]}"
    return Moment(when, said, inked=True, href=f"/people/{one.person}" if one.person else "")


def _favor(one: Given, clock: Clock, given: str) -> Moment:
    words = GAVE[one.kind].format(given)
    return Moment(clock.near(one.at), f"{words}: {one.what}" if one.what else words, inked=True)


def _acts(told_of: Story, given: str) -> list[Act]:
    """What else one may do: tell, change, leave in peace."""
    who, contact = f"/people/{told_of.contact.id}", told_of.contact
    found = [
        Act(f"{given} told me something", href=f"/told/{contact.id}"),
        Act("Change what is written here", href=f"{who}/edit"),
        Act(f"Everything held about {given}", href=f"{who}/held"),
        Act(f"{given} is here twice", href=f"/twins/{contact.id}"),
    ]
    if contact.permission is Permission.OPEN:
        rest = Act("Leave in peace for 90 days", post=f"{who}/rest")
        found.append(Act("No more rest", post=f"{who}/wake") if told_of.rest else rest)
        found.append(Act("Leave out of this search", post=f"{who}/leave-out"))
    elif contact.permission is Permission.LEAVE_OUT:
        found.append(Act("Take in again", post=f"{who}/wake"))
    if contact.permission is Permission.NEVER_CONTACT:
        found.append(Act(f"{given} may be written to again", post=f"{who}/again"))
    else:
        found.append(Act("Leave in peace for good", post=f"{who}/never"))
    return [*found, Act(f"Forget {given}", href=f"{who}/forget")]


def _card(one: Joined, told_of: Story) -> dict[str, object]:
    """A card in words, with the button that says it is somebody else's."""
    about = ", ".join(filter(None, (source_words(one.source), one.place)))
    act = Act("This is somebody else", post=f"/people/{told_of.contact.id}/apart/{one.id}", about=about)
    verbs = "says the same goes" if one.with_it == 1 else "say the same go"
    more = f"{counted(one.with_it, 'more card').capitalize()} that {verbs} along." if one.with_it else ""
    return {"card": one, "words": source_words(one.source), "act": act, "more": more}


@change
def tie(request: Request, person: str) -> HttpResponse:
    """Her own word on how well they know each other."""
    done = set_tie(request.desk, person, request.POST.get("tie") or None)
    return changed(request, done, to="person", person=person)


@change
def peace(request: Request, person: str, how: str) -> HttpResponse:
    """Left in peace for a while, for good, or no longer."""
    persons.alone(request.desk, person)
    return changed(request, tending.rest(request.desk, person, days=PEACE[how]), to="person", person=person)


@change
def never(request: Request, person: str) -> HttpResponse:
    persons.alone(request.desk, person)
    return changed(request, tending.never_contact(request.desk, person), to="person", person=person)


@change
def again(request: Request, person: str) -> HttpResponse:
    """Somebody left in peace for good may be written to after all."""
    persons.alone(request.desk, person)
    return changed(request, tending.write_again(request.desk, person), to="person", person=person)


@change
def apart(request: Request, person: str, card: str) -> HttpResponse:
    """A card of theirs is somebody else's."""
    persons.alone(request.desk, person)
    done = tending.split_off(request.desk, person, card)
    return changed(request, replace(done, said=plainly(done.said)), to="person", person=person)
