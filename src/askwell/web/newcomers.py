"""The fields for somebody who is to be added by hand, and the question whether it is somebody who is here already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from django import forms

from askwell.actions.adding import Newcomer
from askwell.domain.people import Contact, Tie
from askwell.identity import handles
from askwell.web.parts import Option
from askwell.web.parts.words import apart
from askwell.web.words_field import NUL, Written

NEW = "new"  # said of a name that is here: it is somebody else
LONGEST = 200  # characters of a name, or of one line about somebody
WORDS = ("name", "met", "email", "company", "title")
TIES = (
    Option("Close", Tie.CLOSE),
    Option("We know each other", Tie.KNOWN),
    Option("Barely", Tie.BARELY),
)
NO_ADDRESS = "“{}” is no whole address. Write it like jane@example.com, or leave it out."


class NewcomerForm(forms.Form):
    """One person as she tells of them; all but the name may be left out."""

    name = Written(required=False, max_length=LONGEST)
    met = Written(required=False, max_length=LONGEST)
    tie = forms.ChoiceField(required=False, choices=[(tie.value, tie.value) for tie in Tie])
    email = Written(required=False, max_length=LONGEST)
    company = Written(required=False, max_length=LONGEST)
    title = Written(required=False, max_length=LONGEST)
    person = Written(required=False, max_length=LONGEST)

    def clean_email(self) -> str:
        text = str(self.cleaned_data["email"])
        if text and not handles.address(text):
            raise forms.ValidationError(NO_ADDRESS.format(text))
        return text

    def clean(self) -> None:
        """Without a name it is nobody yet."""
        if not self.cleaned_data.get("name") and "name" not in self.errors:
            self.add_error("name", "Whose is this? Write the name here.")

    def said(self, name: str) -> str:
        """What was written into a field, as it was written, but for a character that nobody sees."""
        return str(self.data.get(self.add_prefix(name), "")).replace(NUL, "")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written; a chip that is on by itself is nothing."""
        return not any(self.said(name).strip() for name in WORDS)

    def newcomer(self) -> Newcomer:
        """The person, once the form is valid."""
        told = self.cleaned_data
        answer = told["person"]
        return Newcomer(
            **{name: told[name] for name in (*WORDS, "tie")},
            person="" if answer == NEW else answer,
            new=answer == NEW,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One person in a form, as the page shows it: what was written, what is to be mended, and what is asked.

    `focus` is true for the one field in which one begins to write.
    """

    id: str
    said: Mapping[str, str]
    faults: Mapping[str, str]
    asked: str = ""
    answers: tuple[Option, ...] = ()
    focus: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, form: NewcomerForm, *, tie: Tie | None = None, namesakes: Sequence[Contact] = ()) -> Self:
        """`tie` is on where none was chosen; `namesakes` are those here who have the name."""
        said = {name: form.said(name) for name in (*WORDS, "tie", "person")}
        told = form.errors.items() if form.is_bound and not form.is_empty else ()
        faults = {name: " ".join(map(str, errors)) for name, errors in told}
        return cls(form.prefix or "", {**said, "tie": said["tie"] or (tie or "")}, faults, *asked_of(namesakes))


def asked_of(namesakes: Sequence[Contact]) -> tuple[str, tuple[Option, ...]]:
    """The question whether somebody is one of those who have the name, and its answers; nothing where nobody has it."""
    return (_question(namesakes), _answers(namesakes)) if namesakes else ("", ())


def focused(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, with the focus on the first field that is to be mended, else on the first name."""
    at = next((at for at, entry in enumerate(entries) if entry.faults or entry.asked), 0)
    name = next((name for name in WORDS if name in entries[at].faults), "name")
    return [replace(entry, focus={name: True}) if entry is entries[at] else entry for entry in entries]


def _question(namesakes: Sequence[Contact]) -> str:
    if len(namesakes) > 1:
        return f"{len(namesakes)} people of this name are here already. Is it one of them?"
    (one,) = namesakes
    return f"{apart(one.name)}{_told(one)} is here already. Is it the same person?"


def _told(contact: Contact) -> str:
    """What tells two people of one name apart."""
    about = contact.company or contact.title or next(iter(contact.addresses), "") or contact.met
    return f" ({apart(about)})" if about else ""


def _answers(namesakes: Sequence[Contact]) -> tuple[Option, ...]:
    same = [Option("Yes, the same", namesakes[0].id)]
    if len(namesakes) > 1:
        same = [Option(f"{apart(one.name)}{_told(one)}", one.id) for one in namesakes]
    return (*same, Option("No, somebody else", NEW))
