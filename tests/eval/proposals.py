"""How particular proposed questions are: of all kinds for any goal, clean in a letter, others for other work."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tests.eval.titles import labeled

from askwell.domain.goals import Goals, NeedKind
from askwell.domain.people import Contact, Tie
from askwell.guide.drafts import Composer
from askwell.guide.review import check
from askwell.identity.wanted import wanted
from askwell.method.goals import propose_needs

ROLES = (
    *("Nurse", "Sous chef", "Welder", "CFO", "Primary school teacher", "Supply planner", "Truck driver", "VP People"),
    *(
        "Junior developer",
        "Data scientist",
        "Head of sales",
        "Buyer",
        "Journalist",
        "Paralegal",
        "Electrician",
        "Pastor",
    ),
    *("Pflegefachkraft", "Bauleiter", "Office manager", "Hairdresser", "Farmer", "UX designer", "Postdoc", "Recruiter"),
    *("Social worker", "Police officer", "Musician", "Real estate agent", "Mechanical engineer", "Accountant", "Baker"),
    *("Librarian", "Quality engineer", "Product manager", "Science writer", "Chief of staff", "Pharmacist", "Intern"),
    *("Zoo keeper", "Event manager", "Sustainability manager", "Compliance officer", "Policy analyst", "Fundraiser"),
)
ODD = (
    Goals(roles=("Anything",), places=("Remote",)),
    Goals(statement="I don’t know yet what I want."),
    Goals(statement="I want to heal animals."),
    Goals(companies=("Cascade Grain",)),
    Goals(fields=("dairy",), places=("the Midwest",)),
    Goals(roles=("new graduate",), fields=("marketing",), places=("Berlin or remote",)),
)
COMPANIES = ("Tidewell", "Corvane", "Ostara")
PLACES = (("Portland",), ("Remote",), ("Leeds",), ())
RULES = frozenset({"vague-ask", "asks-referral"})
UNKNOWN = "Snubber"  # a title that tells no line of work
MOST = 3  # lines of work of ten in which a question may stand and still be a particular one
NOTE = """\
The searches were written by the maker of the questions, so they show that none falls through, not how a stranger
would judge them; the 100 titles are those of O*NET that nobody looked at while the lists of titles were made. One
counts as particular where, the names and the job taken out, a line of work that nobody knows would not be asked it, and
it is asked in fewer than a third of the searches; that a common one names the job does not count.
"""


@dataclass
class Figures:
    """What was counted over the searches."""

    searches: int = 0
    questions: int = 0
    whole: int = 0
    clean: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    common: set[str] = field(default_factory=set)

    def add(self, goals: Goals) -> None:
        proposed = propose_needs(goals)
        self.searches += 1
        self.whole += {need.kind for need in proposed} == set(NeedKind)
        if goals.roles:
            nobodys = replace(goals, roles=(UNKNOWN,))
            self.common |= {plain(need.question, nobodys) for need in propose_needs(nobodys)}
        composer = Composer.of(goals, today=date(2026, 4, 1))
        for need in proposed:
            self.questions += 1
            self.forms[plain(need.question, goals)] += 1
            company = need.serves if need.serves in goals.companies else ""
            ana = Contact("a", "Ana Lindqvist", addresses=("ana@example.com",), company=company, tie=Tie.KNOWN)
            text = composer.ask(ana, need=need, channel="email").text
            self.clean += RULES.isdisjoint(one.rule for one in check(text, goals=goals))

    @property
    def particular(self) -> int:
        """Questions that few searches share, and that are not those of any work whatever."""
        few = {form: count for form, count in self.forms.items() if count * MOST < self.searches}
        return sum(count for form, count in few.items() if form not in self.common)


def plain(question: str, goals: Goals) -> str:
    """The question without the names and the job that it is filled with."""
    look = wanted(goals)
    for name in (*goals.companies, *goals.places, *goals.fields, goals.statement, look.job, look.role):
        question = question.replace(name, "…") if name else question
    return question


def searches(roles: Sequence[str] = ROLES) -> list[Goals]:
    return [
        Goals(
            name="Dana Whitfield",
            status_line="I left Halvorsen in March and am looking for work.",
            roles=(role,),
            companies=COMPANIES[: number % 4],
            places=PLACES[number % len(PLACES)],
        )
        for number, role in enumerate(roles)
    ]


def figures(limit: int | None = None) -> Figures:
    return of([*searches(), *ODD][:limit])


def of(told: Iterable[Goals]) -> Figures:
    found = Figures()
    for goals in told:
        found.add(goals)
    return found


def report() -> str:
    """All figures as Markdown."""
    found, drawn = figures(), of(searches([one.title for one in labeled("counted")]))
    rows = {
        "searches with questions of all four kinds": _share(found.whole, found.searches),
        "questions that are not vague, and ask for no referral, by the review of a letter": _share(
            found.clean, found.questions
        ),
        "questions particular to a line of work": _share(found.particular, found.questions),
        "the same for 100 titles drawn at random": _share(drawn.particular, drawn.questions),
        "questions of different wording": str(len(found.forms)),
    }
    head = f"## proposals: {found.questions} questions of {found.searches} searches\n"
    table = [f"| {figure} | {value} |" for figure, value in rows.items()]
    return "\n".join([head, "| figure | value |", "|---|---|", *table, "", NOTE])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%} ({part} of {whole})"
