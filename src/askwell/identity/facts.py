"""What identity looks at in a card: name, profile, mailboxes, phones, employers; the costly ones only when asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import combinations

from askwell.domain.people import Card
from askwell.identity import companies, handles, mailboxes, namesakes
from askwell.identity.fold import loose
from askwell.identity.names import Likeness, all_forms, compare, forms
from askwell.identity.parts import NOBODY, Name, from_fields, plain

Key = tuple[str, str]
NO_KEY: Key = ("", "")
EXTENSION = ";ext="
Values = tuple[str, ...]
NONE: frozenset[str] = frozenset()
NO_MARKS: namesakes.Marks = {}
MANY_NAMES = 12  # different names at one value: it is a switchboard, whoever they are


def name_of(card: Card) -> Name:
    """The card's name; NOBODY where it is empty, or only an address again."""
    if "@" in card.name:
        return NOBODY
    return from_fields(card.given, card.family, nickname=card.nickname, maiden=card.maiden, name=card.name)


def _quick_key(card: Card) -> Key | None:
    """The key of a plain name such as most are, without taking it apart."""
    given, family = plain(card.given)[1], plain(card.family)[1]
    return (given, family) if given and family and not card.nickname and not card.maiden else None


def _same_or(written: Values, found: Values) -> Values:
    """What was found, or what was written where that is the same: of very many cards there is no second copy then."""
    return written if found == written else found


