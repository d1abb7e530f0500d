"""What she set aside of a day: which steps wait, which come last, and who comes first because it is easier."""

from collections.abc import Iterable
from datetime import date

from askwell.domain.asides import Aside, AsideKind
from askwell.domain.plans import Promise, Step, StepKind

HIDING = frozenset({AsideKind.ANOTHER, AsideKind.NOT_THIS})


class SetAside:
    """The asides that hold on one day. `first` is who comes first because she asked for something easier, "" nobody."""

    def __init__(self, asides: Iterable[Aside], today: date) -> None:
        held = [aside for aside in asides if aside.holds(today)]
        self._hidden = {name for aside in held if aside.kind in HIDING for name in _names(aside)}
        self._places = {
            name: place
            for place, aside in enumerate(held, 1)
            if aside.kind is AsideKind.LATER
            for name in _names(aside)
        }
        self._left = {aside.person for aside in held if aside.kind is AsideKind.NOT_THIS and aside.person}
        self._elsewhere = [(aside.step, aside.person) for aside in held if aside.kind is AsideKind.ANOTHER]
        self.first = next((aside.person for aside in reversed(held) if aside.kind is AsideKind.EASIER), "")
        self.offered = frozenset(aside.person for aside in held if aside.kind is AsideKind.EASIER)

    def waits(self, promise: Promise) -> bool:
        """Whether a promise is not put before her today."""
        return promise.to in self._left or promise.id in self._hidden

    def hides(self, step: Step) -> bool:
        """Whether a step without a promise is not put before her today."""
        return step.person in self._left or step.key in self._hidden

    def away(self, kind: StepKind) -> set[str]:
        """Who is not proposed for such a step; whoever waits for tomorrow with something else is not asked instead."""
        return self._left | {person for step, person in self._elsewhere if step is kind or kind is StepKind.ASK}

    def place(self, step: Step) -> int:
        """0 for a step in its own place, else how far behind it comes: all that it holds was put off."""
        places = [self._places.get(name, 0) for name in (step.promises or (step.key,))]
        return max(places) if all(places) else 0


def _names(aside: Aside) -> tuple[str, ...]:
    """What it names: every promise of the step, for tomorrow another of them may lead; else the key."""
    return aside.promises or (aside.key,)
