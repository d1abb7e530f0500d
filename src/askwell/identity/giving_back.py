"""Tip 3: what she could do for somebody in return, the most particular first, and not the same for everybody."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property

from askwell.domain.dated import spoken
from askwell.domain.gifts import Gift, GiftKind, Match
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Favor, FavorKind
from askwell.domain.search import Move
from askwell.domain.threads import Record
from askwell.identity import companies, titles
from askwell.identity.employers import Employers, is_company
from askwell.identity.greeted import greeted
from askwell.identity.matches import Matchmaker, Meeting
from askwell.identity.pledges import given_and_offered
from askwell.identity.roles import as_one_says, with_article
from askwell.identity.vacancies import Vacancies

NEWS_FOR = timedelta(days=30)  # after which it is no news that somebody changed jobs
LET_LIE = timedelta(days=2)  # before her own word comes up again


class GivingBack:
    """What she could do for each of her people; made once for a record."""

    def __init__(self, record: Record) -> None:
        self.record = record

    @cached_property
    def _matches(self) -> Matchmaker:
        return Matchmaker(self.record)

    @cached_property
    def _moves(self) -> dict[str, Move]:
        """Who changed jobs lately and did not hear from her since; a title of somebody who looks is no such news."""
        fresh = (one for one in self.record.search.moves if self.record.now - one.at <= NEWS_FOR and _is_glad(one))
        return {one.contact: one for one in fresh if not self.record.sent(one.contact, after=one.at)}

    @cached_property
    def _words(self) -> dict[str, Favor]:
        """What she said she would do, by person, the oldest; a word of yesterday needs no reminder."""
        found: dict[str, Favor] = {}
        for favor in given_and_offered(self.record):
            if favor.kind is FavorKind.OFFERED and self.record.now - favor.at >= LET_LIE:
                found.setdefault(favor.who, favor)
        return found

    @cached_property
    def _vacancies(self) -> Vacancies:
        return Vacancies(self.record)

    @property
    def waiting(self) -> set[str]:
        """Those for whom there is something of the moment: news of theirs, or a word of hers."""
        return {*self._moves, *self._words}

    def gifts(self, contact: Contact) -> tuple[Gift, ...]:
        """Ways to give back to one person, in sentences to her; never empty."""
        return tuple({gift.idea: gift for gift in self._all(contact)}.values())

    def first(self, contact: Contact) -> Gift:
        """The most particular one; what comes after it is not worked out."""
        return next(self._all(contact))

    def _all(self, contact: Contact) -> Iterator[Gift]:
        yield from self._congratulate(contact)
        yield from self._keep_word(contact)
        yield from self._put_in_touch(contact)
        yield from self._vacancy(contact)
        yield from self._own_words(contact)

    def _congratulate(self, contact: Contact) -> Iterator[Gift]:
        """A job change that was seen when she brought her connections in again."""
        move = self._moves.get(contact.id)
        if move is None:
            return
        name = self._name(contact)
        if companies.same(move.company, move.before):
            what = f"{name} is {as_one_says(move.title)} now" if move.title else ""
        else:
            what = f"{name} is at {move.company} now" + (f", and was at {move.before}" if move.before else "")
        if what:
            idea = f"Congratulate {name}: {what}."
            yield Gift(GiftKind.CONGRATULATE, idea, move.title, move.company, what=move.before)

    def _keep_word(self, contact: Contact) -> Iterator[Gift]:
        favor = self._words.get(contact.id)
        if favor is not None:
            day = spoken(self.record.calendar.day(favor.at))
            idea = (
                f"On {day} you wrote to {self._name(contact)}: “{favor.what}” If it still suits, now is a good moment."
            )
            yield Gift(GiftKind.KEEP_WORD, idea, favor.what, what=day)

    def _put_in_touch(self, contact: Contact) -> Iterator[Gift]:
        """Somebody else of this search who may gain as much; of equal reasons, not the same for everybody."""
        found = self._matches.meetings(contact)
        best = [one for one in found if one.match is found[0].match]
        if best:
            one = best[_turn(contact, of=len(best))]
            idea = _WHY[one.match](self._name(contact), one)
            yield Gift(GiftKind.PUT_IN_TOUCH, idea, one.other.name, _company(one.other), match=one.match, what=one.what)

    def _vacancy(self, contact: Contact) -> Iterator[Gift]:
        """One that is not for her, in the line of this person, and meant for nobody else by now."""
        one = self._vacancies.of(contact)
        if one is None:
            return
        wanted, line = with_article(one.title), f"in {self._name(contact)}’s line"
        if one.company:
            wanted = f"{one.company} was looking for {wanted}"
            idea = f"Pass on a vacancy: {wanted}. It is {line}, and may suit somebody they know."
        else:
            idea = f"Pass on a vacancy: {wanted}, which is not for you. It is {line}."
        yield Gift(GiftKind.VACANCY, idea, one.title, one.company)

    def _own_words(self, contact: Contact) -> Iterator[Gift]:
        """What she can do for anybody; who comes next is offered another one first."""
        name, strengths = self._name(contact), ", ".join(self.record.search.goals.strengths[:3])
        if (contact.connected_on or "linkedin" in contact.url) and self._seen_at_work(contact):
            idea = f"Write {name} a recommendation on LinkedIn: one thing you saw them do well."
            yield Gift(GiftKind.RECOMMENDATION, idea)
        work = f"about what {contact.company} does" if is_company(contact.company) else "on something they care about"
        reading = f"Send {name} one thing worth reading {work}, with a line on why."
        rest = [
            Gift(GiftKind.READING, reading, company=contact.company),
            Gift(GiftKind.ASK_BACK, f"Ask {name} what they are working on, and what would help."),
        ]
        if strengths:
            idea = f"Offer {name} a hand with what you are good at ({strengths})."
            rest.insert(0, Gift(GiftKind.HAND, idea, strengths))
        at = _turn(contact, of=len(rest))
        yield from (*rest[at:], *rest[:at])

    def _seen_at_work(self, contact: Contact) -> bool:
        """Whether they worked at one place, or know each other well enough for her to say what they do well."""
        own = Employers(position.company for position in self.record.search.goals.positions)
        shared = any(own.match(company) for company in (contact.company, *contact.former) if company)
        return shared or contact.tie is Tie.CLOSE

    def _name(self, contact: Contact) -> str:
        """As pages and letters call them: Peggy, where that is the name between the two."""
        return greeted(contact, self.record) or "them"


def _is_glad(move: Move) -> bool:
    """Whether it is a job, and not the word of somebody who has left one."""
    title = titles.read(move.title)
    return is_company(move.company) and not (title.seeks or title.past)


def _turn(contact: Contact, *, of: int) -> int:
    """A number of this person's own, so that several who helped are not all offered the same."""
    return hashlib.blake2b(contact.id.encode(), digest_size=4).digest()[0] % of


def _seeks(name: str, one: Meeting) -> str:
    return f"Put {name} and {_of(one)} in touch: {with_article(one.what)} is wanted, and one of the two does just that."


def _leads(name: str, one: Meeting) -> str:
    return f"Put {name} and {_of(one)} in touch: one of the two leads {one.what}, the other one works in it."


def _place(name: str, one: Meeting) -> str:
    return f"Put {name} and {_of(one)} in touch: the same work, elsewhere ({one.what})."


def _work(name: str, one: Meeting) -> str:
    return f"Put {name} and {_of(one)} in touch, if both are glad: both do {one.what}."


_WHY = {Match.SEEKS: _seeks, Match.LEADS: _leads, Match.PLACE: _place, Match.WORK: _work}


def _of(one: Meeting) -> str:
    company = _company(one.other)
    return f"{one.other.name} of {company}" if company else one.other.name


def _company(contact: Contact) -> str:
    return contact.company if is_company(contact.company) else ""
