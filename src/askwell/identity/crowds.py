"""Very many cards of one name: looked up by their employers, for to hold each against each would take all day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from askwell.identity import companies
from askwell.identity.domains import Domains
from askwell.identity.facts import Facts
from askwell.identity.names import Likeness, compare
from askwell.identity.parts import Name
from askwell.identity.union import Union

MOST_NAMES = 50  # ways to write one name that are held against each other


@dataclass(slots=True)
class Circle:
    """Cards of one name at one employer; `slugs` are their profiles.

    `whole` tells that they are united, `several` that their mailboxes are those of several people.
    """

    cards: list[int] = field(default_factory=list)
    slugs: set[str] = field(default_factory=set)
    whole: bool = False
    several: bool = False


def unite_colleagues(facts: Facts, union: Union, crowd: Sequence[int]) -> None:
    """Unite those of a name who share an employer, unless these are several people by their profiles or mailboxes."""
    circles = _circles(facts, union, crowd)
    for circle in {id(circle): circle for some in circles.values() for circle in some}.values():
        circle.several = union.are_several(circle.cards)
    for at in crowd:
        found = [circle for circle in circles[at] if len(circle.cards) > 1] if not facts.slugs[at] else []
        if (
            found
            and not any(circle.several for circle in found)
            and len(union.slugs(at).union(*(circle.slugs for circle in found))) <= 1
        ):
            for circle in found:
                _unite(facts, union, circle, at)


def _unite(facts: Facts, union: Union, circle: Circle, at: int) -> None:
    first = circle.cards[0]
    for other in (at,) if circle.whole else circle.cards:
        if other != first:
            company = facts.colleagues(first, other) or facts.cards[first].company
            union.unite(first, other, f"same name and company, {company}")
    circle.whole = True


def _circles(facts: Facts, union: Union, crowd: Sequence[int]) -> dict[int, list[Circle]]:
    """The circles that each card is in."""
    owners = Domains(
        (facts.cards[at].company for at in crowd if facts.cards[at].company),
        (domain for at in crowd for domain in facts.domains(at)),
    )
    names = _Names()
    known: dict[tuple[Name, str, str], Circle] = defaultdict(Circle)
    found: dict[int, list[Circle]] = {}
    for at in crowd:
        name = names.one_of(facts.name(at))
        found[at] = [known[name, kind, mark] for kind, mark in dict.fromkeys(_employers(facts, owners, at))]
        for circle in found[at]:
            circle.cards.append(at)
            circle.slugs |= union.slugs(at)
    return found


def _employers(facts: Facts, owners: Domains, at: int) -> Iterator[tuple[str, str]]:
    """Marks of a card's employers: of the company it names, of its domains, and of the companies these belong to."""
    if mark := companies.key(facts.cards[at].company):
        yield "company", mark
    for name in sorted(facts.employers(at)):
        yield "domain", name
    for domain in sorted(facts.domains(at)):
        if mark := companies.key(owners.get(domain)):
            yield "company", mark


class _Names:
    """Ways to write one name, each known by the first of those that are the same."""

    def __init__(self) -> None:
        self._first: dict[Name, Name] = {}
        self._firsts: list[Name] = []

    def one_of(self, name: Name) -> Name:
        found = self._first.get(name)
        if found is None:
            same = (one for one in self._firsts if compare(one, name) is Likeness.SAME)
            found = self._first[name] = next(same, name)
            if found is name and len(self._firsts) < MOST_NAMES:
                self._firsts.append(name)
        return found
