"""The workshop: companies in order, five questions with what follows from each, and what she can build on."""

from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.http import HttpResponse

from askwell.actions import memory
from askwell.actions import workshop as actions
from askwell.domain.goals import Goals
from askwell.guide import clarity
from askwell.method import goals as tip_two
from askwell.web import blanks
from askwell.web.page import Request, change, changed, go, number, show
from askwell.web.parts import Act
from askwell.web.workshop_form import JOB, WorkshopForm

NO_GOALS = Act("Say what you are looking for", href="/goal")


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five: its number, words, field, and what follows from the answer, or what would help next."""

    number: int
    words: str
    field: BoundField
    after: str

    @property
    def key(self) -> str:
        return self.field.name


@dataclass(frozen=True, slots=True)
class Company:
    """A company in her list; `here` where she moved it just now."""

    place: int
    name: str
    first: bool
    last: bool
    here: bool


def workshop(request: Request) -> HttpResponse:
    goals = memory.facts(request.desk).goals
    if not goals.said:
        return show(request, "workshop/no_goals.html", act=NO_GOALS)
    form = WorkshopForm(request.POST if request.method == "POST" else None, goals=goals)
    if request.method != "POST":
        return _page(request, form, goals)
    if not form.is_valid():
        return _page(request, form, goals, status=422)
    done = actions.answer(request.desk, form.answers(), job=form.job(), **form.more())
    return changed(request, done, to="workshop")


def _page(request: Request, form: WorkshopForm, goals: Goals, *, status: int = 200) -> HttpResponse:
    found = clarity.echoes(goals)
    return show(
        request,
        "workshop/workshop.html",
        status=status,
        form=form,
        questions=_questions(form, goals),
        echoes=found,
        of_all=clarity.said_of_all(found),
        friends=actions.friends(request.desk),
        companies=_companies(goals, here=number(request.GET.get("at", "")) or 0),
        many=len(goals.companies) >= tip_two.AIM_OF_COMPANIES,
        aim=tip_two.AIM_OF_COMPANIES,
        job=[form[name] for name in JOB],
    )


def _questions(form: WorkshopForm, goals: Goals) -> list[Question]:
    asked = enumerate(tip_two.clarity(goals), 1)
    return [Question(n, one.question, form[one.key], one.effect if one.answer else one.next) for n, one in asked]


def _companies(goals: Goals, *, here: int) -> list[Company]:
    last = len(goals.companies)
    return [
        Company(place, name, first=place == 1, last=place == last, here=place == here)
        for place, name in tip_two.ranked(goals)
    ]


@change
def order(request: Request) -> HttpResponse:
    """One company moves: the button that was pressed names both."""
    how = next((one for one in actions.MOVES if one in request.POST), "")
    company = request.POST.get(how, "")
    done = actions.move(request.desk, company, how)
    listed = request.desk.goals.companies
    at = f"?at={listed.index(company) + 1}" if company in listed else "#companies"  # a mark would keep the focus away
    return changed(request, done, to=f"/workshop{at}")


@change
def add(request: Request) -> HttpResponse:
    """More companies, behind those there are."""
    named = blanks.listed(request.POST.get("more", "")[:4000].replace("\x00", ""))
    return changed(request, actions.add(request.desk, named), to="/workshop#companies") if named else go("workshop")
