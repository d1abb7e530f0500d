"""Whose an address, a profile or a name is: the cards of an import and of the store, by what messages say of people."""

from collections import Counter
from collections.abc import Iterable

from askwell.actions.bringing_in.by_name import CONNECTION
from askwell.domain.people import Card, Party
from askwell.identity import handles
from askwell.identity.facts import NO_KEY, Facts, name_of
from askwell.identity.fold import loose
from askwell.identity.names import Likeness, compare
from askwell.identity.parts import NOBODY, Name, split


def _is_mere(card: Card) -> bool:
    """Whether a card tells nothing but a name."""
    return not (card.emails or card.url or card.phones or card.company)


class Addressbook:
    """Looks up people by handle, else by a full name that only one person has. Refs are whatever the caller gives."""

    def __init__(self, cards: Iterable[tuple[str, Card]], *, same: dict[str, str] | None = None) -> None:
        """`cards` with the ref of their person; `same` are refs that stand for another one (merged contacts)."""
        self._same = same or {}
        self._by_handle: dict[str, list[tuple[str, Card]]] = {}
        self._cards: list[tuple[str, Card]] = list(cards)
        self._by_name: dict[tuple[str, str], set[str]] | None = None
        self._by_ref: dict[str, list[Card]] = {}
        self._found: dict[tuple[str, str], str] = {}
        for ref, card in self._cards:
            for email in card.emails:
                self._by_handle.setdefault(handles.mailbox(email), []).append((ref, card))
            if card.url and (slug := handles.slug(card.url)):
                self._by_handle.setdefault(slug, []).append((ref, card))

    def stands_for(self, ref: str) -> str:
        """Who stands for a person since a merge; the same ref where there was none."""
        return self._same.get(ref, ref)

    def find(self, party: Party) -> str:
        """The person's ref; "" where nobody is known, or several are."""
        told = (party.handle, party.name)
        found = self._found.get(told)
        if found is None:
            found = self._found[told] = self._look(party)
        return found

    def _look(self, party: Party) -> str:
        if party.handle:
            handle = handles.mailbox(party.handle) if "@" in party.handle else party.handle
            return self._best(self._by_handle.get(handle, []), party.name)
        return self.named(party.name) or self._of_that_name(party.name)

    def _of_that_name(self, name: str) -> str:
        """Of several of one full name the only connection; else the one who is known by messages of that name alone."""
        parsed = split(name)
        refs = self._names().get((loose(parsed.given), parsed.family), set()) if parsed.full else set()
        connected = {ref for ref in refs if any(card.source == CONNECTION for card in self._own(ref))}
        mere = {ref for ref in refs if all(_is_mere(card) for card in self._own(ref))}
        return self._only(connected) or (self._only(mere) if not connected else "")

    def _best(self, found: list[tuple[str, Card]], name: str) -> str:
        """The only owner of a handle; of a shared one whose name fits best, else who has it on most cards."""
        count = Counter(ref for ref, _ in found)
        if len(count) < 2:
            return next(iter(count), "")
        called = split(name)
        order = sorted(found, key=lambda one: (-compare(name_of(one[1]), called), -count[one[0]], one[1].name))
        return order[0][0]

    def named(self, name: str) -> str:
        """The only person of that full name; "" where there is none or more than one."""
        parsed = split(name)
        if not parsed.full:
            return ""
        return self._only(self._names().get((loose(parsed.given), parsed.family), set()))

    def fitting(self, name: str, refs: Iterable[str]) -> str:
        """The only one of these people whose name fits, such as "Priya" among the people of a message."""
        parsed = split(name)
        fit = {ref for ref in refs if any(compare(parsed, own) >= Likeness.FITS for own in self._own_names(ref))}
        return self._only(fit) if parsed != NOBODY else ""

    def _own(self, ref: str) -> list[Card]:
        if not self._by_ref:
            for owner, card in self._cards:
                self._by_ref.setdefault(owner, []).append(card)
        return self._by_ref.get(ref, [])

    def _own_names(self, ref: str) -> list[Name]:
        return [name_of(card) for card in self._own(ref)]

    def _only(self, refs: set[str]) -> str:
        people = {self._same.get(ref, ref): ref for ref in sorted(refs)}
        return next(iter(people.values())) if len(people) == 1 else ""

    def _names(self) -> dict[tuple[str, str], set[str]]:
        if self._by_name is None:
            self._by_name = {}
            facts = Facts([card for _, card in self._cards])
            for (ref, _), key in zip(self._cards, facts.keys, strict=True):
                if key is not NO_KEY:
                    self._by_name.setdefault(key, set()).add(ref)
        return self._by_name
