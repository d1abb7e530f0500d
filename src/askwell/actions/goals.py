"""Her goals: shown, set from a text, and changed one by one; what LinkedIn told of her own past stays."""

from dataclasses import replace
from datetime import date
from typing import Any

from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals
from askwell.domain.hints import Hint
from askwell.method import goals as method

EMPTY = "No line of goals is filled in there, so nothing was changed."
EXAMPLE = Hint("goals", "have a page to fill in", options=(("example", ""),))
LOST = (
    "It names no role, field, company or goal in a sentence, so yours would be gone; nothing was changed. A file of"
    " goals takes the place of all you said before: put the new line into that file."
)


def read_goals(desk: Desk) -> Goals:
    return desk.goals


def since(desk: Desk) -> date:
    """The day from which letters and promises count: as she said, else by her last job, else by her first import."""
    from askwell.store import read

    facts = read.facts()
    return read.since(facts.goals, facts.first_import or desk.calendar.day(desk.now))


def last_job_ended(desk: Desk) -> date | None:
    """The day from which letters and promises count where she says none; None where it is not known of her last job."""
    from askwell.store import read

    facts = read.facts()
    return method.last_job_ended(facts.goals.positions, by=facts.first_import or desk.calendar.day(desk.now))


def set_goals(desk: Desk, text: str) -> tuple[str | None, Goals]:
    """Goals from TOML or JSON text in place of the present ones. Tells the batch, None if they were the same, and them.

    Raises Refused, naming the line, where the text can't be read; and where it holds nothing, or nothing to look for
    in place of something, which nobody means.
    """
    from askwell.store import write

    said, before = method.parse(text), desk.goals
    if said == Goals():
        raise Refused(EMPTY, EXAMPLE)
    if before.said and not said.said:
        raise Refused(LOST)
    goals = replace(
        said,
        name=said.name or before.name,
        headline=said.headline or before.headline,
        schools=said.schools or before.schools,
        positions=method.jobs(said.positions, before.positions),
        clarity=said.clarity or before.clarity,
        left=before.left,
        signature=before.signature,
        signed=before.signed,
        tables=before.tables,
    )
    with write.batch("goals", "Your goals were set", now=desk.now) as batch:
        write.set_goals(batch, goals)
    return batch.trace, goals


def change_goals(desk: Desk, **changes: Any) -> Done:
    """Some of her goals said anew, named as in `Goals`; the rest stays. Words lose the spaces around them."""
    before = desk.goals
    goals = replace(before, **{key: _neat(value) for key, value in changes.items()})
    named = goals.name and goals == replace(before, name=goals.name)
    if named:
        return keep_goals(desk, goals, f"This notebook belongs to {goals.name}.")
    return keep_goals(desk, goals, "Your goals are set.", noted="Your goals were set")


def keep_goals(desk: Desk, goals: Goals, said: str, *, noted: str = "") -> Done:
    """Keep the whole of her goals; `said` is what was done, `noted` how the history calls it, else the same."""
    from askwell.store import write

    if goals == desk.goals:
        return Done("These were your goals already; nothing was changed.")
    with write.batch("goals", noted or said.rstrip("."), now=desk.now) as batch:
        write.set_goals(batch, goals)
    return Done(said, batch.trace)


def _neat(value: Any) -> Any:
    """Words in one line; of a list each, without what is empty or said twice."""
    if type(value) is str:
        return " ".join(value.split())
    if isinstance(value, list | tuple):
        return tuple(dict.fromkeys(neat for one in value if (neat := _neat(one))))
    return value


def gone(before: Goals, after: Goals) -> tuple[str, ...]:
    """The lines that held something before and hold nothing now."""
    return tuple(key for key in method.to_dict(before) if key not in method.to_dict(after))
