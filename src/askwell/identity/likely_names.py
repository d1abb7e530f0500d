"""Contacts that may be one person's by all that is known of them, and what their names have in common, in words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from askwell.identity.diminutives import is_given, is_proper, share_a_formal_name
from askwell.identity.facts import Facts
from askwell.identity.fold import loose
from askwell.identity.mailboxes import said_name
from askwell.identity.names import (
    Likeness,
    Name,
    all_forms,
    compare,
    family_likeness,
    family_words,
    forms,
    given_likeness,
)
from askwell.identity.parts import NOBODY
from askwell.identity.romanize import romanized

if TYPE_CHECKING:
    from askwell.identity.evidence.people import People

PAIR = 2  # contacts of one family name: nobody else has it
FEW = 3  # contacts of one family name, up to which a loose fit of the given name is worth a question
MANY = 4  # contacts of one name, up to which it is worth a question
ALONE = 1.0  # bits besides the names, below which these speak alone
Question = tuple[int, int, str, float]


class Everybody:
    """The cards of all people in one row, and whose each is."""

    def __init__(self, facts: Facts, owner: Sequence[int]) -> None:
        self.facts = facts
        self.owner = owner
        self.cards: dict[int, list[int]] = defaultdict(list)
        for card, person in enumerate(owner):
            self.cards[person].append(card)
        self.spelled: dict[tuple[int, Name], str] = {}  # the address that tells a family name which no card does
        self._names: dict[int, list[Name]] = {}

    def contradicted(self, one: int, other: int) -> bool:
        """Two profiles, or names of which one excludes the other."""
        mine, theirs = ({slug for card in self.cards[who] if (slug := self.facts.slugs[card])} for who in (one, other))
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
        found = dict.fromkeys(own)
        for email in (email for card in self.cards[person] for email in self.facts.cards[card].emails):
            name = said_name(email)
            if name != NOBODY and name not in found and any(_calls(name, known) for known in own):
                found[name] = None
                if all(name.family not in family_words(known) for known in own):
                    self.spelled.setdefault((person, name), email)
        return found

    def by_evidence(self) -> Iterator[Question]:
        """Pairs for whom enough speaks, each with its reason."""
        from askwell.identity.evidence.decide import likely
        from askwell.identity.evidence.people import People

        people = People(self.facts, self.owner)
        bits = people.weighed.bits
        for place in likely(people.weighed).nonzero()[0].tolist():
            one, other = people.pair(place)
            name, like = self._nearest(one, other)
            if people.more(place) >= ALONE or self._tells(name, like):
                yield one, other, self._reason(people, place, (one, name), (other, like)), float(bits[place])

    def _nearest(self, one: int, other: int) -> tuple[Name, Name]:
        """Of all their names the two that fit best."""
        pairs = product(self.names(one), self.names(other))
        return max(pairs, key=lambda pair: (family_likeness(*pair), given_likeness(*pair), compare(*pair)))

    def _tells(self, name: Name, like: Name) -> bool:
        """Whether two names alone are worth a question; a first name is not.

        An initial is where nobody else has the family name; given names that only look alike are for a rare family
        name, and not where both are names in their own right.
        """
        if not (name.given and name.family and like.given and like.family):
            return False
        if min(len(name.given), len(like.given)) == 1:
            return self._holders(name, like) <= PAIR
        if given_likeness(name, like) >= Likeness.FITS:
            return self._namesakes(name, like) <= MANY
        if self._holders(name, like) > FEW or (is_proper(name.given) and is_proper(like.given)):
            return False
        return _share(name, like) or not (is_given(name.given) and is_given(like.given))

    def _holders(self, name: Name, like: Name) -> int:
        """How many people have a family name that the two share; of several the rarest."""
        shared = family_words(name) & family_words(like) or {name.family, like.family}
        return min(len(self._families.get(word, ())) for word in shared)

    @cached_property
    def _families(self) -> dict[str, set[int]]:
        """The people of each word of a family name."""
        found: dict[str, set[int]] = defaultdict(set)
        for person in self.cards:
            for word in self._family_words(person):
                found[word].add(person)
        return found

    def _family_words(self, person: int) -> set[str]:
        """Of a plain name it is the family name; a name need not be taken apart for it."""
        if any(self._may_tell_more(card) for card in self.cards[person]):
            return {word for one in self.names(person) for word in family_words(one)}
        return {self.facts.keys[card][1] for card in self.cards[person]}

    def _may_tell_more(self, card: int) -> bool:
        """Whether a name is odd, or an address may spell another one."""
        told = self.facts.cards[card]
        spelled = any(not email.partition("@")[0].isalnum() for email in told.emails)
        return spelled or card in self.facts.odd or "@" in told.name

    def _namesakes(self, name: Name, like: Name) -> int:
        """How many people have such a family name and one of these given names in any form."""
        wanted = all_forms(name) | all_forms(like)
        people = {p for word in family_words(name) & family_words(like) for p in self._families.get(word, ())}
        return sum(any(not wanted.isdisjoint(all_forms(one)) for one in self.names(person)) for person in people)

    def _reason(self, people: "People", place: int, mine: tuple[int, Name], its: tuple[int, Name]) -> str:
        email = self.spelled.get(mine) or self.spelled.get(its) or ""
        what = _alike(mine[1], its[1], email=email)
        employer = next(self._employers(mine[0], its[0]), "")
        more = [told for told in people.reasons(place) if not (employer and "compan" in told)]
        if employer:
            what += f", both at {employer}"
        return (
            f"{what}; {' and '.join(more)}." if more else f"{what}{'' if employer else '; nothing else says so yet'}."
        )

    def _employers(self, one: int, other: int) -> Iterator[str]:
        shared = (self.facts.colleagues(a, b) for a in self.cards[one] for b in self.cards[other])
        return (company for company in shared if company)


def _calls(spelled: Name, known: Name) -> bool:
    """Whether an address calls its owner by a given name that is hers; then its family name may be hers too."""
    return bool(known.given) and given_likeness(spelled, known) >= Likeness.FITS


def _share(name: Name, like: Name) -> bool:
    """Whether one formal name may be behind both, as Elizabeth is behind Liz and Beth; or one begins with the other."""
    short, long = sorted((name.given, like.given), key=len)
    return share_a_formal_name(name.given, like.given) or long.startswith(short)


def _alike(name: Name, like: Name, *, email: str) -> str:
    """What two names have in common."""
    given, shared = given_likeness(name, like), family_words(name) & family_words(like)
    if not shared and {romanized(name.given), romanized(like.given)} & {name.given, like.given}:
        return "The same name in other letters"
    if not shared:
        same = given is Likeness.SAME and len(name.given) > 1
        return "The same first name with another family name" if same else "Names that may be one"
    short, long = sorted((name.given.capitalize(), like.given.capitalize()), key=len)
    told = f", and the address {email} has the family name" if email else ", with the same family name"
    before = next((word for word in (*name.maiden, *like.maiden) if word in shared), "")
    if before and name.family != like.family:
        return f"{before.capitalize()} stands on both as a family name, on one as that of before"
    if len(short) == 1:
        return f"{short}. may stand for {long}{told}"
    if loose(like.given) in forms(name.given) - {loose(name.given)}:
        return f"{short} may be short for {long}{told}"
    same = given is Likeness.SAME and name.family == like.family
    return f"{'The same name' if same else 'Names that may be one'}{told if email else ''}"
