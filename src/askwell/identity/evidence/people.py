"""People, each by all of their cards, held against each other; and in words what speaks for two of them being one."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from askwell.identity.evidence.book import table_of
from askwell.identity.evidence.columns import Ints
from askwell.identity.evidence.remarks import Remarks
from askwell.identity.evidence.weigh import Weighed, weigh
from askwell.identity.facts import Facts

TELLING = 1.0  # bits from which evidence is worth a word


class People:
    """`owner` tells whose each card is, by any number; people are numbered without gaps.

    `among` is how many people there are where these are only a few of them.
    """

    def __init__(self, facts: Facts, owner: Sequence[int], *, among: int = 0) -> None:
        self.facts = facts
        self._among = among
        self._owner = each(owner)
        self._remarks = Remarks(facts, self._owner, among=among)

    def cards(self, person: int) -> list[int]:
        """The cards of one of them."""
        order, starts = self._spans
        found: list[int] = order[starts[person] : starts[person + 1]].tolist()
        return found

    @cached_property
    def _spans(self) -> tuple[Ints, list[int]]:
        """All cards, those of one person behind each other, and where those of each begin."""
        held = np.bincount(self._owner)
        return np.argsort(self._owner, kind="stable"), [0, *np.cumsum(held).tolist()]

    @cached_property
    def weighed(self) -> Weighed:
        """All pairs that may be one, with their evidence."""
        return self._remarks.added(weigh(table_of(self.facts, self._owner, among=self._among)))

    def pair(self, place: int) -> tuple[int, int]:
        """The two people of a pair."""
        return int(self.weighed.one[place]), int(self.weighed.other[place])

    def more(self, place: int) -> float:
        """The bits of a pair that its names do not tell."""
        return float(self.weighed.more[place])

    def why(self, place: int) -> str:
        """Why two people are one, as cards are told: "names that fit, and the same company, Acme"."""
        return f"names that fit, and {' and '.join(self.reasons(place))}"

    def reasons(self, place: int) -> list[str]:
        """What besides the names speaks for a pair, the weightiest first."""
        told = zip(self.weighed.kinds[1:], self.weighed.parts[place, 1:].tolist(), strict=True)
        telling = sorted(((bits, kind) for kind, bits in told if bits >= TELLING), reverse=True)
        return [self._told(kind, *self.pair(place)) for _, kind in telling]

    def _told(self, kind: str, one: int, other: int) -> str:
        facts, ones, others = self.facts, self.cards(one), self.cards(other)
        if kind == "company":
            shared = (facts.colleagues(a, b) for a in ones for b in others)
            company = next((found for found in shared if found), "")
            return f"the same company, {company}" if company else "companies that may be one"
        if kind == "mail":
            shared = (box for a in ones for box in facts.boxes[a] if any(box in facts.boxes[b] for b in others))
            box = next(shared, "")
            return f"the same address, {box}" if box else "addresses named alike"
        if kind == "phone":
            numbers = {number for b in others for number in facts.phones[b]}
            shared = (number for a in ones for number in facts.phones[a] if number in numbers)
            return f"the same phone, {next(shared, '').removeprefix('local ')}"
        if kind == "title":
            return f"the same work, {next(facts.cards[a].title for a in ones if facts.cards[a].title)}"
        return f"a note that says {self._remarks.word(one, other).capitalize()}, as the work of the other"


def each(numbers: Sequence[int]) -> Ints:
    """The numbers without gaps, in the order in which they come first."""
    _, first, found = np.unique(np.asarray(numbers, dtype=np.int64), return_index=True, return_inverse=True)
    places = np.empty(len(first), dtype=np.int64)
    places[np.argsort(first)] = np.arange(len(first))
    return np.asarray(places[found])
