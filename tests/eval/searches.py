"""Job searches made from Bob #1 to Bob #2: what each did is drawn event by event, mail by mail, from a seed.

`bold` goes from 0, mostly waiting, to 1, asking openly. Every habit lies between the two Bobs of evidence.md section 6
and strays by itself, so that no search is bold in all or shy in all. Nothing here knows how hardness is measured.
"""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.days import Calendar
from askwell.domain.goals import Goals
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact, Origin, Tie
from askwell.domain.search import Search

CALENDAR = Calendar("America/Chicago", "US")
NOW = datetime(2026, 5, 29, 18, tzinfo=UTC)
WEEKS = 8
POOL = {Tie.CLOSE: 15, Tie.KNOWN: 50, Tie.BARELY: 185}  # evidence.md section 6
TARGETS = ("Tidewell Energy", "Brightmoor", "Harrow Wind", "Fenwick & Lowe")
ELSEWHERE = ("Larkfield Foods", "Pell Logistics", "Quayside Print", "Mossgate Clinics", "Alder Tools")
STRAYS = 0.12  # how far each habit strays from the rest

OPEN = (
    "I was laid off in March and am looking for a planning job.",
    "I am out of work since Meridian closed and looking for a new job.",
    "I lost my job in March and am looking for work as a planner.",
)
COY = ("I am exploring what comes next.", "Things are changing a bit for me these days.", "I hope you are well.")
CLEAR = (
    "Which course helped you most when you moved into planning?",
    "How is the planning team at your place organized?",
    "Which two skills would you look for in a planner?",
)
VAGUE = ("Let me know if you hear of anything.", "Any thoughts are welcome.", "Keep me in mind.")


@dataclass(frozen=True, slots=True)
class Habits:
    """What somebody does: asks a week, and how often the rest, each a share."""

    asks: float
    clear: float
    open: float
    alone: float
    far: float
    targets: float
    remind: float
    thanks: float
    in_time: float
    give: float
    gatherings: float
    reply: float
    helps: float
    names: float


BOB_1 = Habits(
    asks=2, clear=0.25, open=0.15, alone=0.75, far=0.25, targets=0.05, remind=0.3, thanks=0.45, in_time=0.4, give=0.04,
    gatherings=1.5, reply=0.49, helps=0.45, names=0.12,
)  # fmt: skip
BOB_2 = Habits(
    asks=15, clear=0.95, open=0.95, alone=0.98, far=0.65, targets=0.35, remind=0.9, thanks=0.97, in_time=0.95,
    give=0.35, gatherings=0.5, reply=0.57, helps=0.75, names=0.5,
)  # fmt: skip


def habits(bold: float, dice: random.Random) -> Habits:
    """Between the two Bobs, each habit straying by itself and kept within what can be."""
    found = {}
    for name in Habits.__slots__:
        shy, hard = getattr(BOB_1, name), getattr(BOB_2, name)
        at = min(1.1, max(-0.1, bold + dice.gauss(0, STRAYS)))
        value = max(0.0, shy + (hard - shy) * at)
        found[name] = value if name in {"asks", "gatherings"} else min(1.0, value)
    return Habits(**found)


def row(count: int, *, seed: int) -> list[tuple[float, Search]]:
    """So many searches from Bob #1 to Bob #2, at even steps, each with how bold it was made."""
    steps = [at / (count - 1) for at in range(count)]
    return [
        (bold, made(habits(bold, random.Random(f"{seed}/{at}")), seed=f"{seed}/{at}")) for at, bold in enumerate(steps)
    ]


def made(how: Habits, *, seed: str) -> Search:
    """One search of eight weeks with these habits."""
    return _Maker(how, random.Random(f"events {seed}")).search()


