"""What she sets aside in Today, without a reason: for later, for tomorrow, for a good while; undone with one tap."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from askwell.actions import day, memory, pairs
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.finding import by_id
from askwell.actions.voids import in_words
from askwell.domain.asides import Aside, AsideKind
from askwell.domain.dated import in_full
from askwell.domain.errors import Refused
from askwell.domain.people import Tie
from askwell.domain.plans import Day, Promise, Step, StepKind
from askwell.guide import today

SOMEBODY_ELSE = timedelta(weeks=4)  # so long nobody is proposed anew in whose place somebody else was wished
NOT_THIS = timedelta(days=90)
TOMORROW = timedelta(days=1)
WORDS = {  # of steps without a promise
    StepKind.ASK: "ask {name}",
    StepKind.OUTCOME: "what came of the help of {name}",
    StepKind.PREPARE: "get ready for {name}",
    StepKind.DEBRIEF: "note how it was with {name}",
    StepKind.GIVE: "give {name} something back",
    StepKind.START: "the beginning",
}
KNOWN = {
    Tie.CLOSE: ", who is close to you",
    Tie.KNOWN: ", whom you know",
    Tie.BARELY: ", whom you know a little",
    Tie.NEW: "",
}


@dataclass(frozen=True, slots=True)
class SetAside:
    """One thing that is set aside just now: the key to bring it back by, in words, and the day it is back by itself."""

    key: str
    kind: AsideKind
    words: str
    until: date


@dataclass(frozen=True, slots=True)
class _Found:
    """What a key names: the kind of step, the contact id or "", the promises in it, their name and all in words."""

    kind: StepKind
    person: str
    promises: tuple[str, ...]
    name: str
    words: str


def listed(desk: Desk) -> tuple[SetAside, ...]:
    """What is set aside just now, oldest first."""
    found = [aside for aside in _held(desk) if aside.kind is not AsideKind.EASIER]
    return tuple(SetAside(aside.key, aside.kind, _words(desk, aside), aside.until) for aside in found)


def later(desk: Desk, key: str) -> Done:
    """To the end of today's list; tomorrow it stands in its place again."""
    found = _find(desk, key)
    before = [aside for aside in _held(desk) if aside.kind is AsideKind.LATER]
    said = f"At the end of today’s list now: {found.words}."
    if before and _is_of(before[-1], found):
        return Done(said)
    again = [aside.id for aside in before if _is_of(aside, found)]
    return _set(desk, AsideKind.LATER, found, for_=TOMORROW, said=said, instead_of=again)


def not_today(desk: Desk, key: str) -> Done:
    """Not today, no reason asked: it is back tomorrow."""
    found = _find(desk, key)
    said = f"Not today: {found.words}. It is back tomorrow."
    return _set(desk, AsideKind.ANOTHER, found, for_=TOMORROW, said=said)


def another(desk: Desk, key: str) -> Done:
    """Somebody else instead: nobody else is asked in the place of a promise, so that one waits until tomorrow."""
    found = _find(desk, key)
    if found.kind is StepKind.ASK:
        said = f"Somebody else instead: {found.name} is not proposed for four weeks."
        return _set(desk, AsideKind.ANOTHER, found, for_=SOMEBODY_ELSE, said=said)
    return _set(desk, AsideKind.ANOTHER, found, for_=TOMORROW, said=f"Set aside until tomorrow: {found.words}.")


def not_this(desk: Desk, key: str) -> Done:
    """Not this person: nothing with them is put before her for 90 days; what is owed to them stays owed."""
    found = _find(desk, key)
    until = _said(_today(desk) + NOT_THIS)
    said = f"Set aside until {until}: {found.words}."
    if found.person:
        said = f"{found.name} is left out of Today until {until}. What you promised stays written down."
    return _set(desk, AsideKind.NOT_THIS, found, for_=NOT_THIS, said=said)


def easier(desk: Desk) -> Done:
    """The easiest first: whom there is to thank, then whoever it takes least courage to ask; once more, the next."""
    from askwell.store import write

    seen = day.look(desk)
    steps = [step for step in seen.day.steps if not step.later]
    thanks = next((step.person for step in steps if step.kind is StepKind.THANK), None)
    person = _easiest(desk, but=[step.person for step in steps[:1] if step.kind is StepKind.ASK])
    first = f"thank {_name(desk, thanks)}" if thanks is not None else ""
    if not person:
        return Done(f"The easiest comes first already: {first}." if first else NOTHING_EASIER)
    contact = memory.contacts(desk)[person]
    ask = f"ask {contact.name}{KNOWN[contact.tie]}"
    said = f"First now: {first}, then {ask}." if first else f"First now: {ask}."
    on = _today(desk)
    with write.batch("aside", said, now=desk.now) as batch:
        write.set_aside(batch, [Aside(AsideKind.EASIER, StepKind.ASK, person, (), since=on, until=on + TOMORROW)])
    return Done(said, batch.id)


