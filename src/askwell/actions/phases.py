"""`landed` and `pause`: the phases of a search. Promises outlive each of them."""

from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import Standing, standing
from askwell.domain.plans import PromiseKind, PromiseState
from askwell.domain.search import Phase
from askwell.method.pacing import spoken


def landed(desk: Desk) -> Done:
    """She has a job: every single helper hears of it within seven days."""
    from askwell.store import read, write

    facts = read.facts()
    if facts.phase is Phase.LANDED and facts.landed is not None:
        return Done(f"You landed on {spoken(desk.calendar.day(facts.landed))}; nothing was changed.")
    before = standing(desk)
    with write.batch("landed", "Landed", now=desk.now) as batch:
        write.set_phase(batch, Phase.LANDED, landed=desk.now)
    after = standing(desk)
    return Done(" ".join(filter(None, ("Congratulations.", _helpers(before, after), _void(before, after)))), batch.id)


def _helpers(before: Standing, after: Standing) -> str:
    old = {p.id for p in before.promises}
    new = [p for p in after.promises if p.id not in old and p.kind is PromiseKind.CLOSE]
    to_tell = {p.to for p in new if p.state is PromiseState.OWED}
    if not to_tell:
        return "Your network is kept for the next time."
    people = "One person" if len(to_tell) == 1 else f"{len(to_tell)} people"
    return f"{people} helped you there and would love to hear it; `askwell today --all` has a note for each."


def _void(before: Standing, after: Standing) -> str:
    """What is owed no more: whoever helped hears the news instead, and nobody is reminded."""
    owed = {p.id for p in before.promises if p.state is PromiseState.OWED and p.confirmed}
    void = [p for p in after.promises if p.id in owed and p.state is PromiseState.VOID]
    if not void:
        return ""
    words = "1 reminder or note is" if len(void) == 1 else f"{len(void)} reminders and notes are"
    return f"{words} owed no more."


def pause(desk: Desk) -> Done:
    """Rest the search, or go on with it: nothing is lost, and nothing is pressed."""
    from askwell.store import read, write

    resting = read.facts().phase is Phase.PAUSED
    phase = Phase.ACTIVE if resting else Phase.PAUSED
    said = "Your search goes on" if resting else "Your search rests"
    with write.batch("pause", said, now=desk.now) as batch:
        write.set_phase(batch, phase)
    more = "Welcome back." if resting else "Nothing is lost; `askwell pause` again to go on."
    return Done(f"{said}. {more}", batch.id)
