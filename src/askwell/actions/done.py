"""What every change answers with: one sentence, and the batch that undoes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """`said` tells what was done and what it voids; `batch` is None where nothing was changed or can't be undone."""

    said: str
    batch: str | None = None
