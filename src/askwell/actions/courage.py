"""The ladder of courage: three small rungs before there is behavior to measure, each with a person to begin with."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.domain.cues import CueType
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import PromiseKind, PromiseState
from askwell.guide.ranking import rank
from askwell.method.favors import Books

ENOUGH_ASKS = 5  # from so many on there is behavior to show instead


@dataclass(frozen=True, slots=True)
class Rung:
    """One thing to dare: thank, close or half-forgotten; somebody to do it with, if anybody; whether it was done."""

    name: str
    who: Contact | None
    done: bool


def ladder(desk: Desk) -> tuple[Rung, ...]:
    """Thank somebody, ask somebody close, ask somebody half forgotten; empty once she asks by herself."""
    return memory.worked_out(desk, "courage", _ladder)


def _ladder(desk: Desk, kept: Books) -> tuple[Rung, ...]:
    if len(kept.asks) >= ENOUGH_ASKS:
        return ()
    contacts = kept.record.search.contacts
    asked = [contacts[ask.to] for ask in kept.asks if ask.to in contacts]
    return (
        Rung("thank", _to_thank(desk, kept), done=bool(kept.record.cues(CueType.THANKS))),
        Rung("close", _best(desk, kept, _is_close), done=any(map(_is_close, asked))),
        Rung("half-forgotten", _best(desk, kept, _is_half_forgotten), done=any(map(_is_half_forgotten, asked))),
    )


def _to_thank(desk: Desk, kept: Books) -> Contact | None:
    """Who waits for a thank-you first; else who is close, for something longer ago."""
    contacts = kept.record.search.contacts
    owed = (p for p in memory.promises(desk) if p.kind is PromiseKind.THANK and p.state is PromiseState.OWED)
    return next((contacts[p.to] for p in owed if p.to in contacts), None) or _best(desk, kept, _is_close)


def _is_close(contact: Contact) -> bool:
    return contact.tie is Tie.CLOSE and not contact.dormant


def _is_half_forgotten(contact: Contact) -> bool:
    return contact.dormant


def _best(desk: Desk, kept: Books, fits: Callable[[Contact], bool]) -> Contact | None:
    search = kept.record.search
    fitting: Iterable[Contact] = filter(fits, search.contacts.values())
    return next((one.contact for one in rank(fitting, search.goals, desk.now, limit=1)), None)
