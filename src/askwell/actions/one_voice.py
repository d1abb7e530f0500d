"""The status in one voice: what headline, signature and letters begun say of it, and leaving one as it is."""

from dataclasses import replace
from itertools import islice

from askwell.actions import drafting, memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.goals import keep_goals
from askwell.domain.errors import Refused
from askwell.domain.messages import Channel, Direction
from askwell.domain.search import Search
from askwell.guide import one_voice
from askwell.guide.one_voice import Voice

NEWEST = 12  # letters sent that are looked at for a signature
FIRST = frozenset({"ask", "act"})  # what a status line belongs into


def remarks(desk: Desk) -> tuple[Voice, ...]:
    """Where her status is said otherwise, but for what she set aside."""
    begun = drafting.unfinished(desk)
    letters = [(one.name, one.letter.text) for one in begun if one.letter.purpose in FIRST]
    return one_voice.remarks(memory.facts(desk).goals, signed=_signed(desk), letters=letters)


def leave(desk: Desk, which: str) -> Done:
    """Leave one as it is, by its key or its place; it is told again once its words change."""
    wanted = which.strip().casefold()
    found = next((one for one in remarks(desk) if wanted in {one.key.casefold(), one.place.casefold()}), None)
    if found is None:
        raise Refused("This is no longer said, so there is nothing to set aside. Nothing was changed.")
    goals = desk.goals
    return keep_goals(desk, replace(goals, left=(*goals.left, found.key)), f"Left as it is: your {found.place}.")


def _signed(desk: Desk) -> tuple[str, ...]:
    """The newest letters that she sent by mail, with their ends."""
    return memory.worked_out(desk, "letters signed", lambda _, kept: _newest(kept.record.search))


def _newest(search: Search) -> tuple[str, ...]:
    sent = (
        one.text
        for one in reversed(search.interactions)
        if one.direction is Direction.OUT and one.channel is Channel.EMAIL and one.text
    )
    return tuple(islice(sent, NEWEST))
