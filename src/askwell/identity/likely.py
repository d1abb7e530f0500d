"""Likely twins: contacts that may be one person, for the seeker's yes or no, each pair with its reason."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from askwell.domain.people import Card
from askwell.identity import handles
from askwell.identity.facts import Facts
from askwell.identity.fold import loose
from askwell.identity.mailboxes import said_name
from askwell.identity.names import Likeness, Name, all_forms, compare, family_likeness, forms, given_likeness
from askwell.identity.parts import NOBODY

FEW = 3  # contacts of one family name, up to which a loose fit of the given name is worth a question
MANY = 4  # contacts at one value or of one full name, from which it is worth none


@dataclass(frozen=True, slots=True)
class Twins:
    """Two contacts that may be one; the surer pairs come first in a list of them."""

    people: tuple[str, str]
    why: str
    weight: float


def likely_twins(
    people: Sequence[tuple[str, Sequence[Card]]], *, apart: Collection[frozenset[str]] = (), region: str = ""
) -> list[Twins]:
    """Pairs of contacts, given as (id, cards), that share a value or a name in some form; surest first.

    Left out are pairs in `apart`, and people with two profiles, for these are two.
    """
    if all(any(card.url and handles.slug(card.url) for card in cards) for _, cards in people):
        return []  # everybody has a profile, and two profiles are two people
    index = _Index(people, region=region)
    found: dict[tuple[int, int], Twins] = {}
    for one, other, why, weight in (*_by_value(index), *_by_name(index)):
        pair = (min(one, other), max(one, other))
        ids = (people[pair[0]][0], people[pair[1]][0])
        if frozenset(ids) in apart or index.contradicted(*pair):
            continue
        if pair not in found or found[pair].weight < weight:
            found[pair] = Twins(ids, why, weight)
    return sorted(found.values(), key=lambda twins: (-twins.weight, twins.people))


class _Index:
    """The cards of all people in one row, and whose each is."""

    def __init__(self, people: Sequence[tuple[str, Sequence[Card]]], *, region: str) -> None:
        self.facts = Facts([card for _, cards in people for card in cards], region=region)
        self.owner = [at for at, (_, cards) in enumerate(people) for _ in cards]
        self.cards: dict[int, list[int]] = defaultdict(list)
        for card, person in enumerate(self.owner):
            self.cards[person].append(card)
        self.profiles = {p: {s for c in cards if (s := self.facts.slugs[c])} for p, cards in self.cards.items()}
        self._names: dict[int, list[Name]] = {}

    def contradicted(self, one: int, other: int) -> bool:
        """Two profiles, or names of which one excludes the other."""
        mine, theirs = self.profiles[one], self.profiles[other]
        if mine and theirs and not mine & theirs:
            return True
        pairs = ((self.facts.name(a), self.facts.name(b)) for a in self.cards[one] for b in self.cards[other])
        return all(compare(a, b) is Likeness.NO for a, b in pairs)

    def names(self, person: int) -> list[Name]:
        """Names of the cards, and those that their addresses spell out."""
        if person not in self._names:
            self._names[person] = list(self._all_names(person))
        return self._names[person]

    def _all_names(self, person: int) -> dict[Name, None]:
        own = [self.facts.name(card) for card in self.cards[person]]
        spelled = [said_name(email) for card in self.cards[person] for email in self.facts.cards[card].emails]
        fitting = [name for name in spelled if name != NOBODY and any(_calls(name, known) for known in own)]
        return dict.fromkeys([*own, *fitting])

    def may_have(self, person: int, families: set[str]) -> bool:
        """A quick look whether any name of a person can be of these families."""
        facts = self.facts
        return any(
            facts.cards[card].emails or facts.keys[card][1] in families or not facts.is_plain(card)
            for card in self.cards[person]
        )

    def employer(self, one: int, other: int) -> str:
        """An employer that cards of both name, for the reason."""
        shared = (self.facts.colleagues(a, b) for a in self.cards[one] for b in self.cards[other])
        return next((company for company in shared if company), "")


def _calls(spelled: Name, known: Name) -> bool:
    """Whether an address calls its owner by a given name that is hers; then its family name may be hers too."""
    return bool(known.given) and given_likeness(spelled, known) >= Likeness.FITS


def _by_value(index: _Index) -> Iterator[tuple[int, int, str, float]]:
    """People who have an address or phone in common, and names that do not quite fit."""
    for values_of, what in ((index.facts.boxes, "address"), (index.facts.phones, "phone")):
        holders: dict[str, set[int]] = defaultdict(set)
        for card, person in enumerate(index.owner):
            for value in values_of(card):
                holders[value].add(person)
        for value, people in holders.items():
            if 1 < len(people) < MANY:
                for one, other in combinations(sorted(people), 2):
                    yield one, other, f"They share the {what} {value.removeprefix('local ')}.", 3.0


def _by_name(index: _Index) -> Iterator[tuple[int, int, str, float]]:
    """People of one family name whose given names may be one; at least one of the two has no profile."""
    families = _families(index)
    for person in index.cards:
        if index.profiles[person]:
            continue
        for name in index.names(person):
            if not name.full and not (name.given and name.family):
                continue
            for part in dict.fromkeys((name.family, *name.parts, *name.maiden)):
                for other, its in families.get(part, ()):
                    if other != person:
                        yield from _fit(index, (person, name), (other, its), rarity=len({o for o, _ in families[part]}))


def _families(index: _Index) -> dict[str, list[tuple[int, Name]]]:
    """Names by each word of the family name; only of families that somebody without profile has."""
    wanted: set[str] = set()
    for person in index.cards:
        if not index.profiles[person]:
            wanted.update(word for name in index.names(person) for word in (name.family, *name.parts, *name.maiden))
    found: dict[str, list[tuple[int, Name]]] = defaultdict(list)
    for person in index.cards if wanted else ():
        if not index.may_have(person, wanted):
            continue
        for name in index.names(person):
            for word in dict.fromkeys((name.family, *name.parts, *name.maiden)):
                if word in wanted and len(word) > 1:
                    found[word].append((person, name))
    return found


def _fit(
    index: _Index, mine: tuple[int, Name], its: tuple[int, Name], *, rarity: int
) -> Iterator[tuple[int, int, str, float]]:
    """The pair with its reason, if the given names are close enough for a family name of that rarity."""
    (person, name), (other, like) = mine, its
    if rarity > FEW and not all_forms(name) & all_forms(like):
        return
    given, family = given_likeness(name, like), family_likeness(name, like)
    if family is Likeness.NO or compare(name, like) is Likeness.NO:
        return
    initial = min(len(name.given), len(like.given)) == 1
    if given is Likeness.NO or (rarity > FEW and initial):
        return
    employer = index.employer(person, other)
    weight = given + (1.0 if employer else 0.0) + (0.5 if rarity == 2 else 0.0) - (1.0 if initial else 0.0)
    yield person, other, _reason(name, like, given=given, employer=employer), weight


def _reason(name: Name, like: Name, *, given: Likeness, employer: str) -> str:
    what = "The same name" if given is Likeness.SAME and name.family == like.family else "Names that may be one"
    if loose(like.given) in forms(name.given) - {loose(name.given)}:
        short, long = sorted((name.given.capitalize(), like.given.capitalize()), key=len)
        what = f"{short} may be short for {long}, with the same family name"
    return f"{what}, both at {employer}." if employer else f"{what}; nothing else says so yet."
