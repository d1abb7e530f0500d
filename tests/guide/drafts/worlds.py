"""Made-up searches, each from a number: goals, people and what passed between them, and the letters that follow.

The generator knows all that it gave, so that whatever else stands in a letter was invented.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from askwell.domain.gifts import Gift, GiftKind
from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft, ReferralKind
from askwell.guide.drafts import Came, Composer, Helped, Pointed, Reminded, is_stranger, unlike

NAMELESS = 0.08  # have no family name
TODAY = date(2026, 3, 20)
WRITTEN = ("email", "linkedin", "text")
FIRST = (
    "Ana Bo Céline Dmitri Łukasz Mei-Ling Sasha Ulla Zoë Jürgen Käthe Søren Ifeoma Ngozi Tomasz Aoife Siobhán Hiro "
    "Leila Omar Priya Rahul Vusi Wanjiru Xochitl Yusuf Noor Inés José Björn Grete Anneliese Kofi Amara Luca Chiara "
    "Pavel Oksana Mirela Dana-Marie Jean-Luc Tuan Linh Farid Zeynep Emre Ewa Jiří Ottilie Gwen"
).split()
LAST = [
    *"Ruiz Li Okafor Nowak-Ellis Ng Saint-Exupéry Übel Quartey Ito Müller Groß Østergård O’Brien MacLeod Weiß Adeyemi "
    "Sørensen Fuchs Lindqvist Petrov Castellanos Haddad Tanaka Nakamura Roe Orr Webb Pruitt Tesch Vogel".split(),
    "van der Berg",
    "de la Cruz",
    "von Hagen",
]
FIRMS = (
    "Corvane Medical|Elsewhere GmbH|Alder & Finch LLP|Great Lakes Grocers|Ostara Foods|Tidewell|Harrow Wind|"
    "Kestrel Analytics|Münsterbräu AG|Sankt-Georg-Klinik|3F Logistics|The Paper Mill|Nordlicht Energie|Blue Heron|"
    "Juniper Trust|Oakhurst University|Vela Robotics|Pemberton & Sons|Quarry Street Bakery|Self-employed|"
    "City of Marlow|St. Brigid Hospital|Hartnell Paper|Brightwater Dairy|Solvane|Ridgeline Outfitters"
).split("|")
TITLES = (
    "Buyer|VP Operations|Director, S&OP|Recruiter|Nurse|Head of Forecasting|Founder|Attorney|Teacher|Data Analyst|"
    "Leiterin Einkauf|Supply Planner|Software Engineer|CFO|Account Executive|Journalist|Pastor|Warehouse Manager|"
    "Consultant|HR Business Partner|Partner|Student|Retired|Marketing Manager|Controller"
).split("|")
MET = (
    "book club|met at a fair in Bologna|worked with me at Halvorsen|we sat on a panel|my cousin|pallet wars, 2014|"
    "shared a desk for two years|choir|studied together in Graz|from the dog park|we ran the 10k in 2019|"
    "Worked for me at Halvorsen|my ex-boss, awful|taught my daughter piano|at the night school"
).split("|")
DEEDS = (
    "read my cover letter|explained how the panel works|feedback on my CV|drove me to the interview|help|"
    "which certificate is worth its money|your list of questions|showed me how to read a balance sheet"
).split("|")
QUOTES = (
    "Never send a plan on a Friday.|Ask for the plant tour, it tells you everything.|Bring two numbers and one story.|"
    "short answer: no idea, sorry|The first round is two people and a stopwatch.|"
    "Look at the contract before you look at the title."
).split("|")
QUESTIONS = (
    "Which certificate matters most for planners?|How far ahead do you plan carriers?|Does my CV read as senior?|"
    "How is planning organized there, and what is hard about it?|Which skill would you learn first in my place?|"
    "Would you say that smaller firms plan better?"
).split("|")
NEWS = (
    "I heard back from {who} on Tuesday, and we met yesterday.|"
    "I heard back from {who} yesterday, and we are meeting next week|We met yesterday, and {who} asked for my CV"
).split("|")
TALKS = ("Coffee with {who}", "Call: {who}", "Lunch, corner shop", "Walk", "Interview prep")
ROLES = (
    ("Demand Planning Manager", "S&OP Manager"), ("Nurse",), ("Data analyst",), ("Office manager",), (),
    ("Head of Engineering",), ("Warehouse manager",), ("Accountant", "Controller"), ("Teacher",),
)  # fmt: skip
FIELDS = ((), ("food and beverage",), ("wind energy",), ("health care",), ("logistics", "retail"))
PLACES = ((), ("Milwaukee",), ("Köln",), ("Portland", "Seattle"), ("remote",))
PEOPLE = ((), ("heads of planning",), ("people who run small plants", "people who plan spare parts"))
COMPANIES = ("dairies", "family firms", "hospitals")
STRENGTHS = (
    (), ("forecasting short-dated food", "explaining S&OP without jargon"), ("Excel",), ("patient",),
    ("supplier negotiations", "writing plain reports", "SQL"), ("calm in the peak season", "budgets"),
)  # fmt: skip
STATEMENTS = (
    "", "I want to bring calm to food supply.", "Planning lead for food companies", "To run a ward where people stay",
    "My goal is demand planning in the food business. It is time.",
    "I want to lead a small team that keeps turbines turning, in a company that thinks in decades and not in quarters.",
)  # fmt: skip
GIFTS = (
    GiftKind.PUT_IN_TOUCH,
    GiftKind.VACANCY,
    GiftKind.RECOMMENDATION,
    GiftKind.HAND,
    GiftKind.READING,
    GiftKind.ASK_BACK,
)
STATUS_LINES = (
    "", "Halvorsen closed its Milwaukee office on February 13, so I am out of work and looking.",
    "My contract with Meridian ended in January, and I am looking for my next job.", "Exploring what comes next.",
    "I was laid off in the spring.",
)  # fmt: skip


@dataclass
class World:
    """One search. `rich` tells what share of what can be known about people is known."""

    number: int
    rich: float = 0.8
    goals: Goals = field(init=False)
    people: list[Contact] = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.number)
        self.goals = self._goals()
        self.people = list(self._people(self.rng.randint(40, 55)))

    def maybe(self, *things: str) -> str:
        return self.rng.choice(things) if self.rng.random() < self.rich else ""

    def day(self, *, most: int = 20) -> date:
        return TODAY - timedelta(days=self.rng.randint(0, most))

    def _goals(self) -> Goals:
        pick, rng = self.rng.choice, self.rng
        roles: tuple[str, ...] = pick(ROLES)
        fields: tuple[str, ...] = pick(FIELDS)
        if not (roles or fields):
            roles = ("Nurse",)
        firms = tuple(rng.sample(FIRMS[:8], rng.choice((0, 1, 4, 6))))
        kinds = pick(PEOPLE)
        needs = tuple(Need(NeedKind.ADVICE, q, next(iter(roles or fields))) for q in rng.sample(QUESTIONS, 2))
        ended = date(2026, 2, 1) if rng.random() < 0.6 else None
        return Goals(
            name=pick(("Dana Whitfield", "Łucja", "Renate Öztürk-Groß", "Ned O’Malley")),
            statement=pick(STATEMENTS),
            country="US" if self.number % 2 else "",
            status=Status.EMPLOYED if rng.random() < 0.25 else Status.IN_TRANSITION,
            status_line=pick(STATUS_LINES),
            roles=roles,
            fields=fields,
            places=pick(PLACES),
            companies=firms,
            kinds_of_people=kinds,
            kinds_of_company=(pick(COMPANIES),) if rng.random() < 0.5 else (),
            strengths=pick(STRENGTHS),
            needs=needs if rng.random() < 0.3 else (),
            positions=(Position("Halvorsen Foods", "Senior Manager", date(2015, 1, 1), ended),),
        )

    def _people(self, count: int) -> Iterator[Contact]:
        rng, names = self.rng, dict[str, None]()
        while len(names) < count:
            first = rng.choice(FIRST)
            names[first if rng.random() < NAMELESS else f"{first} {rng.choice(LAST)}"] = None
        for number, name in enumerate(names):
            yield self._person(f"c{number}", name)

    def _person(self, key: str, name: str) -> Contact:
        rng = self.rng
        told = rng.random() < self.rich
        exchanges = rng.randint(0, 9) if told else 0
        last = datetime(2026, 3, 18, tzinfo=UTC) - timedelta(days=rng.choice((0, 9, 40, 200, 700, 2000)))
        linked = rng.random() < self.rich * 0.6
        return Contact(
            id=key, name=name, addresses=("x@example.com",) * (rng.random() < 0.8), note="owes me money",
            company=self.maybe(*FIRMS), title=self.maybe(*TITLES), met=rng.choice(MET) if rng.random() < 0.3 else "",
            tie=rng.choice(tuple(Tie)), sent=exchanges, received=exchanges, last=last if exchanges else None,
            former=rng.choice(((), (), ("Halvorsen Foods",), (rng.choice(FIRMS),))), dormant=rng.random() < 0.2,
            connected_on=date(2019, 2, 6) + timedelta(days=rng.randint(0, 2400)) if linked else None,
        )  # fmt: skip

    def composer(self) -> Composer:
        return Composer.of(self.goals, today=TODAY)

    def letters(self) -> Iterator["Sent"]:
        """A letter to each, of one kind or another; half of them are asks."""
        said, composer = set[str](), self.composer()
        for person in self.people:
            occasion = self._occasion(person)
            draft = unlike(composer, occasion.write, said)
            assert draft is not None
            yield Sent(person, draft, occasion.known, gift=occasion.what == "giving")

    def _occasion(self, person: Contact) -> "_Occasion":
        rng = self.rng
        channel = rng.choice((*WRITTEN, "email", "phone"))
        if rng.random() < 0.5:
            return _Occasion("ask", person, channel, None)
        others = [one.name for one in rng.sample(self.people, 3) if one.name != person.name]
        other, between = others[:2]
        day, kind = self.day(), rng.choice(tuple(ReferralKind))
        helped = rng.choice(
            (
                Helped(day, rng.choice(QUOTES), quoted=True, asked=self.maybe(*QUESTIONS)),
                Helped(day, rng.choice(TALKS).format(who=person.name), talk=True, asked=self.maybe(*QUESTIONS)),
                Helped(day, rng.choice(DEEDS)),
                Helped(day, person=other, kind=kind, wrote=rng.choice((None, self.day(most=3)))),
                Helped(day),
            )
        )
        what = rng.choice(("nudge", "nudge", "nudge", "thanks", "thanks", "closing", "referred", "landed", "giving"))
        about = Reminded(
            self.maybe(*QUESTIONS), day - timedelta(days=3), last=rng.random() < 0.5,
            offer=self.maybe("Happy to read it.", "", ""), taken=rng.random() < 0.5,
        )  # fmt: skip
        led = rng.choice((other, other, ""))
        came = Came(
            self.maybe(*NEWS).format(who=other), person=led, kind=kind,
            link=rng.choice(("", between)) if led else "", helped=helped, good=rng.random() < 0.7,
        )  # fmt: skip
        gift = Gift(rng.choice(GIFTS), "An idea.", other, rng.choice(FIRMS))
        gift = replace(gift, about="Excel, budgets") if gift.kind is GiftKind.HAND else gift
        gift = replace(gift, about="Buyer") if gift.kind is GiftKind.VACANCY else gift
        pointed = Pointed(other, kind, day)
        job = (self.maybe("Planner"), self.maybe("Ostara Foods"))
        return _Occasion(what, person, channel, (helped, about, came, gift, pointed, job))


Known = tuple[Helped, Reminded, Came, Gift, Pointed, tuple[str, str]]


@dataclass
class _Occasion:
    """What a letter is for, and all that is known for it."""

    what: str
    person: Contact
    channel: str
    known: Known | None

    def write(self, by: Composer) -> Draft:
        if self.known is None:
            return by.ask(self.person, channel=self.channel)
        helped, about, came, gift, pointed, (title, company) = self.known
        return {
            "nudge": lambda: by.nudge(self.person, about, channel=self.channel),
            "thanks": lambda: by.thanks(self.person, (helped,), channel=self.channel),
            "closing": lambda: by.closing(self.person, came, channel=self.channel),
            "referred": lambda: by.referred(self.person, pointed, channel=self.channel),
            "giving": lambda: by.giving(self.person, gift, helped=helped, channel=self.channel),
            "landed": lambda: by.landed(self.person, title=title, company=company, helped=helped, channel=self.channel),
        }[self.what]()


@dataclass(frozen=True)
class Sent:
    """A letter and what was known for it."""

    person: Contact
    draft: Draft
    known: Known | None
    gift: bool = False

    @property
    def stranger(self) -> bool:
        return is_stranger(self.person)
