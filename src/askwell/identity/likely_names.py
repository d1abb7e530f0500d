"""Names of contacts that may be one person's: by family, then by what the given names and employers have in common."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from askwell.domain.people import Card
from askwell.identity import companies
from askwell.identity.diminutives import is_given, is_proper, share_a_formal_name
from askwell.identity.facts import Facts
from askwell.identity.fold import fold, loose
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

PAIR = 2  # contacts of one family name: nobody else has it
FEW = 3  # contacts of one family name, up to which a loose fit of the given name is worth a question
MANY = 4  # contacts of one name, up to which it is worth a question
MOST = 50  # contacts of one family name at one company that are held against each other
Question = tuple[int, int, str, float]


class Index:
    """The cards of all people in one row, and whose each is."""

    def __init__(self, people: Sequence[tuple[str, Sequence[Card]]], *, region: str) -> None:
        self.facts = Facts([card for _, cards in people for card in cards], region=region)
        self.owner = [at for at, (_, cards) in enumerate(people) for _ in cards]
        self.cards: dict[int, list[int]] = defaultdict(list)
        for card, person in enumerate(self.owner):
            self.cards[person].append(card)
        self.profiles = {p: {s for c in cards if (s := self.facts.slugs[c])} for p, cards in self.cards.items()}
        self.spelled: dict[tuple[int, Name], str] = {}  # the address that tells a family name which no card does
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
        found = dict.fromkeys(own)
        for email in (email for card in self.cards[person] for email in self.facts.cards[card].emails):
            name = said_name(email)
            if name != NOBODY and name not in found and any(_calls(name, known) for known in own):
                found[name] = None
                if all(name.family not in family_words(known) for known in own):
                    self.spelled.setdefault((person, name), email)
        return found

    def may_have(self, person: int, families: set[str]) -> bool:
        """A quick look whether any name of a person can be of these families."""
        facts = self.facts
        return any(
            facts.cards[card].emails or facts.keys[card][1] in families or not facts.is_plain(card)
            for card in self.cards[person]
        )

    def are_elsewhere(self, one: int, other: int) -> bool:
        """Whether both have a company on some card; asked where they share none."""
        return all(any(self.facts.cards[card].company for card in self.cards[person]) for person in (one, other))

    def employer(self, one: int, other: int) -> str:
        """An employer that cards of both name, for the reason."""
        shared = (self.facts.colleagues(a, b) for a in self.cards[one] for b in self.cards[other])
        return next((company for company in shared if company), "")

    def employers(self, person: int) -> set[str]:
        """Marks of the employers that the person's cards name: those who share none of them share no employer."""
        found: set[str] = set()
        for at in self.cards[person]:
            words = companies.normal(self.facts.cards[at].company).split()
            found.update({"".join(words), words[0]} if words else ())
            found.update(fold(companies.from_domain(domain)).replace(" ", "") for domain in self.facts.domains(at))
        return found


def _calls(spelled: Name, known: Name) -> bool:
    """Whether an address calls its owner by a given name that is hers; then its family name may be hers too."""
    return bool(known.given) and given_likeness(spelled, known) >= Likeness.FITS


