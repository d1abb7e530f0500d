"""How far connections may lead, and how long a server may take: on her own computer, and on a server of many."""

from askwell.actions.desk import Desk
from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach

BRIEF = 25.0  # seconds for a probe, while she waits at the page


def reach_of(desk: Desk) -> Reach:
    """Her own computer and her own network may be read from her own computer alone, never from a server of many."""
    return Reach(private=desk.embedded)


def patience(*, brief: bool = False) -> Patience:
    """A fresh measure for one server."""
    return Patience(idle=10.0, command=BRIEF, look=BRIEF) if brief else Patience()
