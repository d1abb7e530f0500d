"""Who changed jobs between two imports of her connections: told by the before-images of their cards."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from askwell.domain.search import Move
from askwell.identity import companies
from askwell.identity.employers import is_company
from askwell.store import ids
from askwell.store.forms import instant, moment

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

LATELY = timedelta(days=30)  # as long as before-images are kept
SOURCE = "linkedin-connections"  # what people say of themselves in public
CHANGED = (
    "SELECT k.id, k.contact_id, k.company, k.title, c.data, b.made FROM askwell_batch b JOIN askwell_change c"
    ' ON c.batch_id = b.id JOIN askwell_card k ON k.id = c."row"'
    " WHERE b.seeker_id = %s AND b.id >= %s AND b.id < %s AND b.kind = 'import' AND b.undone IS NULL AND b.made >= %s"
    " AND c.seeker_id = %s AND c.\"table\" = 'card' AND c.op = 'update' AND k.seeker_id = %s AND k.source = %s"
    " ORDER BY b.id, k.id"
)


def moves(cursor: "CursorWrapper", seeker: int, *, now: datetime, merged: dict[str, str]) -> tuple[Move, ...]:
    """The job changes of the last weeks, one for each person, the latest; what an undo took back is none."""
    own = (seeker << ids.BITS, (seeker + 1) << ids.BITS)
    cursor.execute(CHANGED, [seeker, *own, instant(now - LATELY), seeker, seeker, SOURCE])
    found = {one.contact: one for row in cursor.fetchall() for one in _move(row, merged)}
    return tuple(found.values())


def _move(row: tuple[int, int, str, str, str, int], merged: dict[str, str]) -> Iterator[Move]:
    """A change of company or title that still stands; who left without a new place is nobody's news."""
    _, contact, company, title, data, made = row
    image = json.loads(data)
    before, after = image.get("company", [company, company])
    old, new = image.get("title", [title, title])
    if (after, new) != (company, title) or not is_company(company):
        return
    moved = is_company(before) and not companies.same(before, company)
    risen = companies.same(before, company) and bool(old and new) and old.casefold() != new.casefold()
    if moved or risen:
        shown = ids.show("contact", contact)
        yield Move(merged.get(shown, shown), company, title, before, moment(made))