def of_several(held: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    """Of values, of which each card has some, those that several cards have, with these cards, in order."""
    first: dict[str, int] = {}
    more: dict[str, list[int]] = {}
    for at, values in enumerate(held):
        for value in values:
            before = first.setdefault(value, at)
            if before != at:
                holders = more.setdefault(value, [before])
                if holders[-1] != at:
                    holders.append(at)
    return {value: more[value] for value in first if value in more}


def phone_key(text: str, *, region: str) -> str:
    """The number in one form; without a known region its bare digits, for in one address book they mean the same."""
    found = handles.phone(text, region=region)
    if found:
        return found
    digits = "".join(c for c in text if c.isdigit())
    return f"local {digits}" if 7 <= len(digits) <= 15 else ""


def handles_of(card: Card, *, region: str) -> tuple[tuple[str, str], ...]:
    """The card's ("address" | "profile" | "phone", value), each in its one form."""
    found = [("profile", slug)] if card.url and (slug := handles.slug(card.url)) else []
    if not (card.emails or card.phones):
        return tuple(found)
    if card.emails:
        found += [("address", email) for email in card.emails]
    if card.phones:
        found += [("phone", phone) for text in card.phones if (phone := phone_key(text, region=region))]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


@lru_cache(maxsize=20_000)
def _domain(email: str) -> str:
    domain = email.partition("@")[2]
    return domain if companies.from_domain(domain) else ""


class Facts:
    """Cards by number. Everything is computed once, and only when it is asked for."""

    def __init__(self, cards: Sequence[Card], *, region: str = "") -> None:
        self.cards = cards
        self.region = region
        self.slugs = [handles.slug(card.url) if card.url else "" for card in cards]
        self._names: dict[int, Name] = {}
        self._domains: dict[int, frozenset[str]] = {}
        self._named_by: dict[int, frozenset[str]] = {}
        self._marks: dict[int, namesakes.Marks] = {}
        self._odd: set[int] = set()

    def name(self, at: int) -> Name:
        found = self._names.get(at)
        if found is None:
            found = self._names[at] = name_of(self.cards[at])
        return found

    @cached_property
    def keys(self) -> list[Key]:
        """Given and family name as the key of a bucket; ("", "") where the name is not full."""
        found = [_quick_key(card) for card in self.cards]
        self._odd = {at for at, key in enumerate(found) if key is None}
        return [key or self._key(at) for at, key in enumerate(found)]

    @property
    def odd(self) -> set[int]:
        """Cards whose names are more than one given and one family name, or less."""
        return self._odd if self.keys else set()

    def _key(self, at: int) -> Key:
        name = self.name(at)
        return (loose(name.given), name.family) if name.full else NO_KEY

    @cached_property
    def buckets(self) -> dict[Key, list[int]]:
        """Cards by full name; empty where every card has a profile of its own, for then names decide nothing."""
        found: dict[Key, list[int]] = {}
        if not all(self.slugs):
            for at, key in enumerate(self.keys):
                if key is not NO_KEY:
                    found.setdefault(key, []).append(at)
        return found

    @cached_property
    def families(self) -> dict[str, set[str]]:
        """The given names in the buckets of each family name."""
        found: dict[str, set[str]] = defaultdict(set)
        for given, family in self.buckets:
            found[family].add(given)
        return found

    def other_forms(self, at: int) -> list[str]:
        """Given names that stand with the card's family name and may be its own in another form, in order."""
        key = self.keys[at]
        if key not in self._in_forms and at not in self._odd:
            return []
        own = all_forms(self.name(at)) if at in self._odd else forms(plain(self.cards[at].given)[0])
        return sorted((own & self.families[key[1]]) - {key[0]})

    @cached_property
    def _in_forms(self) -> set[Key]:
        """Plain names of which the buckets may have another form: a quick look, for of most names there is none."""
        others: dict[str, frozenset[str]] = {}
        for folded, given in {plain(card.given) for card in self.cards}:
            others[given] = (forms(folded) | others.get(given, NONE)) - {given}
        found: set[Key] = set()
        for family, beside in self.families.items():
            if len(beside) > 1:
                found.update((given, family) for given in beside if not others.get(given, NONE).isdisjoint(beside))
        return found

    @cached_property
    def unprofiled(self) -> list[int]:
        """Cards with a full name and no profile: those that names may join."""
        told = enumerate(zip(self.slugs, self.keys, strict=True))
        return [at for at, (slug, key) in told if not slug and key is not NO_KEY]

    @cached_property
    def boxes(self) -> list[Values]:
        """The mailboxes of each card."""
        return [
            _same_or(card.emails, tuple(map(handles.mailbox, card.emails))) if card.emails else ()
            for card in self.cards
        ]

    @cached_property
    def phones(self) -> list[Values]:
        """The phones of each card, those in their one form that are any."""
        return [_same_or(card.phones, self._phones(card)) if card.phones else () for card in self.cards]

    def _phones(self, card: Card) -> Values:
        return tuple([phone for text in card.phones if (phone := phone_key(text, region=self.region))])

    @cached_property
    def plain_phones(self) -> list[Values]:
        """The phones of each card without their extensions."""
        if not self.extended:
            return self.phones
        return [_same_or(some, tuple([phone.partition(EXTENSION)[0] for phone in some])) for some in self.phones]

    @cached_property
    def extended(self) -> set[str]:
        """Numbers without the extensions that they have on some card."""
        return {phone.partition(EXTENSION)[0] for some in self.phones for phone in some if EXTENSION in phone}

    @cached_property
    def by_box(self) -> dict[str, list[int]]:
        """The cards at each mailbox that several have."""
        return of_several(self.boxes)

    @cached_property
    def by_phone(self) -> dict[str, list[int]]:
        """The cards at each phone that several have."""
        return of_several(self.phones)

    @cached_property
    def by_plain_phone(self) -> dict[str, list[int]]:
        """The cards at each phone that several have, extensions aside."""
        return of_several(self.plain_phones) if self.extended else self.by_phone

    def domains(self, at: int) -> frozenset[str]:
        """Domains of the card's addresses that name an employer."""
        if not self.cards[at].emails:
            return NONE
        found = self._domains.get(at)
        if found is None:
            told = (_domain(email) for email in self.cards[at].emails)
            found = self._domains[at] = frozenset(domain for domain in told if domain)
        return found

    def employers(self, at: int) -> frozenset[str]:
        """The employers that the card's addresses name."""
        if not self.cards[at].emails:
            return NONE
        found = self._named_by.get(at)
        if found is None:
            found = self._named_by[at] = frozenset(map(companies.from_domain, self.domains(at)))
        return found

    def marks(self, at: int) -> namesakes.Marks:
        """What tells the card's mailboxes at employers from those of people of the same name there."""
        found = self._marks.get(at)
        if found is None:
            found = self._marks[at] = namesakes.together(self._marked(at)) if self.domains(at) else NO_MARKS
        return found

    def _marked(self, at: int) -> Iterator[namesakes.Marks]:
        for box in self.boxes[at]:
            local, _, domain = box.partition("@")
            if domain in self.domains(at) and not self.is_role(box, at):
                named, mark = namesakes.mark(local, self.name(at))
                if named and (spelled := mailboxes.said_name(box)) != NOBODY:
                    named, mark = namesakes.mark(local, spelled)
                yield {(companies.from_domain(domain), named): {mark}}

    def colleagues(self, one: int, other: int) -> str:
        """The employer that two cards share, as one of them writes it; "" if they share none."""
        a, b = self.cards[one].company, self.cards[other].company
        if a and b and companies.same(a, b):
            return b
        for company, domains in ((a, self.domains(other)), (b, self.domains(one))):
            if company and any(companies.owns_domain(company, domain) for domain in domains):
                return company
        both = self.employers(one) & self.employers(other)
        return min(both, default="")

    def are_several(self, holders: Sequence[int]) -> bool:
        """Whether people whose names contradict each other have one value: a family, a switchboard, an office."""
        names = {self.name(at) for at in holders}
        return len(names) > MANY_NAMES or any(compare(a, b) is Likeness.NO for a, b in combinations(names, 2))

    def is_role(self, box: str, at: int) -> bool:
        return mailboxes.is_role(box, self.cards[at].name)
