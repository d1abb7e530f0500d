"""Add someone, in ten seconds; then what one can ask them, each way with its reason."""

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpResponse

from askwell.actions import memory, persons
from askwell.actions.adding import Namesakes, add_people
from askwell.actions.allies import allies
from askwell.domain.errors import Refused
from askwell.domain.people import Contact, Permission, Tie
from askwell.method.ways import ways
from askwell.web.newcomers import TIES, Entry, NewcomerForm, focused
from askwell.web.page import Request, changed, show
from askwell.web.parts import Act
from askwell.web.ways import told

FIELDS = "person"  # before the names of the fields


def add(request: Request) -> HttpResponse:
    form = NewcomerForm(request.POST if request.method == "POST" else None, prefix=FIELDS)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    try:
        added = add_people(request.desk, [replace(form.newcomer(), tie_if_new=Tie.KNOWN)])
    except Namesakes as asked:
        return _page(request, form, namesakes=asked.people[0])
    except Refused as refused:
        return _page(request, form, fault=str(refused))
    (who,) = added.people
    return changed(request, added, to="told-by" if request.GET.get("then") == "told" else "added", person=who)


def _page(request: Request, form: NewcomerForm, *, namesakes: Sequence[Contact] = (), fault: str = "") -> HttpResponse:
    entry = Entry.of(form, namesakes=namesakes)
    if form.is_bound and form.is_empty:
        fault = fault or "Write the name. The rest can wait."
    if fault:
        entry = replace(entry, faults={**entry.faults, "name": fault})
    return show(request, "add/add.html", status=422 if form.is_bound else 200, entry=focused([entry])[0], ties=TIES)


def added(request: Request, person: str) -> HttpResponse:
    """What one can ask somebody, right after they were added, and whenever one comes back."""
    contact, goals = persons.alone(request.desk, person), memory.facts(request.desk).goals
    name = persons.goes_by(request.desk, contact)
    role = ", ".join(part for part in (contact.title, contact.company) if part)
    return show(
        request,
        "add/added.html",
        contact=contact,
        called=name,
        role=role or contact.met,
        ally=contact.id in allies(request.desk),
        ways=told(ways(contact, goals)),
        onwards=_onwards(contact, name, has_goals=goals.said),
    )


def _onwards(contact: Contact, name: str, *, has_goals: bool) -> Act | None:
    """The one thing to do next; nothing where somebody asked not to be written to."""
    if contact.permission is Permission.NEVER_CONTACT:
        return None
    if not has_goals:
        return Act("Say what you are looking for", href="/goal")
    return Act(f"Ask {name}", href=f"/ask/{contact.id}")
