"""Ask: one person, one letter, checked as she types; it goes out by her own mail, and she says that it is sent."""

from django.http import HttpResponse, JsonResponse
from django.urls import URLPattern, path

from askwell.actions import drafting, letters
from askwell.actions.goals import read_goals
from askwell.guide.brief import brief as brief_of
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
    """What is thought of the words as they stand; nothing is kept."""
    whom, posted = Whom.of(person, purpose, Shown.of(request.GET)), Posted.of(request.POST)
    found = letters.review_letter(
        request.desk, whom.person, whom.purpose, posted.channel, posted.text, left=posted.left
    )
    return JsonResponse(answers.read(posted, found))


@change
def keep(request: Request, person: str, purpose: str) -> HttpResponse:
    """Keep the words as they stand."""
    whom, posted, desk = Whom.of(person, purpose, Shown.of(request.GET)), Posted.of(request.POST).kept_or_refused(), request.desk
    saved = drafting.keep(desk, posted.as_kept(whom, posted.text), base=posted.revision)
    return JsonResponse(answers.kept(saved, posted, Clock(desk.now, desk.calendar)))


def out(request: Request, person: str, purpose: str, how: str) -> HttpResponse:
    """Where no script does it: the link that opens her mail, or the words alone, to be copied by hand."""
    shown = Shown.of(request.GET)
    return as_left(request, Whom.of(person, purpose, shown), shown, f"ask/{how}.html")


def brief(request: Request) -> HttpResponse:
    """The one page about her goals, as a file to attach."""
    answer = HttpResponse(brief_of(read_goals(request.desk)), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="Brief.txt"'
    return answer


def _addresses(start: str, name: str, **more: str) -> list[URLPattern]:
    return [
        path(start, letter, more, name=name),
        path(f"{start}/look", look, more),
        path(f"{start}/keep", keep, more),
        path(f"{start}/mail", out, {**more, "how": "mail"}),
        path(f"{start}/copy", out, {**more, "how": "copy"}),
    ]


urls = [
    path("brief.txt", brief, name="brief"),
    *_addresses("ask/<str:person>", "ask", purpose="ask"),
    *_addresses("write/<str:purpose>/<str:person>", "write"),
]
