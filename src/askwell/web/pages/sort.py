"""Sort a few: how well she knows somebody, and whether two are the same person; one at a time, with Undo."""

from django.http import HttpResponse

from askwell.actions.allies import allies
from askwell.actions.sorting_few import ToSort, few, sort_one, sort_pair
from askwell.actions.twins import facts_of
from askwell.domain.people import Contact
from askwell.web.page import Request, change, changed, show
from askwell.web.parts import Act
from askwell.web.parts.words import counted
from askwell.web.sides import sides

FEW = 4  # from so many on they are "a few": as long as there are more, others come up behind them
TIES = (("close", "Close"), ("known", "We know each other"), ("barely", "Barely"))
WAYS_OUT = (("leave-out", "Leave out of this search"), ("never", "Leave in peace for good"))
PAIR = (("same", "Yes, the same"), ("not-same", "No, two people"), ("not-sure", "Later"))


def sort(request: Request) -> HttpResponse:
    found, helped = few(request.desk), allies(request.desk)
    first = found[0] if found else None
    return show(
        request,
        "sort/sort.html",
        heading=_heading(found),
        one=first if first and first.other is None else None,
        pair=sides(first.contact, first.other, facts_of(request.desk, first.contact, first.other))
        if first and first.other
        else (),
        why=first.why if first else "",
        role=_role(first.contact) if first else "",
        answers=_answers(first) if first else (),
        out=_out(first) if first and first.other is None else (),
        left=_left(len(found) - 1),
        helped=helped,
        way_on=Act("Back to Today", href="/today"),
    )


def _heading(found: tuple[ToSort, ...]) -> str:
    if not found:
        return "All sorted"
    if found[0].other:
        return "Is this one person?"
    return "How well do you know each other?"


def _left(count: int) -> str:
    """What is still to come, without a number that never gets smaller."""
    if count <= 0:
        return "The last one for now."
    return (
        "A few more after this one. Stop whenever you like."
        if count >= FEW
        else f"{counted(count, 'more', 'more').capitalize()} after this one."
    )


def _role(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.title, contact.company)))


def _answers(one: ToSort) -> list[Act]:
    if one.other:
        post = f"/sort/{one.contact.id}/{one.other.id}"
        return [Act(words, post=post, name="how", value=value) for value, words in PAIR]
    return [Act(words, post=f"/sort/{one.contact.id}", name="how", value=value) for value, words in TIES]


def _out(one: ToSort) -> list[Act]:
    found = [Act(words, post=f"/sort/{one.contact.id}", name="how", value=value) for value, words in WAYS_OUT]
    return [*found, Act("Not sure, ask me later", post=f"/sort/{one.contact.id}", name="how", value="later")]


@change
def one(request: Request, person: str) -> HttpResponse:
    return changed(request, sort_one(request.desk, person, request.POST.get("how", "")), to="sort")


@change
def two(request: Request, person: str, other: str) -> HttpResponse:
    return changed(request, sort_pair(request.desk, person, other, request.POST.get("how", "")), to="sort")
