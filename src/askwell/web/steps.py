"""The steps of Today in words: what it is, the verb on its button, where that leads, and about how long it takes."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from askwell.domain.people import Contact
from askwell.domain.plans import Step, StepKind
from askwell.identity.called import called
from askwell.web.parts import Act


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
    StepKind.OUTCOME: Kind("What came of {name}’s help?", "Note it down", "/told/{id}/outcome", 2),
    StepKind.PREPARE: Kind("Get ready for {name}", "Get ready", "/people/{id}", 5),
    StepKind.DEBRIEF: Kind("How was it with {name}?", "Note it down", "/told/{id}", 2),
    StepKind.NUDGE: Kind("Remind {name} kindly", "Remind {given}", "/write/nudge/{id}", 2),
    StepKind.ASK: Kind("Ask {name}", "Ask {given}", "/ask/{id}", 5),
    StepKind.GIVE: Kind("Give {name} something back", "Write to {given}", "/write/give/{id}", 3),
}
FIRST = {StepKind.THANK: "Say thank you"}  # the verb of the first step, which carries its words with it
LETTERS = frozenset({StepKind.THANK, StepKind.ACT, StepKind.REPORT, StepKind.CLOSE, StepKind.NUDGE, StepKind.ASK})
BEGIN = {
    False: Kind("Say what you are looking for", "My goal", "/goal", 3),
    True: Kind("Name three people", "Three names", "/three-names", 2),
}
NAMED = Kind("Write to {name}", "Write to {given}", "/write/act/named?event={id}", 5)

NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Row:
    """A step as it stands on the page. `name` is "" where it has nobody; `person` where they are only named so far."""

    step: Step
    name: str
    person: str
    what: str
    act: Act
    minutes: int
    ally: bool = False
    first: bool = False
    given: str = ""

    @property
    def words(self) -> str:
        """The text of its letter, which the first step carries; "" where there is none to send."""
        draft = self.step.draft if self.first else None
        return draft.text if draft and draft.channel != "phone" else ""

    @property
    def also(self) -> Act | None:
        """Beside the verb, where the letter stands: a way to other words."""
        return Act("Change the words", href=self.act.href) if self.words else None

    @property
    def acts(self) -> tuple[Act, ...]:
        """The rest, behind three dots: put aside in one tap, no reason asked."""
        if not self.name:
            return ()
        key = self.step.key
        found = [
            Act("Later today", post="/today/later", name="step", value=key),
            Act("Someone else instead", post="/today/another", name="step", value=key),
            Act("Not this person", post="/today/not-this", name="step", value=key),
        ]
        if self.step.promise:
            words = "It needs no thanks" if self.step.kind is StepKind.THANK else "It needs no letter"
            found.append(Act(words, post="/today/needless", name="step", value=key))
        if self.step.kind in LETTERS:
            found.append(Act("Already done in person", post="/today/in-person", name="step", value=key))
        if self.person:
            found.append(Act(f"All about {self.given}", href=f"/people/{self.person}"))
        return tuple(found)


def row(
    step: Step,
    names: Mapping[str, Contact],
    *,
    aims: bool,
    first: bool = False,
    allies: Collection[str] = (),
    named: Mapping[str, str] = NOBODY,
    goes_by: Callable[[Contact], str] | None = None,
) -> Row:
    """A step in words; `aims` tells whether there are goals, `allies` are those who have helped.

    `named` are people who were only named so far, by the promise to write to them; `goes_by` tells what somebody goes
    by between the two, where it is known.
    """
    if step.kind is StepKind.START:
        begin = BEGIN[aims]
        return Row(step, "", "", begin.what, Act(begin.verb, href=begin.href), begin.minutes, first=first)
    contact = names.get(step.person)
    kind = KINDS[step.kind] if contact else NAMED
    name = contact.name if contact else named.get(step.promise, "somebody")
    given = (goes_by(contact) if contact and goes_by else called(name)) or name
    said = {"name": name, "given": given, "id": contact.id if contact else quote(step.promise)}
    verb = FIRST.get(step.kind, kind.verb) if first else kind.verb
    act = Act(verb.format(**said), href=kind.href.format(**said))
    ally = step.person in allies
    return Row(
        step, name, step.person, kind.what.format(**said), act, kind.minutes, ally=ally, first=first, given=given
    )
