"""Cards as they are read again: which are new, which are the same as before, and which say something else by now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from askwell.actions.bringing_in.receipt import Tally
from askwell.domain.people import Card

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard, KnownKey

Key = tuple[str, str]
OWN = "your own card, so it adds nobody"


@dataclass(slots=True, eq=False)
class Entry:
    """A card that is new or says something new. `stored` is the id of the card it replaces, `contact` whose that is.

    `was` is the digest of what is stored, `changed` the tallies of the files that say something else.
    """

    card: Card
    tally: Tally | None = None
    stored: str = ""
    contact: str = ""
    was: str = ""
    changed: tuple[Tally | None, ...] = ()


class Sorter:
    """Tells cards by source and key, against those of the store and those read in this very run.

    `digest` hashes what a card says; `stored` looks up a stored card by id, and is asked only where one has changed.
    """

    def __init__(
        self,
        known: Mapping[Key, Sequence["KnownKey"]],
        *,
        digest: Callable[[Card], str],
        stored: Callable[[str], "KnownCard"],
    ) -> None:
        self._known = known
        self._digest = digest
        self._stored = stored
        self._run: dict[Key, Entry] = {}
        self._siblings: dict[Key, list[str]] = {}
        self._told: dict[Key, frozenset[str]] = {}

    @property
    def entries(self) -> list[Entry]:
        """The new and changed cards, in the order they were read."""
        return [entry for entry in self._run.values() if not entry.stored or entry.changed]

    def take(self, card: Card, tally: Tally | None) -> None:
        """Sort one card, and count it in its file's tally if it is the same or changed."""
        key = (card.source, card.key)
        before = self._run.get(key)
        if before is not None:
            self._again(before, card, tally)
        elif key in self._known:
            self._known_again(key, card, tally)
        else:
            self._run[key] = Entry(card, tally)

    def _known_again(self, key: Key, card: Card, tally: Tally | None) -> None:
        known, digest = self._known[key], self._digest(card)
        if any(one.digest == digest for one in known) or self._changed_places(key, card):
            _count(tally, "same")
            return
        stored = self._stored(known[0].id)
        if not _is_same_card(stored.card, card):
            self._run_apart(card, tally)
            return
        last = known[0]
        self._run[key] = Entry(
            replace(card, origin=stored.card.origin), tally, last.id, last.contact, last.digest, (tally,)
        )
        _count(tally, "changed")

    def _again(self, before: Entry, card: Card, tally: Tally | None) -> None:
        """Twice in one run: the same words, a later version of the card, or the stored one after an older version."""
        told = self._digest(card)
        if self._digest(before.card) == told:
            _count(tally, "same")
        elif _is_same_card(before.card, card):
            before.card = replace(card, origin=before.card.origin)
            if before.was == told:
                self._as_before(before, tally)
            else:
                before.changed += (tally,)
                _count(tally, "changed")
        else:
            self._run_apart(card, tally)

    def _as_before(self, entry: Entry, tally: Tally | None) -> None:
        """In the end the card says what is stored already, so that none of the files has changed anything."""
        for one in entry.changed:
            _count(one, "changed", by=-1)
            _count(one, "same")
        entry.changed = ()
        _count(tally, "same")

    def _run_apart(self, card: Card, tally: Tally | None) -> None:
        """Another card that happens to have the same weak key: it gets a key of its own file, and is sorted by that."""
        self.take(replace(card, key=f"{card.key}{card.origin.path or card.origin.file}"), tally)

    def _changed_places(self, key: Key, card: Card) -> bool:
        """Whether a card says what one says whose key differs by its number only: rows of one name change places."""
        base = key[0], _base(key[1])
        if base not in self._told:
            ids = self._beside(base)
            cards = (self._stored(one).card for one in ids) if len(ids) > 1 else ()
            self._told[base] = frozenset(self._digest(replace(one, key="")) for one in cards)
        told = self._told[base]
        return bool(told) and self._digest(replace(card, key="")) in told

    def _beside(self, base: Key) -> Sequence[str]:
        """The stored cards whose keys differ by their number only."""
        if not self._siblings:
            for (source, name), cards in self._known.items():
                self._siblings.setdefault((source, _base(name)), []).extend(one.id for one in cards)
        return self._siblings.get(base, ())


def _base(key: str) -> str:
    head, mark, number = key.rpartition("#")
    return head if mark and number.isdigit() else key


def _is_same_card(old: Card, new: Card) -> bool:
    """Whether a card with the same key is a later version of the same: a mere name is a key within its file only."""
    weak = _base(new.key).endswith("|")
    return (
        not weak or old.origin.file == new.origin.file or bool({*old.emails, *old.phones} & {*new.emails, *new.phones})
    )


def _count(tally: Tally | None, what: str, *, by: int = 1) -> None:
    if tally is not None:
        setattr(tally, what, getattr(tally, what) + by)
