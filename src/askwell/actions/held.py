"""Everything held about one person, to be shown, printed, or handed to them."""

from typing import Any

from askwell.actions import memory, persons
from askwell.actions.desk import Desk


def held(desk: Desk, person_id: str) -> dict[str, Any]:
    """Plain data: their rows, messages with texts, what was noticed, letters begun, and where others name them.

    Raises NoSuchPerson. Earlier versions of the same stand for a while in the history for undo, and in older copies.
    """
    from askwell.store import held as rows

    contact = persons.alone(desk, person_id)
    promises = [one.id for one in memory.promises(desk) if one.to == contact.id]
    return rows.held(contact.id, promises=promises)
