"""Taking back the last change, or one that is named; and taking that back again."""

from askwell.actions import voids
from askwell.actions.connecting import connections
from askwell.actions.desk import Desk
from askwell.actions.done import Done


def undo(desk: Desk, batch: str | None = None) -> Done:
    """Undo a batch, or the latest that stands; says which promises are void with it.

    Its own batch brings the change back when it is undone.
    """
    from askwell.store import undo as turning

    before, servers = voids.standing(desk), connections.all_of(desk)
    done = turning.undo(batch, now=desk.now)
    connections.let_go_of_the_rest(desk, servers, connections.all_of(desk))
    promises = voids.difference(before, voids.standing(desk))
    return Done(" ".join(filter(None, (done.said, promises))), done.batch)
