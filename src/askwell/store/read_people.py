"""Reading contacts: what is stored and added up, with the tie as it is felt at a given moment, merges followed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from askwell.domain import ties
from askwell.domain.people import Contact, Permission, Tie
from askwell.domain.twins import maker
from askwell.store import ids, sums
from askwell.store.forms import instant, listed, maybe_day, maybe_moment

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

CONTACTS = (
    "SELECT id, name, addresses, company, title, place, former, note, met, url, tie_said, permission, rest_until,"
    " connected_on, in_address_book, warm_in, warm_out, received, sent, last"
    " FROM askwell_contact WHERE seeker_id = %s"
)


T = TypeVar("T")
Row = tuple[Any, ...]


class Kept(Generic[T]):
    """Values with the rows they were made of: at the next reading, those of unchanged rows need not be made again."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Row, object, T]] = {}

    def renewed(self, told: Iterable[tuple[Row, Any]], make: Callable[[Row, Any], T]) -> list[T]:
        """The values of rows, each with what else it is made of, in order; rows begin with their key."""
        before, self._made = self._made, {}
        for row, more in told:
            was = before.get(row[0])
            same = was is not None and was[0] == row and was[1] == more
            self._made[row[0]] = was if was and same else (row, more, make(row, more))
        return [value for _, _, value in self._made.values()]


def parents(cursor: "CursorWrapper", seeker: int) -> dict[str, str]:
    """Contacts that were merged away, each with the survivor, as ids."""
    links = sums.parents(cursor, seeker)
    return {ids.show("contact", key): ids.show("contact", sums.root(key, links)) for key in links}


def contacts(
    cursor: "CursorWrapper",
    seeker: int,
    *,
    now: datetime,
    merged: dict[str, str],
    where: str = "",
    params: tuple[Any, ...] = (),
    kept: "Kept[Contact] | None" = None,
) -> dict[str, Contact]:
    """Contacts by id, none that was merged away; `where` is more SQL with its parameters.

    What `kept` holds of rows that are as they were is taken from there, so it must be of about the same moment.
    """
    cursor.execute(f"{CONTACTS}{where} ORDER BY id", [seeker, *params])
    rows = cursor.fetchall()
    cut = instant(now)
    late = {row[0]: row[0] for row in rows if row[19] is not None and row[19] > cut}
    fresh = _as_of(cursor, seeker, late, merged, cut) if late else {}
    if kept is None:
        found = {f"p{row[0] & ids.MASK}": _contact(row, now, fresh.get(row[0])) for row in rows}
    else:
        told = ((row, fresh.get(row[0])) for row in rows)
        found = {one.id: one for one in kept.renewed(told, lambda row, sums: _contact(row, now, sums))}
    for away, survivor in merged.items():
        other = found.pop(away, None)
        if other is not None and survivor in found:
            found[survivor] = _filled(found[survivor], other)
    return found


def _as_of(
    cursor: "CursorWrapper", seeker: int, late: dict[int, int], merged: dict[str, str], cut: int
) -> dict[int, dict[str, Any]]:
    """Sums up to `cut` of those contacts that have later exchanges."""
    keys = dict(late)
    for away, survivor in merged.items():
        top = ids.read("contact", survivor, seeker=seeker)
        if top in late:
            keys[ids.read("contact", away, seeker=seeker)] = top
    return sums.evidence(cursor, seeker, keys, until=cut)


make_contact = maker(Contact)


def _contact(row: tuple[Any, ...], now: datetime, fresh: dict[str, Any] | None) -> Contact:
    (key, name, addresses, company, title, place, former, note, met, url, said, permission, rest,
     connected, book, warm_in, warm_out, received, sent, last) = row  # fmt: skip
    if fresh is not None:
        warm_in, warm_out, received, sent, last = (
            fresh[c] for c in ("warm_in", "warm_out", "received", "sent", "last")
        )
    when, day = maybe_moment(last), maybe_day(connected)
    felt, dormant = (Tie.BARELY if connected or book else Tie.NEW), False
    if said or received or sent:
        evidence = ties.Evidence(warm_in, warm_out, received, sent, when, day, book)
        felt = ties.tie(evidence, now, Tie(said) if said else None)
        dormant = ties.is_dormant(evidence, now, felt)
    return make_contact(
        f"p{key & ids.MASK}",
        name,
        listed(addresses) if addresses else (),
        company,
        title,
        place,
        listed(former) if former else (),
        note,
        met,
        url,
        felt,
        dormant,
        sent,
        received,
        when,
        day,
        Permission(permission) if permission else Permission.OPEN,
        maybe_day(rest) if rest else None,
    )


STRICT = (Permission.OPEN, Permission.LEAVE_OUT, Permission.NEVER_CONTACT)


def _former(company: str, names: Iterable[str]) -> tuple[str, ...]:
    """Companies of before, each once in whatever form, and not today's."""
    from askwell.identity import companies

    found: list[str] = []
    for name in names:
        if name and not any(companies.same(name, known) for known in (company, *found)):
            found.append(name)
    return tuple(found)


def _filled(survivor: Contact, other: Contact) -> Contact:
    """The survivor, with what only the other one says; the stricter permission and the longer rest hold."""
    texts = {
        name: getattr(survivor, name) or getattr(other, name)
        for name in ("company", "title", "place", "note", "met", "url")
    }
    rests = [day for day in (survivor.rest_until, other.rest_until) if day]
    return replace(
        survivor,
        **texts,
        former=_former(texts["company"], (*survivor.former, *other.former, other.company)),
        permission=max(survivor.permission, other.permission, key=STRICT.index),
        rest_until=max(rests, default=None),
    )
