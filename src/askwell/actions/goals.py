"""Her goals: shown, and set from a text; what LinkedIn told of her own past stays."""

from dataclasses import replace

from askwell.actions.desk import Desk
from askwell.domain.goals import Goals
from askwell.method import goals as method


def read_goals(desk: Desk) -> Goals:
    return desk.goals


def set_goals(desk: Desk, text: str) -> tuple[str | None, Goals]:
    """Goals from TOML or JSON text in place of the present ones. Tells the batch, None if they were the same, and them.

    Raises Refused, naming the line, where the text can't be read.
    """
    from askwell.store import write

    said, before = method.parse(text), desk.goals
    goals = replace(
        said,
        name=said.name or before.name,
        headline=said.headline or before.headline,
        schools=said.schools or before.schools,
        positions=before.positions,
    )
    with write.batch("goals", "Your goals were set", now=desk.now) as batch:
        write.set_goals(batch, goals)
    return batch.trace, goals
