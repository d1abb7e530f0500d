"""The draft that keeps a promise: thanks, the first message to somebody referred, news to a helper, a reminder."""

from collections.abc import Iterable
from dataclasses import dataclass

from askwell.domain.goals import Need, NeedKind
from askwell.domain.messages import Channel
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft, Promise, PromiseKind, Referral
from askwell.domain.search import Stage
from askwell.guide.drafts import Came, Composer, Helped, Reminded, channel_for
from askwell.guide.drafts.record import came_of_help, came_of_referral, helped, pointed_by, question_of
from askwell.method.favors import Books, pledges, wrote_to_take_it_up

__all__ = ["addressee", "by_letter", "compose", "is_landing", "job_taken", "pointed_by", "pointed_to"]
WRITTEN = frozenset({Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT})
NEWS = frozenset({PromiseKind.REPORT, PromiseKind.CLOSE})
LAST = "easy way out"  # how followup words the reason of the second reminder


@dataclass(frozen=True, slots=True)
class _Pen:
    """What a letter is written with: the books, the composer, and the channel she chose, "" for the one that suits."""

    kept: Books
    composer: Composer
    channel: str = ""

    def by(self, contact: Contact, interaction: str) -> str:
        """By the way it came, unless she chose another; a talk is answered by mail."""
        return self.channel or by_letter(contact, self.kept, interaction)


def by_letter(contact: Contact, kept: Books, interaction: str) -> str:
    """In writing, by the way a message came or went; by what is known of the person where there is none."""
    message = kept.record.search.by_id.get(interaction)
    if message is not None and message.channel in WRITTEN:
        return str(message.channel)
    return channel_for(contact, after=Channel.MEETING)


def compose(
    promise: Promise, kept: Books, composer: Composer, *, others: Iterable[Promise] = (), channel: str = ""
) -> Draft | None:
    """The words that would keep it, and the `others` to the same person; None where nobody is known by name."""
    contact = addressee(promise, kept)
    if contact is None:
        return None
    pen = _Pen(kept, composer, channel)
    if promise.kind in NEWS:
        if is_landing(promise, kept):
            return _landed(promise, contact, pen)
        return _news((promise, *others), contact, pen)
    writers = {PromiseKind.THANK: _thanks, PromiseKind.ACT: _first, PromiseKind.NUDGE: _nudge}
    return writers[promise.kind](promise, contact, pen)


def addressee(promise: Promise, kept: Books) -> Contact | None:
    """To whom a promise is: a contact, or somebody who is named and not yet written to; None for nobody by name."""
    contact = kept.record.search.contacts.get(promise.to)
    if contact is None and promise.kind is PromiseKind.ACT and promise.name:
        return Contact(id=promise.id, name=promise.name, tie=Tie.NEW)
    return contact


def is_landing(promise: Promise, kept: Books) -> bool:
    """Whether what is to be told is that she has landed."""
    return promise.landing and kept.record.search.landed is not None


def _thanks(promise: Promise, contact: Contact, pen: _Pen) -> Draft:
    given = [one for one in pen.kept.helps if one.id in promise.events]
    helps = tuple(helped(one, pen.kept) for one in given) or (Helped(pen.kept.record.calendar.day(promise.since)),)
    channel = pen.by(contact, given[0].interaction if given else "")
    return pen.composer.thanks(contact, _people_first(helps), channel=channel)


def _people_first(helps: Iterable[Helped]) -> tuple[Helped, ...]:
    return tuple(sorted(helps, key=lambda one: not one.person))


def _first(promise: Promise, contact: Contact, pen: _Pen) -> Draft:
    referral = next(r for r in pen.kept.referrals if r.id in promise.events)
    return pen.composer.referred(contact, pointed_by(referral, pen.kept), channel=pen.by(contact, ""))


def _news(promises: tuple[Promise, ...], contact: Contact, pen: _Pen) -> Draft:
    """All the news for one person in one letter, with thanks for what the news does not speak of."""
    kept = pen.kept
    news = sorted((one for one in promises if one.kind in NEWS), key=lambda one: (one.since, one.id))
    told: list[Came] = []
    for one in news:
        tell = came_of_referral if one.kind is PromiseKind.REPORT else came_of_help
        came = tell(one, kept, pen.composer)
        told += [] if came.news in {known.news for known in told} else [came]
    spoken_of = {event for one in news for event in one.events}
    owed = {event for one in promises if one.kind is PromiseKind.THANK for event in one.events} - spoken_of
    also = _people_first(helped(one, kept) for one in kept.helps if one.id in owed)
    return pen.composer.closing(contact, *told, also=also, channel=pen.by(contact, _way(news[0], kept)))


def _way(promise: Promise, kept: Books) -> str:
    """The message that what is told goes back to."""
    led = next((r.interaction for r in kept.referrals if r.id in promise.events), "")
    return led or next((h.interaction for h in kept.helps if h.id == promise.about), "")


def _landed(promise: Promise, contact: Contact, pen: _Pen) -> Draft:
    one = next((h for h in pen.kept.helps if h.id == promise.about), None)
    channel = pen.by(contact, one.interaction if one else "")
    given = helped(one, pen.kept) if one else None
    title, company = job_taken(pen.kept)
    return pen.composer.landed(contact, title=title, company=company, helped=given, channel=channel)


def job_taken(kept: Books) -> tuple[str, str]:
    """Title and company of the job she took; "" where she has none, or several offers of which only she knows."""
    offers = [a for a in kept.record.search.applications if a.stage is Stage.OFFER]
    return (offers[0].title, offers[0].company) if len(offers) == 1 else ("", "")


def _nudge(promise: Promise, contact: Contact, pen: _Pen) -> Draft:
    kept = pen.kept
    ask = next((a for a in kept.asks if a.id in promise.events), None)
    if ask is None:
        return _nudge_of_offer(promise, contact, pen)
    question = question_of(ask, kept.record)
    if ask.bounced:  # it never arrived: the ask itself goes out again by another way
        need = Need(NeedKind.INFORMATION, question) if question else None
        other = "linkedin" if contact.url or contact.connected_on else "phone"
        return pen.composer.ask(contact, need=need, channel=pen.channel or other)
    letter = kept.record.search.by_id.get(ask.interactions[-1])
    day, subject = kept.record.calendar.day(promise.since), letter.subject if letter else ""
    about = Reminded(question, day, last=LAST in promise.because, subject=subject)
    return pen.composer.nudge(contact, about, channel=pen.by(contact, ask.interactions[-1]))


def _nudge_of_offer(promise: Promise, contact: Contact, pen: _Pen) -> Draft:
    kept = pen.kept
    offer = next((o for o in pledges(kept) if o.id in promise.events), None)
    if offer is None:
        about = Reminded("", kept.record.calendar.day(promise.since))
        return pen.composer.nudge(contact, about, channel=pen.channel)
    letter = kept.record.search.by_id.get(offer.interaction)
    day, subject = kept.record.calendar.day(offer.at), letter.subject if letter else ""
    about = Reminded("", day, offer=offer.what or "help", taken=wrote_to_take_it_up(offer), subject=subject)
    return pen.composer.nudge(contact, about, channel=pen.by(contact, offer.interaction))


def pointed_to(contact: str, kept: Books) -> Referral | None:
    """The latest referral that led to a contact."""
    led = [r for r in kept.referrals if r.person == contact]
    return led[-1] if led else None
