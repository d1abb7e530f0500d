"""Several promises to one person on one day: one letter holds them, the most important leads."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from askwell.domain.plans import Promise, PromiseKind

# What leads, after the news that she has landed: news holds thanks as well, thanks are a message to somebody as well,
# and neither of them is a reminder.
LEADS = (PromiseKind.CLOSE, PromiseKind.REPORT, PromiseKind.THANK, PromiseKind.ACT, PromiseKind.NUDGE)


@dataclass(frozen=True, slots=True)
class Joined:
    """The promise that the letter is written for, and the others it holds as well."""

    lead: Promise
    others: tuple[Promise, ...] = ()


def joined(promises: Iterable[Promise]) -> list[Joined]:
    """One for each person, in the order of the first of each; whoever is only named has no other letter."""
    groups: dict[str, list[Promise]] = {}
    for promise in promises:
        groups.setdefault(promise.to or promise.id, []).append(promise)
    return [_join(group) for group in groups.values()]


def _join(group: list[Promise]) -> Joined:
    lead = min(group, key=lambda one: (not one.landing, LEADS.index(one.kind)))
    others = tuple(one for one in group if one is not lead)
    if lead.kind is PromiseKind.THANK:
        lead = _for_all(lead, [one for one in others if one.kind is PromiseKind.THANK])
    return Joined(lead, others)


def _for_all(lead: Promise, others: list[Promise]) -> Promise:
    """Thanks for several messages name what was in all of them."""
    events = (*lead.events, *(event for one in others for event in one.events))
    return replace(lead, events=tuple(dict.fromkeys(events)))
