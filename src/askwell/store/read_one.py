"""Reading one person by id without going through all: what is shown of them, and her own words about them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from askwell.domain.people import Contact, Tie
from askwell.store import ids, scope, sums
from askwell.store.read_people import contacts

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class Group:
    """A person's rows: the one that stands for them (`top`), and all that were merged into it."""

    top: int
    keys: tuple[int, ...]

    @property
    def merged(self) -> dict[str, str]:
        """Ids that were merged away, each with the survivor."""
        return {ids.show("contact", key): ids.show("contact", self.top) for key in self.keys if key != self.top}

    @property
    def marks(self) -> str:
        """Places for the keys in a statement."""
        return ", ".join(["%s"] * len(self.keys))


def group(cursor: "CursorWrapper", contact: str) -> Group | None:
    """The rows of a person by any of their ids; None for what is no id. Whether the rows are there is not looked at."""
    seeker = scope.current().id
    key = ids.find("contact", contact, seeker=seeker)
    if key is None:
        return None
    links = sums.parents(cursor, seeker)
    top = sums.root(key, links)
    return Group(top, (top, *(away for away in links if sums.root(away, links) == top)))


def person(contact: str, *, now: datetime) -> Contact | None:
    """A person as of `now`, by any of their ids; None where nobody of the open scope has it."""
    with scope.reading() as cursor:
        rows = group(cursor, contact)
        if rows is None:
            return None
        where = f" AND id IN ({rows.marks})"
        found = contacts(cursor, scope.current().id, now=now, merged=rows.merged, where=where, params=rows.keys)
        return found.get(ids.show("contact", rows.top))


def tie_said(contact: str) -> Tie | None:
    """Her own word about the tie, None where the exchanges tell it."""
    with scope.reading() as cursor:
        rows = group(cursor, contact)
        if rows is None:
            return None
        cursor.execute(
            "SELECT tie_said FROM askwell_contact WHERE seeker_id = %s AND id = %s", [scope.current().id, rows.top]
        )
        row = cursor.fetchone()
        return Tie(row[0]) if row and row[0] else None
