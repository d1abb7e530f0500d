"""Forgetting somebody for good, and when that was done last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.finding import find_person


@dataclass(frozen=True, slots=True)
class Forgotten(Done):
    """`without` takes names and addresses of whoever was forgotten out of a text that is kept beside the store."""

    without: Callable[[str], str] = str


def forget(desk: Desk, person: str) -> Forgotten:
    """Forget a person for good: it cannot be undone, and no later import brings them back."""
    from askwell.store import forgetting

    gone = forgetting.forget(find_person(desk, person).id, now=desk.now)
    said = f"{gone.name} was forgotten. No import brings them back; older copies of the data age out."
    return Forgotten(said, without=gone.without)


def last_forgotten(desk: Desk) -> datetime | None:  # noqa: ARG001 - as every verb
    """When somebody was forgotten last, None where nobody ever was."""
    from askwell.store import undo

    (last,) = undo.pasts(limit=1, kind="forget") or (None,)
    return datetime.fromtimestamp(last.made / 1_000_000, UTC) if last else None
