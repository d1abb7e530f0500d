"""What there is room for in a day, and in which order it comes."""

from collections.abc import Iterable
from dataclasses import dataclass

from askwell.domain.plans import Step, StepKind
from askwell.guide.today_asides import SetAside

ORDER = {kind: place for place, kind in enumerate(StepKind)}
PLACE = {**ORDER, StepKind.CLOSE: ORDER[StepKind.REPORT]}  # reports and closed loops stand together


@dataclass(frozen=True)
class Order:
    """The order of one day, as what she set aside leaves it."""

    aside: SetAside

    def chosen(self, steps: list[Step], *, room: int) -> list[Step]:
        """What there is room for: the meetings of the day and promises by due, then reminders, then the rest.

        Where only what she put off would be left, the next thing comes up in the place of what she put off last.
        """
        first = self._easy(steps)
        first += [s for s in steps if s.kind in {StepKind.PREPARE, StepKind.DEBRIEF} and s not in first]
        first += [s for s in steps if s.promise and s.kind is not StepKind.NUDGE and s not in first]
        every = [*first, *(s for s in steps if s not in first)]
        picked = every[:room]
        fresh = next((s for s in every[room:] if not s.later), None)
        if fresh is not None and picked and all(s.later for s in picked):
            return [fresh, *sorted(picked, key=self.aside.place)[:-1]]
        return picked

    def _easy(self, steps: list[Step]) -> list[Step]:
        """Where she asked for something easier: one thank-you, the ask that was offered, and then the other thanks."""
        offered = [s for s in steps if self._is_offered(s)]
        thanks = [s for s in steps if self._is_easy(s) and not self._is_offered(s)]
        return [*thanks[:1], *offered, *thanks[1:]]

    def ordered(self, steps: Iterable[Step]) -> list[Step]:
        """In the order of the day, each group by due as it came; at the end what she put off, as she put it off."""
        return sorted(steps, key=self._place)

    def _place(self, step: Step) -> tuple[bool, int, int]:
        kind = ORDER[StepKind.THANK] if self._is_easy(step) else PLACE[step.kind]
        return step.later, self.aside.place(step), kind

    def _is_easy(self, step: Step) -> bool:
        """Whether it comes first where she asked for something easier: a thank-you, or the ask that was offered."""
        if not self.aside.first:
            return False
        return step.kind is StepKind.THANK or self._is_offered(step)

    def _is_offered(self, step: Step) -> bool:
        return bool(self.aside.first) and step.kind is StepKind.ASK and step.person == self.aside.first
