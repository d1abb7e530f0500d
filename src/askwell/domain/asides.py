"""What she set aside in Today: for later, for tomorrow, for somebody else, or for something easier."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from askwell.domain.plans import StepKind, step_key


class AsideKind(StrEnum):
    """Which of the four words she said."""

    LATER = "later"
    ANOTHER = "another"
    NOT_THIS = "not-this"
    EASIER = "easier"


@dataclass(frozen=True, slots=True)
class Aside:
    """One step set aside on the day `since`, and back on the day `until`.

    `person` is a contact id or "", by its survivor after a merge; `promises` are the ids of those the step held, the
    one it is called after first. Of EASIER, `person` is the one who comes first instead.
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
