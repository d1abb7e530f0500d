"""`today`: the plan of the day for the desk, and what else waits for her word."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from askwell.actions import memory, pairs
from askwell.actions.desk import Desk
from askwell.domain.cues import Answer
from askwell.domain.hints import Hint
from askwell.domain.people import Contact
from askwell.domain.plans import AskState, Day
from askwell.domain.saying import counted, sentence
from askwell.domain.search import Phase
from askwell.guide import today, unsaid
from askwell.identity.likely import Twins
from askwell.method.favors import Books

MOST_SPARED = 20  # people left out of the asks of a day, after which it is as it is


class Look(NamedTuple):
    """A look at the day: its plan, everybody by id, and one line on what waits for her word ("" for nothing).

    `phase` is that of the search; `asked` are those with a question of hers that is still open; `aims` tells whether
    there are goals; `hints` are verbs to say her word with.
    """

    day: Day
    names: Mapping[str, Contact]
    said: str
    phase: Phase
    asked: frozenset[str]
    aims: bool
    hints: tuple[Hint, ...] = ()


def look(desk: Desk, *, everything: bool = False, size: int | None = None) -> Look:
    """Today in its order; `everything` shows all that is owed, beyond her size, which is `size` where she said none."""
    return memory.worked_out(desk, ("look", everything, size), partial(_look, everything=everything, size=size))


def _look(desk: Desk, kept: Books, *, everything: bool, size: int | None) -> Look:
    search = kept.record.search
    day, twins = _planned(desk, kept, everything=everything, size=size)
    asked = frozenset(ask.to for ask in kept.asks if ask.state is AskState.SENT)
    said, hints = _said_of(kept, twins), _hints(kept, twins)
    return Look(day, search.contacts, said, search.phase, asked, search.goals.said, hints)


def _planned(desk: Desk, kept: Books, *, everything: bool, size: int | None) -> tuple[Day, tuple[Twins, ...]]:
    """The day, in which nobody is asked who may be the same person as somebody in touch; and these pairs."""
    from askwell.store import read_wishes

    contacts, spared = kept.record.search.contacts, set[str]()
    said = read_wishes.wishes()
    wishes, asides = replace(said, size=said.size or size), read_wishes.asides(kept.record.calendar.day(desk.now))
    people, busy = pairs.of_the_search(kept), pairs.lately(kept)
    while True:
        day = today.plan_day(
            kept.record.search, desk.now, kept.record.calendar,
            wishes=wishes, asides=asides, everything=everything, kept=kept, spare=spared,
        )  # fmt: skip
        twins = pairs.pairs(desk, people | {step.person for step in day.steps if step.person}, contacts)
        more = pairs.to_spare(day, twins, busy)
        if not more or len(spared) > MOST_SPARED:
            return day, twins
        spared |= more


def plan_day(desk: Desk, *, everything: bool = False) -> Day:
    """The plan of the day alone."""
    return look(desk, everything=everything).day


def likely(desk: Desk) -> tuple[Twins, ...]:
    """Pairs of people of the search that may be one."""
    return memory.worked_out(desk, "likely", _likely)


def _likely(desk: Desk, kept: Books) -> tuple[Twins, ...]:
    return pairs.pairs(desk, pairs.of_the_search(kept), kept.record.search.contacts)


def said_of(desk: Desk) -> str:
    """A line or two on what waits for her: an answer, a yes or no; "" where nothing does."""
    return memory.worked_out(desk, "said", _said)


def _said(desk: Desk, kept: Books) -> str:
    return _said_of(kept, _likely(desk, kept))


def _said_of(kept: Books, twins: Collection[Twins]) -> str:
    return " ".join(filter(None, (_asked_of_her(kept), _noticed(kept), _of_pairs(len(twins)))))


def _hints(kept: Books, twins: Collection[Twins]) -> tuple[Hint, ...]:
    """How to say her word; an answer to one person alone needs no page."""
    several = len(list(unsaid.questions(kept))) > 1
    found = [ANSWER] if several or _noticed(kept) else []
    return (*found, *([TELL_APART] if twins else []))


ANSWER = Hint("replies", "say yes or no")
TELL_APART = Hint("people", "say who is the same person")


def _of_pairs(count: int) -> str:
    if not count:
        return ""
    return sentence(f"{counted(count, 'pair')} of people may be the same person")


def _asked_of_her(kept: Books) -> str:
    """Who waits for an answer of hers."""
    found = list(unsaid.questions(kept))
    names = kept.record.search.contacts
    who = [contact.name for i, _ in found if (contact := names.get(i.other or ""))]
    if len(who) == 1:
        return f"{who[0]} waits for your answer: “{' '.join(found[0][1].split())}”"
    return sentence(f"{counted(len(who), 'person', 'people')} wait for your answer") if who else ""


def _noticed(kept: Books) -> str:
    waiting = sum(cue.answer is Answer.WAITING for cue in kept.record.search.cues)
    waiting += sum(1 for _ in unsaid.unexplained(kept))
    if not waiting:
        return ""
    return sentence(
        f"{counted(waiting, 'thing')} {'was' if waiting == 1 else 'were'} noticed in your messages; is it so?"
    )
