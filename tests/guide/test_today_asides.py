"""What she wishes and sets aside: the day has her size, nothing she put off is lost, the easiest comes first."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.guide.test_today import GOALS, full, kinds
from tests.method.cast import CALENDAR, NOW, Story, on

from askwell.domain.asides import Aside, AsideKind
from askwell.domain.cues import Cue, CueType
from askwell.domain.people import Tie
from askwell.domain.plans import Day, PromiseState, Step, StepKind, step_key
from askwell.domain.search import Search
from askwell.domain.wishes import Wishes
from askwell.guide.today import easiest_ask, owed_with, plan_day
from askwell.method import followup

TODAY = NOW.date()
DAY = timedelta(days=1)


def plan(search: Search, *asides: Aside, **more: Any) -> Day:
    return plan_day(search, more.pop("now", NOW), CALENDAR, asides=asides, **more)


def put(kind: AsideKind, step: Step, *, days: int = 1) -> Aside:
    return Aside(kind, step.kind, step.person, step.promises, since=TODAY, until=TODAY + days * DAY)


def keys(day: Day) -> list[str]:
    return [step.key for step in day.steps]


def of(day: Day, kind: StepKind) -> list[str]:
    return [step.person for step in day.steps if step.kind is kind]


@pytest.fixture(scope="module")
def search() -> Search:
    """A full day, with four more people who could be asked."""
    story = full()
    for number, tie in enumerate((Tie.CLOSE, Tie.KNOWN, Tie.BARELY, Tie.NEW)):
        at = {"company": "Larkspur Coffee", "tie": tie, "last": on("03-01"), "addresses": (f"n{number}@example.com",)}
        story.person(f"n{number}", f"Nora{number} Roe", **at)
    return story.search(goals=GOALS)


def test_a_step_is_called_by_its_promise_else_by_what_it_is_and_with_whom(search: Search) -> None:
    day = plan(search)
    assert all(step.key == (step.promise or f"{step.kind}-{step.person}") for step in day.steps)
    assert len({*keys(day)}) == len(day.steps)
    assert step_key(StepKind.START, "") == "start"


def test_what_is_put_off_comes_last_today_and_in_its_place_tomorrow(search: Search) -> None:
    first = plan(search).steps[0]
    put_off = put(AsideKind.LATER, first)
    day = plan(search, put_off)
    assert keys(day) == [*keys(plan(search))[1:], first.key]
    assert [step.later for step in day.steps] == [False] * (len(day.steps) - 1) + [True]
    tomorrow = NOW + 3 * DAY  # Monday
    assert plan(search, put_off, now=tomorrow) == plan(search, now=tomorrow)


def test_several_things_put_off_come_in_the_order_they_were_put_off(search: Search) -> None:
    steps = plan(search).steps
    chosen = [steps[number] for number in (3, 0, 2)]
    day = plan(search, *(put(AsideKind.LATER, step) for step in chosen))
    assert keys(day)[-3:] == [step.key for step in chosen]


def test_another_than_the_person_to_ask_brings_up_the_next_best_for_some_weeks(search: Search) -> None:
    wishes = Wishes(pace=2)
    first, second = (step for step in plan(search, wishes=wishes).steps if step.kind is StepKind.ASK)
    elsewhere = put(AsideKind.ANOTHER, first, days=28)
    asked = of(plan(search, elsewhere, wishes=wishes), StepKind.ASK)
    assert first.person not in asked
    assert (second.person in asked, len(asked)) == (True, 2)
    later = [plan(search, elsewhere, now=NOW + weeks * 7 * DAY) for weeks in (1, 4)]
    assert [first.person in of(day, StepKind.ASK) for day in later] == [False, True]


@pytest.mark.parametrize("kind", [StepKind.THANK, StepKind.REPORT, StepKind.OUTCOME, StepKind.PREPARE, StepKind.NUDGE])
def test_anything_else_waits_until_tomorrow_and_nobody_is_asked_instead(kind: StepKind, search: Search) -> None:
    step = next(step for step in plan(search).steps if step.kind is kind)
    day = plan(search, put(AsideKind.ANOTHER, step))
    assert step.key not in keys(day)
    assert step.person not in of(day, StepKind.ASK)
    assert step.person not in of(plan(search, put(AsideKind.ANOTHER, step), everything=True), StepKind.ASK)


def test_a_person_left_out_has_no_step_and_every_promise(search: Search) -> None:
    step = next(step for step in plan(search).steps if step.kind is StepKind.THANK)
    aside = put(AsideKind.NOT_THIS, step, days=90)
    assert step.person not in {one.person for one in plan(search, aside).steps}
    owed = followup.promises(search, NOW, CALENDAR)
    assert step.promise in {p.id for p in owed if p.state is PromiseState.OWED}
    whole = plan(search, aside, everything=True)
    assert (whole.steps[-1].key, whole.steps[-1].later) == (step.key, True)


def test_a_new_promise_to_somebody_put_off_is_put_before_her() -> None:
    story = Story()
    story.came("bob", "03-25", CueType.HELP)
    put_off = put(AsideKind.ANOTHER, plan(story.search(goals=GOALS)).steps[0])
    story.came("bob", "03-27", CueType.HELP, hour=16, text="And another thing.", thread="two")
    (only,) = plan(story.search(goals=GOALS), put_off).steps
    assert (only.kind, only.promise in put_off.promises, only.also) == (StepKind.THANK, False, ())


def test_all_that_one_letter_holds_is_put_off_together(search: Search) -> None:
    story = full()
    story.went("bob", "03-26", Cue(CueType.OUTCOME, about="I passed the test"), by_hand=True)
    story.came("bob", "03-26", CueType.HELP, text="Wear boots.", hour=20)
    search = story.search(goals=GOALS)
    step = next(step for step in plan(search).steps if step.person == "bob")
    owed = followup.promises(search, NOW, CALENDAR)
    assert tuple(one.id for one in owed_with(step.promises[-1], owed, NOW, CALENDAR)) == step.promises
    assert len(step.promises) == 3
    assert "bob" not in {one.person for one in plan(search, put(AsideKind.ANOTHER, step)).steps}


def test_what_is_owed_to_nobody_holds_nothing(search: Search) -> None:
    assert owed_with("t000", followup.promises(search, NOW, CALENDAR), NOW, CALENDAR) == ()


def test_a_day_of_rest_is_empty_and_all_is_there_for_who_wants_to_see_it(search: Search) -> None:
    wishes = Wishes(rest_day=TODAY)
    assert plan(search, wishes=wishes) == Day(TODAY, rests=True)
    assert keys(plan(search, wishes=wishes, everything=True)) == keys(plan(search, everything=True))
    assert plan(search, wishes=Wishes(rest_day=TODAY - DAY)) == plan(search)


@pytest.mark.parametrize("size", [1, 3, 5])
def test_a_day_has_the_size_she_wishes(size: int, search: Search) -> None:
    day = plan(search, wishes=Wishes(size=size))
    assert len(day.steps) == size
    assert {*keys(day)} < {*keys(plan(search, wishes=Wishes(size=10)))}


def test_what_she_did_today_is_a_part_of_her_size_so_that_the_day_ends() -> None:
    story = Story()
    for name in ("ann", "bob", "cal"):
        story.came(name, "03-26", CueType.HELP)
    before = plan(story.search(goals=GOALS), wishes=Wishes(size=1))
    story.went(before.steps[0].person, "03-27", CueType.THANKS)
    search = story.search(goals=GOALS)
    assert plan(search, wishes=Wishes(size=1)).steps == ()
    assert len(plan(search, wishes=Wishes(size=3)).steps) == 2
    assert len(plan(search).steps) > 1


def test_an_ask_of_yesterday_takes_no_room_today() -> None:
    story = Story().person("ann", "Ann Roe", company="Cascade Grain")
    story.came("bob", "03-25", CueType.HELP)
    story.went("bob", "03-26", CueType.THANKS)
    assert of(plan(story.search(goals=GOALS), wishes=Wishes(size=1)), StepKind.ASK) == ["ann"]


def test_where_one_thing_a_day_is_put_off_the_next_one_comes_up(search: Search) -> None:
    wishes = Wishes(size=1)
    (only,) = plan(search, wishes=wishes).steps
    (next_one,) = plan(search, put(AsideKind.LATER, only), wishes=wishes).steps
    assert next_one.key != only.key


def test_no_new_asks_where_she_wishes_none(search: Search) -> None:
    assert of(plan(search, wishes=Wishes(pace=0)), StepKind.ASK) == []


def test_the_easiest_to_ask_is_close_and_in_touch_and_then_the_next_rung(search: Search) -> None:
    offered = list[Aside]()
    order = list[str]()
    while person := easiest_ask(search, NOW, CALENDAR, asides=offered):
        order.append(person)
        offered.append(Aside(AsideKind.EASIER, StepKind.ASK, person, (), since=TODAY, until=TODAY + DAY))
    assert order[0] == "n0"
    assert order.index("n1") < order.index("n2") < order.index("n3")
    assert len({*order}) == len(order)


def test_something_easier_comes_first_and_only_a_thank_you_before_it(search: Search) -> None:
    easy = Aside(AsideKind.EASIER, StepKind.ASK, "n0", (), since=TODAY, until=TODAY + DAY)
    day = plan(search, easy)
    assert kinds(day)[:2] == ["thank", "ask"]
    assert day.steps[1].person == "n0"
    assert day.steps[1].draft
    assert len(of(day, StepKind.ASK)) == len(of(plan(search), StepKind.ASK)) == 5
    assert plan(search, easy, now=NOW + 3 * DAY) == plan(search, now=NOW + 3 * DAY)


@pytest.mark.parametrize(("day", "wishes"), [("03-28", Wishes()), ("03-27", Wishes(pace=0))])
def test_nothing_is_easier_where_nobody_is_to_be_asked(day: str, wishes: Wishes, search: Search) -> None:
    assert easiest_ask(search, on(day, hour=18), CALENDAR, wishes=wishes) == ""


KINDS = st.sampled_from(AsideKind)


@settings(max_examples=80, deadline=None)
@given(
    chosen=st.lists(st.tuples(st.integers(0, 30), KINDS), max_size=8),
    size=st.sampled_from([None, 1, 3, 5, 10]),
    everything=st.booleans(),
)
def test_whatever_is_set_aside_the_day_keeps_its_size_and_loses_no_promise(
    chosen: Sequence[tuple[int, AsideKind]], size: int | None, everything: bool, search: Search
) -> None:
    steps = plan(search, everything=True).steps
    asides = [put(kind, steps[number % len(steps)], days=3) for number, kind in chosen]
    day = plan(search, *asides, wishes=Wishes(size=size), everything=everything)
    assert everything or len(day.steps) <= (size or 12)
    assert len({*keys(day)}) == len(day.steps)
    later = [step.later for step in day.steps]
    assert later == sorted(later)
    promised = {p for step in steps for p in step.promises}
    shown = {p for step in plan(search, *asides, everything=True).steps for p in step.promises}
    assert shown == promised
    assert day == plan(search, *asides, wishes=Wishes(size=size), everything=everything)


def test_asides_of_other_days_change_nothing(search: Search) -> None:
    step = plan(search).steps[0]
    past = Aside(AsideKind.NOT_THIS, step.kind, step.person, step.promises, date(2025, 1, 1), TODAY)
    to_come = Aside(AsideKind.NOT_THIS, step.kind, step.person, step.promises, TODAY + DAY, TODAY + 9 * DAY)
    assert plan(search, past, to_come) == plan(search)
