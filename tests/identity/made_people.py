"""Made-up people whose cards satisfy the rules of joining, in every form that names, phones and companies take."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from askwell.domain.people import Card, Origin
from askwell.identity.diminutives import relatives

GIVEN = """robert margaret william elizabeth katherine james teresa michael patricia alexander susan anthony deborah
    daniel samantha frederick theodore virginia joshua gabriel""".split()
FAMILY = (
    "Aguilar|Müller|Nowak|O'Rourke|DuBois|García|Łukasiewicz|Whitfield|Okafor|Sørensen|Núñez|Lindqvist|Brandt|Tesch"
    "|Hämäläinen|Zieliński|Fitzgerald|Kern|de la Cruz|van den Berg|Le Roux"
).split("|")
MAIDEN = ("Kowalczyk", "Hollister", "Adebayo", "Ferraro")
FORMS = (
    "{}|{}, Inc.|{} Inc|{} LLC|{} GmbH|{} Ltd.|{} Limited|{} Corp.|{} Corporation|{} Co.|The {}|{} AG|{} S.A.|{} B.V."
    "|{} (formerly Zed)|{} GmbH & Co. KG|{} Co., Ltd.|{} plc|{} Pty Ltd|  {} "
).split("|")
LIBRARY = "Acme Corvane Halvorsen Brightwater Müller Lindqvist Northgate Planora Ostara Tilbury Kestrel Meadow".split()
TRADES = ("Foods", "Medical", "& Sons", "Cold Storage", "Systems", "Tools", "Parts", "Dairy", "Freight", "Supply")


@dataclass(frozen=True)
class Person:
    """Everything that may stand on somebody's cards; no two people share a value, and some share a name."""

    number: int
    given: str
    short: str
    family: str
    maiden: str
    middle: str
    company: str

    @property
    def both(self) -> tuple[str, str]:
        """The halves of a double name; a family name of several words makes none."""
        return (self.family, self.maiden) if " " not in self.family else (self.family, "")

    @property
    def box(self) -> str:
        return f"someone.{self.number}@gmail.com"

    @property
    def slug(self) -> str:
        return f"some-öne-{self.number}"

    @property
    def digits(self) -> str:
        return f"{414 + self.number % 7}555{self.number:04}"


Told = dict[str, Any]
Form = Callable[[Person], Told]


def whole(name: str) -> Told:
    return {"name": name}


def fields(given: str, family: str) -> Told:
    return {"name": f"{given} {family}", "given": given, "family": family}


def plain(name: str) -> str:
    """Without the marks over letters, as on a keyboard that lacks them."""
    letters = unicodedata.normalize("NFKD", name.translate(str.maketrans("øŁł", "oLl")))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


# One and the same full name.
SAME: dict[str, Form] = {
    "two fields": lambda p: fields(p.given, p.family),
    "one field": lambda p: whole(f"{p.given} {p.family}"),
    "family first": lambda p: whole(f"{p.family}, {p.given}"),
    "capitals": lambda p: whole(f"{p.given} {p.family}".upper()),
    "family first in capitals": lambda p: whole(f"{p.family}, {p.given}".upper()),
    "small letters": lambda p: whole(f"{p.given} {p.family}".lower()),
    "no accents": lambda p: fields(plain(p.given), plain(p.family)),
    "ue for ü": lambda p: fields(p.given, p.family.replace("ü", "ue").replace("ä", "ae")),
    "letters apart": lambda p: whole(unicodedata.normalize("NFD", f"{p.given} {p.family}")),
    "degree": lambda p: whole(f"{p.given} {p.family}, PhD"),
    "degrees": lambda p: fields(p.given, f"{p.family}, PMP, CSCP"),
    "degree without comma": lambda p: fields(p.given, f"{p.family} MBA"),
    "title": lambda p: whole(f"Dr. {p.given} {p.family}"),
    "middle initial": lambda p: fields(f"{p.given} {p.middle}.", p.family),
    "remark": lambda p: whole(f"{p.given} {p.family} (gym)"),
    "pronouns": lambda p: whole(f"{p.given} {p.family} (they/them)"),
    "square brackets": lambda p: whole(f"{p.given} {p.family} [old job]"),
    "company behind": lambda p: whole(f"{p.given} {p.family} - Acme"),
    "picture": lambda p: fields(p.given, f"{p.family} 🚀"),
    "blanks": lambda p: whole(f"  {p.given}   {p.family} "),
    "maiden name in its field": lambda p: {**fields(p.given, p.family), "maiden": p.maiden},
    "maiden name in brackets": lambda p: whole(f"{p.given} ({p.maiden}) {p.family}"),
    "née": lambda p: whole(f"{p.given} {p.family} (née {p.maiden})"),
    "nee behind a comma": lambda p: whole(f"{p.given} {p.family}, nee {p.maiden}"),
    "formerly": lambda p: whole(f"{p.given} {p.family} (formerly {p.maiden})"),
    "nickname in its field": lambda p: {**fields(p.given, p.family), "nickname": p.short},
    "nickname in quotes": lambda p: whole(f'{p.given} "{p.short}" {p.family}'),
    "nickname in brackets": lambda p: whole(f"{p.given} ({p.short}) {p.family}"),
}
# A name that is compatible with those, for somebody who shares an address or a phone.
COMPATIBLE: dict[str, Form] = {
    "short form": lambda p: fields(p.short, p.family),
    "short form, family first": lambda p: whole(f"{p.family}, {p.short}"),
    "initial": lambda p: whole(f"{p.given[0]}. {p.family}"),
    "two initials": lambda p: whole(f"{p.given[0]}.{p.middle}. {p.family}"),
    "initial of the family name": lambda p: fields(p.given, f"{p.family[0]}."),
    "given name alone": lambda p: whole(p.given),
    "short form alone": lambda p: {"name": p.short, "given": p.short},
    "double name": lambda p: fields(p.given, "-".join(filter(None, p.both))),
    "double name, the other first": lambda p: whole(f"{p.given} {'-'.join(filter(None, reversed(p.both)))}"),
    "maiden name in the middle": lambda p: whole(f"{p.given} {p.maiden} {p.family}"),
    "junior": lambda p: whole(f"{p.given} {p.family} Jr."),
    "telephone": lambda p: whole(f"{p.given} {p.family} cell"),
}
PHONES = (
    "({0}) {1}-{2}|+1 {0} {1} {2}|{0}.{1}.{2}|1-{0}-{1}-{2}|+1{0}{1}{2}|{0}{1}{2}|001 {0} {1} {2}|tel:+1-{0}-{1}-{2}"
    "|+1 ({0}) {1}-{2}|{0} {1} {2}|{0}/{1}-{2}|{0}\u2011{1}\u2011{2}|1 ({0}) {1}-{2}|011 1 {0} {1} {2}"
    "|\u200e+1 {0} {1}-{2}"
).split("|")
EXTENSIONS = "{} x22|{} ext. 22|{} extension 22|{};ext=22|{} (ext 22)|{}, 22|{} #22".split("|")
URLS = (
    "https://www.linkedin.com/in/{0}|http://linkedin.com/in/{0}/|linkedin.com/in/{0}?trk=x|https://de.linkedin.com/in/{0}/en"
    "|HTTPS://WWW.LINKEDIN.COM/IN/{0}|https://www.linkedin.com/in/{1}/|https://www.linkedin.com/mwlite/in/{0}"
).split("|")
GMAIL = ("someone.{}@gmail.com", "so.meone.{}@gmail.com", "someone{}@googlemail.com", "someone.{}+jobs@gmail.com")


