"""`ask PERSON`: ways, the one question, the draft with what the tips say of it, and what only she can add."""

from dataclasses import dataclass

from askwell.actions import memory, persons
from askwell.actions.desk import Desk
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals, Need
from askwell.domain.hints import Hint
from askwell.domain.people import Contact
from askwell.domain.plans import Draft, Finding, Way
from askwell.guide import review
from askwell.guide.by_voice import Advice, by_voice
from askwell.guide.drafts import CHANNELS, Composer, keeping
from askwell.guide.letters import Purpose
from askwell.guide.pushy import pushy
from askwell.identity.greeted import greeted
from askwell.method import goals as tip_two
from askwell.method import pacing
from askwell.method.favors import Books


@dataclass(frozen=True, slots=True)
class Composed:
    """One ask before she sends it; `pace` is the go-ahead with her numbers or, where not `allowed`, the one limit."""

    contact: Contact
    need: Need | None
    ways: tuple[Way, ...]
    draft: Draft
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    pace: str = ""
    allowed: bool = True
    voice: Advice | None = None


def compose(desk: Desk, person: str, *, need: int | None = None, channel: str | None = None) -> Composed:
    """The ask of one person (id, address or exact name); `need` counts from 1. Raises Refused, SeveralPeople."""
    from askwell.actions.finding import find_person

    contact = find_person(desk, person)
    persons.leave_in_peace(contact)
    kept = memory.books(desk)
    search = kept.record.search
    composer = Composer.of(search.goals, today=desk.calendar.day(desk.now), record=kept.record)
    pace = pacing.pace(kept.record, contact.id, kept.asks, desk.calendar)
    draft = draft_ask(composer, contact, kept, need=_chosen(search.goals, need), channel=_channel(channel))
    return Composed(
        contact=contact,
        need=draft.need,
        ways=composer.matcher.ways(contact),
        draft=draft,
        findings=_findings(draft, contact, search.goals),
        missing=draft.missing,
        pace=pushy(kept, contact, purpose=Purpose.ASK, pace=pace),
        allowed=pace.allowed,
        voice=by_voice(contact, draft.channel, greeted(contact, kept.record) or contact.name),
    )


def draft_ask(composer: Composer, contact: Contact, kept: Books, *, need: Need | None, channel: str) -> Draft:
    """An ask; to somebody she was pointed to and has not written to yet, the first message that names the referrer."""
    led = keeping.pointed_to(contact.id, kept)
    referrer = kept.record.search.contacts.get(led.referrer) if led else None
    if led and referrer and not kept.record.sent(contact.id, after=led.at):
        return composer.referred(contact, keeping.pointed_by(led, kept), need=need, channel=channel)
    return composer.ask(contact, need=need, channel=channel)


def _chosen(goals: Goals, number: int | None) -> Need | None:
    known = tip_two.needs(goals)
    if number is None:
        return None
    if not 1 <= number <= len(known):
        raise Refused(f"There is no need {number}: they count from 1 to {len(known)}.", Hint("goals", "see them"))
    return known[number - 1]


def _channel(name: str | None) -> str:
    if name and name not in CHANNELS:
        raise Refused(f"“{name}” is no channel of an ask; it is one of {', '.join(CHANNELS)}.")
    return name or ""


def _findings(draft: Draft, contact: Contact, goals: Goals) -> tuple[Finding, ...]:
    """What could be said better; talking points are said, not read."""
    if draft.channel == "phone":
        return ()
    return review.check(
        draft.text,
        kind=str(draft.kind),
        tie=str(contact.tie),
        status=str(goals.status),
        channel=draft.channel,
        goals=goals,
    )
