"""What servers sent is parsed by workers, as files are: whatever it does to one of them, it alone is set aside.

A worker is told what came, never what lets her in: that stays with whoever fetches, in this process.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from askwell.actions.apart import limits
from askwell.actions.apart.crew import Crew
from askwell.actions.apart.hand import Lost
from askwell.sources.servers.apart import Beyond, Piece

FEW = 20  # pieces that are handed over at once: each of them may take all the time that it may

Answer = TypeVar("Answer")


class Parsing:
    """Has a crew parse; one worker is enough for all that comes over a line."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew

    def __call__(self, do: Callable[[Any], Answer], pieces: Sequence[Piece], /) -> Iterator[Answer | Beyond]:
        named = f"{do.__module__}:{do.__qualname__}"
        for at in range(0, len(pieces), FEW):
            some = [(limits.for_size(size), piece) for size, piece in pieces[at : at + FEW]]
            for told in self._crew.values(self._crew.submit(named, some)):
                yield Beyond(told.reason) if isinstance(told, Lost) else told