class _Family:
    """Everybody whose name has one word as a family name, or may have."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.members: list[tuple[int, Name]] = []

    @cached_property
    def rarity(self) -> int:
        return len({person for person, _ in self.members})

    @cached_property
    def _by_form(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, (_, name) in enumerate(self.members):
            for form in all_forms(name):
                found[form].append(at)
        return found

    @cached_property
    def _by_employer(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, (person, _) in enumerate(self.members):
            for employer in self.index.employers(person):
                found[employer].append(at)
        return found

    def _alike(self, name: Name) -> list[int]:
        """Those whose given name may be this one in some form; none where too many are."""
        found = sorted({at for form in all_forms(name) for at in self._by_form.get(form, ())})
        return found if len({self.members[at][0] for at in found}) <= MANY else []

    def near(self, person: int, name: Name) -> Iterator[tuple[int, Name]]:
        """Those it is worth holding this name against."""
        chosen: Iterable[int] = range(len(self.members))
        if self.rarity > FEW:
            colleagues = (self._by_employer.get(mark, [])[:MOST] for mark in sorted(self.index.employers(person)))
            chosen = sorted({*self._alike(name), *(at for some in colleagues for at in some)})
        return (self.members[at] for at in chosen if self.members[at][0] != person)

    def tells(self, name: Name, like: Name) -> bool:
        """Whether two names alone are worth a question.

        An initial is where nobody else has the family name; a short form and the very name are, unless many have it;
        given names that only look alike are for a rare family name, and not where both are names in their own right.
        """
        if min(len(name.given), len(like.given)) == 1:
            return self.rarity <= PAIR
        if given_likeness(name, like) >= Likeness.FITS:
            return bool(self._alike(name))
        both = (name.given, like.given)
        if self.rarity > FEW or all(map(is_proper, both)):
            return False
        return _share(name, like) or not all(map(is_given, both))


def _share(name: Name, like: Name) -> bool:
    """Whether one formal name may be behind both, as Elizabeth is behind Liz and Beth; or one begins with the other."""
    short, long = sorted((name.given, like.given), key=len)
    return share_a_formal_name(name.given, like.given) or long.startswith(short)


def by_name(index: Index) -> Iterator[Question]:
    """People of one family name whose given names may be one; at least one of the two has no profile."""
    families = _families(index)
    for person in index.cards:
        if index.profiles[person]:
            continue
        for name in index.names(person):
            for part in sorted(family_words(name)) if name.given and name.family else ():
                if family := families.get(part):
                    for other, like in family.near(person, name):
                        yield from _question(family, (person, name), (other, like))


def _families(index: Index) -> dict[str, _Family]:
    """Names by each word of the family name; only of families that somebody without profile has."""
    wanted: set[str] = set()
    for person in index.cards:
        if not index.profiles[person]:
            wanted.update(word for name in index.names(person) for word in family_words(name))
    found: dict[str, _Family] = {}
    for person in index.cards if wanted else ():
        if not index.may_have(person, wanted):
            continue
        for name in index.names(person):
            for word in family_words(name):
                if word in wanted and len(word) > 1:
                    found.setdefault(word, _Family(index)).members.append((person, name))
    return found


def _question(family: _Family, mine: tuple[int, Name], its: tuple[int, Name]) -> Iterator[Question]:
    """The pair with its reason, if the given names are close enough for how many of the family there are."""
    (person, name), (other, like) = mine, its
    index, given = family.index, given_likeness(name, like)
    if min(given, family_likeness(name, like), compare(name, like)) is Likeness.NO:
        return
    employer = index.employer(person, other)
    if not employer and not family.tells(name, like):
        return
    weight = given + (1.0 if employer else 0.0) + (0.5 if family.rarity == PAIR else 0.0)
    weight -= 1.0 if min(len(name.given), len(like.given)) == 1 else 0.0
    weight -= 0.5 if not employer and index.are_elsewhere(person, other) else 0.0
    email = index.spelled.get(mine) or index.spelled.get(its) or ""
    yield person, other, _reason(name, like, given=given, employer=employer, email=email), weight


def _reason(name: Name, like: Name, *, given: Likeness, employer: str, email: str) -> str:
    short, long = sorted((name.given.capitalize(), like.given.capitalize()), key=len)
    is_same = name.family == like.family
    told = f", and the address {email} has the family name" if email else ", with the same family name"
    before = next(
        (word for word in (*name.maiden, *like.maiden) if word in family_words(name) & family_words(like)), ""
    )
    if before and not is_same:
        what = f"{before.capitalize()} stands on both as a family name, on one as that of before"
    elif len(short) == 1:
        what = f"{short}. may stand for {long}{told}"
    elif loose(like.given) in forms(name.given) - {loose(name.given)}:
        what = f"{short} may be short for {long}{told}"
    else:
        what = "The same name" if given is Likeness.SAME and is_same else "Names that may be one"
        what += told if email else ""
    return f"{what}, both at {employer}." if employer else f"{what}; nothing else says so yet."
