"""A letter as its page shows it: to whom and how, the words, what could be better and what is good, the go-ahead."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from askwell.actions import composing, memory, persons
from askwell.actions.desk import Desk
from askwell.actions.reaching import phones
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.gifts import Gift
from askwell.domain.goals import Goals, Need
from askwell.domain.people import Contact
from askwell.domain.plans import Draft, PromiseKind, Way
from askwell.guide import letters as guide
from askwell.guide import room
from askwell.guide.drafts import Composer, is_stranger, keeping
from askwell.guide.joining import Joined
from askwell.guide.letters import KINDS, Purpose, Written
from askwell.guide.pushy import ASKING, pace_of, pushy
from askwell.guide.review.whole import Reviewed, reviewed
from askwell.guide.today_words import Reasons
from askwell.method import favors, pacing
from askwell.method import goals as tip_two
from askwell.method.favors import Books

__all__ = ["Letter", "Purpose", "Reviewed", "purpose_of", "review_letter", "write_letter"]
ANSWERABLE = frozenset({Purpose.ASK, Purpose.ACT})  # what a guess is made of, and a question chosen for


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter before she sends it.

    `purpose` is what it is for in the end: news holds thanks as well. `reasons` tell why it is due, `holds` are the
    ids of the promises it keeps. `channel` is one of `channels`, as pages choose them. `address` is where it goes: an
    e-mail address, a profile, a number; "" where none is known. `pace` is the go-ahead or, where it is not `allowed`,
    the one limit; `pushy` the same at length, `waits` a question of theirs that she answers first. `points`
    are to be said, where it is by phone. `gifts` can be chosen from by their number, where something is given.
    """

    contact: Contact
    purpose: Purpose
    channel: str
    channels: tuple[str, ...]
    address: str
    addresses: tuple[str, ...]
    subject: str
    text: str
    reviewed: Reviewed
    missing: tuple[str, ...]
    need: Need | None
    needs: tuple[Need, ...]
    ways: tuple[Way, ...]
    reasons: tuple[str, ...]
    holds: tuple[str, ...]
    pace: str
    allowed: bool
    pushy: str
    waits: str
    points: tuple[str, ...]
    gifts: tuple[Gift, ...]
    referrer: Contact | None
    brief: bool

    @property
    def note(self) -> bool:
        """Whether it is an invitation to connect, with its few characters."""
        return self.channel == room.NOTE

    @property
    def asks(self) -> bool:
        """Whether an answer can be guessed before it goes."""
        return self.purpose in ANSWERABLE


def write_letter(
    desk: Desk,
    person_id: str,
    purpose: str,
    *,
    need: int | None = None,
    channel: str | None = None,
    event: str = "",
    gift: int = 1,
) -> Letter:
    """The letter to a person by id; `need` and `gift` count from 1, `channel` is one of `room.PAGE_CHANNELS`.

    To somebody who is only named there is no id: `event` is then the promise to write to them. Raises NoSuchPerson,
    and Refused for somebody never to be contacted, or a choice that there is not.
    """
    kept, what = memory.books(desk), purpose_of(purpose)
    contact, owed = _addressee(desk, kept, person_id, what, event=event)
    chosen, note = room.taken_apart(_channel(channel))
    goals = kept.record.search.goals
    composer = Composer.of(goals, today=kept.record.calendar.day(kept.record.now), record=kept.record)
    if note is not None:
        composer = replace(composer, note=note)
    gifts = favors.gifts(contact.id, kept.record) if what is Purpose.GIVE else ()
    if owed and owed.lead.kind is not PromiseKind.ACT:
        written = guide.owed_letter(owed, kept, composer, channel=chosen)
    elif what in ANSWERABLE or (what is Purpose.NUDGE and guide.silent(kept, contact.id) is None):
        written = _asking(composer, contact, kept, owed, need=_need(goals, need), channel=chosen)
    else:
        written = guide.free_letter(what, contact, kept, composer, channel=chosen, gift=_gift(gifts, gift))
    if written is None:
        raise NoSuchPerson
    return _letter(desk, kept, composer, contact, written, gifts=gifts)


def purpose_of(name: str) -> Purpose:
    """What a letter is for, by its word. Raises Refused."""
    try:
        return Purpose(name)
    except ValueError:
        raise Refused(f"There is no letter for “{name}”. Choose somebody, and what to write to them.") from None


def _channel(name: str | None) -> str:
    if name and name not in room.PAGE_CHANNELS:
        raise Refused(f"A letter can’t go by “{name}”. Choose mail, LinkedIn, a text or the phone.")
    return name or ""


def _addressee(
    desk: Desk, kept: Books, person_id: str, purpose: Purpose, *, event: str
) -> tuple[Contact, Joined | None]:
    """To whom it goes, and what is owed to them that the letter holds."""
    promises = memory.promises(desk)
    if not person_id:
        named = next((p for p in promises if p.id == event and not p.to), None)
        contact = keeping.addressee(named, kept) if named else None
        if contact is None:
            raise NoSuchPerson
        return replace(contact, id=""), guide.due(kept, promises, event, purpose=purpose)
    contact = persons.among(kept.record.search.contacts, person_id)
    persons.leave_in_peace(contact)
    owed = None if purpose in {Purpose.ASK, Purpose.GIVE} else guide.due(kept, promises, contact.id, purpose=purpose)
    return contact, owed


