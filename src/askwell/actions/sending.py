"""“Yes, it is sent”, and “already done in person”: what she sent is noted with the cues that keep what it keeps."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from askwell.actions import adding, asking, memory, persons
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.letters import purpose_of
from askwell.actions.reaching import by_which
from askwell.actions.voids import difference, standing
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.goals import Goals
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact
from askwell.domain.plans import Promise, PromiseKind
from askwell.domain.threads import is_by_hand
from askwell.guide import letters, room
from askwell.guide.drafts import channel_for, keeping
from askwell.guide.joining import Joined
from askwell.guide.letters import NEWS, Purpose
from askwell.identity import handles
from askwell.method import goals as tip_two
from askwell.method.favors import Books

TWICE_WITHIN = timedelta(minutes=10)  # without words, noted again so soon: a button pressed twice
SAME_WITHIN = timedelta(days=1)  # the same words noted again: a page that stood open in a second window
SPOKEN = frozenset({Channel.PHONE, Channel.MEETING})
WORDS = {
    Purpose.ASK: "your question to",
    Purpose.ACT: "your first message to",
    Purpose.THANK: "your thank-you to",
    Purpose.REPORT: "your news to",
    Purpose.CLOSE: "your news to",
    Purpose.NUDGE: "your reminder to",
    Purpose.LANDED: "your good news to",
    Purpose.GIVE: "your offer to",
}
TELLING = frozenset({Purpose.THANK, *NEWS})  # one letter may hold all of these
BEGINNING = frozenset({Purpose.ASK, Purpose.ACT})
KEEPS = {
    PromiseKind.THANK: CueType.THANKS,
    PromiseKind.REPORT: CueType.CLOSED,
    PromiseKind.CLOSE: CueType.CLOSED,
}


@dataclass(frozen=True, slots=True)
class _Sent:
    """What she says that she sent, and when."""

    at: datetime
    purpose: Purpose
    channel: Channel
    text: str = ""
    subject: str = ""
    question: str = ""
    guess: bool | None = None
    about: str = ""


def sent(
    desk: Desk,
    person_id: str,
    purpose: str,
    *,
    text: str = "",
    subject: str = "",
    channel: str = "",
    address: str = "",
    need: int | None = None,
    guess: bool | None = None,
    event: str = "",
    about: str = "",
) -> Done:
    """Note what went out now, to a person by id or, with the promise `event`, to somebody who was only named.

    `purpose` is that of the letter as it was written, `need` counts from 1, `about` is what is given. An `address` of
    theirs that is new is kept with them. The letter that was begun is let go. Raises NoSuchPerson, Refused.
    """
    from askwell.store import drafts, write

    kept, what = memory.books(desk), purpose_of(purpose)
    contact, owed = _whom(desk, kept, person_id, what, event=event)
    told = _Sent(
        at=desk.now,
        purpose=what,
        channel=_channel(channel, contact),
        text="" if channel == "phone" else text.strip(),
        subject=" ".join(subject.split()),
        question=_question(kept.record.search.goals, need),
        guess=guess,
        about=about,
    )
    noted = _noted(kept, contact, told, owed)
    if _is_noted(kept, contact, noted):
        return Done(f"{noted.said[:1].upper()}{noted.said[1:]} was noted already; nothing was changed.")
    before = standing(desk)
    newcomer = adding.Newcomer(contact.name, email=_new_address(desk, address))
    with write.batch("sent", noted.said, now=desk.now) as batch:
        who = contact.id or write.add_people(batch, [adding.person_in(newcomer)])[0]
        if newcomer.email and contact.id:
            write.add_cards(batch, [(who, adding.card_in(newcomer))])
        out = replace(noted.interaction, people=(who,))
        by = by_which(contact, told.channel, address=newcomer.email)
        write.add_exchanges(batch, [write.ExchangeIn(interaction=out, cues=noted.cues, handles=by)])
        drafts.let_go(batch, contact.id, _drafts_of(told.purpose), event=event)
    went = "" if told.channel in SPOKEN else " is sent"
    return Done(" ".join(filter(None, (f"Noted: {noted.said}{went}.", difference(before, standing(desk))))), batch.id)


def done_in_person(
    desk: Desk,
    person_id: str,
    purpose: str,
    *,
    need: int | None = None,
    guess: bool | None = None,
    event: str = "",
    about: str = "",
) -> Done:
    """The same, said face to face: there is no text."""
    return sent(desk, person_id, purpose, channel="meeting", need=need, guess=guess, event=event, about=about)


def _whom(desk: Desk, kept: Books, person_id: str, purpose: Purpose, *, event: str) -> tuple[Contact, Joined | None]:
    """To whom it went, and the promises that one letter to them holds."""
    promises = memory.promises(desk)
    if person_id:
        contact = persons.among(kept.record.search.contacts, person_id)
        return contact, letters.due(kept, promises, contact.id, purpose=purpose)
    named = next((p for p in promises if p.id == event and not p.to), None)
    someone = keeping.addressee(named, kept) if named else None
    if someone is None:
        raise NoSuchPerson
    return replace(someone, id=""), letters.due(kept, promises, event, purpose=purpose)


def _channel(name: str, contact: Contact) -> Channel:
    by, _ = room.taken_apart(name)
    try:
        return Channel(by or channel_for(contact, after=Channel.MEETING))
    except ValueError:
        raise Refused(
            f"Nothing goes out by “{name}”. Choose mail, LinkedIn, a text, the phone, or in person."
        ) from None


def _question(goals: Goals, number: int | None) -> str:
    known = tip_two.needs(goals)
    if number is None:
        return ""
    if not 1 <= number <= len(known):
        raise Refused("This question is not among yours any more. Choose another one.")
    return known[number - 1].question


def _new_address(desk: Desk, address: str) -> str:
    """An address that she typed and that is nobody's yet, "" where it is known."""
    found = handles.address(address) if address else ""
    known = found in memory.facts(desk).me or any(found in one.addresses for one in memory.contacts(desk).values())
    return "" if not found or known else found


