"""Who parses what servers sent: this process, or others that are bounded in time and memory. Fetching stays here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

Answer = TypeVar("Answer")
Piece = tuple[int, Any]  # its size in bytes, and what it is


@dataclass(frozen=True, slots=True)
class Beyond:
    """No answer: parsing this piece went beyond all bounds; `reason` is the sentence for the receipt."""

    reason: str


class Apart(Protocol):
    """Does one thing with each of many pieces, in order: a function of a module, and values that can be handed over.

    Nothing that lets her in is ever among them.
    """

    def __call__(
        self, do: Callable[[Any], Answer], pieces: Sequence[Piece], /
    ) -> Iterable[Answer | Beyond]: ...  # pragma: no cover


def here(do: Callable[[Any], Answer], pieces: Sequence[Piece], /) -> Iterable[Answer | Beyond]:
    """In this process, where nothing bounds it."""
    return (do(piece) for _, piece in pieces)
