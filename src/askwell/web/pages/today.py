"""Today: a short list with reasons and ready words, that can be finished."""

from collections.abc import Sequence
from functools import partial

from django.http import HttpResponse

from askwell.actions import asides, day, drafting, memory, noticed, persons, wishes
from askwell.actions.allies import allies
from askwell.actions.day import Look
from askwell.actions.desk import Desk
from askwell.actions.history import lately
from askwell.domain.plans import StepKind
from askwell.domain.search import Phase
from askwell.web.bringing.cut_off import cut_off
from askwell.web.page import Request, go, show
from askwell.web.parts import Act
from askwell.web.parts.words import counted, number
from askwell.web.remarks import remark_of
from askwell.web.steps import Row, row

MANY = 20  # up to which things that wait are counted; beyond, a number would only loom
FEW_MINUTES = 20  # up to which minutes are told one by one, and to the nearest five beyond
DEEDS = ("sent", "log", "applied")  # changes that are things done
RESTING = "Rest well"
ALL = "That is all for today, and whatever is left will keep. Enjoy the rest of the day."
WAITS = "Nothing is lost. It all waits just as it is, for as long as you like."
SIZE = 5  # things of a day that she has not chosen another size for: what one can finish
WAKE = Act("I would like to do something after all", post="/today/wake")
PAUSED = Act("Go on with my search", post="/today/resume")
OTHERWISE = (
    Act("Give me an easier one", post="/today/easier"),
    Act("Rest day", post="/today/rest"),
    Act("Pause my search", post="/today/pause"),
)


def home(request: Request) -> HttpResponse:
    """Where one begins: the first page of the notebook while it is empty, else today's."""
    return go("today" if has_begun(request.desk) else "welcome")


def has_begun(desk: Desk) -> bool:
    """Whether anything stands in the notebook."""
    return memory.facts(desk).goals.said or bool(memory.contacts(desk))


def today(request: Request) -> HttpResponse:
    desk = request.desk
    look = day.look(desk, size=SIZE)
    rows, giving = _rows(desk, look)
    return show(
        request,
        "today/today.html",
        day=look.day.date,
        heading=_heading(look, rows, name=memory.facts(desk).goals.name.partition(" ")[0]),
        lede=_lede(look, rows),
        cut_off=cut_off(desk),
        rows=rows,
        giving=giving,
        way_on=_way_on(look),
        waiting=_waiting(desk),
        done=_done_today(desk),
        aside=_aside(desk),
        sizes=wishes.SIZES,
        size=wishes.read_wishes(desk).size or SIZE,
        otherwise=_otherwise(look, rows),
        remark=remark_of("today", look.day.date),
    )


def _rows(desk: Desk, look: Look) -> tuple[list[Row], Row | None]:
    """The steps of the day as rows, and the one way to give back apart."""
    helped = allies(desk)
    named = {promise.id: promise.name for promise in memory.promises(desk) if not promise.to}
    by = partial(persons.goes_by, desk)

    def rows(*, giving: bool) -> list[Row]:
        steps = (step for step in look.day.steps if (step.kind is StepKind.GIVE) is giving)
        return [
            row(step, look.names, aims=look.aims, first=not at and not giving, allies=helped, named=named, goes_by=by)
            for at, step in enumerate(steps)
        ]

    return rows(giving=False), next(iter(rows(giving=True)), None)


def _heading(look: Look, rows: Sequence[Row], *, name: str) -> str:
    """What is so, with her name where it is known: Five small things today, Nora."""
    called = f", {name}" if name else ""
    if look.phase is Phase.LANDED:
        return f"You have landed{called}"
    if look.day.rests:
        return f"{RESTING}{called}"
    if look.phase is Phase.PAUSED and not rows:
        return f"Your search rests{called}"
    if not rows:
        return f"Done for today{called}"
    if look.day.steps[0].kind is StepKind.START:
        return f"Let us begin{called}"
    return f"{counted(len(rows), 'small thing').capitalize()} today{called}"


def _lede(look: Look, rows: Sequence[Row]) -> str:
    if look.day.rests:
        return "Today is a day of rest. Nothing is lost; tomorrow it stands here again."
    if not rows:
        return WAITS if look.phase is Phase.PAUSED else ALL
    if look.phase is Phase.PAUSED:
        return "Your search rests. Here is only what you would like to say to others."
    if look.phase is Phase.LANDED:
        return "Here are only thanks, and good news for those who helped."
    minutes = sum(one.minutes for one in rows)
    about = minutes if minutes < FEW_MINUTES else round(minutes / 5) * 5
    return f"About {number(about)} minutes in all. After that you are done for today."


def _way_on(look: Look) -> Act:
    """Where an empty day leads."""
    if look.day.rests:
        return WAKE
    if look.phase is Phase.PAUSED:
        return PAUSED
    return Act("See how far you have come", href="/progress")


def _otherwise(look: Look, rows: Sequence[Row]) -> tuple[Act, ...]:
    """What else one may do with the day; a rest can be ended at any time, whatever else stands there."""
    if look.phase is Phase.LANDED:
        return ()
    if look.phase is Phase.PAUSED:
        return (PAUSED,)
    return (WAKE,) if look.day.rests else OTHERWISE[not rows :]


def _waiting(desk: Desk) -> list[Act]:
    """What waits for a word of hers, each a way to it."""
    found = [
        Act(
            f"Go on with your letter to {one.name}",
            href=_letter(one.letter.purpose, one.letter.person, one.letter.event),
        )
        for one in drafting.unfinished(desk)
    ]
    waiting, twins = len(noticed.letters(desk)), len(day.likely(desk))
    if waiting:
        letters = counted(waiting, "message").capitalize() if waiting <= MANY else "Some messages"
        found.append(Act(f"{letters} may tell you something", href="/replies"))
    if twins:
        words = f"{counted(twins, 'person', 'people')} may be here twice".capitalize()
        found.append(Act(words if twins <= MANY else "Some people may be here twice", href="/twins"))
    return found


def _aside(desk: Desk) -> list[tuple[str, Act | None]]:
    """What she put aside, each with the way back."""
    told = ((f"{one.words[:1].upper()}{one.words[1:]}", one) for one in asides.listed(desk))
    return [
        (words, Act("Bring back", post="/today/back", name="step", value=one.key, about=words)) for words, one in told
    ]


def _done_today(desk: Desk) -> list[tuple[str, Act | None]]:
    """What she did today, each with Undo."""
    return [
        (f"{one.said}.", Act("Undo", post=f"/undo/{one.turn}", about=one.said) if one.turn else None)
        for one in lately(desk, *DEEDS)
    ]


def _letter(purpose: str, person: str, event: str) -> str:
    where = person or f"named?event={event}"
    return f"/ask/{where}" if purpose == "ask" else f"/write/{purpose}/{where}"
