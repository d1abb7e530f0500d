"""Who is in which label of an address book, and who was read from where: what the list of people can be narrowed to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.identity.fold import fold
from askwell.identity.portrait import EDIT
from askwell.method.favors import Books

LABEL, SOURCE = "label", "from"
MOST = 24  # labels that are offered, those of most people first; more would be a wall


@dataclass(frozen=True, slots=True)
class Label:
    """One label or source: the `key` that an address names it by, what it is called, and whose it is."""

    key: str
    name: str
    people: frozenset[str]

    @property
    def is_source(self) -> bool:
        return self.key.startswith(SOURCE)


def labels(desk: Desk) -> Mapping[str, Label]:
    """All of them by key: labels, those of most people first, then sources; of a source the name is its reader's."""
    return memory.worked_out(desk, "labels", _labels)


def label(desk: Desk, key: str) -> Label | None:
    """The one of that key; None for what is none, or none any more."""
    return labels(desk).get(key)


def _labels(desk: Desk, kept: Books) -> Mapping[str, Label]:
    """As they were worked out before, as long as no card and no merge has changed."""
    from askwell.store import lookups

    merged = lookups.merged()
    known, mark = memory.drawer(desk, "labels"), (*lookups.mark_of_cards(), frozenset(merged.items()))
    if mark not in known:
        known.clear()
        known[mark] = _gathered(merged, kept.record.search.contacts)
    found: Mapping[str, Label] = known[mark]
    return found


def _gathered(merged: Mapping[str, str], contacts: Collection[str]) -> Mapping[str, Label]:
    from askwell.store import lookups

    people: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for contact, source, groups in lookups.labels():
        who = merged.get(contact, contact)
        if source != EDIT and who in contacts:
            for key, name in _keys(source, groups):
                names.setdefault(key, name)
                people.setdefault(key, set()).add(who)
    found = [Label(key, names[key], frozenset(some)) for key, some in people.items()]
    found.sort(key=lambda one: (one.is_source, -len(one.people), one.name))
    labels_first = [one for one in found if not one.is_source][:MOST]
    return {one.key: one for one in (*labels_first, *(one for one in found if one.is_source))}


def _keys(source: str, groups: Iterable[str]) -> Iterable[tuple[str, str]]:
    """A card's source and labels, as (key, name)."""
    yield f"{SOURCE}:{source}", source
    yield from ((f"{LABEL}:{fold(name)}", name) for name in groups if fold(name))