def _noted(kept: Books, contact: Contact, told: _Sent, owed: Joined | None) -> asking.Noted:
    promises = (owed.lead, *owed.others) if owed else ()
    if told.purpose in BEGINNING or (told.purpose is Purpose.NUDGE and not _of_offer(promises, kept)):
        noted = asking.ask_of(
            kept,
            contact,
            at=told.at,
            question=told.question,
            channel=told.channel.value,
            text=told.text,
            subject=told.subject,
            guess=told.guess,
            reminds=told.purpose is Purpose.NUDGE,
        )
        first = told.purpose is Purpose.ACT and not noted.interaction.thread
        return replace(noted, said=f"{WORDS[Purpose.ACT]} {contact.name}") if first else noted
    out = Interaction(
        id="",
        at=told.at,
        channel=told.channel,
        direction=Direction.OUT,
        people=(contact.id,),
        subject=told.subject,
        text=told.text,
    )
    return asking.Noted(out, _cues(told, promises), f"{WORDS[told.purpose]} {contact.name}")


def _of_offer(promises: Collection[Promise], kept: Books) -> bool:
    """Whether what is reminded of is an offer of theirs, and no question of hers."""
    asked = {ask.id for ask in kept.asks}
    nudges = [one for one in promises if one.kind is PromiseKind.NUDGE]
    return bool(nudges) and all(asked.isdisjoint(one.events) for one in nudges)


def _cues(told: _Sent, promises: Collection[Promise]) -> tuple[Cue, ...]:
    """What keeps just the promises that the letter was for."""
    if told.purpose is Purpose.GIVE:
        about = told.about or told.subject or "something you offered"
        return (Cue(CueType.GIVEN, evidence=told.text, about=about, answer=Answer.YES),)
    kinds = letters.keeps(promises, purpose=told.purpose)
    types = dict.fromkeys(KEEPS[kind] for kind in PromiseKind if kind in kinds and kind in KEEPS)
    return tuple(Cue(kind, evidence=told.text, answer=Answer.YES) for kind in types)


def _is_noted(kept: Books, contact: Contact, noted: asking.Noted) -> bool:
    """Whether the very same was noted lately: the same words; without words, a moment ago for the same purpose."""
    new, types = noted.interaction, {cue.type for cue in noted.cues}
    within = SAME_WITHIN if new.text else TWICE_WITHIN
    lately = (i for i in kept.record.between(contact.id) if is_by_hand(i) and new.at - i.at < within)
    same = (i for i in lately if (i.channel, i.text) == (new.channel, new.text))
    return any(new.text or kept.record.types(i) == types for i in same)


def _drafts_of(purpose: Purpose) -> Collection[str]:
    """The letters begun that are done with by this one."""
    family = next((some for some in (TELLING, BEGINNING) if purpose in some), frozenset({purpose}))
    return [str(one) for one in family]
