"""The draft that keeps a promise: thanks, the first message to somebody referred, news to a helper, a reminder."""

import re

from askwell.domain.goals import Need, NeedKind
from askwell.domain.messages import Channel
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Ask, Draft, Help, Promise, PromiseKind, Referral
from askwell.domain.search import Stage
from askwell.domain.threads import Record
from askwell.guide.drafts import Came, Composer, Helped, Pointed, Reminded, channel_for
from askwell.method import followup
from askwell.method.favors import Books, pledges
from askwell.method.referrals import news

WRITTEN = frozenset({Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT})
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")
LONGEST_LETTER = 5000  # characters of a letter that are looked at
LONGEST_QUESTION = 45  # words
LAST = "easy way out"  # how followup words the reason of the second reminder


def compose(promise: Promise, kept: Books, composer: Composer) -> Draft | None:
    """The words that would keep it; None where the person is not known by name."""
    contact = kept.record.search.contacts.get(promise.to)
    if contact is None:
        if promise.kind is not PromiseKind.ACT or not promise.name:
            return None
        contact = Contact(id=promise.id, name=promise.name, tie=Tie.NEW)  # named, and not yet written to
    writers = {
        PromiseKind.THANK: _thanks,
        PromiseKind.ACT: _first,
        PromiseKind.REPORT: _report,
        PromiseKind.CLOSE: _close,
        PromiseKind.NUDGE: _nudge,
    }
    return writers[promise.kind](promise, contact, kept, composer)


def _thanks(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    given = [one for one in kept.helps if one.id in promise.events]
    helps = tuple(_helped(one, kept) for one in given) or (Helped(kept.record.calendar.day(promise.since)),)
    return composer.thanks(
        contact, helps, channel=_by_letter(contact, kept.record, given[0].interaction if given else "")
    )


def _helped(one: Help, kept: Books) -> Helped:
    """What somebody did, as a draft can say it: their own words only where they wrote them."""
    record, day = kept.record, kept.record.calendar.day(one.since)
    referral = next((r for r in kept.referrals if r.id == one.id), None)
    if referral is not None:
        taken_up = bool(referral.person and record.sent(referral.person, after=referral.at))
        return Helped(day, person=referral.name, kind=referral.kind, taken_up=taken_up)
    if one.kind == "talk":
        return Helped(day, talk=True)
    message = record.search.by_id.get(one.interaction)
    return Helped(day, one.what, quoted=message is not None and one.what.strip() in message.text)


def _first(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    referral = next(r for r in kept.referrals if r.id in promise.events)
    referrer = kept.record.search.contacts.get(referral.referrer)
    pointed = Pointed(referrer.name if referrer and referrer.name else "A friend", referral.kind)
    return composer.referred(contact, pointed, channel=_by_letter(contact, kept.record, ""))


def _report(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    referral = next((r for r in kept.referrals if r.id in promise.events), None)
    if referral is None:
        return _application(promise, contact, kept, composer)
    came = news(kept.record, referral)
    link = "" if referral.referrer == contact.id else _name(kept.record, referral.referrer)
    said = Came(came.say if came else promise.because, person=referral.name or "them", link=link)
    return composer.closing(contact, said, channel=_by_letter(contact, kept.record, referral.interaction))


def _application(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    """News of an application goes to everybody on the line that led there: to each with what they began."""
    said = promise.because.rpartition("; ")[0] or promise.because
    led = next((r for r in kept.referrals if r.referrer == contact.id), None)
    began = Came(said, person=led.name if led else "", helped=_last_help(contact, kept))
    return composer.closing(contact, began, channel=_by_letter(contact, kept.record, ""))


def _last_help(contact: Contact, kept: Books) -> Helped | None:
    given = [one for one in kept.helps if one.by == contact.id]
    return _helped(given[-1], kept) if given else None


def _close(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    one = next((h for h in kept.helps if h.id == promise.about), None)
    helped = _helped(one, kept) if one else None
    channel = _by_letter(contact, kept.record, one.interaction if one else "")
    landed = kept.record.search.landed
    if landed is not None and promise.since == landed:
        offers = [a for a in kept.record.search.applications if a.stage is Stage.OFFER]
        job = offers[0] if len(offers) == 1 else None  # of several offers only she knows which one she took
        title, company = (job.title, job.company) if job else ("", "")
        return composer.landed(contact, title=title, company=company, helped=helped, channel=channel)
    came = followup.outcome(kept, one) if one else None
    said = came.say if came else promise.because.partition("; ")[0]
    return composer.closing(contact, Came(said, helped=helped), channel=channel)


def _nudge(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    day = kept.record.calendar.day(promise.since)
    ask = next((a for a in kept.asks if a.id in promise.events), None)
    if ask is None:
        offer = next((o for o in pledges(kept) if o.id in promise.events), None)
        about = Reminded("", kept.record.calendar.day(offer.at) if offer else day, offer=offer.what if offer else "")
        return composer.nudge(
            contact, about, channel=_by_letter(contact, kept.record, offer.interaction if offer else "")
        )
    question = ask.need or _question_of(ask, kept.record)
    if ask.bounced:  # it never arrived: the ask itself goes out again by another way
        need = Need(NeedKind.INFORMATION, question) if question else None
        return composer.ask(contact, need=need, channel="linkedin" if contact.url or contact.connected_on else "phone")
    about = Reminded(question, day, last=LAST in promise.because)
    return composer.nudge(contact, about, channel=_by_letter(contact, kept.record, ask.interactions[-1]))


def _question_of(ask: Ask, record: Record) -> str:
    """The longest question in the words she sent, for the short ones say hello; "" where they are not kept."""
    texts = (" ".join(record.search.by_id[key].text.split()) for key in ask.interactions if key in record.search.by_id)
    found = [one for text in texts for one in _BETWEEN_SENTENCES.split(text[:LONGEST_LETTER]) if one.endswith("?")]
    return max((one for one in found if len(one.split()) <= LONGEST_QUESTION), key=len, default="")


def _by_letter(contact: Contact, record: Record, interaction: str) -> str:
    """In writing, by the way it came; a talk is answered by mail."""
    message = record.search.by_id.get(interaction)
    if message is not None and message.channel in WRITTEN:
        return str(message.channel)
    return channel_for(contact, after=Channel.MEETING)


def _name(record: Record, contact: str) -> str:
    found = record.search.contacts.get(contact)
    return found.name if found and found.name else "somebody"


def pointed_to(contact: str, kept: Books) -> Referral | None:
    """The latest referral that led to a contact."""
    led = [r for r in kept.referrals if r.person == contact]
    return led[-1] if led else None
