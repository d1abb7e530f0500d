"""Taking back the last change, or one that is named; and taking that back again."""

from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import difference, standing


def undo(desk: Desk, batch: str | None = None) -> Done:
    """Undo a batch, or the latest that stands. Its own batch brings the change back when it is undone."""
    from askwell.store import undo as turning

    before = standing(desk)
    done = turning.undo(batch, now=desk.now)
    return Done(" ".join(filter(None, (done.said, difference(before, standing(desk))))), done.batch)