@dataclass
class _Maker:
    """A search while its events are drawn."""

    how: Habits
    dice: random.Random
    contacts: dict[str, Contact] = field(default_factory=dict)
    interactions: list[Interaction] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def search(self) -> Search:
        self._people()
        day = NOW - timedelta(weeks=WEEKS)
        while day < NOW:
            if CALENDAR.is_working(CALENDAR.day(day)):
                for _ in range(self._drawn(self.how.asks / 5)):
                    self._ask(day + timedelta(minutes=self.dice.randrange(240)))
                for _ in range(self._drawn(self.how.gatherings / 5)):
                    self._gathering(day)
            day += timedelta(days=1)
        past = [one for one in self.interactions if one.at < NOW]
        kept = {one.id for one in past}
        return Search(
            goals=Goals(name="Alice Marlowe", zone=CALENDAR.zone, country="US", roles=("Planner",), companies=TARGETS),
            since=date(2026, 4, 1),
            contacts=self.contacts,
            interactions=tuple(sorted(past, key=lambda one: one.at)),
            cues=tuple(cue for cue in self.cues if cue.interaction in kept),
        )

    def _drawn(self, mean: float) -> int:
        """Poisson, for small means."""
        count, left = 0, self.dice.expovariate(1.0)
        while left < mean:
            count, left = count + 1, left + self.dice.expovariate(1.0)
        return count

    def _happens(self, share: float) -> bool:
        return self.dice.random() < share

    def _people(self) -> None:
        for tie, count in POOL.items():
            for _ in range(count):
                self._person(tie)

    def _person(self, tie: Tie) -> str:
        key = f"p{len(self.contacts)}"
        company = self.dice.choice(TARGETS if self._happens(0.15) else ELSEWHERE)
        name = f"{self.dice.choice(GIVEN)} {self.dice.choice(FAMILY)}{len(self.contacts)}"
        self.contacts[key] = Contact(id=key, name=name, company=company, tie=tie)
        return key

    def _whom(self) -> str:
        """Somebody new, as far away and as near to her targets as her habits are."""
        far, target = self._happens(self.how.far), self._happens(self.how.targets)
        left = [one for one in self.contacts.values() if one.id not in self.asked]
        fits = [one for one in left if (one.tie is Tie.BARELY) is far and (one.company in TARGETS) is target]
        return self.dice.choice(fits or left).id

    def _ask(self, at: datetime) -> None:
        who = self._whom()
        clear = self._happens(self.how.clear)
        status = self.dice.choice(OPEN if self._happens(self.how.open) else COY)
        text = f"Hello, {status} {self.dice.choice(CLEAR if clear else VAGUE)}"
        self.asked.add(who)
        others = () if self._happens(self.how.alone) else (self._whom(), self._whom())
        self._wrote(who, at, CueType.ASK, text=text, others=others)
        if self._happens(self.how.reply):
            self._answer(who, at + timedelta(hours=self.dice.randrange(3, 60)))
        elif self._happens(self.how.remind):
            self._wrote(who, at + timedelta(days=5), text="Did you see my note?")

    def _answer(self, who: str, at: datetime) -> None:
        if not self._happens(self.how.helps):
            self._heard(who, at, CueType.DECLINE, text="Sorry, I can't help with that.")
            return
        self._heard(who, at, CueType.HELP, text="Happy to. Read the planning handbook first.")
        for _ in range(self._drawn(self.how.names)):
            found = self._person(Tie.NEW)
            self._heard(who, at, CueType.REFERRAL, text=f"Talk to {self.contacts[found].name}.", named=found)
            if self._happens(self.how.in_time):
                self._wrote(found, at + timedelta(days=1), text="I was told to write to you.")
        if self._happens(self.how.thanks):
            hours = self.dice.randrange(2, 22) if self._happens(self.how.in_time) else self.dice.randrange(40, 200)
            self._wrote(who, at + timedelta(hours=hours), CueType.THANKS, text="Thank you for the advice.")
        if self._happens(self.how.give):
            self._wrote(who, at + timedelta(days=3), CueType.GIVEN, text="Here is the article you asked about.")

    def _gathering(self, at: datetime) -> None:
        people = tuple(self.dice.sample(sorted(self.contacts), 4))
        self._add(
            people, at, Channel.MEETING, Direction.BOTH, subject="Planners' breakfast", end=at + timedelta(hours=2)
        )

    def _wrote(self, who: str, at: datetime, *told: CueType, text: str, others: tuple[str, ...] = ()) -> None:
        self._add((who, *others), at, Channel.EMAIL, Direction.OUT, *told, text=text)

    def _heard(self, who: str, at: datetime, *told: CueType, text: str, named: str = "") -> None:
        self._add((who,), at, Channel.EMAIL, Direction.IN, *told, text=text, named=named)

    def _add(
        self, people: tuple[str, ...], at: datetime, channel: Channel, direction: Direction, *told: CueType,
        named: str = "", **facts: object,
    ) -> None:  # fmt: skip
        key = f"i{len(self.interactions)}"
        made = Interaction(
            id=key, at=at, channel=channel, direction=direction, people=people, group=len(people) > 1,
            thread="" if channel is Channel.MEETING else f"t-{people[0]}",
            origin=Origin("mail.mbox", len(self.interactions)),
        )  # fmt: skip
        self.interactions.append(replace(made, **facts))  # type: ignore[arg-type]
        for kind in told:
            cue = Cue(kind, id=f"q{len(self.cues)}", interaction=key, answer=Answer.YES)
            if named:
                cue = replace(cue, people=(self.contacts[named].name,), contacts=(named,))
            self.cues.append(cue)


GIVEN = (
    "Ana Ben Cleo Dario Edda Farid Greta Hugo Inga Jonas Kira Lars Mona Nils Olga Pavel Rosa Sven Tilda Vera".split()
)
FAMILY = "Ashford Brandt Calder Duval Eklund Fenner Garner Holm Imber Joyce Kern Lund Marsh North Oakes Pryor".split()
