"""Words that are written into a field, and what is said of those that can't be kept as they are."""

from typing import Any

from django import forms

NUL = "\x00"  # no database keeps it in a text; it comes along unseen with words from elsewhere


class Written(forms.CharField):
    """A field of words. Where an unseen character was in them it is gone when they are shown again."""

    default_error_messages = {  # noqa: RUF012 - as Django has it
        "required": "A word is needed here.",
        "max_length": "This has %(show_value)d characters, and there is room for %(limit_value)d. Shorten it a little.",
        "null_characters_not_allowed": (
            "An unseen character was among these words. It is taken out now: look them over, and keep them again."
        ),
    }

    def to_python(self, value: Any) -> Any:
        """Lines end as in a text area, not as in a form: so they are counted there too."""
        return super().to_python(value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return value.replace(NUL, "") if isinstance(value, str) else value


class Secret(Written):
    """A field of what lets her in elsewhere: never shown again."""

    default_error_messages = {  # noqa: RUF012 - as Django has it
        "required": "It is needed here. Nothing is kept in the database.",
        "null_characters_not_allowed": "An unseen character was in it. Type it, or copy it anew.",
    }

    def prepare_value(self, value: Any) -> Any:  # noqa: ARG002 - whatever it is
        return ""


def fault_of(text: str, *, longest: int) -> str:
    """What is to be said of words that stand in no form; "" where they can be kept."""
    try:
        Written(required=False, max_length=longest).clean(text)
    except forms.ValidationError as fault:
        return " ".join(fault.messages)
    return ""


def faults(form: forms.BaseForm) -> dict[str, str]:
    """What is to be said at each field, in a sentence or two; nothing of a form that was only opened."""
    return {name: " ".join(map(str, said)) for name, said in form.errors.items()} if form.is_bound else {}
