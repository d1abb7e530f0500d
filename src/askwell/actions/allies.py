"""Allies: the contacts who have helped; derived from the record, never typed."""

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.method.favors import Books


def allies(desk: Desk) -> frozenset[str]:
    """The ids of all contacts who have helped, by her own yes."""
    return memory.worked_out(desk, "allies", lambda _, kept: allies_in(kept))


def allies_in(kept: Books) -> frozenset[str]:
    """The same, of books that are at hand."""
    return frozenset(one.by for one in kept.helps if one.confirmed)
