"""Reading how she wishes to work, and what she set aside in Today."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from askwell.domain.asides import Aside, AsideKind
from askwell.domain.plans import StepKind
from askwell.domain.wishes import Theme, Wishes
from askwell.store import ids, scope
from askwell.store.forms import day, listed, maybe_day, maybe_instant, maybe_moment
from askwell.store.read_people import parents
from askwell.store.rows import Value

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

SAID = "SELECT size, pace, rest_day, accepts_since, shortcuts, theme, forecast FROM askwell_seeker WHERE id = %s"


def wishes() -> Wishes:
    """Her wishes, as they stand."""
    with scope.reading() as cursor:
        cursor.execute(SAID, [scope.current().id])
        size, pace, rest_day, accepts, shortcuts, theme, forecast = cursor.fetchone()
    return Wishes(
        size=size,
        pace=pace,
        rest_day=maybe_day(rest_day),
        accepts_since=maybe_moment(accepts),
        shortcuts=bool(shortcuts),
        theme=Theme(theme),
        forecast=bool(forecast),
    )


def columns(said: Wishes) -> dict[str, Value]:
    """Wishes as the seeker's row holds them."""
    return {
        "size": said.size,
        "pace": said.pace,
        "rest_day": day(said.rest_day),
        "accepts_since": maybe_instant(said.accepts_since),
        "shortcuts": said.shortcuts,
        "theme": said.theme.value,
        "forecast": said.forecast,
    }


WISHES = tuple(columns(Wishes()))
ASIDES = "SELECT id, kind, step, contact_id, promises, since, until FROM askwell_aside WHERE seeker_id = %s"

LEFT_OUT = (
    "SELECT contact_id, max(until) FROM askwell_aside WHERE seeker_id = %s AND kind = %s AND contact_id IS NOT NULL"
    " GROUP BY contact_id ORDER BY 2"
)


def asides(today: date) -> tuple[Aside, ...]:
    """What counts on a day of all she set aside in Today, oldest first; whoever was merged is their survivor."""
    return _asides(today, "kind <> %s")


def left_out(cursor: "CursorWrapper", seeker: int, merged: Mapping[str, str]) -> dict[str, date]:
    """People who were left out of Today, each with the day on which they are back, be it past or to come."""
    cursor.execute(LEFT_OUT, [seeker, AsideKind.NOT_THIS.value])
    shown = ((ids.show("contact", contact), until) for contact, until in cursor.fetchall())
    return {merged.get(who, who): date.fromisoformat(until) for who, until in shown}


def unsure(today: date) -> frozenset[frozenset[str]]:
    """People, and pairs who may be one, that she was not sure about, as ids: not to be asked about on that day."""
    found = ((one, frozenset((one.person, *one.promises))) for one in _asides(today, "kind = %s"))
    return frozenset(people for one, people in found if len(people) > len(one.promises))  # not two who are one by now


def _asides(today: date, which: str) -> tuple[Aside, ...]:
    with scope.reading() as cursor:
        seeker = scope.current().id
        merged = parents(cursor, seeker)
        cursor.execute(f"{ASIDES} AND {which} AND until > %s ORDER BY id", [seeker, AsideKind.UNSURE.value, day(today)])
        found = [_aside(row, merged) for row in cursor.fetchall()]
        return tuple(aside for aside in found if aside.holds(today))


def _aside(row: tuple[int, str, str, int | None, str, str, str], merged: dict[str, str]) -> Aside:
    key, kind, step, contact, promises, since, until = row
    person, others = "" if contact is None else ids.show("contact", contact), listed(promises)
    if kind == AsideKind.UNSURE:
        others = tuple(merged.get(one, one) for one in others)
    return Aside(
        kind=AsideKind(kind),
        step=StepKind(step),
        person=merged.get(person, person),
        promises=others,
        since=date.fromisoformat(since),
        until=date.fromisoformat(until),
        id=ids.show("aside", key),
    )
