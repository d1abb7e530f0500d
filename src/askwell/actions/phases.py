"""`landed`, `pause` and `resume`: the phases of a search. Promises outlive each of them."""

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import Standing, standing
from askwell.domain.dated import spoken
from askwell.domain.hints import Hint
from askwell.domain.plans import PromiseState
from askwell.domain.search import Phase


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
    to_tell = _to_tell(before, after)
    said = ("Congratulations.", _helpers(len(to_tell)), _resting(after))
    return Done(" ".join(filter(None, said)), batch.id, (NOTES,) if to_tell else ())


NOTES = Hint("today", "see a note for each", options=(("all", ""),))


def _to_tell(before: Standing, after: Standing) -> set[str]:
    """Whom she owes the news."""
    old = {p.id for p in before.promises}
    new = [p for p in after.promises if p.id not in old and p.landing]
    return {p.to for p in new if p.state is PromiseState.OWED}


def _helpers(count: int) -> str:
    if not count:
        return "Your network is kept for the next time."
    people = "One person" if count == 1 else f"{count} people"
    return f"{people} helped you there and would love to hear it."


def _resting(after: Standing) -> str:
    """What rests from now on: nobody is reminded, and nothing new is begun."""
    rest = sum(p.rests and p.confirmed for p in after.promises)
    if not rest:
        return ""
    return "1 reminder or note rests." if rest == 1 else f"{rest} reminders and notes rest."


def pause(desk: Desk) -> Done:
    """Rest the search: nothing is lost, and nothing is pressed. Said twice, it rests all the same."""
    said = "Your search rests"
    if memory.facts(desk).phase is Phase.PAUSED:
        return Done(f"{said} already.", hints=(GO_ON,))
    return Done(f"{said}. Nothing is lost.", _turn(desk, Phase.PAUSED, said), (GO_ON,))


def resume(desk: Desk) -> Done:
    """Go on with the search, after a rest or a job that came to nothing."""
    said = "Your search goes on"
    if memory.facts(desk).phase is Phase.ACTIVE:
        return Done(f"{said} already.")
    return Done(f"{said}. Welcome back.", _turn(desk, Phase.ACTIVE, said))


GO_ON = Hint("pause", "go on")


def pause_or_resume(desk: Desk) -> Done:
    """Rest the search or, where it rests, go on with it."""
    return resume(desk) if memory.facts(desk).phase is Phase.PAUSED else pause(desk)


def _turn(desk: Desk, phase: Phase, said: str) -> str:
    from askwell.store import write

    with write.batch("pause", said, now=desk.now) as batch:
        write.set_phase(batch, phase)
    return batch.id
