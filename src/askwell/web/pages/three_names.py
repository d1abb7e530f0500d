"""Three names: who would be happy to hear from you? One or two are fine too."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.http import HttpResponse

from askwell.actions import memory
from askwell.actions.adding import Namesakes, add_people
from askwell.domain.errors import Refused
from askwell.domain.people import Contact, Tie
from askwell.web.newcomers import TIES, Entry, NewcomerForm, focused
from askwell.web.page import Request, changed, show

PLACES = ("first", "second", "third")
EXAMPLES = ("we worked at Meridian", "we went to school together", "our gardens are side by side")
NOBODY = "Write at least one name. One or two are fine too."


def three_names(request: Request) -> HttpResponse:
    forms = [NewcomerForm(request.POST if request.method == "POST" else None, prefix=place) for place in PLACES]
    if request.method != "POST":
        return _page(request, forms)
    told = [form for form in forms if not form.is_empty]
    if not told:
        return _page(request, forms, faults={0: NOBODY})
    if not all(form.is_valid() for form in told):
        return _page(request, forms)
    return _add(request, forms, told)


def _add(request: Request, forms: Sequence[NewcomerForm], told: Sequence[NewcomerForm]) -> HttpResponse:
    begun = memory.facts(request.desk).goals.said
    try:
        added = add_people(request.desk, [form.newcomer() for form in told])
    except Namesakes as asked:
        return _page(request, forms, namesakes={forms.index(told[at]): who for at, who in asked.people.items()})
    except Refused as refused:
        return _page(request, forms, faults={forms.index(told[-1]): str(refused)})
    return changed(request, added, to="today" if begun else "goal")


def _page(
    request: Request,
    forms: Sequence[NewcomerForm],
    *,
    faults: Mapping[int, str] | None = None,
    namesakes: Mapping[int, Sequence[Contact]] | None = None,
) -> HttpResponse:
    asked, more = namesakes or {}, faults or {}
    entries = [Entry.of(form, tie=Tie.CLOSE, namesakes=asked.get(at, ())) for at, form in enumerate(forms)]
    for at, fault in more.items():
        entries[at] = replace(entries[at], faults={**entries[at].faults, "name": fault})
    begun = memory.facts(request.desk).goals.said
    again = bool(memory.contacts(request.desk))
    status = 422 if any(form.is_bound for form in forms) else 200
    told = {"entries": list(zip(focused(entries), EXAMPLES, strict=True)), "ties": TIES, "begun": begun, "again": again}
    return show(request, "three_names/three_names.html", status=status, **told)
