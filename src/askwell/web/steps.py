"""The steps of Today in words: what it is, the verb on its button, where that leads, and about how long it takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from askwell.domain.people import Contact
from askwell.domain.plans import Step, StepKind
from askwell.identity.called import called


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of step is said: `{name}` is the whole name, `{given}` what the person is called; minutes it takes."""

    what: str
    verb: str
    href: str
    minutes: int


KINDS = {
    StepKind.THANK: Kind("Thank {name}", "Thank {given}", "/write/thank/{id}", 2),
    StepKind.ACT: Kind("Write to {name}", "Write to {given}", "/write/act/{id}", 5),
    StepKind.REPORT: Kind("Tell {name} the news", "Tell {given}", "/write/report/{id}", 3),
    StepKind.CLOSE: Kind("Tell {name} what came of it", "Tell {given}", "/write/close/{id}", 3),
    StepKind.OUTCOME: Kind("What came of it? {name} would love to know", "Say what came of it", "/told/{id}", 2),
    StepKind.PREPARE: Kind("Get ready for {name}", "Get ready", "/people/{id}", 5),
    StepKind.DEBRIEF: Kind("How was it with {name}?", "Note it down", "/told/{id}", 2),
    StepKind.NUDGE: Kind("Remind {name} kindly", "Remind {given}", "/write/nudge/{id}", 2),
    StepKind.ASK: Kind("Ask {name}", "Ask {given}", "/ask/{id}", 5),
    StepKind.GIVE: Kind("Give {name} something back", "Write to {given}", "/write/give/{id}", 3),
}
FIRST = {  # the verb of the first step, which carries its words with it
    StepKind.THANK: "Say thank you",
}
BEGIN = {
    False: Kind("Say what you are looking for", "My goal", "/goal", 3),
    True: Kind("Name three people", "Three names", "/three-names", 2),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A step as it stands on the page."""

    step: Step
    contact: Contact | None
    what: str
    verb: str
    href: str
    minutes: int

    @property
    def words(self) -> str:
        """The text of its letter, "" where there is none to send."""
        return self.step.draft.text if self.step.draft and self.step.draft.channel != "phone" else ""


def row(step: Step, names: Mapping[str, Contact], *, aims: bool, first: bool = False) -> Row:
    """A step in words; `aims` tells whether there are goals."""
    if step.kind is StepKind.START:
        begin = BEGIN[aims]
        return Row(step, None, begin.what, begin.verb, begin.href, begin.minutes)
    kind, contact = KINDS[step.kind], names.get(step.person)
    if contact is None:
        return Row(step, None, "Find out how to reach them", "Add them", "/add", kind.minutes)
    said = {"name": contact.name, "given": called(contact.name), "id": contact.id}
    verb = FIRST.get(step.kind, kind.verb) if first else kind.verb
    return Row(step, contact, kind.what.format(**said), verb.format(**said), kind.href.format(**said), kind.minutes)
