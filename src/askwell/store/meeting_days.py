"""Looking up the stored days of meetings that repeat: when each is, and when it was first told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from askwell.store import ids, scope
from askwell.store.forms import moment
from askwell.store.rows import CHUNK

_DAYS = (
    "SELECT i.id, i.at, i.cancelled, b.made FROM askwell_interaction i JOIN askwell_batch b ON b.id = i.batch_id"
    " WHERE i.seeker_id = %s"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A stored meeting; `told` is when it was brought in first."""

    id: str
    at: datetime
    cancelled: bool
    told: datetime


def days(interactions: Sequence[str]) -> list[Day]:
    """These interactions, by their ids; one query for each chunk of them."""
    seeker = scope.current().id
    keys = [ids.read("interaction", one, seeker=seeker) for one in interactions]
    found = []
    with scope.reading() as cursor:
        for at in range(0, len(keys), CHUNK):
            some = keys[at : at + CHUNK]
            marks = ", ".join(["%s"] * len(some))
            cursor.execute(f"{_DAYS} AND i.id IN ({marks})", [seeker, *some])
            found += [
                Day(ids.show("interaction", row), moment(when), bool(off), moment(made))
                for row, when, off, made in cursor.fetchall()
            ]
    return found