NOTHING_EASIER = "There is nothing easier today. What feels heavy can wait until tomorrow."


def back(desk: Desk, key: str) -> Done:
    """What was set aside stands in today's list again."""
    from askwell.store import write

    found = [a for a in _held(desk) if a.kind is not AsideKind.EASIER and key in {a.key, *a.promises}]
    if not found:
        return Done("It is not set aside; nothing was changed.")
    said = f"Back in today’s list: {_words(desk, found[-1])}."
    with write.batch("aside", said, now=desk.now) as batch:
        write.take_back(batch, [aside.id for aside in found])
    return Done(said, batch.trace)


def _set(
    desk: Desk, kind: AsideKind, found: _Found, *, for_: timedelta, said: str, instead_of: Sequence[str] = ()
) -> Done:
    """Set a step aside, once: a second click changes nothing."""
    from askwell.store import write

    if not instead_of and any(aside.kind is kind and _is_of(aside, found) for aside in _held(desk)):
        return Done(said)
    on = _today(desk)
    aside = Aside(kind, found.kind, found.person, found.promises, since=on, until=on + for_)
    with write.batch("aside", said, now=desk.now) as batch:
        write.take_back(batch, instead_of)
        write.set_aside(batch, [aside])
    return Done(said, batch.id)


def _is_of(aside: Aside, found: _Found) -> bool:
    return (aside.step, aside.person, set(aside.promises)) == (found.kind, found.person, set(found.promises))


def _find(desk: Desk, key: str) -> _Found:
    """The step of a key. Raises Refused where it is none of today's: it was done meanwhile, or void."""
    owed = today.owed_with(key, memory.promises(desk), desk.now, desk.calendar)
    if owed:
        lead = owed[0]
        words = in_words(lead, memory.contacts(desk))
        name = _name(desk, lead.to) if lead.to else lead.name
        return _Found(StepKind(lead.kind.value), lead.to, tuple(one.id for one in owed), name, words)
    kind, _, person = key.partition("-")
    people = by_id(person, memory.contacts(desk)) if person else [""]
    if kind not in {one.value for one in WORDS} or not people or bool(person) is (kind == StepKind.START):
        raise Refused("This is no longer in today’s list, so there is nothing to set aside. Nothing was changed.")
    name = _name(desk, people[0])
    return _Found(StepKind(kind), people[0], (), name, WORDS[StepKind(kind)].format(name=name))


def _words(desk: Desk, aside: Aside) -> str:
    """What is set aside, in words; the whole person where nothing with them is put before her."""
    if aside.kind is AsideKind.NOT_THIS and aside.person:
        return _name(desk, aside.person)
    promise = _promise(desk, aside.promises)
    if promise is not None:
        return in_words(promise, memory.contacts(desk))
    return WORDS.get(aside.step, "write to {name}").format(name=_name(desk, aside.person))


def _promise(desk: Desk, wanted: Collection[str]) -> Promise | None:
    return next((one for one in memory.promises(desk) if one.id in wanted), None)


def _name(desk: Desk, person: str) -> str:
    contact = memory.contacts(desk).get(person)
    return contact.name if contact and contact.name else "somebody"


def _held(desk: Desk) -> tuple[Aside, ...]:
    from askwell.store import read_wishes

    return read_wishes.asides(_today(desk))


def _today(desk: Desk) -> date:
    return desk.calendar.day(desk.now)


def _said(on: date) -> str:
    return in_full(on)


def _easiest(desk: Desk, *, but: Collection[str]) -> str:
    """Whom it takes least courage to ask today, nobody who may be the same person as somebody in touch."""
    from askwell.store import read_wishes

    kept = memory.books(desk)
    search, busy = kept.record.search, pairs.lately(kept)
    wishes, asides, spared = read_wishes.wishes(), _held(desk), set(but)
    while True:
        person = today.easiest_ask(
            search, desk.now, kept.record.calendar, wishes=wishes, asides=asides, kept=kept, spare=spared
        )
        plan = Day(_today(desk), (Step(StepKind.ASK, person, ""),))
        twins = pairs.pairs(desk, {person}, search.contacts) if person else ()
        if not person or not pairs.to_spare(plan, twins, busy):
            return person
        spared.add(person)
