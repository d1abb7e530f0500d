"""Reading begins before anything else is made ready: a worker takes a moment to start, and so does the rest."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from askwell.actions.apart.crew import Crew

if TYPE_CHECKING:
    from askwell.actions.bringing_in.readers import Readers


@contextmanager
def reading_apart(paths: Sequence[str | Path]) -> "Iterator[Readers]":
    """Readers who have begun to look at these paths, and are gone afterwards."""
    with Crew() as crew:
        crew.start()
        from askwell.actions.bringing_in.readers import Readers

        readers = Readers(crew)
        readers.begin(paths)
        yield readers