def _need(goals: Goals, number: int | None) -> Need | None:
    known = tip_two.needs(goals)
    if number is None:
        return None
    if not 1 <= number <= len(known):
        raise Refused("This question is not among yours any more. Choose another one.")
    return known[number - 1]


def _gift(gifts: tuple[Gift, ...], number: int) -> Gift | None:
    return gifts[number - 1] if 1 <= number <= len(gifts) else None


def _asking(
    composer: Composer, contact: Contact, kept: Books, owed: Joined | None, *, need: Need | None, channel: str
) -> Written:
    """A question, or the first message to somebody she was pointed to; nobody is asked who has no id."""
    promises = (owed.lead, *owed.others) if owed else ()
    led = next((r for r in kept.referrals if owed and r.id in owed.lead.events), None)
    if led and not contact.id:
        pointed = keeping.pointed_by(led, kept)
        draft = composer.referred(contact, pointed, need=need, channel=channel)
    else:
        draft = composing.draft_ask(composer, contact, kept, need=need, channel=channel)
    return Written(draft, Purpose.ACT if draft.kind == KINDS[Purpose.ACT] else Purpose.ASK, promises)


def _letter(
    desk: Desk, kept: Books, composer: Composer, contact: Contact, written: Written, *, gifts: tuple[Gift, ...]
) -> Letter:
    draft, purpose, goals = written.draft, written.purpose, kept.record.search.goals
    channel, reached = _as_page(draft, contact, composer), _reached(desk, draft, contact)
    pace = pace_of(kept, contact, purpose=purpose)
    reasons = Reasons(kept)
    return Letter(
        contact=contact,
        purpose=purpose,
        channel=channel,
        channels=_channels(contact),
        address=reached[0] if reached else "",
        addresses=reached,
        subject=draft.subject,
        text=draft.text,
        reviewed=reviewed(draft.text, contact, goals, purpose=purpose, channel=channel),
        missing=draft.missing,
        need=draft.need,
        needs=tip_two.needs(goals) if purpose in ANSWERABLE else (),
        ways=composer.matcher.ways(contact),
        reasons=tuple(dict.fromkeys(reasons.of(promise) for promise in written.promises)),
        holds=tuple(promise.id for promise in written.promises),
        pace=pace.say,
        allowed=pace.allowed,
        pushy=pushy(kept, contact, purpose=purpose, pace=pace),
        waits=pacing.question_first(kept.record, contact) if purpose in ASKING else "",
        points=tuple(line.removeprefix("- ") for line in draft.text.splitlines()) if channel == "phone" else (),
        gifts=gifts,
        referrer=_referrer(kept, contact, written),
        brief=purpose in ANSWERABLE and goals.said and channel != room.NOTE,
    )


def _as_page(draft: Draft, contact: Contact, composer: Composer) -> str:
    if draft.channel != "linkedin":
        return draft.channel
    note = is_stranger(contact) if composer.note is None else composer.note
    return room.NOTE if note else "linkedin"


def _channels(contact: Contact) -> tuple[str, ...]:
    """The ways that are open: a note of LinkedIn's only to whom one is not connected."""
    linked = contact.connected_on is not None
    return tuple(one for one in room.PAGE_CHANNELS if not (linked and one == room.NOTE))


def _reached(desk: Desk, draft: Draft, contact: Contact) -> tuple[str, ...]:
    """Where it goes by this channel, the likeliest first."""
    if draft.channel == "email":
        return tuple(address for address in contact.addresses if "@" in address)
    if draft.channel == "linkedin":
        return (contact.url,) if contact.url else ()
    return phones(desk, [contact.id]).get(contact.id, ()) if contact.id else ()


def _referrer(kept: Books, contact: Contact, written: Written) -> Contact | None:
    """Who pointed her to them, where the letter names that person."""
    if written.purpose is not Purpose.ACT:
        return None
    events = {event for promise in written.promises for event in promise.events}
    led = next((r for r in kept.referrals if r.id in events), None) or keeping.pointed_to(contact.id, kept)
    return kept.record.search.contacts.get(led.referrer) if led else None


def review_letter(
    desk: Desk, person_id: str, purpose: str, channel: str, text: str, *, left: Collection[str] = ()
) -> Reviewed:
    """What can be said of a letter as it stands; `left` are rules she leaves as they are. Reads one person alone.

    Raises NoSuchPerson; without an id, the letter is to somebody who is only named.
    """
    what, by = purpose_of(purpose), _channel(channel)
    contact = persons.alone(desk, person_id) if person_id else Contact(id="", name="")
    return reviewed(text, contact, memory.facts(desk).goals, purpose=what, channel=by, left=left)
