"""Sort a few: how well she knows the people who matter most for her goals, and whether two are the same person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from askwell.actions import memory, pairs, people, persons
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.editing import set_tie
from askwell.actions.plainly import plainly
from askwell.domain.asides import Aside, AsideKind
from askwell.domain.errors import Refused
from askwell.domain.people import Contact, Permission, Tie
from askwell.domain.plans import StepKind
from askwell.guide.ranking import rank
from askwell.method.favors import Books
from askwell.method.ways import Matcher

AT_ONCE = 7
PAIRS_AT_ONCE = 3  # of these, so that there is more to sort than twins
AGAIN_AFTER = timedelta(days=30)  # a pair that she was not sure about is asked about again
LATER = "later"
FELT = frozenset({Tie.BARELY, Tie.NEW})
PERMISSIONS = {
    "leave-out": (Permission.LEAVE_OUT, "{} is left out of this search; no new asks are suggested."),
    "never": (Permission.NEVER_CONTACT, "{} is left in peace for good; nothing is written to them any more."),
}


@dataclass(frozen=True, slots=True)
class ToSort:
    """Somebody whose tie is not known, and why they matter; or, with an `other`, two who may be one, and why."""

    contact: Contact
    why: str
    other: Contact | None = None


def few(desk: Desk, *, limit: int = AT_ONCE) -> tuple[ToSort, ...]:
    """Whom to sort now: likely twins of people in touch, then who matters most of those nobody wrote to."""
    return memory.worked_out(desk, ("few", limit), partial(_few, limit=limit))


def _few(desk: Desk, kept: Books, *, limit: int) -> tuple[ToSort, ...]:
    twins = _twins(desk, kept)[: min(limit, PAIRS_AT_ONCE)]
    return (*twins, *_unknown(kept, limit=limit - len(twins)))


def _twins(desk: Desk, kept: Books) -> list[ToSort]:
    from askwell.store import read_wishes

    contacts: Mapping[str, Contact] = kept.record.search.contacts
    unsure = read_wishes.unsure(kept.record.calendar.day(kept.record.now))
    found = []
    for pair in pairs.pairs(desk, pairs.of_the_search(kept) | pairs.lately(kept), contacts):
        both = [contacts[one] for one in pair.people if one in contacts]
        in_peace = all(one.permission is Permission.NEVER_CONTACT for one in both)
        if len(both) == 2 and not in_peace and frozenset(pair.people) not in unsure:
            first, other = sorted(both, key=lambda one: (-(one.sent + one.received), one.id))
            found.append(ToSort(first, pair.why, other))
    return found


def _unknown(kept: Books, *, limit: int) -> list[ToSort]:
    """Of those she never wrote to by themselves, and said nothing of yet, who matter most for her goals."""
    from askwell.store import read_one, read_wishes

    if limit < 1:
        return []
    search, said = kept.record.search, read_one.ties_said()
    later = read_wishes.unsure(kept.record.calendar.day(kept.record.now))
    unknown = [
        one for one in search.contacts.values()
        if _is_unknown(one) and one.id not in said and frozenset({one.id}) not in later
    ]  # fmt: skip
    ranked = rank(unknown, search.goals, kept.record.now, matcher=Matcher(search.goals), limit=limit)
    return [ToSort(one.contact, one.why) for one in ranked]


def _is_unknown(contact: Contact) -> bool:
    known = contact.sent or contact.received or contact.permission is not Permission.OPEN
    return contact.tie in FELT and not known


def sort_one(desk: Desk, person_id: str, how: str) -> Done:
    """How she knows somebody (close, known, barely, new), that they are left out, never contacted, or asked `later`."""
    from askwell.store import write

    if how not in {*PERMISSIONS, LATER}:
        return set_tie(desk, person_id, how)
    contact = persons.among(memory.contacts(desk), person_id)
    if how == LATER:
        return _ask_again(desk, contact, said=f"You will be asked again in a month how well you know {contact.name}")
    permission, words = PERMISSIONS[how]
    said = words.format(contact.name)
    with write.batch("rest", said.partition(";")[0], now=desk.now) as batch:
        write.change_contacts(batch, {contact.id: {"permission": permission}})
    return Done(said, batch.trace)


def sort_pair(desk: Desk, one: str, other: str, how: str) -> Done:
    """Two who may be one: `same`, `not-same`, or `not-sure`, which is asked again in a month."""
    contacts = memory.contacts(desk)
    first, second = persons.among(contacts, one), persons.among(contacts, other)
    if how == "same":
        return _plain(people.merge(desk, first.id, second.id))
    if how == "not-same":
        return _plain(people.two_people(desk, first.id, second.id))
    if how != "not-sure":
        raise Refused("Say whether they are the same person: yes, no, or not sure.")
    said = f"You will be asked again in a month whether {first.name} and {second.name} are one person"
    return _ask_again(desk, first, second, said=said)


def _ask_again(desk: Desk, contact: Contact, *others: Contact, said: str) -> Done:
    """She is not sure, of one person or of two."""
    from askwell.store import write

    on = desk.calendar.day(desk.now)
    both = tuple(one.id for one in others)
    aside = Aside(AsideKind.UNSURE, StepKind.START, contact.id, both, since=on, until=on + AGAIN_AFTER)
    with write.batch("aside", said, now=desk.now) as batch:
        write.set_aside(batch, [aside])
    return Done(f"{said}.", batch.trace)


def _plain(done: Done) -> Done:
    return replace(done, said=plainly(done.said), hints=())
