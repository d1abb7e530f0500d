"""The last step of joining: what no single rule makes one, but everything that is known of two people together does.

Here a person is all of her cards so far: a short form on one, the employer on another, the family name of before on a
third. Names never suffice alone, and where they contradict each other nothing else does.
"""

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

from askwell.identity.diminutives import is_given
from askwell.identity.facts import Facts
from askwell.identity.names import Likeness, compare, given_likeness, one_slip
from askwell.identity.namesakes import Marks, are_two, together
from askwell.identity.parts import Name
from askwell.identity.union import Union

if TYPE_CHECKING:
    from askwell.identity.evidence.people import People

BEYOND_A_SLIP = 10.0  # bits besides the names from which, as with a phone, an initial or a slip will do


def by_evidence(facts: Facts, union: Union, *, among: int = 0) -> None:
    """Unite people who are one for sure, if anything about one of the two is new; `among` as in `join`."""
    if all(facts.slugs) or not union.has_new(range(len(facts.cards))):
        return  # two profiles are two people, and nothing new joins nobody
    owner = union.roots()
    if len(set(owner)) == 1:
        return
    from askwell.identity.evidence.decide import sure
    from askwell.identity.evidence.people import People

    people = People(facts, owner, among=among)
    for place in sure(people.weighed, are_two=_Namesakes(facts, people).are_two):
        ones, others = map(people.cards, people.pair(place))
        if not (union.has_new(ones) or union.has_new(others)):
            continue
        shared = _shared(facts, ones, others)
        is_common = any(_is_common(facts, value) for value in shared)
        if is_common:
            fits = _are_same(facts, ones, others)
        else:
            fits = _fit(facts, ones, others, much=bool(shared) or people.more(place) >= BEYOND_A_SLIP)
        if fits:
            union.unite(ones[0], others[0], people.why(place), tied=bool(shared) and not is_common)


class _Namesakes:
    """Who is told apart by the mailboxes of one company; looked at only where two have one there."""

    def __init__(self, facts: Facts, people: "People") -> None:
        self._facts = facts
        self._people = people
        self._marks: dict[int, Marks] = {}

    def are_two(self, one: int, other: int) -> bool:
        at_one_company = not self._employers(one).isdisjoint(self._employers(other))
        return at_one_company and are_two(self._of(one), self._of(other))

    def _employers(self, person: int) -> set[str]:
        return {employer for card in self._people.cards(person) for employer in self._facts.employers(card)}

    def _of(self, person: int) -> Marks:
        found = self._marks.get(person)
        if found is None:
            found = self._marks[person] = together(map(self._facts.marks, self._people.cards(person)))
        return found


def _shared(facts: Facts, ones: Sequence[int], others: Sequence[int]) -> set[str]:
    """The mailboxes and phones that two people have in common."""
    values = ({value for at in cards for value in facts.boxes[at] + facts.plain_phones[at]} for cards in (ones, others))
    return next(values) & next(values)


def _is_common(facts: Facts, value: str) -> bool:
    """Whether a mailbox or phone is of several people, and tells little of who one is: a family, an office, a role."""
    at_box = facts.by_box.get(value, ())
    holders = at_box or facts.by_plain_phone[value]
    return facts.are_several(holders) or any(facts.is_role(value, at) for at in at_box)


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
