"""Words in a field: what can't be kept is said, in words of the house, and what is shown again can be kept."""

from importlib import import_module
from pkgutil import walk_packages

import django
import pytest
from django import forms

from askwell import web
from askwell.web.words_field import Written, faults

django.setup()


class Form(forms.Form):
    """One field of five characters."""

    word = Written(max_length=5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "A word is needed here."),
        ("planner", "This has 7 characters, and there is room for 5. Shorten it a little."),
        (
            "pl\x00an",
            "An unseen character was among these words. It is taken out now: look them over, and keep them again.",
        ),
    ],
)
def test_what_cannot_be_kept_is_said(text: str, said: str) -> None:
    form = Form({"word": text})
    assert not form.is_valid()
    assert faults(form) == {"word": said}


def test_every_field_of_words_in_every_form_speaks_so() -> None:
    for module in walk_packages(web.__path__, "askwell.web."):
        import_module(module.name)
    ours = [form for form in every(forms.BaseForm) if form.__module__.startswith("askwell.web.")]
    assert len(ours) > 5
    written = [(form, name, field) for form in ours for name, field in form.base_fields.items()]  # type: ignore[attr-defined] # of each form class
    plain = [(form.__name__, name) for form, name, field in written if type(field) is forms.CharField]
    assert plain == []


def every(kind: type) -> set[type]:
    """All classes made of one."""
    found: set[type] = set()
    one: type
    for one in type.__subclasses__(kind):
        found |= {one, *every(one)}
    return found


def test_what_is_shown_again_can_be_kept() -> None:
    shown = Form({"word": "pl\x00an"})["word"].value()
    form = Form({"word": shown})
    assert form.is_valid()
    assert form.cleaned_data == {"word": "plan"}


def test_a_line_ends_with_one_character() -> None:
    form = Form({"word": "ab\r\nde"})
    assert form.is_valid()
    assert form.cleaned_data == {"word": "ab\nde"}


def test_of_a_form_that_was_only_opened_nothing_is_said() -> None:
    assert faults(Form()) == {}
