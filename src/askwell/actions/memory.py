"""What is read and worked out once for each state of the store: verbs ask here for the search, the books, the day.

On the command line everything is read when it is asked for. In a house that stays open a desk remembers: as long as
nothing changes, no page reads the store or works anything out again (see `remembering`).
"""

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from askwell.actions.desk import Desk
from askwell.actions.remembering import Known, Remembered
from askwell.domain.people import Contact
from askwell.domain.plans import Promise
from askwell.domain.search import Search
from askwell.method import favors, followup
from askwell.method.favors import Books

if TYPE_CHECKING:
    from askwell.store import Place
    from askwell.store.read import Facts

T = TypeVar("T")


class Memory:
    """The memory of one desk: bound to one state from its first question to its next change."""

    def __init__(self, shared: Remembered, *, place: "Place", when_old: Callable[[], None]) -> None:
        self.shared = shared
        self._place = place
        self._when_old = when_old
        self._known: Known | None = None
        self._changes = -1

    def known(self, desk: Desk) -> Known:
        """What is known now. One small query tells whether it still holds, once for a desk and after each change."""
        from askwell.store import here, scope

        if here() is not self._place or scope.current().name != desk.seeker:
            raise RuntimeError("A desk was used within the time of another one, which has its thread.")
        known = self._known
        if known is None or self._changes != scope.changes() or not known.serves(known.whole.state, desk.now):
            known = self.shared.known(desk)
            self.bind(known)
            if known.is_old(desk.now):
                self._when_old()
        return known

    def bind(self, known: Known) -> None:
        from askwell.store import scope

        self._known, self._changes = known, scope.changes()


def _known(desk: Desk) -> tuple[Memory, Known] | None:
    """What the desk remembers; nothing on the command line, and nothing within a change that is not yet stored."""
    from askwell.store import scope

    if desk.memory is None or scope.in_batch():
        return None
    return desk.memory, desk.memory.known(desk)


def facts(desk: Desk) -> "Facts":
    """What the seeker's own row holds: goals, addresses, phase."""
    from askwell.store import read

    found = _known(desk)
    return found[1].whole.facts if found else read.facts()


def search(desk: Desk) -> Search:
    """Everything the pure rooms need, as of the desk's moment."""
    from askwell.store import read

    found = _known(desk)
    return found[1].search if found else read.search(desk.now)


def contacts(desk: Desk) -> Mapping[str, Contact]:
    """All contacts by id."""
    from askwell.store import lookups

    found = _known(desk)
    return found[1].search.contacts if found else lookups.contacts(desk.now)


def books(desk: Desk) -> Books:
    """Asks, referrals and helps of the search. Their `record.now` may be a few minutes before the desk's."""
    found = _known(desk)
    if found:
        memory, known = found
        return memory.shared.books(known)
    return favors.books(search(desk), desk.now, desk.calendar)


def promises(desk: Desk) -> tuple[Promise, ...]:
    """Every promise by due."""
    return worked_out(desk, "promises", _promises)


def _promises(desk: Desk, kept: Books) -> tuple[Promise, ...]:
    return followup.promises_of(kept, desk.calendar)


def worked_out(desk: Desk, key: Hashable, make: Callable[[Desk, Books], T]) -> T:
    """What `make` works out of the books, once for each state of the store; `key` names it.

    `make` is to use the desk it is given, which stands at the moment of the books, and to hold on to no other.
    """
    found = _known(desk)
    if found is None:
        return make(desk, books(desk))
    memory, known = found
    return cast("T", memory.shared.worked_out(key, make, desk=desk, known=known))


def drawer(desk: Desk, key: Hashable) -> dict[Any, Any]:
    """Where a `make` of `worked_out` finds again what it put there in an earlier state; empty on the command line.

    Contacts that did not change are the very same values in the next state, so what was made of one alone still holds.
    """
    return desk.memory.shared.drawer(key) if desk.memory else {}
