"""Ask: one person, one letter, checked as she types; it goes out by her own mail, and she says that it is sent."""

from django.http import HttpResponse, JsonResponse

from askwell.actions import drafting, letters
from askwell.web.letters import answers
from askwell.web.letters.acts import Hand, act
from askwell.web.letters.posted import Posted
from askwell.web.letters.showing import as_left, as_posted
from askwell.web.letters.shown import Shown
from askwell.web.letters.whom import Whom
from askwell.web.page import Request, change, changed, go
from askwell.web.parts.days import Clock


def letter(request: Request, person: str, purpose: str) -> HttpResponse:
    """The page; what its form sends is done, kept, and shown again."""
    shown = Shown.of(request.GET)
    whom = Whom.of(person, purpose, shown)
    if request.method == "POST":
        posted = Posted.of(request.POST)
        if posted.fault:
            return as_posted(request, whom, shown, posted, fault=posted.fault)
        following = act(Hand(request.desk, whom, shown, posted, request.POST))
        return changed(request, following.done, to=following.to) if following.done else go(following.to)
    return as_left(request, whom, shown)


@change
def look(request: Request, person: str, purpose: str) -> HttpResponse:
    """What is thought of the words as they stand; nothing is kept, and what can't be kept is not read either."""
    whom, posted = Whom.of(person, purpose, Shown.of(request.GET)), Posted.of(request.POST).kept_or_refused()
    found = letters.review_letter(
        request.desk, whom.person, whom.purpose, posted.channel, posted.text, left=posted.left
    )
    return JsonResponse(answers.read(posted, found))


@change
def keep(request: Request, person: str, purpose: str) -> HttpResponse:
    """Keep the words as they stand."""
    whom, desk = Whom.of(person, purpose, Shown.of(request.GET)), request.desk
    posted = Posted.of(request.POST).kept_or_refused()
    saved = drafting.keep(desk, posted.as_kept(whom, posted.text), base=posted.revision)
    return JsonResponse(answers.kept(saved, posted, Clock(desk.now, desk.calendar)))


def out(request: Request, person: str, purpose: str, how: str) -> HttpResponse:
    """Where no script does it: the link that opens her mail, or the words alone, to be copied by hand."""
    shown = Shown.of(request.GET)
    return as_left(request, Whom.of(person, purpose, shown), shown, f"ask/{how}.html")
