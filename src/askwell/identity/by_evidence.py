"""The last step of joining: what no single rule makes one, but everything that is known of two people together does.

Here a person is all of her cards so far: a short form on one, the employer on another, the family name of before on a
third. Names never suffice alone, and where they contradict each other nothing else does.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from askwell.identity.diminutives import is_given
from askwell.identity.facts import Facts
from askwell.identity.names import Likeness, compare, given_likeness, one_slip
from askwell.identity.namesakes import Marks, are_two, together
from askwell.identity.parts import Name
from askwell.identity.union import Union

BEYOND_A_SLIP = 10.0  # bits besides the names from which, as with a phone, an initial or a slip will do


def by_evidence(facts: Facts, union: Union, *, among: int = 0) -> None:
    """Unite people who are one for sure, if anything about one of the two is new; `among` as in `join`."""
    if all(facts.slugs) or not union.has_new(range(len(facts.cards))):
        return  # two profiles are two people, and nothing new joins nobody
    owner = [union.find(at) for at in range(len(facts.cards))]
    if len(set(owner)) == 1:
        return
    from askwell.identity.evidence.decide import sure
    from askwell.identity.evidence.people import People

    people = People(facts, owner, among=among)
    new = [union.has_new(cards) for cards in people.cards]
    two = _Namesakes(facts, people.cards)
    chosen = [
        place for place in sure(people.weighed, are_two=two.are_two) if any(new[one] for one in people.pair(place))
    ]
    common = _Common(facts, [tuple(people.cards[one] for one in people.pair(place)) for place in chosen])
    for place in chosen:
        ones, others = (people.cards[one] for one in people.pair(place))
        shared = common.shared(ones, others)
        is_common = common.any(shared)
        if is_common:
            fits = _are_same(facts, ones, others)
        else:
            fits = _fit(facts, ones, others, much=bool(shared) or people.more(place) >= BEYOND_A_SLIP)
        if fits:
            union.unite(ones[0], others[0], people.why(place), tied=bool(shared) and not is_common)


class _Namesakes:
    """Who is told apart by the mailboxes of one company; looked at only where two have one there."""

    def __init__(self, facts: Facts, cards: Sequence[Sequence[int]]) -> None:
        self._facts = facts
        self._cards = cards
        self._marks: dict[int, Marks] = {}

    def are_two(self, one: int, other: int) -> bool:
        mine = self._of(one)
        return bool(mine) and are_two(mine, self._of(other))

    def _of(self, person: int) -> Marks:
        found = self._marks.get(person)
        if found is None:
            found = self._marks[person] = together(map(self._facts.marks, self._cards[person]))
        return found


class _Common:
    """Mailboxes and phones of several people, which tell little of who one is: of families, offices, and roles."""

    def __init__(self, facts: Facts, pairs: Iterable[Sequence[Sequence[int]]]) -> None:
        self._facts = facts
        self._holders: dict[str, list[int]] = {
            value: [] for ones, others in pairs for value in self.shared(ones, others)
        }
        for at, card in enumerate(facts.cards if self._holders else ()):
            if card.emails or card.phones:
                for value in self._values(at):
                    if value in self._holders:
                        self._holders[value].append(at)

    def _values(self, at: int) -> list[str]:
        return self._facts.boxes(at) + self._facts.plain_phones(at)

    def shared(self, ones: Sequence[int], others: Sequence[int]) -> set[str]:
        """What two people have in common."""
        return {value for at in ones for value in self._values(at)} & {v for at in others for v in self._values(at)}

    def any(self, shared: Iterable[str]) -> bool:
        """Whether any of what two people have in common is such a value."""
        return any(self._is_common(value) for value in shared)

    def _is_common(self, value: str) -> bool:
        holders = self._holders[value]
        return self._facts.are_several(holders) or (
            "@" in value and any(self._facts.is_role(value, at) for at in holders)
        )


def _are_same(facts: Facts, ones: Sequence[int], others: Sequence[int]) -> bool:
    """Whether two people have the very same full name."""
    pairs = ((facts.name(a), facts.name(b)) for a, b in product(ones, others))
    return any(compare(a, b) is Likeness.SAME for a, b in pairs if a.full and b.full)


def _fit(facts: Facts, ones: Sequence[int], others: Sequence[int], *, much: bool) -> bool:
    """Whether the names of two people are one's: two of them fit, or are as good as one where `much` else agrees."""
    pairs = [(facts.name(a), facts.name(b)) for a, b in product(ones, others)]
    if any(compare(a, b) >= Likeness.FITS for a, b in pairs if a.full and b.full):
        return True
    return much and any(compare(a, b) >= Likeness.FITS or _slip(a, b) for a, b in pairs)


def _slip(a: Name, b: Name) -> bool:
    """One letter wrong in the given or in the family name; but Julia and Julie are two."""
    if not (a.full and b.full):
        return False
    if a.family == b.family:
        return one_slip(a.given, b.given) and not (is_given(a.given) and is_given(b.given))
    return one_slip(a.family, b.family) and given_likeness(a, b) >= Likeness.FITS
