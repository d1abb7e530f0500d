"""The draft that keeps a promise: thanks, the first message to somebody referred, news to a helper, a reminder."""

import re
from datetime import timedelta

from askwell.domain.goals import Need, NeedKind
from askwell.domain.messages import Channel
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Ask, Draft, Help, Outcome, Promise, PromiseKind, Referral
from askwell.domain.search import Stage
from askwell.domain.threads import SPOKEN, Record
from askwell.guide import draft_story
from askwell.guide.drafts import Came, Composer, Helped, Pointed, Reminded, channel_for
from askwell.method import followup
from askwell.method.favors import Books, pledges

WRITTEN = frozenset({Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT})
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")
LONGEST_LETTER = 5000  # characters of a letter that are looked at
LONGEST_QUESTION = 45  # words
LED_TO_A_TALK = timedelta(days=21)  # before a talk, an ask is taken to be what it was about
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
    helps = tuple(helped(one, kept) for one in given) or (Helped(kept.record.calendar.day(promise.since)),)
    channel = _by_letter(contact, kept.record, given[0].interaction if given else "")
    return composer.thanks(contact, _people_first(helps), channel=channel)


def _people_first(helps: tuple[Helped, ...]) -> tuple[Helped, ...]:
    return tuple(sorted(helps, key=lambda one: not one.person))


def helped(one: Help, kept: Books) -> Helped:
    """What somebody did, as a draft can say it: their own words only where they wrote them."""
    record, day = kept.record, kept.record.calendar.day(one.since)
    message = record.search.by_id.get(one.interaction)
    subject = message.subject if message is not None and message.channel not in SPOKEN else ""
    referral = next((r for r in kept.referrals if r.id == one.id), None)
    if referral is not None:
        wrote = next(iter(record.sent(referral.person, after=referral.at)), None) if referral.person else None
        on = record.calendar.day(wrote.at) if wrote else None
        return Helped(day, person=referral.name, kind=referral.kind, wrote=on, subject=subject)
    asked = _asked(one, kept)
    if one.kind == "talk":
        return Helped(day, one.what, talk=True, asked=asked)
    quoted = message is not None and one.what.strip() in message.text
    return Helped(day, one.what, quoted=quoted, asked=asked, subject=subject)


def _asked(one: Help, kept: Books) -> str:
    """The question that a help answers: that of the ask it answered, or for a talk the one that led to it."""
    before = [a for a in kept.asks if a.to == one.by and a.at <= one.since]
    answered = [a for a in before if a.answered_by in one.interactions]
    if one.kind == "talk":
        answered = answered or [a for a in before if one.since - a.at <= LED_TO_A_TALK]
    return _question_of(answered[-1], kept.record) if answered else ""


def _first(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    referral = next(r for r in kept.referrals if r.id in promise.events)
    return composer.referred(contact, pointed_by(referral, kept), channel=_by_letter(contact, kept.record, ""))


def pointed_by(referral: Referral, kept: Books) -> Pointed:
    """Who pointed her to somebody, how and when."""
    referrer = kept.record.search.contacts.get(referral.referrer)
    name = referrer.name if referrer and referrer.name else "A friend"
    return Pointed(name, referral.kind, kept.record.calendar.day(referral.at))


def _report(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    referral = next((r for r in kept.referrals if r.id in promise.events), None)
    if referral is None:
        return _application(promise, contact, kept, composer)
    told, good = draft_story.of_referral(kept, referral, composer.today)
    link = "" if referral.referrer == contact.id else _name(kept.record, referral.referrer)
    came = Came(told, person=referral.name or "them", kind=referral.kind, link=link, good=good)
    return composer.closing(contact, came, channel=_by_letter(contact, kept.record, referral.interaction))


def _application(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    """News of an application goes to everybody on the line that led there: to each with what they began."""
    outcome = Outcome(promise.since, promise.because.partition("; ")[0])
    told, good = _told(outcome, kept, composer)
    led = next((r for r in kept.referrals if r.referrer == contact.id), None)
    began = Came(
        told,
        person=led.name if led else "",
        kind=led.kind if led else None,
        helped=_last_help(contact, kept),
        good=good,
    )
    return composer.closing(contact, began, channel=_by_letter(contact, kept.record, ""))


def _told(came: Outcome, kept: Books, composer: Composer) -> tuple[str, bool]:
    return draft_story.of_outcome(came, kept.record.calendar.day(came.at), composer.today)


def _last_help(contact: Contact, kept: Books) -> Helped | None:
    given = [one for one in kept.helps if one.by == contact.id]
    return helped(given[-1], kept) if given else None


def _close(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    one = next((h for h in kept.helps if h.id == promise.about), None)
    given = helped(one, kept) if one else None
    channel = _by_letter(contact, kept.record, one.interaction if one else "")
    landed = kept.record.search.landed
    if landed is not None and promise.since == landed:
        offers = [a for a in kept.record.search.applications if a.stage is Stage.OFFER]
        job = offers[0] if len(offers) == 1 else None  # of several offers only she knows which one she took
        title, company = (job.title, job.company) if job else ("", "")
        return composer.landed(contact, title=title, company=company, helped=given, channel=channel)
    came = followup.outcome(kept, one) if one else None
    told, good = _told(came or Outcome(promise.since, promise.because.partition("; ")[0]), kept, composer)
    person, kind = (given.person, given.kind) if given else ("", None)
    return composer.closing(contact, Came(told, person=person, kind=kind, helped=given, good=good), channel=channel)


def _nudge(promise: Promise, contact: Contact, kept: Books, composer: Composer) -> Draft:
    ask = next((a for a in kept.asks if a.id in promise.events), None)
    if ask is None:
        return _nudge_of_offer(promise, contact, kept, composer)
    question = _question_of(ask, kept.record)
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


def _question_of(ask: Ask, record: Record) -> str:
    """Her need, else the longest question in the words she sent, for the short ones say hello; "" if none is kept."""
    if ask.need:
        return ask.need
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
