"""Told in person, or in a message from elsewhere: what somebody said, whom they named, what came of their help."""

from collections.abc import Mapping, Sequence

from django.http import HttpResponse

from askwell.actions import memory, persons
from askwell.actions.allies import allies
from askwell.actions.bringing_in.who_is_me import WhoAreYou
from askwell.actions.done import Done
from askwell.actions.finding import find_person
from askwell.actions.looking_up import look_up
from askwell.actions.told import FEW, Namesakes, came_of_it, lately, told
from askwell.domain.errors import NearPeople, Refused, SeveralPeople
from askwell.domain.people import Contact
from askwell.web.page import Request, changed, show
from askwell.web.parts import Option
from askwell.web.told_form import CHANNELS, KINDS, NOBODY, NamedForm, OutcomeForm, ToldForm, name_rows, named_forms
from askwell.web.words_field import faults

NEARLY = "Nobody here is called exactly “{}”. Choose who wrote it, or write the whole name."
SEVERAL = "More than one person is called “{}”. Choose who wrote it."
MOST = 26 * 1024 * 1024  # bytes of a file that are read at all; what is larger is refused there


def whom(request: Request) -> HttpResponse:
    """Whose words they are: searched for, or one of those she was last in touch with."""
    q = request.GET.get("q", "").strip()
    found = look_up(request.desk, q, size=FEW).rows if q else ()
    contacts = [row.contact for row in found] if q else lately(request.desk)
    return show(request, "told/whom.html", q=q, people=contacts, helped=allies(request.desk))


def of(request: Request, person: str) -> HttpResponse:
    """The small form for one person."""
    contact = persons.among(memory.contacts(request.desk), person)
    post = request.POST if request.method == "POST" else None
    form, named = ToldForm(post), named_forms(post)
    if not all(one.is_valid() for one in (form, *named)):
        return _page(request, contact, form, named)
    try:
        return changed(request, _told(request, contact, form, named), to="thanks")
    except Namesakes as asked:
        return _page(request, contact, form, named, namesakes=dict(asked.people))
    except Refused as refused:
        return _page(request, contact, form, named, fault=str(refused))


def _told(request: Request, contact: Contact, form: ToldForm, named: Sequence[NamedForm]) -> Done:
    return told(request.desk, contact.id, named=[one.named() for one in named], **form.cleaned_data)


def _page(
    request: Request,
    contact: Contact,
    form: ToldForm,
    named: Sequence[NamedForm],
    *,
    fault: str = "",
    namesakes: Mapping[int, Sequence[Contact]] = NOBODY,
) -> HttpResponse:
    rows, said = name_rows(named, namesakes), faults(form)
    chips = (said.get("channel"), *(row.faults.get("kind") or row.faults.get("person") for row in rows))
    return show(
        request,
        "told/told.html",
        status=422 if form.is_bound else 200,
        contact=contact,
        called=persons.goes_by(request.desk, contact),
        ally=contact.id in allies(request.desk),
        form=form,
        faults=said,
        rows=rows,
        kinds=KINDS,
        channels=CHANNELS,
        fault=fault or next(filter(None, chips), ""),
        today=request.desk.calendar.day(request.desk.now).isoformat(),
    )


def outcome(request: Request, person: str) -> HttpResponse:
    """What came of their help."""
    contact = persons.among(memory.contacts(request.desk), person)
    form = OutcomeForm(request.POST if request.method == "POST" else None)
    fault = ""
    if form.is_valid():
        try:
            return changed(request, came_of_it(request.desk, person, form.cleaned_data["outcome"]), to="thanks")
        except Refused as refused:
            fault = str(refused)
    return show(
        request,
        "told/outcome.html",
        status=422 if form.is_bound else 200,
        contact=contact,
        called=persons.goes_by(request.desk, contact),
        ally=contact.id in allies(request.desk),
        said=form["outcome"].value() or "",
        fault=fault or faults(form).get("outcome", ""),
    )


def message(request: Request) -> HttpResponse:
    """A message from elsewhere, pasted or as a file: read, kept with whoever wrote it, and looked through."""
    if request.method != "POST":
        return show(request, "told/message.html", text="", sender="", fault="", likely=(), near=())
    file = request.FILES.get("file")
    content: str | bytes = file.read(MOST) if file else request.POST.get("text", "")
    sender = request.POST.get("sender", "").strip()
    try:
        return changed(request, _read(request, content, sender=sender), to="replies")
    except Refused as refused:
        likely = refused.likely if isinstance(refused, WhoAreYou) else ()
        near = refused.people if isinstance(refused, NearPeople | SeveralPeople) else ()
        return show(
            request,
            "told/message.html",
            status=422,
            text=content.decode("utf-8", "replace") if isinstance(content, bytes) else content,
            sender=sender,
            fault=_fault(refused, sender),
            likely=[Option(one.address, one.address) for one in likely],
            near=[Option(f"{name} ({company})" if company else name, key) for key, name, company in near],
        )


def _fault(refused: Refused, sender: str) -> str:
    """What is to be mended; where people are there to choose from, without the ids that a terminal needs."""
    if isinstance(refused, NearPeople):
        return NEARLY.format(sender)
    return SEVERAL.format(sender) if isinstance(refused, SeveralPeople) else str(refused)


def _read(request: Request, content: str | bytes, *, sender: str) -> Done:
    from askwell.actions.pasting import read_message

    if not content.strip():
        raise Refused("There is no message yet. Paste its words, or choose a saved message.")
    meant = request.POST.get("person", "") or sender
    who = find_person(request.desk, meant).id if meant else ""
    me = tuple(filter(None, request.POST.getlist("me")))
    return read_message(request.desk, content, from_person=who, me=me)