class World:
    """People and their cards, drawn from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self._number = 0

    def people(self, count: int) -> list[Person]:
        names = [f"{name} {trade}" for name in LIBRARY for trade in TRADES]
        companies = self.dice.sample(names, count)
        return [self._person(number, company) for number, company in enumerate(companies)]

    def _person(self, number: int, company: str) -> Person:
        given = self.dice.choice(GIVEN)
        shorts = sorted(short for short in relatives(given) if len(short) > 2 and short not in GIVEN)
        family, maiden = self.dice.choice(FAMILY), self.dice.choice(MAIDEN)
        return Person(number, given.title(), self.dice.choice(shorts).title(), family, maiden, maiden[0], company)

    def cards(self, person: Person) -> list[Card]:
        """Two to four cards, each tied to one before it by one of the rules."""
        first = self._card({**self._pick(SAME)(person)}, emails=(person.box,), phones=(self._phone(person),))
        first = replace(first, company=person.company, url=self._url(person))
        others = [self._tied(person) for _ in range(self.dice.randint(1, 3))]
        return [first, *others]

    def _tied(self, person: Person) -> Card:
        rule = self.dice.choice((self._by_profile, self._by_address, self._by_phone, self._by_company, self._bare))
        return rule(person)

    def _by_profile(self, person: Person) -> Card:
        return self._card(self._pick(SAME | COMPATIBLE)(person), url=self._url(person))

    def _by_address(self, person: Person) -> Card:
        emails = (self.dice.choice(GMAIL).format(person.number),)
        return self._card(self._pick(SAME | COMPATIBLE)(person), emails=emails)

    def _by_phone(self, person: Person) -> Card:
        number = self._phone(person)
        with_extension = self.dice.choice(EXTENSIONS).format(number) if self.dice.random() < 0.2 else number
        return self._card(self._pick(SAME | COMPATIBLE)(person), phones=(with_extension,))

    def _by_company(self, person: Person) -> Card:
        return self._card(self._pick(SAME)(person), company=self.dice.choice(FORMS).format(person.company))

    def _bare(self, person: Person) -> Card:
        return self._card(whole(self.dice.choice(("", person.box))), emails=(person.box,))

    def _phone(self, person: Person) -> str:
        digits = person.digits
        return self.dice.choice(PHONES).format(digits[:3], digits[3:6], digits[6:])

    def _url(self, person: Person) -> str:
        escaped = person.slug.replace("ö", "%C3%B6")
        return self.dice.choice(URLS).format(person.slug, escaped)

    def _pick(self, forms: dict[str, Form]) -> Form:
        return forms[self.dice.choice(sorted(forms))]

    def _card(self, told: Told, **more: Any) -> Card:
        self._number += 1
        source = self.dice.choice(("vcard", "google", "linkedin-imported"))
        return Card(source, Origin(f"{source}.x", self._number), f"key{self._number}", **told, **more)


def shuffled(dice: random.Random, things: Sequence[Any]) -> list[Any]:
    return dice.sample(things, len(things))
