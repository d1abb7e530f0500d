"""The cues of many messages, found here or by workers; what a message tells hangs on nothing but it and its thread."""

from collections.abc import Iterator, Sequence

from askwell.domain.cues import Cue
from askwell.domain.messages import Message

Heard = tuple[Message, Sequence[Message]]


def hear(heard: Sequence[Heard], me: frozenset[str]) -> Iterator[tuple[Cue, ...]]:
    """The cues of each message, in order."""
    from askwell.guide.cues import detect

    return (detect(message, me, earlier=earlier) for message, earlier in heard)


def hear_apart(told: tuple[Sequence[Heard], frozenset[str]]) -> list[tuple[Cue, ...]]:
    """The same, by a worker."""
    return list(hear(*told))


def prepare(_: object) -> None:
    """Load all that it takes, while others do something else."""
    import askwell.guide.cues  # noqa: F401
