"""What she changed, and until when each can be taken back or brought back; the copies that are kept."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from askwell.actions.desk import Desk
from askwell.actions.plainly import plainly
from askwell.domain.dated import spoken
from askwell.domain.errors import Refused

if TYPE_CHECKING:
    from askwell.store.changes import Change
    from askwell.store.copies import Copy

A_PAGE = 30  # changes
WHY = {"": "before a change", "import": "before an import", "yours": "as you asked"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy: its `name`, when it was made, the moment up to which it holds everything, why, and its bytes.

    Each was opened and checked when it was made.
    """

    name: str
    made: datetime
    holds: datetime
    why: str
    size: int


@dataclass(frozen=True, slots=True)
class History:
    """Some of her changes, in sentences, the latest first; `copies` too. A page counts from 1."""

    changes: tuple["Change", ...]
    count: int
    page: int
    pages: int
    copies: tuple[Kept, ...]


def history(desk: Desk, *, page: int = 1) -> History:
    """Her changes, each with `turn`: what to undo to take it back, or to bring it back ("" where it is too late)."""
    from askwell.store import changes

    at = max(1, page)
    found, count = changes.changes(now=desk.now, limit=A_PAGE, skip=(at - 1) * A_PAGE)
    told = tuple(replace(one, said=_said(one.said)) for one in found)
    return History(told, count, at, max(1, -(-count // A_PAGE)), copies(desk))


def lately(desk: Desk, *kinds: str, days: int = 0) -> tuple["Change", ...]:
    """Her changes of these kinds that stand, of today and so many days before, the latest first."""
    from askwell.store import changes

    since = desk.calendar.start_of(desk.calendar.day(desk.now) - timedelta(days=days))
    return tuple(replace(one, said=_said(one.said)) for one in changes.of_kinds(kinds, since=since, now=desk.now))


def _said(said: str) -> str:
    """The sentence of a batch, as it stands in a list: what was noted begins small."""
    plain = plainly(said).rstrip(".")
    return f"Noted: {plain}" if plain[:1].islower() else plain


def copies(desk: Desk) -> tuple[Kept, ...]:
    """The copies that are kept, the latest first; none on a server, which has its own."""
    from askwell import store
    from askwell.store import copies as kept

    if not desk.embedded:
        return ()
    told = (_kept(one) for one in reversed(kept.found(store.here())))
    return tuple(one for one in told if one is not None)


def _kept(one: "Copy") -> Kept | None:
    """A copy as it is told; None where it was thinned out this very moment."""
    try:
        stat = one.file.stat()
    except FileNotFoundError:
        return None
    made = datetime.fromtimestamp(stat.st_mtime, tz=UTC)
    return Kept(one.file.name, made, one.made, WHY[one.reason.value], stat.st_size)


def people_in(desk: Desk, copy: Kept) -> int | None:
    """How many people of hers a copy holds, merged ones as one; None where it can't be told."""
    from askwell import store
    from askwell.store import copies as kept

    return kept.people_in(store.here().copies / copy.name) if desk.embedded else None


def last_copy(desk: Desk) -> Kept | None:
    """The copy that was made last; a look into one folder."""
    return max(copies(desk), key=lambda one: one.made, default=None)


def copy_named(desk: Desk, name: str) -> Path:
    """The file of a copy by its name alone. Raises Refused where there is none of that name."""
    from askwell import store

    if name not in {one.name for one in copies(desk)}:
        raise Refused("This copy is not there any more; older ones are thinned out. Choose another one.")
    return store.here().copies / name


def foot(desk: Desk) -> str:
    """The line at the foot of each page: where her data is, and when the last copy was made."""
    if not desk.embedded:
        return "Saved on the server."
    last = last_copy(desk)
    if last is None:
        return "Saved on this computer only."
    local, today = desk.calendar.local(last.made), desk.calendar.day(desk.now)
    time = f"{local.hour}:{local:%M}"
    day = "" if local.date() == today else f"on {spoken(local.date())}, "
    return f"Saved on this computer only. Last copy {day}{time}, checked."
