"""Told in person, or in a message from elsewhere: what somebody said, whom they named, what came of their help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django import forms
from django.http import HttpResponse
from django.urls import path

from askwell.actions import memory, persons
from askwell.actions.allies import allies
from askwell.actions.bringing_in.who_is_me import WhoAreYou
from askwell.actions.done import Done
from askwell.actions.finding import find_person
from askwell.actions.looking_up import look_up
from askwell.actions.told import FEW, Named, Namesakes, came_of_it, lately, told
from askwell.domain.errors import Refused
from askwell.domain.people import Contact
from askwell.identity.called import called
from askwell.web.newcomers import LONGEST, NEW, asked_of
from askwell.web.page import Request, changed, show
from askwell.web.parts import Option

ROWS = 3  # people that can be named at once
NOBODY: Mapping[int, Sequence[Contact]] = MappingProxyType({})
MOST = 26 * 1024 * 1024  # bytes of a file that are read at all; what is larger is refused there
CHANNELS = (
    Option("Face to face", "meeting"),
    Option("By phone", "phone"),
    Option("In a message", "text"),
)
KINDS = (
    Option("Told me the name", "name"),
    Option("I may use their name", "use-my-name"),
    Option("Introduced us", "introduction"),
    Option("Passed my details on", "forwarded"),
)


class ToldForm(forms.Form):
    """What was told, in a line, and what it was."""

    what = forms.CharField(required=False, max_length=5000)
    helped = forms.BooleanField(required=False)
    offered = forms.BooleanField(required=False)
    declined = forms.BooleanField(required=False)
    channel = forms.CharField(required=False, max_length=20)
    on = forms.DateField(required=False)


def whom(request: Request) -> HttpResponse:
    """Whose words they are: searched for, or one of those she was last in touch with."""
    q = request.GET.get("q", "").strip()
    found = look_up(request.desk, q, size=FEW).rows if q else ()
    contacts = [row.contact for row in found] if q else lately(request.desk)
    return show(request, "told/whom.html", q=q, people=contacts, helped=allies(request.desk))


def of(request: Request, person: str) -> HttpResponse:
    """The small form for one person."""
    contact = persons.among(memory.contacts(request.desk), person)
    form = ToldForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return changed(request, _told(request, contact, form.cleaned_data), to="replies")
        except Namesakes as asked:
            return _page(request, contact, form, namesakes=dict(asked.people))
        except Refused as refused:
            return _page(request, contact, form, fault=str(refused))
    return _page(request, contact, form, fault="Write the day like 2026-03-27." if form.errors.get("on") else "")


def _told(request: Request, contact: Contact, said: Mapping[str, object]) -> Done:
    on = said.get("on")
    return told(
        request.desk,
        contact.id,
        what=str(said["what"]),
        named=[row.named() for row in _rows(request)],
        helped=bool(said["helped"]),
        offered=bool(said["offered"]),
        declined=bool(said["declined"]),
        channel=str(said["channel"]) or CHANNELS[0].value,
        on=on if isinstance(on, date) else None,
    )


@dataclass(frozen=True, slots=True)
class NameRow:
    """Somebody named, as the form has it; `asked` and `answers` where somebody of that name is here."""

    number: int
    name: str = ""
    company: str = ""
    address: str = ""
    kind: str = KINDS[0].value
    person: str = ""
    asked: str = ""
    answers: tuple[Option, ...] = ()

    @property
    def id(self) -> str:
        return f"named-{self.number}"

    def named(self) -> Named:
        is_new = self.person == NEW
        return Named(self.name, self.company, self.address, self.kind, "" if is_new else self.person, is_new)


def _rows(request: Request, namesakes: Mapping[int, Sequence[Contact]] = NOBODY) -> list[NameRow]:
    """The rows of names as they were sent; those left empty stay where they are."""
    rows = []
    for number in range(ROWS):
        said = {key: request.POST.get(f"named-{number}-{key}", "").strip()[:LONGEST] for key in NameRow.__slots__[1:6]}
        said["kind"] = said["kind"] or KINDS[0].value
        asked, answers = asked_of(namesakes.get(number, ()))
        rows.append(NameRow(number, **said, asked=asked, answers=answers))
    return rows


def _page(
    request: Request,
    contact: Contact,
    form: ToldForm,
    *,
    fault: str = "",
    namesakes: Mapping[int, Sequence[Contact]] = NOBODY,
) -> HttpResponse:
    return show(
        request,
        "told/told.html",
        status=422 if fault or namesakes else 200,
        contact=contact,
        called=called(contact.name) or contact.name,
        ally=contact.id in allies(request.desk),
        form=form,
        rows=_rows(request, namesakes),
        kinds=KINDS,
        channels=CHANNELS,
        fault=fault,
        today=request.desk.calendar.day(request.desk.now).isoformat(),
    )


def outcome(request: Request, person: str) -> HttpResponse:
    """What came of their help."""
    contact = persons.among(memory.contacts(request.desk), person)
    said, fault = request.POST.get("outcome", ""), ""
    if request.method == "POST":
        try:
            return changed(request, came_of_it(request.desk, person, said), to="thanks")
        except Refused as refused:
            fault = str(refused)
    return show(
        request,
        "told/outcome.html",
        status=422 if fault else 200,
        contact=contact,
        called=called(contact.name) or contact.name,
        ally=contact.id in allies(request.desk),
        said=said,
        fault=fault,
    )


def message(request: Request) -> HttpResponse:
    """A message from elsewhere, pasted or as a file: read, kept with whoever wrote it, and looked through."""
    if request.method != "POST":
        return show(request, "told/message.html", text="", sender="", fault="", likely=())
    file = request.FILES.get("file")
    content: str | bytes = file.read(MOST) if file else request.POST.get("text", "")
    sender = request.POST.get("sender", "").strip()
    try:
        return changed(request, _read(request, content, sender=sender), to="replies")
    except Refused as refused:
        likely = refused.likely if isinstance(refused, WhoAreYou) else ()
        return show(
            request,
            "told/message.html",
            status=422,
            text=content.decode("utf-8", "replace") if isinstance(content, bytes) else content,
            sender=sender,
            fault=str(refused),
            likely=[Option(one.address, one.address) for one in likely],
        )


def _read(request: Request, content: str | bytes, *, sender: str) -> Done:
    from askwell.actions.pasting import read_message

    if not content.strip():
        raise Refused("There is no message yet. Paste its words, or choose a saved message.")
    who = find_person(request.desk, sender).id if sender else ""
    me = tuple(filter(None, request.POST.getlist("me")))
    return read_message(request.desk, content, from_person=who, me=me)


urls = [
    path("told", whom, name="told"),
    path("told/message", message, name="told-message"),
    path("told/<str:person>", of, name="told-by"),
    path("told/<str:person>/outcome", outcome, name="came-of-it"),
]
