"""What every change answers with: one sentence, and the batch that undoes it."""

from dataclasses import dataclass

from askwell.domain.hints import Hint


@dataclass(frozen=True, slots=True)
class Done:
    """`said` tells what was done and what it voids; `batch` is None where nothing was changed or can't be undone.

    `hints` are verbs that may come next.
    """

    said: str
    batch: str | None = None
    hints: tuple[Hint, ...] = ()
