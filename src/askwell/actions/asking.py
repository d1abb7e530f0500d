"""`sent`: she sent the ask herself; it is noted with her guess, and the same ask found later in mail is one with it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.reaching import by_which
from askwell.actions.voids import difference, standing
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused
from askwell.domain.goals import Need
from askwell.domain.hints import Hint
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact
from askwell.domain.plans import Ask
from askwell.domain.threads import base_subject
from askwell.guide.drafts import channel_for
from askwell.guide.letters import silent
from askwell.method import goals, pacing
from askwell.method.favors import Books

REMINDER = "Reminder"
DRAFTS = ("ask", "act", "nudge")  # letters begun that are done with once it went


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
    from askwell.store import drafts, write

    contact = find_person(desk, person)
    question = _need(desk, need).question if need is not None else ""
    by = channel or channel_for(contact, after=Channel.MEETING)
    noted = ask_of(memory.books(desk), contact, at=desk.now, question=question, channel=by, text=text, guess=guess)
    before = standing(desk)
    with write.batch("sent", noted.said, now=desk.now) as batch:
        by_address = by_which(contact, noted.interaction.channel)
        out = write.ExchangeIn(interaction=noted.interaction, cues=noted.cues, handles=by_address)
        write.add_exchanges(batch, [out])
        drafts.let_go(batch, contact.id, DRAFTS)
    return Done(" ".join(filter(None, (f"Noted: {noted.said} is sent.", difference(before, standing(desk))))), batch.id)


@dataclass(frozen=True, slots=True)
class Noted:
    """What went out, as it is stored, with what it tells; `said` is what it is in a few words."""

    interaction: Interaction
    cues: tuple[Cue, ...]
    said: str


def ask_of(
    kept: Books,
    contact: Contact,
    *,
    at: datetime,
    question: str,
    channel: str,
    text: str = "",
    subject: str = "",
    guess: bool | None = None,
    reminds: bool = False,
) -> Noted:
    """An ask that goes out `at` a moment: a reminder, if one is open for some days, or if `reminds` says so."""
    open_ask = silent(kept, contact.id)
    old = open_ask is not None and _is_old(open_ask, at)
    waiting = open_ask if open_ask and (reminds or (old and question in {"", open_ask.need})) else None
    last = kept.record.search.by_id[waiting.interactions[-1]] if waiting else None
    interaction = Interaction(
        id="",
        at=at,
        channel=Channel(channel),
        direction=Direction.OUT,
        people=(contact.id,),
        thread=last.thread if last else "",
        subject=_under(subject, last) if last else subject,
        text=text,
    )
    cue = Cue(CueType.ASK, evidence=text, about=question, guess=guess, answer=Answer.YES)
    return Noted(interaction, (cue,), f"your {'reminder' if waiting else 'question'} to {contact.name}")


def _is_old(ask: Ask, at: datetime) -> bool:
    """Whether another message is no longer the same one noted twice."""
    return at - ask.at >= pacing.SAME_ASK_WITHIN + timedelta(hours=1)


def _under(subject: str, last: Interaction) -> str:
    """The subject of a reminder, by which it is told from a question where nothing else does."""
    goes_on = last.thread or (last.subject and base_subject(subject) == base_subject(last.subject))
    return subject if subject and goes_on else REMINDER


def _need(desk: Desk, number: int) -> Need:
    known = goals.needs(desk.goals)
    if not 1 <= number <= len(known):
        raise Refused(f"There is no need {number}: they count from 1 to {len(known)}.", Hint("goals", "see them"))
    return known[number - 1]
