"""The question which addresses are hers: some to tick, a line for others."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from askwell.web.words_field import Written

EXAMPLE = "you@example.com"
NONE = f"Tick an address, or write one like {EXAMPLE}."


class MeForm(forms.Form):
    """`likely` are the addresses to tick; several written ones stand with a space or comma between."""

    address = forms.MultipleChoiceField(required=False)
    other = Written(label="Another address of yours", required=False, max_length=1000)
    other.widget.attrs["autocomplete"] = "email"

    def __init__(self, *told: Any, likely: Sequence[str] = (), **more: Any) -> None:
        super().__init__(*told, **more)
        field = self.fields["address"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one, one) for one in likely]

    def addresses(self) -> tuple[str, ...]:
        """All of them, once each."""
        return tuple(dict.fromkeys((*self.cleaned_data["address"], *_split(self.cleaned_data["other"]))))

    def clean_other(self) -> str:
        told = str(self.cleaned_data["other"])
        for one in _split(told):
            try:
                validate_email(one)
            except ValidationError as fault:
                words = f"“{one}” is no e-mail address. Write it like {EXAMPLE}, several with a space between."
                raise ValidationError(words) from fault
        return told

    def clean(self) -> None:
        told = self.cleaned_data
        if not told.get("address") and not told.get("other") and not self.errors:
            self.add_error("other", NONE)


def _split(told: str) -> list[str]:
    return told.replace(",", " ").replace(";", " ").split()
