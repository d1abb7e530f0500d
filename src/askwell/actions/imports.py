"""What was brought in before: each import with its day, and whether it stands, was taken back, or still can be."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from askwell.actions.desk import Desk

if TYPE_CHECKING:
    from askwell.store.undo import Past

KIND = "import"


@dataclass(frozen=True, slots=True)
class Import:
    """`made` is an aware moment. `taken_back` is the batch that undid it, which can be undone in its turn."""

    batch: str
    said: str
    made: datetime
    taken_back: str | None = None
    can_be_undone: bool = True


def imports(desk: Desk, *, limit: int = 20) -> list[Import]:
    """Hers, newest first."""
    from askwell.store import undo

    return [_told(desk, past) for past in undo.pasts(limit=limit, kind=KIND)]


def import_of(desk: Desk, batch: str | None) -> Import | None:
    """The import that this batch is, None where it is none."""
    from askwell.store import undo

    past = undo.past(batch) if batch else None
    return _told(desk, past) if past and past.kind == KIND else None


def _told(desk: Desk, past: "Past") -> Import:
    from askwell.store import ids
    from askwell.store.batches import KEPT

    made = datetime.fromtimestamp(past.made / 1_000_000, UTC)
    back = None if past.undone is None else ids.show("batch", past.undone)
    return Import(past.id, past.said, made, back, can_be_undone=desk.now - made <= KEPT)
