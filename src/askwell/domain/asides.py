"""What she set aside: a step of Today, for later or for somebody else; a question that she is not sure about yet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from askwell.domain.plans import StepKind, step_key


class AsideKind(StrEnum):
    """Which of the words she said; UNSURE is of two people who may be one, and no step of Today."""

    LATER = "later"
    ANOTHER = "another"
    NOT_THIS = "not-this"
    EASIER = "easier"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Aside:
    """One step set aside on the day `since`, and back on the day `until`.

    `person` is a contact id or "", by its survivor after a merge; `promises` are the ids of those the step held, the
    one it is called after first. Of EASIER, `person` is the one who comes first instead. Of UNSURE, `promises` is the
    id of the other person, by their survivor too.
    """

    kind: AsideKind
    step: StepKind
    person: str
    promises: tuple[str, ...]
    since: date
    until: date
    id: str = ""

    @property
    def key(self) -> str:
        """The key of the step, the same that the step itself has."""
        return step_key(self.step, self.person, promise=self.promises[0] if self.promises else "")

    def holds(self, day: date) -> bool:
        """Whether it counts on this day."""
        return self.since <= day < self.until
