"""Her guesses before she sent an ask, against what came of them: the cure for fear, from her own data alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.domain.plans import Ask, AskState

SILENT_AFTER = timedelta(days=14)  # an answer may still come; until then nothing is said of it


@dataclass(frozen=True, slots=True)
class Guesses:
    """Of so many guesses (`of`) the outcome is known: she guessed `yes` for some, and some answered.

    The others said no or kept silent for two weeks. `right` are guesses of a yes that was one, and of a no that was
    a no or silence. `waiting` guesses are younger than that and count for nothing yet.
    """

    of: int = 0
    yes: int = 0
    answered: int = 0
    declined: int = 0
    silent: int = 0
    right: int = 0
    waiting: int = 0

    @property
    def say(self) -> str:
        """One or two sentences for her; "" where she has guessed nothing."""
        if not self.of:
            made = "One guess is made" if self.waiting == 1 else f"{self.waiting} guesses are made"
            return f"{made}. What comes of it stands here in two weeks at the latest." if self.waiting else ""
        guess, many = ("yes", self.yes) if self.yes else ("no", self.of)
        came = f"{self.answered} answered" if self.answered else "none said yes so far"
        return f"You guessed {guess} for {many} of {self.of}; {came}. {self._kindly}"

    @property
    def _kindly(self) -> str:
        """Never that a fear was right, and that she knows people well only where each guess was right."""
        if self.answered > self.yes:
            return "People were kinder than you feared."
        if self.answered and self.answered == self.yes:
            return "You know your people well." if self.right == self.of else "As many as you hoped for."
        hoped = "Fewer than you hoped for, and " if self.answered else ""
        rarely = f"{'silence' if self.silent else 'a no'} is rarely about you."
        return f"{hoped}{rarely}" if hoped else f"{rarely[0].upper()}{rarely[1:]}"


def guessed(asks: Iterable[Ask], now: datetime) -> Guesses:
    """All guesses of the search as they stand at `now`."""
    made = [ask for ask in asks if ask.guess is not None]
    known = [ask for ask in made if _is_known(ask, now)]
    answered = sum(ask.state is AskState.ANSWERED for ask in known)
    declined = sum(ask.state is AskState.DECLINED for ask in known)
    return Guesses(
        of=len(known),
        yes=sum(ask.guess is True for ask in known),
        answered=answered,
        declined=declined,
        silent=len(known) - answered - declined,
        right=sum(ask.guess is (ask.state is AskState.ANSWERED) for ask in known),
        waiting=len(made) - len(known),
    )


def _is_known(ask: Ask, now: datetime) -> bool:
    return ask.state in {AskState.ANSWERED, AskState.DECLINED} or now - ask.at >= SILENT_AFTER
