"""Which cards are one person's. Joined is only what rests on strong evidence, for a wrong join is worse than none.

Strong is: the same profile; the same address or phone where the names fit; the same full name (or its short form) and
company; and everything together, where not the names alone speak for it. A value that people with different names share
(a family's phone, a switchboard, info@) joins nobody, nor does a name two people who are told apart by their mailboxes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from askwell.domain.people import Card
from askwell.identity.by_evidence import by_evidence
from askwell.identity.crowds import unite_colleagues
from askwell.identity.diminutives import may_stand_for
from askwell.identity.facts import Facts, Key
from askwell.identity.names import Likeness, Name, compare, family_likeness, given_likeness
from askwell.identity.parts import NOBODY
from askwell.identity.union import Union

MANY = 50  # cards with one value that are held against each other
CROWD = 200  # cards of one name, up to which each is held against each


@dataclass
class Joined:
    """What became of the new cards, in their order.

    `people[i]` is the id of a known contact, or the number of a new person (from 0, in the order of first cards);
    `why[i]` the reason it was joined to a card before it, "" where it is the first of its person. `merged` are known
    contacts that the new cards show to be one: (the one that stays, the other, why).
    """

    people: list[str | int]
    why: list[str]
    merged: list[tuple[str, str, str]]


def join(
    cards: Sequence[Card],
    known: Sequence[tuple[str, Card]] = (),
    *,
    apart: Collection[frozenset[str]] = (),
    region: str = "",
    fresh: Collection[int] = (),
    among: int = 0,
) -> Joined:
    """Join new cards to each other and to known ones, given as (contact id, card).

    The known cards at the places `fresh` say something new, and may show two contacts to be one as new cards do.

    `apart` are pairs of contact ids that the seeker says are two people. `region` (ISO 3166) is that of phone numbers
    without a country code. `among` is how many people there are, where these cards are only those of a few: what is
    rare among all of them says more.
    """
    facts = Facts([card for _, card in known] + list(cards), region=region)
    union = Union(facts, [contact for contact, _ in known], apart=frozenset(apart), fresh=frozenset(fresh))
    for step in (by_profile, by_address, by_phone, by_name_and_company, by_short_name_and_company):
        step(facts, union)
    by_evidence(facts, union, among=among)
    return _told(union, first=len(known), size=len(facts.cards))


def _told(union: Union, *, first: int, size: int) -> Joined:
    whys = union.whys()
    if not (whys or first):  # as in a file of profiles that is brought in first: everybody is new
        return Joined(list(range(size)), [""] * size, [])
    numbers: dict[int, int] = {}
    people: list[str | int] = [
        union.contact_of(root) or numbers.setdefault(root, len(numbers)) for root in union.roots()[first:]
    ]
    return Joined(people, [whys.get(at, "") for at in range(first, size)], union.merged(whys))


def by_profile(facts: Facts, union: Union) -> None:
    """One profile is one person, whatever the name is by now."""
    for slug, holders in _shared(facts.slugs, union):
        for at in holders[1:]:
            union.unite(holders[0], at, f"same profile {slug}", sure=True, tied=True)


def _shared(values: Sequence[str], union: Union) -> Iterator[tuple[str, list[int]]]:
    """Values that several cards have, at least one of them new."""
    told = list(filter(None, values))
    if len(set(told)) == len(told):
        return iter(())
    first: dict[str, int] = {}
    more: dict[str, list[int]] = {}
    for at, value in enumerate(values):
        if value:
            before = first.setdefault(value, at)
            if before != at:
                more.setdefault(value, [before]).append(at)
    return ((value, holders) for value, holders in more.items() if union.has_new(holders))


def by_address(facts: Facts, union: Union) -> None:
    """One mailbox is one person's where the names that stand with it fit; a bare address is its only owner's."""
    for box, holders in _with_new(facts.by_box, union):
        named = [at for at in holders if facts.name(at) != NOBODY]
        bare = [at for at in holders if facts.name(at) == NOBODY]
        own = not facts.are_several(named) and not any(facts.is_role(box, at) for at in holders)
        why = f"same address {facts.cards[holders[0]].emails[facts.boxes[holders[0]].index(box)]}"
        for one, other in _pairs(facts, named):
            likeness = compare(facts.name(one), facts.name(other))
            perhaps = own and likeness is Likeness.PERHAPS
            if (
                likeness is Likeness.SAME
                or (own and likeness is Likeness.FITS)
                or (perhaps and _are_one_in_a_box(box, facts.name(one), facts.name(other)))
            ):
                union.unite(one, other, why, sure=likeness is Likeness.SAME, tied=own)
        if own and len({union.find(at) for at in named}) <= 1:
            for at in bare:
                union.unite(named[0] if named else bare[0], at, why, tied=True)


def by_phone(facts: Facts, union: Union) -> None:
    """One phone is one person's where the names that stand with it fit.

    A number with its extension is also that number without one; two extensions are two phones.
    """
    for phone, holders in _with_new(facts.by_phone, union):
        _unite_at_a_phone(facts, union, phone, list(_pairs(facts, _named(facts, holders))))
    for phone, holders in _with_new(facts.by_plain_phone, union) if facts.extended else ():
        if phone in facts.extended:
            pairs = _pairs(facts, _named(facts, holders))
            _unite_at_a_phone(
                facts, union, phone, [p for p in pairs if phone in facts.phones[p[0]] + facts.phones[p[1]]]
            )


def _pairs(facts: Facts, holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cards to hold against each other: all; of many, each and the first of its name, and these with each other."""
    if len(holders) <= MANY:
        yield from combinations(holders, 2)
        return
    first: dict[Name, int] = {}
    for at in holders:
        if (before := first.setdefault(facts.name(at), at)) != at:
            yield before, at
    yield from combinations(list(first.values())[:MANY], 2)


