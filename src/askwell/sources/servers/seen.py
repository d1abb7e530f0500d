"""What a look at a server takes and gives: the key to let it in, what is wanted, and what was seen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from askwell.domain.connections import Login
from askwell.domain.reading import Reading

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Key:
    """What lets her in. Of a feed the secret is its whole address. It shows itself to nobody who prints it."""

    user: str = field(repr=False)
    secret: str = field(repr=False)
    login: Login = Login.PASSWORD


def nobody_watches(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the look is for: the text of mail since `text_from` (aware); floating times are in `zone` (IANA).

    Meetings that repeat are counted out around `now` (aware), without which the first day alone is read.
    """

    text_from: datetime
    zone: str = ""
    progress: Progress = nobody_watches
    now: datetime | None = None


@dataclass
class Seen:
    """What was read, and where the next look goes on. `said` is what stood in the way, "" where all was read.

    `place` is plain JSON. It never runs ahead of what was read, so that nothing is passed over after a trouble.
    """

    readings: list[Reading] = field(default_factory=list)
    place: dict[str, Any] = field(default_factory=dict)
    said: str = ""
