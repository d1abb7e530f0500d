"""What is read and worked out once for each state of the store: verbs ask here for the search, the books, the day."""

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, TypeVar

from askwell.actions.desk import Desk
from askwell.domain.people import Contact
from askwell.domain.plans import Promise
from askwell.domain.search import Search
from askwell.method import favors, followup
from askwell.method.favors import Books

if TYPE_CHECKING:
    from askwell.store.read import Facts

T = TypeVar("T")


def facts(desk: Desk) -> "Facts":  # noqa: ARG001 - for now
    """What the seeker's own row holds: goals, addresses, phase."""
    from askwell.store import read

    return read.facts()


def search(desk: Desk) -> Search:
    """Everything the pure rooms need, as of the desk's moment."""
    from askwell.store import read

    return read.search(desk.now)


def contacts(desk: Desk) -> Mapping[str, Contact]:
    """All contacts by id."""
    from askwell.store import lookups

    return lookups.contacts(desk.now)


def books(desk: Desk) -> Books:
    """Asks, referrals and helps of the search."""
    return favors.books(search(desk), desk.now, desk.calendar)


def promises(desk: Desk) -> tuple[Promise, ...]:
    """Every promise by due."""
    return worked_out(desk, "promises", _promises)


def _promises(desk: Desk, kept: Books) -> tuple[Promise, ...]:
    return followup.promises_of(kept, desk.calendar)


def worked_out(desk: Desk, key: Hashable, make: Callable[[Desk, Books], T]) -> T:  # noqa: ARG001 - for now
    """What `make` works out of the books, once for each state of the store; `key` names it.

    `make` is to use the desk it is given, which stands at the moment of the books.
    """
    return make(desk, books(desk))
