"""A form of what is kept, that may be open in two windows at once: see `meanwhile`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField

from askwell.web.meanwhile import MINE, THEIRS, Met, choice_of, marks, met
from askwell.web.parts import Option

CLASHED = "Some of this was changed in another window meanwhile, so nothing is kept yet. Choose which words stay."
BOTH = "Both texts are here. Choose which one stays, or change yours."


@dataclass(frozen=True, slots=True)
class Clash:
    """What another window kept of a field that she changed too, and the choice between the two."""

    name: str
    label: str
    said: str
    empty: str = "Meanwhile it was emptied."
    options: tuple[Option, ...] = (Option("Keep mine", MINE), Option("Take that one", THEIRS))
    chosen: str = MINE

    @property
    def choice(self) -> str:
        return choice_of(self.name)

    @property
    def legend(self) -> str:
        return f"{self.label}: which one stays?"


class KeptField(BoundField):
    """A field that knows what another window kept of it meanwhile."""

    @property
    def meanwhile(self) -> Clash | None:
        form = self.form
        return form.clash(self.name) if isinstance(form, KeptForm) else None


class KeptForm(forms.Form):
    """A form over values that are kept: what she left alone is no fault, and is not written over."""

    bound_field_class = KeptField

    def __init__(self, post: Mapping[str, Any] | None, *, kept: Mapping[str, Any], **more: Any) -> None:
        self.kept = {name: _text(value) for name, value in kept.items()}
        self.back = Met(self.kept) if post is None else met(post, self.kept)
        super().__init__(None if post is None else self.back.values, initial=dict(kept), **more)

    @property
    def shown(self) -> str:
        """The marks of what the page shows."""
        return marks(self.kept)

    def clean(self) -> None:
        for name in self.fields.keys() - self.back.hers:
            self.errors.pop(name, None)
        for name in self.back.clashes:
            self.add_error(name, BOTH)
        if self.back.clashes:
            self.add_error(None, CLASHED)

    def changed(self) -> dict[str, Any]:
        """The fields that she changed, as far as they can be read."""
        return {name: value for name, value in self.cleaned_data.items() if name in self.back.hers}

    def clash(self, name: str) -> Clash | None:
        if name not in self.back.clashes:
            return None
        bound, said = self[name], self.back.clashes[name]
        choices = cast("Iterable[tuple[Any, Any]]", getattr(bound.field, "choices", ()))
        return Clash(name, str(bound.label), str(dict(choices).get(said, said)))


def _text(value: Any) -> str:
    """A value as a browser sends it."""
    if isinstance(value, bool):
        return "on" if value else ""
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
