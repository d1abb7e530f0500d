"""The draft that keeps a promise: thanks, the first message to somebody referred, news to a helper, a reminder."""

from collections.abc import Iterable

from askwell.domain.goals import Need, NeedKind
from askwell.domain.messages import Channel
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft, Promise, PromiseKind, Referral
from askwell.domain.search import Stage
from askwell.domain.threads import Record
from askwell.guide.draft_record import came_of_help, came_of_referral, helped, pointed_by, question_of
from askwell.guide.drafts import Came, Composer, Helped, Reminded, channel_for
from askwell.method.favors import Books, pledges

__all__ = ["compose", "pointed_by", "pointed_to"]
WRITTEN = frozenset({Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT})
NEWS = frozenset({PromiseKind.REPORT, PromiseKind.CLOSE})
LAST = "easy way out"  # how followup words the reason of the second reminder


def compose(promise: Promise, kept: Books, composer: Composer, *, others: Iterable[Promise] = ()) -> Draft | None:
    """The words that would keep it, and the `others` to the same person; None where nobody is known by name."""
    contact = kept.record.search.contacts.get(promise.to)
    if contact is None:
        if promise.kind is not PromiseKind.ACT or not promise.name:
            return None
        contact = Contact(id=promise.id, name=promise.name, tie=Tie.NEW)  # named, and not yet written to
    if promise.kind in NEWS:
        landed = kept.record.search.landed
        if promise.kind is PromiseKind.CLOSE and landed is not None and promise.since == landed:
            return _landed(promise, contact, kept, composer)
        return _news((promise, *others), contact, kept, composer)
    writers = {PromiseKind.THANK: _thanks, PromiseKind.ACT: _first, PromiseKind.NUDGE: _nudge}
    return writers[promise.kind](promise, contact, kept, composer)


def _thanks(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    given = [one for one in kept.helps if one.id in promise.events]
    helps = tuple(helped(one, kept) for one in given) or (Helped(kept.record.calendar.day(promise.since)),)
    channel = _by_letter(contact, kept.record, given[0].interaction if given else "")
    return composer.thanks(contact, _people_first(helps), channel=channel)


def _people_first(helps: Iterable[Helped]) -> tuple[Helped, ...]:
    return tuple(sorted(helps, key=lambda one: not one.person))


def _first(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    referral = next(r for r in kept.referrals if r.id in promise.events)
    return composer.referred(contact, pointed_by(referral, kept), channel=_by_letter(contact, kept.record, ""))


def _news(promises: tuple[Promise, ...], contact: Contact, kept: Books, composer: Composer) -> Draft:
    """All the news for one person in one letter, with thanks for what the news does not speak of."""
    news = sorted((one for one in promises if one.kind in NEWS), key=lambda one: (one.since, one.id))
    told: list[Came] = []
    for one in news:
        tell = came_of_referral if one.kind is PromiseKind.REPORT else came_of_help
        came = tell(one, kept, composer)
        told += [] if came.news in {known.news for known in told} else [came]
    spoken_of = {event for one in news for event in one.events}
    owed = {event for one in promises if one.kind is PromiseKind.THANK for event in one.events} - spoken_of
    also = _people_first(helped(one, kept) for one in kept.helps if one.id in owed)
    return composer.closing(contact, *told, also=also, channel=_by_letter(contact, kept.record, _way(news[0], kept)))


def _way(promise: Promise, kept: Books) -> str:
    """The message that what is told goes back to."""
    led = next((r.interaction for r in kept.referrals if r.id in promise.events), "")
    return led or next((h.interaction for h in kept.helps if h.id == promise.about), "")


def _landed(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    one = next((h for h in kept.helps if h.id == promise.about), None)
    offers = [a for a in kept.record.search.applications if a.stage is Stage.OFFER]
    job = offers[0] if len(offers) == 1 else None  # of several offers only she knows which one she took
    title, company = (job.title, job.company) if job else ("", "")
    channel = _by_letter(contact, kept.record, one.interaction if one else "")
    given = helped(one, kept) if one else None
    return composer.landed(contact, title=title, company=company, helped=given, channel=channel)


def _nudge(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    ask = next((a for a in kept.asks if a.id in promise.events), None)
    if ask is None:
        return _nudge_of_offer(promise, contact, kept, composer)
    question = question_of(ask, kept.record)
    if ask.bounced:  # it never arrived: the ask itself goes out again by another way
        need = Need(NeedKind.INFORMATION, question) if question else None
        return composer.ask(contact, need=need, channel="linkedin" if contact.url or contact.connected_on else "phone")
    letter = kept.record.search.by_id.get(ask.interactions[-1])
    day, subject = kept.record.calendar.day(promise.since), letter.subject if letter else ""
    about = Reminded(question, day, last=LAST in promise.because, subject=subject)
    return composer.nudge(contact, about, channel=_by_letter(contact, kept.record, ask.interactions[-1]))


def _nudge_of_offer(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    offer = next((o for o in pledges(kept) if o.id in promise.events), None)
    if offer is None:
        return composer.nudge(contact, Reminded("", kept.record.calendar.day(promise.since)))
    letter = kept.record.search.by_id.get(offer.interaction)
    day, subject = kept.record.calendar.day(offer.at), letter.subject if letter else ""
    about = Reminded("", day, offer=offer.what or "help", subject=subject)
    return composer.nudge(contact, about, channel=_by_letter(contact, kept.record, offer.interaction))


def _by_letter(contact: Contact, record: Record, interaction: str) -> str:
    """In writing, by the way it came; a talk is answered by mail."""
    message = record.search.by_id.get(interaction)
    if message is not None and message.channel in WRITTEN:
        return str(message.channel)
    return channel_for(contact, after=Channel.MEETING)


def pointed_to(contact: str, kept: Books) -> Referral | None:
    """The latest referral that led to a contact."""
    led = [r for r in kept.referrals if r.person == contact]
    return led[-1] if led else None
