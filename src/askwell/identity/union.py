"""Groups of cards that grow together, and what must never be in one group."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from askwell.identity import namesakes
from askwell.identity.facts import Facts
from askwell.identity.names import Likeness, compare
from askwell.identity.parts import Name


@dataclass(slots=True)
class Group:
    """What counts about cards that are one person so far.

    `unnamed` are those whose names nobody has asked for yet, `unmarked` those whose mailboxes.
    """

    slugs: set[str]
    unnamed: list[int]
    contacts: dict[str, None]
    unmarked: list[int]
    names: set[Name] = field(default_factory=set)
    marks: dict[namesakes.Kind, set[str]] = field(default_factory=dict)


class Union:
    """Cards by number, the first of them those of known contacts, which belong together from the start."""

    def __init__(
        self,
        facts: Facts,
        known: Sequence[str],
        *,
        apart: Collection[frozenset[str]],
        fresh: frozenset[int] = frozenset(),
    ) -> None:
        self._facts = facts
        self._known = known
        self._apart: dict[str, set[str]] = {}
        for one, other in (sorted(pair) for pair in apart if len(pair) == 2):
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self._fresh = fresh
        self._parents = list(range(len(facts.cards)))
        self._groups: dict[int, Group] = {}
        self._edges: dict[int, list[tuple[int, str]]] = {}
        self._of: dict[str, int] = {}
        for at, contact in enumerate(known):
            if (before := self._of.setdefault(contact, at)) != at:
                self._parents[at] = before
                self._merge_groups(before, at)

    def has_new(self, cards: Collection[int]) -> bool:
        """Whether any of the cards is new, or says something new."""
        return (
            not self._known
            or max(cards) >= len(self._known)
            or (bool(self._fresh) and not self._fresh.isdisjoint(cards))
        )

    def find(self, at: int) -> int:
        """The group of a card, as the number of its first card."""
        parents = self._parents
        while parents[at] != at:
            parents[at] = at = parents[parents[at]]
        return at

    def roots(self) -> list[int]:
        """The group of every card; the first card of a group is its lowest, so one look at each suffices."""
        parents = self._parents
        for at, parent in enumerate(parents):
            parents[at] = parents[parent]
        return parents.copy()

    def unite(self, one: int, other: int, why: str, *, sure: bool = False, tied: bool = False) -> bool:
        """Make one person of two cards' groups, unless something speaks against it.

        `sure` looks at no names. `tied` tells that they share a profile, a mailbox or a phone of one person, which
        says more than two mailboxes that look like those of two namesakes.
        """
        a, b = self.find(one), self.find(other)
        if a == b:
            return True
        if a > b:
            a, b = b, a
        if not self._may(self._group(a), self._group(b), sure=sure, tied=tied):
            return False
        self._parents[b] = a
        self._merge_groups(a, b)
        first, second = self._node(one), self._node(other)
        self._edges.setdefault(first, []).append((second, why))
        self._edges.setdefault(second, []).append((first, why))
        return True

    def _node(self, at: int) -> int:
        """The card itself, or for a known contact's its first one."""
        return self._of[self._known[at]] if at < len(self._known) else at

    def slugs(self, at: int) -> set[str]:
        return self._group(self.find(at)).slugs

    def are_several(self, cards: Collection[int]) -> bool:
        """Whether the people of these cards, of one name, are told apart by their mailboxes."""
        roots = {self.find(at) for at in cards}
        return len(roots) > 1 and namesakes.are_several(self._marks(self._group(root)) for root in roots)

    def _may(self, a: Group, b: Group, *, sure: bool, tied: bool) -> bool:
        if self._apart and self._are_apart(a, b):
            return False
        if not tied and (marks := self._marks(a)) and namesakes.are_two(marks, self._marks(b)):
            return False
        if sure:
            return True
        if a.slugs and b.slugs and not a.slugs & b.slugs:
            return False
        theirs = self._names(b)
        return all(x == y or compare(x, y) is not Likeness.NO for x in self._names(a) for y in theirs)

    def _are_apart(self, a: Group, b: Group) -> bool:
        few, more = (a, b) if len(a.contacts) < len(b.contacts) else (b, a)
        return any(other in more.contacts for one in few.contacts for other in self._apart.get(one, ()))

    def _names(self, group: Group) -> set[Name]:
        """Names of a group, each card's looked at once however large the group grows."""
        group.names.update(map(self._facts.name, group.unnamed))
        group.unnamed.clear()
        return group.names

    def _marks(self, group: Group) -> namesakes.Marks:
        if group.unmarked:
            namesakes.add(group.marks, map(self._facts.marks, group.unmarked))
            group.unmarked.clear()
        return group.marks

    def _group(self, root: int) -> Group:
        found = self._groups.get(root)
        if found is None:
            slug, contact = self._facts.slugs[root], self._known[root : root + 1]
            found = Group({slug} if slug else set(), [root], dict.fromkeys(contact), [root])
            self._groups[root] = found
        return found

    def _merge_groups(self, into: int, away: int) -> None:
        group, other = self._group(into), self._group(away)
        group.slugs |= other.slugs
        group.unnamed += other.unnamed
        group.unmarked += other.unmarked
        group.names |= other.names
        namesakes.add(group.marks, [other.marks])
        group.contacts |= other.contacts

    def contact_of(self, at: int) -> str:
        """The known contact a card belongs to, "" for a new person."""
        root = self.find(at)
        return self._known[root] if root < len(self._known) else ""

    def whys(self) -> dict[int, str]:
        """The reason for each joined card, seen from the first card of its person."""
        found: dict[int, str] = {}
        for start in sorted(self._edges):
            if start in found or start != self._node(self.find(start)):
                continue
            queue = [start]
            for at in queue:
                for to, why in self._edges[at]:
                    if to != start and to not in found:
                        found[to] = why
                        queue.append(to)
        return found

    def merged(self, whys: dict[int, str]) -> list[tuple[str, str, str]]:
        """Known contacts that turned out to be one: (the one that stays, the other, why)."""
        nodes = sorted(at for at in whys if at < len(self._known))
        return [(self.contact_of(at), self._known[at], whys[at]) for at in nodes]
