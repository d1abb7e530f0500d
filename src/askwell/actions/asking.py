"""`sent`: she sent the ask herself; it is noted with her guess, and the same ask found later in mail is one with it."""

from datetime import timedelta

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import difference, standing
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused
from askwell.domain.goals import Need
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.plans import Ask, AskState
from askwell.guide.drafts import channel_for
from askwell.method import goals, pacing

REMINDER = "Reminder"


def mark_sent(
    desk: Desk,
    person: str,
    *,
    guess: bool | None = None,
    need: int | None = None,
    channel: str | None = None,
    text: str = "",
) -> Done:
    """Note an ask that went out now (`need` counts from 1); where one is open already, it is its reminder.

    Without a channel it went in writing, by what is known of the person.
    """
    from askwell.actions.people import find_person
    from askwell.store import write

    contact = find_person(desk, person)
    question = _need(desk, need).question if need is not None else ""
    kept = memory.books(desk)
    waiting = _open_ask(kept.asks, contact.id, desk)
    reminds = waiting is not None and question in {"", waiting.need}
    last = kept.record.search.by_id[waiting.interactions[-1]] if waiting else None
    interaction = Interaction(
        id="",
        at=desk.now,
        channel=Channel(channel or channel_for(contact, after=Channel.MEETING)),
        direction=Direction.OUT,
        people=(contact.id,),
        thread=last.thread if last and reminds else "",
        subject=REMINDER if reminds else "",
        text=text,
    )
    cue = Cue(CueType.ASK, evidence=text, about=question, guess=guess, answer=Answer.YES)
    said = f"your {'reminder' if reminds else 'question'} to {contact.name}"
    before = standing(desk)
    with write.batch("sent", said, now=desk.now) as batch:
        write.add_exchanges(batch, [write.ExchangeIn(interaction=interaction, cues=(cue,))])
    return Done(" ".join(filter(None, (f"Noted: {said} is sent.", difference(before, standing(desk))))), batch.id)


def _need(desk: Desk, number: int) -> Need:
    known = goals.needs(desk.goals)
    if not 1 <= number <= len(known):
        raise Refused(f"There is no need {number}; `askwell goals` shows them, from 1 to {len(known)}.")
    return known[number - 1]


def _open_ask(asks: tuple[Ask, ...], contact: str, desk: Desk) -> Ask | None:
    """The last ask to the contact that is still without answer, if it is no longer the same message noted twice."""
    silent = [ask for ask in asks if ask.to == contact and ask.state in {AskState.SENT, AskState.UNANSWERED}]
    last = silent[-1] if silent else None
    old = last is not None and desk.now - last.at >= pacing.SAME_ASK_WITHIN + timedelta(hours=1)
    return last if old else None
