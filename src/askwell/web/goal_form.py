"""The goals as fields to write in, and back: what is left as it was shown stays as it was kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from askwell.domain.goals import Goals, Status
from askwell.identity.regions import countries, zones
from askwell.web import blanks
from askwell.web.kept_form import KeptForm
from askwell.web.words_field import Written

ROWS = {  # fields that hold a list with commas between, and what it is called among the goals
    "role": "roles",
    "field": "fields",
    "place": "places",
    "people": "kinds_of_people",
    "kinds": "kinds_of_company",
    "strengths": "strengths",
    "schools": "schools",
}
SAME = ("status_line", "statement", "name", "since", "country", "zone")  # these are kept as they are written
LONGEST = 4000  # characters of one field
NO_GOAL = "Name the work you look for, or a company you would love to know. One of them is enough to begin."
NO_DAY = "Write a day such as 2026-03-01, or leave it out."


class LongSelect(forms.Select):
    """A choice of hundreds, written at once: a template for each of them takes ten times as long."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 - Django hands it to every widget
    ) -> SafeString:
        chosen = str(value or "")
        told = ((kept, " selected" if str(kept) == chosen else "", words) for kept, words in self.choices)
        options = format_html_join("", '<option value="{}"{}>{}</option>', told)
        own = flatatt(self.build_attrs(self.attrs, attrs))
        return format_html('<select name="{}"{}>{}</select>', name, own, options)


def _line(label: str, help_text: str = "") -> Written:
    return Written(required=False, max_length=LONGEST, label=label, help_text=help_text)


def _left_out(since: date | None) -> str:
    """What happens where she names no day: it is that of her last job's end, else three months are looked at."""
    if since is None:
        return "Left out, Askwell looks back three months from your first import."
    return f"Left out, it is {since:%B %Y}, when your last job ended."


def _lines(label: str, help_text: str, *, rows: int) -> Written:
    area = forms.Textarea(attrs={"rows": rows})
    return Written(required=False, max_length=LONGEST, label=label, help_text=help_text, widget=area)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What counts where she says nothing: zone and country of the computer, and the end of her last job if known."""

    zone: str
    country: str
    since: date | None


class GoalForm(KeptForm):
    """Everything a person may say of her search: first the sentence, then what can wait."""

    role = _line("The work you look for")
    field = _line("The field")
    place = _line("The place")
    people = _line("Kinds of people you would love to meet")
    companies = _lines(
        "Companies I would love to know",
        "One on a line, or with commas between. The best first; three are enough to begin.",
        rows=3,
    )
    openly = forms.BooleanField(required=False)
    status_line = _line("How you say it")

    statement = _lines("Your goal in one sentence of your own", "So plain that a stranger could repeat it.", rows=2)
    kinds = _line("Kinds of companies", "Family firms, hospitals: with commas between.")
    strengths = _line("What you are good at", "With commas between. Letters offer one of them in return.")
    schools = _line("Schools you went to", "Whoever went there too has something in common with you.")
    limits = _lines("What has to be right", "One on a line, such as “Commute: 45 minutes”. Only you see it.", rows=3)
    since = forms.DateField(
        required=False,
        label="The day your search began",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": NO_DAY},
    )
    country = forms.ChoiceField(required=False, label="Your country", widget=LongSelect)
    zone = forms.ChoiceField(required=False, label="Your time zone", widget=LongSelect)
    name = _line("Your name, as you sign", "With the family name, for those who hardly know you.")

    def __init__(self, data: Mapping[str, Any] | None, *, goals: Goals, unsaid: Unsaid) -> None:
        super().__init__(data, kept=shown(goals), auto_id="%s")
        self.goals = goals
        self.fields["since"].help_text = _left_out(unsaid.since)
        self._choices("country", countries(), kept=goals.country, here=unsaid.country)
        self._choices("zone", {name: name.replace("_", " ") for name in zones()}, kept=goals.zone, here=unsaid.zone)

    def _choices(self, name: str, words: Mapping[str, str], *, kept: str, here: str) -> None:
        """All there are, with one that is kept and in no list, and first what counts without a word."""
        told = f" ({words.get(here, here)})" if here else ""
        more = {kept: kept} if kept and kept not in words else {}
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", f"As on this computer{told}"), *{**more, **words}.items()]

    def clean(self) -> None:
        """There must be something to ask for, now that she says it here."""
        super().clean()
        if not (self.errors or self.said().said):
            self.add_error("role", NO_GOAL)

    def changes(self) -> dict[str, Any]:
        """What is to be changed, by its name among the goals; only fields that were written in."""
        new = self.changed()
        told: dict[str, Any] = {name: new[name] for name in SAME if name in new}
        for name, goal in {**ROWS, "companies": "companies"}.items():
            if name in new:
                told[goal] = blanks.listed(new[name], known=getattr(self.goals, goal))
        if "limits" in new:
            told["limits"] = blanks.limits(new["limits"])
        if "openly" in new:
            told["status"] = Status.IN_TRANSITION if new["openly"] else Status.EMPLOYED
        return told

    def said(self) -> Goals:
        """Her goals with what is written here, as far as it can be read."""
        return replace(self.goals, **self.changes())


def shown(goals: Goals) -> dict[str, Any]:
    """Her goals as the fields show them."""
    told: dict[str, Any] = {name: getattr(goals, name) for name in SAME}
    told |= {name: blanks.in_a_row(getattr(goals, goal)) for name, goal in ROWS.items()}
    told["companies"] = blanks.one_on_a_line(goals.companies)
    told["limits"] = blanks.limits_in_lines(goals.limits)
    told["openly"] = goals.status is Status.IN_TRANSITION
    return told
