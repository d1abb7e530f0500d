"""What is written about a person: everything held, with its sources; changing it; and forgetting them."""

import json

from django import forms
from django.http import HttpResponse

from askwell.actions import forgetting, persons
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.story import edit_person, held, story
from askwell.domain.errors import Refused
from askwell.domain.people import Contact
from askwell.web.jobs.book import book_of
from askwell.web.kept_form import KeptForm
from askwell.web.page import Request, changed, show
from askwell.web.parts import Act, Line
from askwell.web.words_field import Written

WORD = "forget"
LONGEST = 300
COUNTED = (
    ("cards", "Cards"),
    ("messages", "Messages and meetings"),
    ("cues", "Things noticed in them"),
    ("letters", "Letters begun"),
    ("applications", "Applications"),
)


class PersonForm(KeptForm):
    """What she may write about somebody."""

    name = Written(label="Name", max_length=LONGEST)
    company = Written(label="Company", max_length=LONGEST, required=False)
    title = Written(label="Role", max_length=LONGEST, required=False)
    place = Written(label="Place", max_length=LONGEST, required=False)
    addresses = Written(
        label="E-mail addresses",
        help_text="One on a line, the one to write to first.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    met = Written(label="How you know each other", max_length=2000, required=False)
    note = Written(label="A note", max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 4}))

    @classmethod
    def told(cls, contact: Contact) -> dict[str, str]:
        """What is written now."""
        fields = {field: getattr(contact, field) for field in ("name", "company", "title", "place", "met", "note")}
        return {**fields, "addresses": "\n".join(contact.addresses)}


def edit(request: Request, person: str) -> HttpResponse:
    contact = persons.alone(request.desk, person)
    form = PersonForm(request.POST if request.method == "POST" else None, kept=PersonForm.told(contact))
    if form.is_valid():
        told = form.changed()
        if "addresses" in told:
            told["addresses"] = told["addresses"].splitlines()
        try:
            return changed(request, edit_person(request.desk, person, **told), to="person", person=person)
        except Refused as refused:
            form.add_error(None, str(refused))
    status = 422 if form.is_bound else 200
    return show(request, "person/edit.html", status=status, form=form, contact=contact)


def everything(request: Request, person: str) -> HttpResponse:
    """Everything held about somebody, and from where."""
    told_of = story(request.desk, person)
    contact = told_of.contact
    return show(
        request,
        "person/held.html",
        story=told_of,
        contact=contact,
        called=persons.goes_by(request.desk, contact),
        counts=_counts(held(request.desk, person)),
    )


def _counts(rows: dict[str, object]) -> list[Line]:
    return [Line(words, len(found)) for name, words in COUNTED if isinstance(found := rows.get(name), list) and found]


def as_file(request: Request, person: str) -> HttpResponse:
    """The same as a file to take along."""
    words = json.dumps(held(request.desk, person), ensure_ascii=False, indent=2, default=str)
    answer = HttpResponse(words, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="Everything held.json"'
    return answer


def forget(request: Request, person: str) -> HttpResponse:
    """Forget somebody for good; it asks first, for this can't be undone."""
    contact = persons.alone(request.desk, person)
    given = persons.goes_by(request.desk, contact)
    fault = ""
    if request.method == "POST":
        if request.POST.get("word", "").strip().lower() == WORD:
            return changed(request, _forgotten(request.desk, person, given), to="people")
        fault = f"Type the word “{WORD}”, or keep {given}."
    return show(
        request,
        "person/forget.html",
        status=422 if fault else 200,
        contact=contact,
        keep=Act(f"Keep {given}", href=f"/people/{contact.id}"),
        verb=f"Forget {given}",
        word=WORD,
        fault=fault,
    )


def _forgotten(desk: Desk, person: str, given: str) -> Done:
    """In the store, and then in the files that were given to be brought in."""
    book = book_of(desk)
    book.stand_still(desk, so_that=f"{given} can be forgotten")
    done = forgetting.forget(desk, person)
    book.forget(desk, done.without)
    return done
