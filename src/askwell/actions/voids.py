"""What a change does to the promises: which it keeps, which become owed, which are void with their event; in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.domain.people import Contact
from askwell.domain.plans import Promise, PromiseKind, PromiseState
from askwell.domain.saying import number
from askwell.method import followup
from askwell.method.favors import Books

_VERBS = {
    PromiseKind.THANK: "thank",
    PromiseKind.ACT: "write to",
    PromiseKind.REPORT: "report to",
    PromiseKind.CLOSE: "tell what came of it to",
    PromiseKind.NUDGE: "remind",
}
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """The promises at one moment, and who is who."""

    promises: tuple[Promise, ...]
    names: Mapping[str, Contact]


def standing(desk: Desk) -> Standing:
    """The promises as they stand in the store. Take it before and after a change."""
    return memory.worked_out(desk, "standing", _standing)


def _standing(desk: Desk, kept: Books) -> Standing:
    return Standing(followup.promises_of(kept, desk.calendar), kept.record.search.contacts)


def difference(before: Standing, after: Standing) -> str:
    """One or more sentences on what the change kept, made and voided; "" where it did nothing to the promises."""
    old = {p.id: p for p in before.promises}
    owed = [p for p in after.promises if p.state is PromiseState.OWED and p.kind is not PromiseKind.NUDGE]
    made = [p for p in owed if p.id not in old]
    kept = [p for p in after.promises if p.state is PromiseState.KEPT and _was_owed(old.get(p.id))]
    void = [p for p in followup.voided(before.promises, after.promises) if p.kind is not PromiseKind.NUDGE]
    sentences = (
        _sentence("Done", kept, after.names),
        _sentence("Next", made, after.names),
        _sentence("Not needed any more", void, {**before.names, **after.names}),
    )
    return " ".join(filter(None, sentences))


def _was_owed(promise: Promise | None) -> bool:
    return promise is not None and promise.state is PromiseState.OWED


def _sentence(head: str, promises: Iterable[Promise], names: Mapping[str, Contact]) -> str:
    said = list(dict.fromkeys(in_words(p, names) for p in promises))
    if not said:
        return ""
    more = f" and {number(len(said) - SHOWN)} more" if len(said) > SHOWN else ""
    return f"{head}: {', '.join(said[:SHOWN])}{more}."


def in_words(promise: Promise, names: Mapping[str, Contact]) -> str:
    """A promise in a few words: thank Bob Roe."""
    who = names[promise.to].name if promise.to in names else promise.name
    return f"{_VERBS[promise.kind]} {who or 'somebody'}"
