"""How far long work has come, in words: what is done just now, and how much of it where that is known."""

from dataclasses import asdict, dataclass
from typing import Any

from askwell.web.jobs.book import Standing, State
from askwell.web.jobs.job import Progress, Wish
from askwell.web.parts.words import apart, counted, number

READING = "reading "  # a stage that begins so names a file
ASKING = "asking "  # and one that begins so a server


@dataclass(frozen=True, slots=True)
class Going:
    """`words` change with each stage, `detail` as it goes on; `total` is 0 where nobody knows it."""

    words: str
    detail: str = ""
    done: int = 0
    total: int = 0

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def going(standing: Standing) -> Going:
    """What to say of a job that waits or is at work."""
    if standing.state is State.WAITS:
        before = standing.before
        return Going(
            "Waiting for its turn", f"{counted(before, 'other')} will be done first." if before > 1 else "It is next."
        )
    if standing.progress is None:
        return Going("Asking" if standing.job.wish is Wish.SYNC else "Opening your files")
    return _told(standing.progress, standing.job.wish)


def _named(progress: Progress) -> Going:
    """Of one file, or of one server."""
    done, total = progress.done, progress.total
    if progress.stage.startswith(ASKING):
        return Going(f"Asking {apart(progress.stage.removeprefix(ASKING))}")
    words = f"Reading {apart(progress.stage.removeprefix(READING))}"
    return Going(words, f"{done:,} of {total:,}" if total else f"{done:,} messages so far", done, total)


def _told(progress: Progress, wish: Wish) -> Going:
    done, total = progress.done, progress.total
    if progress.stage.startswith((READING, ASKING)):
        return _named(progress)
    if progress.stage == "reading":
        return Going(
            "Reading your files", f"File {number(min(done + 1, total))} of {number(total)}" if total > 1 else ""
        )
    if progress.stage == "messages":
        return Going("Seeing what the messages tell", f"{done:,} of {total:,} messages", done, total)
    if progress.stage == "storing":
        return Going("Putting everything in its place")
    return Going("Seeing who is who" if wish is Wish.LOOK else "Seeing who is who, once more")