def _named(facts: Facts, holders: Sequence[int]) -> list[int]:
    return [at for at in holders if facts.name(at) != NOBODY]


def _unite_at_a_phone(facts: Facts, union: Union, phone: str, pairs: Sequence[tuple[int, int]]) -> None:
    own = not facts.are_several(sorted({at for pair in pairs for at in pair}))
    for one, other in pairs:
        likeness = compare(facts.name(one), facts.name(other))
        if likeness is Likeness.SAME or (own and likeness is Likeness.FITS):
            union.unite(one, other, f"same phone {phone.removeprefix('local ')}", tied=own)


def _with_new(holders: Mapping[str, list[int]], union: Union) -> Iterator[tuple[str, list[int]]]:
    """Values with the cards that have them, at least one of them new."""
    return ((value, cards) for value, cards in holders.items() if union.has_new(cards))


def _are_one_in_a_box(box: str, one: Name, other: Name) -> bool:
    """Of names that fit perhaps: the box is named after both, or the given names may be one's (John, Jonathan)."""
    alike = family_likeness(one, other) is Likeness.SAME and may_stand_for(one.given, other.given)
    return alike or _spells(box, one, other)


def _spells(box: str, one: Name, other: Name) -> bool:
    """Whether a mailbox is named after both: liz.brandt@ is Liz Kowalczyk's as well as Liz B.'s."""
    local = "".join(c for c in box.partition("@")[0] if c.isalpha())
    return _named_after(local, one, other) and _named_after(local, other, one)


def _named_after(local: str, name: Name, other: Name) -> bool:
    """By the given name, or the family name behind an initial; "Mom" is whoever else it names."""
    if name.relation:
        return not other.relation
    if any(len(given) >= 3 and given in local for given in (name.given, *name.also)):
        return True
    return len(name.family) >= 4 and name.family in local and bool(name.given) and local.startswith(name.given[0])


def by_name_and_company(facts: Facts, union: Union) -> None:
    """The same full name at the same employer, where only one profile comes into question."""
    for crowd in (bucket for bucket in facts.buckets.values() if len(bucket) > CROWD):
        if union.has_new(crowd):
            unite_colleagues(facts, union, crowd)
    strangers: set[tuple[int, int]] = set()
    few = (bucket for bucket in facts.buckets.values() if 1 < len(bucket) <= CROWD and union.has_new(bucket))
    bucket_of = {at: bucket for bucket in few for at in bucket if not facts.slugs[at]}
    for at in sorted(bucket_of):
        _unite_colleagues(facts, union, at, _namesakes(facts, union, at, bucket_of[at]), strangers)


def by_short_name_and_company(facts: Facts, union: Union) -> None:
    """A short form with the same family name and employer, where it can only be that one person for both of them."""
    pairs = list(_short_pairs(facts, union)) if facts.buckets else []
    beside: dict[int, set[int]] = defaultdict(set)
    for one, other, _ in pairs:
        beside[union.find(one)].add(union.find(other))
        beside[union.find(other)].add(union.find(one))
    alone = {root for root, others in beside.items() if len(others - {root}) == 1}
    chosen = [pair for pair in pairs if union.find(pair[0]) in alone and union.find(pair[1]) in alone]
    for one, other, company in chosen:
        union.unite(other, one, f"same name and company, {company}")


def _short_pairs(facts: Facts, union: Union) -> Iterator[tuple[int, int, str]]:
    few: dict[Key, Sequence[int]] = {}
    for at in facts.unprofiled:
        for form in facts.other_forms(at):
            key = (form, facts.keys[at][1])
            if key not in few:
                few[key] = _few(facts, union, facts.buckets[key])
            for other in few[key]:
                if union.has_new((at, other)) and _short_name(facts, at, other):
                    company = facts.colleagues(at, other)
                    if company:
                        yield at, other, company


def _few(facts: Facts, union: Union, bucket: Sequence[int]) -> Sequence[int]:
    """The cards of a name; of many, one for each person and employer, and none where these are a crowd."""
    if len(bucket) <= CROWD:
        return bucket
    each = {(union.find(at), facts.cards[at].company, facts.domains(at)): at for at in bucket}
    return list(each.values()) if len(each) <= CROWD else ()


def _namesakes(facts: Facts, union: Union, at: int, bucket: Sequence[int]) -> list[int]:
    """Cards of the same name that are not united with it so far."""
    name, own = facts.name(at), union.find(at)
    others = ((other, facts.name(other)) for other in bucket if union.find(other) != own)
    return [other for other, its in others if name == its or compare(name, its) is Likeness.SAME]


def _short_name(facts: Facts, one: int, other: int) -> bool:
    a, b = facts.name(one), facts.name(other)
    return a.generation == b.generation and compare(a, b) is Likeness.FITS and given_likeness(a, b) is Likeness.FITS


def _unite_colleagues(
    facts: Facts, union: Union, at: int, namesakes: Sequence[int], strangers: set[tuple[int, int]]
) -> None:
    """Unite with those who share an employer, unless these are several people by their profiles or mailboxes.

    `strangers` are pairs that were found to share none, seen from the other.
    """
    found: list[tuple[int, str]] = []
    for other in namesakes:
        if (other, at) not in strangers:
            if company := facts.colleagues(at, other):
                found.append((other, company))
            else:
                strangers.add((at, other))
    if not found:
        return
    profiles = {slug for other, _ in found for slug in union.slugs(other)} | union.slugs(at)
    if len(profiles) <= 1 and not union.are_several([at, *(other for other, _ in found)]):
        for other, company in found:
            union.unite(other, at, f"same name and company, {company}")
