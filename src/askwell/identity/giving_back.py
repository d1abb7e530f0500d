"""Tip 3: what she could do for somebody in return, the most particular first, and not the same for everybody."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from askwell.domain.gifts import Gift, GiftKind
from askwell.domain.messages import Direction
from askwell.domain.people import Contact, Permission, Tie
from askwell.domain.search import Stage
from askwell.domain.threads import Record
from askwell.identity import companies, titles
from askwell.identity.called import called
from askwell.identity.employers import Employers
from askwell.identity.roles import with_article

FRESH = timedelta(days=45)  # a vacancy of longer ago will be filled


def gifts_of(contact: Contact, record: Record) -> tuple[Gift, ...]:
    """Ways to give back to one person, in sentences to her; never empty."""
    found = (*_put_in_touch(record, contact), *_vacancy(record, contact), *_own_words(record, contact))
    return tuple({gift.idea: gift for gift in found}.values())


def _turn(contact: Contact, *, of: int) -> int:
    """A number of this person's own, so that several who helped are not all offered the same."""
    return hashlib.blake2b(contact.id.encode(), digest_size=4).digest()[0] % of


def _put_in_touch(record: Record, contact: Contact) -> Iterator[Gift]:
    """Somebody else of this search in the same line of work at another company, who may gain as much."""
    own = titles.read(contact.title).families
    if not own or not contact.company:
        return
    others = (record.search.contacts[p] for p in record.people if p != contact.id and p in record.search.contacts)
    fitting = [
        other
        for other in others
        if own & titles.read(other.title).families
        and other.company
        and not companies.same(other.company, contact.company)
        and other.permission is Permission.OPEN
        and _knows_them(record, other)
    ]
    if fitting:
        other = fitting[_turn(contact, of=len(fitting))]
        idea = f"Put {_name(contact)} and {other.name} of {other.company} in touch, if both are glad."
        yield Gift(GiftKind.PUT_IN_TOUCH, idea, other.name, other.company)


def _knows_them(record: Record, other: Contact) -> bool:
    """Whether they wrote to her or met her: who never answered is nobody she can introduce."""
    return any(one.direction is not Direction.OUT for one in record.between(other.id))


def _vacancy(record: Record, contact: Contact) -> Iterator[Gift]:
    """A vacancy that did not work out for her may be for somebody they know.

    Only one she was told of by a person: of the others a form letter is all she knows, and they may be filled.
    """
    for application in record.search.applications:
        day = application.updated or application.applied
        known = application.contact or application.via
        fresh = day is not None and record.calendar.day(record.now) - day <= FRESH
        told = application.stage is Stage.REJECTED and known and fresh
        if told and not companies.same(application.company, contact.company):
            wanted = with_article(application.title) if application.title else "somebody"
            may = f"{_name(contact)} knows" if called(contact.name) else ""
            idea = f"Pass on a vacancy: {application.company} was looking for {wanted}; it may suit somebody {may}"
            yield Gift(GiftKind.VACANCY, f"{idea.strip()}.", application.title, application.company)
            return


def _own_words(record: Record, contact: Contact) -> Iterator[Gift]:
    """What she can do for anybody; who comes next is offered another one first."""
    name, strengths = _name(contact), ", ".join(record.search.goals.strengths[:3])
    if (contact.connected_on or "linkedin" in contact.url) and _seen_at_work(record, contact):
        idea = f"Write {name} a recommendation on LinkedIn: one thing you saw them do well."
        yield Gift(GiftKind.RECOMMENDATION, idea)
    work = f"what {contact.company} does" if contact.company else f"what {name} cares about"
    reading = f"Send {name} one thing worth reading about {work}, with a line on why."
    rest = [
        Gift(GiftKind.READING, reading, company=contact.company),
        Gift(GiftKind.ASK_BACK, f"Ask {name} what they are working on, and what would help."),
    ]
    if strengths:
        rest.insert(0, Gift(GiftKind.HAND, f"Offer {name} a hand with what you are good at ({strengths}).", strengths))
    at = _turn(contact, of=len(rest))
    yield from (*rest[at:], *rest[:at])


def _seen_at_work(record: Record, contact: Contact) -> bool:
    """Whether they worked at one place, or know each other well enough for her to say what they do well."""
    own = Employers(position.company for position in record.search.goals.positions)
    shared = any(own.match(company) for company in (contact.company, *contact.former) if company)
    return shared or contact.tie is Tie.CLOSE


def _name(contact: Contact) -> str:
    return called(contact.name) or "them"
