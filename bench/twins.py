"""An address book that never was, a fifth of it twins of other cards: married, short for, mistyped, moved on.

Every row tells whose card it is in truth, so that what a program joins can be counted. The same figures give the same
file; names are as unevenly spread as real ones, some held by one in two hundred and most by one or two.
"""

import csv
import random
from dataclasses import dataclass, replace
from pathlib import Path

from bench import archive
from bench.harness import DATA

SHARE = 0.2  # of twins
HOUSEHOLDS = 0.03  # of people who live with the one before: one family name and one phone
HEADER = ("id", "entity", "given", "family", "email", "phone", "company", "title")
# Formal names with the short form that a twin may have.
SHORT = dict(
    pair.split("/")
    for pair in """Robert/Bob William/Bill Margaret/Peggy Elizabeth/Liz Katherine/Kate Richard/Rick James/Jim
    Michael/Mike Patricia/Pat Jennifer/Jen David/Dave Thomas/Tom Charles/Chuck Christopher/Chris Daniel/Dan
    Matthew/Matt Anthony/Tony Donald/Don Steven/Steve Andrew/Andy Joshua/Josh Kenneth/Ken Timothy/Tim Deborah/Deb
    Ronald/Ron Stephanie/Steph Edward/Ted Rebecca/Becky Jeffrey/Jeff Nicholas/Nick Jonathan/Jon Benjamin/Ben
    Samantha/Sam Gregory/Greg Alexander/Alex Raymond/Ray Susan/Sue Joseph/Joe Jessica/Jess Barbara/Barb
    Frederick/Fred Theodore/Theo Virginia/Ginny Gabriel/Gabe Philip/Phil Leonard/Len Abigail/Abby Victoria/Vicky
    Lawrence/Larry Douglas/Doug Eleanor/Ellie Francesca/Fran Madeleine/Maddy Caroline/Carrie""".split()
)
GIVEN = [
    *SHORT,
    *"""Mary Linda Karen Nancy Mark Ashley Paul Emily Donna Michelle Carol Kevin Amanda Brian Dorothy George Melissa
    Sharon Laura Ryan Cynthia Gary Amy Angela Eric Shirley Anna Brenda Justin Emma Scott Nicole Brandon Helen
    Christine Debra Frank Rachel Carolyn Janet Catherine Maria Heather Diane Julie Joyce Wei Priya Ahmed Fatima Carlos
    Sofia Yuki Chen Ivan Aisha Ingrid Mateo Lucia Hiroshi Anneliese Bartosz Chiara Dmitri Esra Femke""".split(),
    *archive.GIVEN,
]
RANKS = ("Senior", "Lead", "Principal", "Junior", "Associate", "Staff", "Chief", "Head of", "VP of", "Director of", "")
FUNCTIONS = (
    "Marketing,Sales,Engineering,Finance,Operations,Product,Data,Recruiting,Supply Chain,Logistics,Customer Success,"
    "Legal,Design,Research,Quality,Security,Program,Accounting,Procurement,Communications"
).split(",")
POSTS = ("Manager", "Analyst", "Engineer", "Specialist", "Consultant", "Coordinator", "Partner", "Advisor", "")
FORMS = ("Inc", "LLC", "Group", "Health", "Systems", "Labs", "Bank", "Foods", "Logistics", "Partners", "Energy")
ANYBODYS = ("mailbox.example", "postbox.example", "webmail.example")
FAMILIES = 30_000
LETTERS = "aeiounrstl"


@dataclass(frozen=True)
class Row:
    """One card, and whose it is."""

    entity: int
    given: str
    family: str
    email: str
    phone: str
    company: str
    title: str


