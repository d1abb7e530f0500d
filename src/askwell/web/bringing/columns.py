"""The question which column of a table is what: each column with the first lines of what stands in it, and a choice."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from askwell.domain.tables import FIELDS, LEFT_OUT, Column, Question, lacking, layout
from askwell.web.jobs.job import Outcome
from askwell.web.jobs.receipts import Line

NOT_NEEDED = "Not needed"
MANY = 12  # columns above which those of which nothing is known stand folded away
EMPTY = "nothing in the first lines"
CHOICES = (("", NOT_NEEDED), *((field, f"{words[0].upper()}{words[1:]}") for field, words in FIELDS.items()))


def open_question(outcome: Outcome | None) -> Line | None:
    """The first file of which it is not known yet which column is what."""
    receipt = outcome.receipt if outcome else None
    return next((line for line in receipt.lines if line.question), None) if receipt else None


class ColumnsForm(forms.Form):
    """One choice a column. What was said before stands in place of the guess, `why` tells what it lacked."""

    def __init__(self, question: Question, *told: Any, said: str = "", **more: Any) -> None:
        super().__init__(*told, **more)
        self.question = question
        said = "" if said == LEFT_OUT else said
        chosen = said.split(",") if said else [column.guess for column in question.columns]
        for place, (column, field) in enumerate(zip(question.columns, chosen, strict=False)):
            lines = [row[place] for row in question.rows]
            choice = forms.ChoiceField(choices=CHOICES, required=False, initial=field, label=_name(column))
            choice.help_text = _shown(lines)
            self.fields[f"c{place}"] = choice

    @property
    def known(self) -> list[forms.BoundField]:
        """The columns to look at first: all, but of very many those of which something is known."""
        bound = [self[name] for name in self.fields]
        return [one for one in bound if one.value()] if len(bound) > MANY else bound

    @property
    def others(self) -> list[forms.BoundField]:
        known = {one.name for one in self.known}
        return [self[name] for name in self.fields if name not in known]

    def layout(self) -> str:
        """Her word on all columns, in order."""
        return layout(self.cleaned_data[name] for name in self.fields)

    def clean(self) -> None:
        fields = [self.cleaned_data.get(name, "") for name in self.fields]
        if why := lacking(fields):
            raise forms.ValidationError(f"{why[0].upper()}{why[1:]}.")


def _name(column: Column) -> SafeString:
    if not column.header:
        return format_html("Column {}", column.letter)
    return format_html("<bdi>{}</bdi>", column.header)


def _shown(lines: Iterable[str]) -> SafeString | str:
    """What stands in the first lines of a column, each kept apart from what is written around it."""
    return format_html_join(" · ", "<bdi>{}</bdi>", ((line,) for line in lines if line)) or EMPTY
