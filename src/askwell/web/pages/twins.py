"""One person or two: likely twins side by side, one question after the other, each answer with Undo."""

from django.http import HttpResponse

from askwell.actions import memory, persons
from askwell.actions.allies import allies
from askwell.actions.looking_up import look_up
from askwell.actions.sorting_few import sort_pair
from askwell.actions.twins import Pair, next_pair, pair_of
from askwell.web.page import Request, change, changed, show
from askwell.web.parts import Act
from askwell.web.parts.words import counted
from askwell.web.sides import sides

SHOWN = 10  # people among whom one chooses
FEW = 12  # up to so many are counted that still wait; beyond, a number would only loom
ANSWERS = (("same", "Yes, the same", "y"), ("not-same", "No, two people", "n"), ("not-sure", "Later", "l"))
ASKED = "You want to look at these two; nothing else says that they are one."


def twins(request: Request) -> HttpResponse:
    """The next pair that waits for her word."""
    return _show(request, next_pair(request.desk))


def two(request: Request, person: str, other: str) -> HttpResponse:
    """These two; what she says of them, and then the next pair."""
    if request.method == "POST":
        return answer(request, person, other)
    return _show(request, pair_of(request.desk, person, other))


def who(request: Request, person: str) -> HttpResponse:
    """With whom somebody is one: searched for, else those whose name is nearly theirs."""
    desk = request.desk
    contact = persons.among(memory.contacts(desk), person)
    q = request.GET.get("q", "").strip()
    rows = look_up(desk, q or contact.name.rpartition(" ")[2], size=SHOWN + 1).rows
    return show(
        request,
        "twins/who.html",
        contact=contact,
        called=persons.goes_by(desk, contact),
        q=q,
        people=[row.contact for row in rows if row.contact.id != contact.id][:SHOWN],
        helped=allies(desk),
    )


@change
def answer(request: Request, person: str, other: str) -> HttpResponse:
    return changed(request, sort_pair(request.desk, person, other, request.POST.get("how", "")), to="twins")


def _show(request: Request, pair: Pair | None) -> HttpResponse:
    return show(
        request,
        "twins/twins.html",
        pair=sides(pair.one, pair.other, pair.facts) if pair else (),
        why=(pair.why or ASKED) if pair else "",
        names=[pair.one.name, pair.other.name] if pair else [],
        answers=_answers(pair) if pair else (),
        left=_left(pair.after) if pair else "",
        way_on=Act("Back to your people", href="/people"),
    )


def _answers(pair: Pair) -> list[tuple[Act, str]]:
    """What can be said, each with the letter that says it too."""
    post = f"/twins/{pair.one.id}/{pair.other.id}"
    return [(Act(words, post=post, name="how", value=value), letter) for value, words, letter in ANSWERS]


def _left(count: int) -> str:
    """What is still to come, without a number that looms."""
    if not count:
        return "The last one for now."
    more = f"{counted(count, 'more', 'more').capitalize()} after this one."
    return more if count <= FEW else "More come after this one. Stop whenever you like."