class World:
    """Everybody there could be, drawn from one seed."""

    def __init__(self, seed: int, *, rows: int) -> None:
        self.dice = random.Random(seed)
        self.families = self._words(FAMILIES)
        self.taken: dict[str, int] = {}
        self.companies = [f"{word} {self.dice.choice(FORMS)}" for word in self._words(max(2000, rows // 20))]

    def _words(self, count: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            syllables = self.dice.choices(archive.SYLLABLES, k=self.dice.choice((2, 3, 3, 4)))
            found["".join(syllables).capitalize()] = None
        return list(found)

    def family(self) -> str:
        return self.families[int(len(self.families) * self.dice.random() ** 2)]

    def company(self) -> str:
        return self.companies[int(len(self.companies) * self.dice.random() ** 2.5)]

    def title(self) -> str:
        rank, post = self.dice.choice(RANKS), self.dice.choice(POSTS)
        words = (rank, self.dice.choice(FUNCTIONS), "" if rank.endswith("of") else post)
        return " ".join(word for word in words if word)

    def person(self, entity: int) -> Row:
        dice = self.dice
        given, family, company = dice.choice(GIVEN), self.family(), self.company()
        own = company.split()[0].lower() + ".example" if dice.random() < 0.6 else dice.choice(ANYBODYS)
        box = dice.choice((f"{given}.{family}", f"{given[0]}{family}", f"{given}{family}{dice.randrange(99)}"))
        email = self.address(entity, box, own) if dice.random() < 0.7 else ""
        phone = f"+1{dice.randrange(2_000_000_000, 9_999_999_999)}" if dice.random() < 0.6 else ""
        return Row(entity, given, family, email, phone, company, self.title())

    def people(self, count: int) -> list[Row]:
        """So many people, some of them of one household."""
        found: list[Row] = []
        for entity in range(count):
            one = self.person(entity)
            if found and found[-1].phone and found[-1].given != one.given and self.dice.random() < HOUSEHOLDS:
                one = replace(one, family=found[-1].family, phone=found[-1].phone)
            found.append(one)
        return found

    def address(self, entity: int, box: str, domain: str) -> str:
        """An address that is nobody else's: whoever comes later has a number in it."""
        found, number = f"{box}@{domain}".lower(), 1
        while self.taken.setdefault(found, entity) != entity:
            number += 1
            found = f"{box}{number}@{domain}".lower()
        return found

    def twin(self, row: Row) -> Row:
        """Another card of the same person, years later or from another hand."""
        for change in (self._given, self._family, self._email, self._phone, self._work):
            row = change(row)
        return row

    def _given(self, row: Row) -> Row:
        dice = self.dice
        if row.given in SHORT and dice.random() < 0.35:
            return replace(row, given=SHORT[row.given])
        if dice.random() < 0.15:
            return replace(row, given=self._mistyped(row.given))
        return replace(row, given=row.given[0]) if dice.random() < 0.06 else row

    def _family(self, row: Row) -> Row:
        if self.dice.random() < 0.15:
            return replace(row, family=self._mistyped(row.family))
        return replace(row, family=self.family()) if self.dice.random() < 0.05 else row

    def _email(self, row: Row) -> Row:
        dice = self.dice
        if dice.random() < 0.35:
            return replace(row, email="")
        if dice.random() < 0.25:
            box = f"{row.given}{row.family}"
            return replace(row, email=self.address(row.entity, box, dice.choice(ANYBODYS)))
        return replace(row, email=self._mistyped(row.email)) if row.email and dice.random() < 0.06 else row

    def _phone(self, row: Row) -> Row:
        if self.dice.random() < 0.4:
            return replace(row, phone="")
        if row.phone and self.dice.random() < 0.5:
            digits = row.phone[2:]
            return replace(row, phone=f"({digits[:3]}) {digits[3:6]}-{digits[6:]}")
        return row

    def _work(self, row: Row) -> Row:
        dice = self.dice
        if dice.random() < 0.25:
            return replace(row, company=self.company(), title=self.title())
        if dice.random() < 0.3:
            row = replace(row, company=row.company.split()[0])
        return replace(row, title=self.title()) if dice.random() < 0.3 else row

    def _mistyped(self, word: str) -> str:
        """Two letters turned, one left out, one too many or one wrong."""
        if len(word) < 3:
            return word
        at, letter = self.dice.randrange(len(word) - 1), self.dice.choice(LETTERS)
        turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        rest = word[at + 1 :]
        return self.dice.choice((turned, word[:at] + rest, word[: at + 1] + letter + rest, word[:at] + letter + rest))


def rows(count: int, *, seed: int) -> list[Row]:
    """So many cards in no order, `SHARE` of them twins of others."""
    world = World(seed, rows=count)
    own = int(count * (1 - SHARE))
    found = world.people(own)
    found += [world.twin(found[world.dice.randrange(own)]) for _ in range(count - own)]
    world.dice.shuffle(found)
    return found


def path(count: int, *, seed: int) -> Path:
    return DATA / f"twins_{count}_{seed}.csv"


def write(count: int, *, seed: int) -> Path:
    """The file, made once."""
    file = path(count, seed=seed)
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(".part")
        with aside.open("w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream, lineterminator="\n")
            out.writerow(HEADER)
            for number, row in enumerate(rows(count, seed=seed)):
                out.writerow((number, row.entity, row.given, row.family, row.email, row.phone, row.company, row.title))
        aside.rename(file)
    return file
