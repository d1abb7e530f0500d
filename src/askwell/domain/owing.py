"""How a promise is made of its events: an id that rests on them alone, its state, and the words that say why."""

from datetime import datetime

from askwell.domain.books import Books
from askwell.domain.dated import spoken
from askwell.domain.days import Calendar
from askwell.domain.messages import Interaction
from askwell.domain.plans import Help, Promise, PromiseKind, PromiseState
from askwell.domain.threads import Record, stable_id

LONGEST_QUOTE = 90  # characters of a helper's words that stand in a reason


def promise(  # one place for what all kinds share
    kind: PromiseKind,
    *key: str,
    to: str,
    because: str,
    since: datetime,
    due: datetime,
    by: Interaction | None,
    confirmed: bool,
    events: tuple[str, ...],
    about: str = "",
    name: str = "",
) -> Promise:
    """A promise, kept if there is a message `by` which it was; its id rests on the events named by `key`.

    No contact is among the events of a key, so that a promise is the same before and after a merge.
    """
    state = PromiseState.KEPT if by else PromiseState.OWED
    return Promise(
        id=stable_id(kind, *key),
        kind=kind,
        to=to,
        because=because,
        since=since,
        due=due,
        state=state,
        confirmed=confirmed,
        events=tuple(event for event in events if event),
        about=about,
        name=name,
        kept=by.id if by else "",
    )


def name_of(record: Record, contact: str) -> str:
    """What a reason calls somebody."""
    found = record.search.contacts.get(contact)
    return found.name if found and found.name else "somebody"


def on(calendar: Calendar, at: datetime) -> str:
    """A day as she would say it: March 5."""
    return spoken(calendar.day(at))


def did(kept: Books, one: Help) -> str:
    """What somebody did and when, behind their name; it reads the same behind "had"."""
    day = on(kept.record.calendar, one.since)
    if one.kind == "referral":
        return f"{one.what} on {day}"
    if one.kind == "talk":
        return f"talked with you on {day} ({cut(one.what)})"
    return f"helped you on {day}: “{cut(one.what)}”"


def cut(words: str) -> str:
    """Somebody's words, cut between two words where they are long."""
    if len(words) <= LONGEST_QUOTE:
        return words
    return f"{words[:LONGEST_QUOTE].rpartition(' ')[0] or words[:LONGEST_QUOTE]}…"
