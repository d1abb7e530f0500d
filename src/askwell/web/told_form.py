"""What somebody told her, as the form has it: a line, what it was, and whom they named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django import forms

from askwell.actions.told import Named
from askwell.domain.people import Contact
from askwell.web.newcomers import LONGEST, NEW, asked_of
from askwell.web.parts import Option
from askwell.web.words_field import Written, faults

ROWS = 3  # people that can be named at once
A_STORY = 5000  # characters of what was told
A_WORD = 40  # characters of a word that a chip stands for, or of an id
NOBODY: Mapping[int, Sequence[Contact]] = MappingProxyType({})
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
NO_DAY = "Write the day like 2026-03-27."


class ToldForm(forms.Form):
    """What was told, in a line, and what it was."""

    what = Written(required=False, max_length=A_STORY)
    helped = forms.BooleanField(required=False)
    offered = forms.BooleanField(required=False)
    declined = forms.BooleanField(required=False)
    channel = Written(required=False, max_length=A_WORD, empty_value=CHANNELS[0].value)
    on = forms.DateField(required=False, error_messages={"invalid": NO_DAY})


class NamedForm(forms.Form):
    """Somebody who was named."""

    name = Written(required=False, max_length=LONGEST)
    company = Written(required=False, max_length=LONGEST)
    address = Written(required=False, max_length=LONGEST)
    kind = Written(required=False, max_length=A_WORD, empty_value=KINDS[0].value)
    person = Written(required=False, max_length=A_WORD)

    def named(self) -> Named:
        """Whom she heard of, once the form is valid."""
        told = self.cleaned_data
        is_new = told["person"] == NEW
        person = "" if is_new else told["person"]
        return Named(told["name"], told["company"], told["address"], told["kind"], person, is_new)


class OutcomeForm(forms.Form):
    """What came of a help."""

    outcome = Written(required=False, max_length=A_STORY)


@dataclass(frozen=True, slots=True)
class NameRow:
    """Somebody named, as the page shows it; `asked` and `answers` where somebody of that name is here."""

    number: int
    said: Mapping[str, str]
    faults: Mapping[str, str]
    asked: str = ""
    answers: tuple[Option, ...] = ()

    @property
    def id(self) -> str:
        return f"named-{self.number}"


def named_forms(post: Mapping[str, Any] | None) -> list[NamedForm]:
    """A form for each that can be named; those left empty stay where they are."""
    return [NamedForm(post, prefix=f"named-{number}") for number in range(ROWS)]


def name_rows(forms: Sequence[NamedForm], namesakes: Mapping[int, Sequence[Contact]] = NOBODY) -> list[NameRow]:
    return [
        NameRow(
            number, {one.name: one.value() or "" for one in form}, faults(form), *asked_of(namesakes.get(number, ()))
        )
        for number, form in enumerate(forms)
    ]
