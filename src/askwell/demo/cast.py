"""The made-up people: names, companies and titles to draw from; nobody in it lives, all addresses end in .example."""

import random
import unicodedata
from dataclasses import dataclass

GIVEN = tuple(
    "Ada Amara Anders Anneke Bea Beatriz Bram Caleb Carmen Chidi Clara Dario Delia Dmitri Edda Elif Emil Esme "
    "Farah Fabian Finn Freya Gideon Greta Hana Hassan Helene Hugo Ida Imre Ines Ivo Jonas Josefa Juno Kaja Kofi "
    "Lars Leila Linnea Lucia Magnus Maren Mateo Mei Milo Mina Nadia Noor Oskar Paloma Petra Quentin Rafael Ravi "
    "Rhea Rosalind Samira Selma Silas Sofia Sunita Tariq Thea Tomas Una Valentin Vera Viktor Wanda Willa Xenia "
    "Yara Yusuf Zelda Zora".split()
)
FAMILY = tuple(
    "Abbot Achterberg Adeyemi Almeida Asante Bakker Barros Bellweather Bianchi Brandvold Calloway Castellan Cho "
    "Corrigan Dahl Delacroix Demir Dunmore Eckhart Eriksen Fairbairn Falk Farrow Fontaine Gallagher Garrick "
    "Halloran Hartigan Haugen Hendry Ibarra Imada Jansen Jarvis Kaplan Keller Kowalska Kristensen Lachance Larkin "
    "Lindgaard Lomax Marchetti Mbeki Merriweather Moreau Nakata Novak Nyström Oakes Okonkwo Oyelaran Paget "
    "Pereira Quist Rahimi Rasmussen Redfern Rosetti Sandoval Sato Schreiber Sinclair Solberg Stavros Tanaka "
    "Thackeray Tolliver Ueda Vance Varga Verhoeven Wadsworth Wexford Winslow Yilmaz Zamora Zielinski".split()
)
COMPANIES = {
    "Fernhill Outdoor": "outdoor clothing",
    "Cascade Grain": "food",
    "Bluejay Parcel": "parcel delivery",
    "Northgate Cold Storage": "food",
    "Tamarack Tools": "tools",
    "Willow & Finch": "furniture",
    "Harbor Lane Foods": "food",
    "Stonebridge Medical": "medical devices",
    "Larkspur Coffee": "food",
    "Pinecrest Paper": "paper",
    "Redwing Freight": "freight",
    "Summit Ridge Bikes": "bicycles",
    "Tidewater Logistics": "freight",
    "Marigold Grocers": "grocery",
    "Copperline Energy": "energy",
    "Halcyon Software": "software",
}
TITLES = (
    "Operations Manager", "Head of Operations", "Warehouse Manager", "Logistics Coordinator", "Supply Chain Analyst",
    "VP Supply Chain", "Plant Manager", "Buyer", "Customer Success Lead", "Recruiter", "HR Business Partner",
    "Talent Acquisition Partner", "Account Executive", "Software Engineer", "Nurse", "Teacher", "Controller",
    "Marketing Manager", "Product Designer", "Consultant", "Founder", "Director of Fulfillment", "Transport Planner",
    "Quality Manager", "Continuous Improvement Lead", "Chief Operating Officer", "Photographer", "Attorney",
)  # fmt: skip
ELSEWHERE = {  # what nobody is at a company of the list, and where one is it
    "Nurse": "Riverview Clinic",
    "Teacher": "Alder Street School",
    "Photographer": "Self-employed",
    "Attorney": "Pell & Osgood",
}
IN_TRADE = frozenset({
    "Operations Manager", "Head of Operations", "Warehouse Manager", "Logistics Coordinator", "Supply Chain Analyst",
    "VP Supply Chain", "Plant Manager", "Buyer", "Director of Fulfillment", "Transport Planner", "Quality Manager",
    "Continuous Improvement Lead", "Chief Operating Officer",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One of the made-up people; `slug` is the end of a profile's address, "" for those without one."""

    name: str
    company: str
    title: str
    email: str
    slug: str
    phone: str = ""

    @property
    def given(self) -> str:
        return self.name.split()[0]


def plain(text: str) -> str:
    """ASCII letters only, for addresses."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(c for c in letters.lower() if c.isalnum() or c == " ").replace(" ", "-")


def draw(dice: random.Random, *, count: int) -> list[Person]:
    """`count` people with different names."""
    names: list[str] = []
    while len(names) < count:
        name = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
        if name not in names:
            names.append(name)
    return [person(dice, name) for name in names]


def person(dice: random.Random, name: str, *, company: str = "", title: str = "") -> Person:
    title = title or dice.choice(TITLES)
    company = company or ELSEWHERE.get(title) or dice.choice(tuple(COMPANIES))
    first, *_, last = name.split()
    given, family = plain(first), plain(last)
    private = dice.random() < 0.4 or company == "Self-employed"
    host = "example.net" if private else f"{plain(company).replace('-', '')}.example"
    return Person(
        name=name,
        company=company,
        title=title,
        email=f"{given}.{family}@{host}",
        slug=f"{given}-{family}-{dice.randrange(1000, 9999)}",
        phone=f"+1 503 555 01{dice.randrange(100):02d}" if dice.random() < 0.6 else "",
    )
