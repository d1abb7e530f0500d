"""What she sets aside: one tap, one sentence, one undo; no promise is lost, and a second click changes nothing."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.guide.test_today import GOALS, full
from tests.method.cast import NOW, Story, referral

from askwell.actions import asides, ledger
from askwell.actions.asking import mark_sent
from askwell.actions.day import look, plan_day
from askwell.actions.desk import Desk, open_desk
from askwell.actions.forgetting import forget
from askwell.actions.undo import undo
from askwell.domain.asides import AsideKind
from askwell.domain.cues import CueType
from askwell.domain.errors import Refused
from askwell.domain.people import Tie
from askwell.domain.plans import Step, StepKind
from askwell.store import write


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A full day, and two more people to ask: Ivy, who is close, and Kai, who is known."""
    told = full().person("ivy", "Ivy Poe", company="Larkspur Coffee").person("kai", "Kai Noe", company="Cascade Grain")
    people = put(tmp_path, told, goals=GOALS)
    with open_desk(data=tmp_path, now=NOW) as opened:
        with write_batch(opened) as batch:
            write.change_contacts(
                batch, {people["ivy"]: {"tie_said": Tie.CLOSE}, people["kai"]: {"tie_said": Tie.KNOWN}}
            )
        yield opened


def write_batch(desk: Desk) -> AbstractContextManager[write.Batch]:
    return write.batch("edit", "An edit", now=desk.now)


def keys(desk: Desk) -> list[str]:
    return [step.key for step in plan_day(desk).steps]


def first(desk: Desk, kind: StepKind) -> Step:
    return next(step for step in plan_day(desk).steps if step.kind is kind)


def name(desk: Desk, step: Step) -> str:
    return look(desk).names[step.person].name


def test_later_is_the_end_of_the_list_and_one_undo_away(desk: Desk) -> None:
    before = keys(desk)
    done = asides.later(desk, before[0])
    assert done.said == "At the end of today’s list now: thank Cal."
    assert keys(desk) == [*before[1:], before[0]]
    assert asides.later(desk, before[0]).batch is None
    asides.later(desk, before[1])
    assert keys(desk) == [*before[2:], before[0], before[1]]
    asides.later(desk, before[0])
    assert keys(desk) == [*before[2:], before[1], before[0]]
    for _ in range(3):
        undo(desk)
    assert keys(desk) == before


def test_not_today_is_back_tomorrow_a_new_ask_too(desk: Desk) -> None:
    for key in (keys(desk)[0], first(desk, StepKind.ASK).key):
        done = asides.not_today(desk, key)
        assert done.said.startswith("Not today: ")
        assert key not in keys(desk)
        tomorrow = next(aside.until for aside in asides.listed(desk) if aside.key == key)
        assert (tomorrow - desk.calendar.day(desk.now)).days == 1
        undo(desk)
        assert key in keys(desk)


def test_somebody_else_comes_up_in_the_place_of_one_to_ask(desk: Desk) -> None:
    asked = first(desk, StepKind.ASK)
    who = name(desk, asked)
    done = asides.another(desk, asked.key)
    assert done.said == f"Somebody else instead: {who} is not proposed for four weeks."
    assert asked.key not in keys(desk)
    assert asides.another(desk, asked.key).batch is None
    assert [(one.key, one.kind, one.words) for one in asides.listed(desk)] == [
        (asked.key, AsideKind.ANOTHER, f"ask {who}")
    ]
    assert asides.back(desk, asked.key).said == f"Back in today’s list: ask {who}."
    assert asked.key in keys(desk)


def test_in_the_place_of_a_promise_nobody_comes_and_it_is_back_tomorrow(desk: Desk) -> None:
    thank = first(desk, StepKind.THANK)
    assert asides.another(desk, thank.key).said == "Set aside until tomorrow: thank Cal."
    assert thank.key not in keys(desk)
    with open_desk(data=desk.data, now=NOW + timedelta(days=1)) as tomorrow:
        assert thank.key in keys(tomorrow)


def test_not_this_person_hides_all_of_them_and_every_promise_stays(desk: Desk) -> None:
    owed = ledger.list_promises(desk, owed=True)
    thank = first(desk, StepKind.THANK)
    done = asides.not_this(desk, thank.key)
    assert done.said == "Cal is left out of Today until June 25, 2026. What you promised stays written down."
    assert thank.person not in {step.person for step in plan_day(desk).steps}
    assert ledger.list_promises(desk, owed=True) == owed
    (told,) = asides.listed(desk)
    assert (told.words, told.until.isoformat()) == ("Cal", "2026-06-25")
    asides.back(desk, told.key)
    assert thank.key in keys(desk)


def test_everything_set_aside_promises_show_them_all(desk: Desk) -> None:
    owed = ledger.list_promises(desk)
    for step in plan_day(desk, everything=True).steps:
        (asides.not_this if step.kind is StepKind.THANK else asides.another)(desk, step.key)
    assert ledger.list_promises(desk) == owed
    shown = {p for step in plan_day(desk, everything=True).steps for p in step.promises}
    assert {p.id for p in owed if p.state == "owed"} <= shown | {p.id for p in owed if p.due > NOW}


def test_one_tap_on_a_letter_that_holds_several_promises_sets_all_of_it_aside(tmp_path: Path) -> None:
    told = Story().person("bob", "Bob Roe", addresses=("bob@example.com",))
    told.came("bob", "03-25", referral("Rosalind Teague"))
    told.came("bob", "03-26", CueType.HELP, text="Wear boots in the yard.", thread="two")
    put(tmp_path, told, goals=GOALS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        step = first(desk, StepKind.THANK)
        assert len(step.promises) == 2
        asides.another(desk, step.promises[1])
        assert step.person not in {one.person for one in plan_day(desk).steps}
        asides.back(desk, step.promises[1])
        assert step.key in keys(desk)


def test_somebody_only_named_is_set_aside_by_the_promise(tmp_path: Path) -> None:
    told = Story()
    told.came("bob", "03-26", referral("Rosalind Teague"))
    put(tmp_path, told, goals=GOALS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        act = first(desk, StepKind.ACT)
        said = asides.not_this(desk, act.key).said
        assert said == "Set aside until June 25, 2026: write to Rosalind Teague."
        assert act.key not in keys(desk)


def test_easier_puts_a_thank_you_first_then_whom_it_takes_least_courage_to_ask(desk: Desk) -> None:
    done = asides.easier(desk)
    assert done.said == "First now: thank Cal, then ask Ivy Poe, who is close to you."
    steps = plan_day(desk).steps
    assert [(str(step.kind), name(desk, step)) for step in steps[:2]] == [("thank", "Cal"), ("ask", "Ivy Poe")]
    assert "ask Kai Noe, whom you know." in asides.easier(desk).said
    undo(desk)
    undo(desk)
    assert plan_day(desk).steps[1].kind is not StepKind.ASK


def test_where_nobody_is_easier_it_is_said_and_nothing_changes(tmp_path: Path) -> None:
    put(tmp_path, Story().person("ann", "Ann Roe", company="Cascade Grain"), goals=GOALS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [step.kind for step in plan_day(desk).steps] == [StepKind.ASK]
        done = asides.easier(desk)
        assert (done.said, done.batch) == (asides.NOTHING_EASIER, None)


def test_a_thank_you_alone_is_the_easiest_already(tmp_path: Path) -> None:
    told = Story().person("bob", "Bob Roe")
    told.came("bob", "03-26", CueType.HELP)
    put(tmp_path, told, goals=GOALS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert asides.easier(desk).said == "The easiest comes first already: thank Bob Roe."


def test_what_was_set_aside_stays_so_after_a_merge(desk: Desk) -> None:
    ask = first(desk, StepKind.ASK)
    other = next(s for s in plan_day(desk).steps if s.kind is StepKind.ASK and s.person != ask.person)
    asides.not_this(desk, ask.key)
    with write_batch(desk) as batch:
        write.merge(batch, other.person, ask.person)
    assert other.key not in keys(desk)
    asides.back(desk, other.key)
    assert other.key in keys(desk)


def test_with_a_person_what_was_set_aside_is_forgotten(desk: Desk) -> None:
    ask = first(desk, StepKind.ASK)
    asides.not_this(desk, ask.key)
    forget(desk, ask.person)
    assert asides.listed(desk) == ()


@pytest.mark.parametrize("key", ["", "ask-p999", "thank-p1", "t0123456789abcde", "ask", "nonsense"])
def test_what_is_no_longer_in_the_list_is_refused(key: str, desk: Desk) -> None:
    for verb in (asides.later, asides.another, asides.not_this):
        with pytest.raises(Refused, match="no longer in today’s list"):
            verb(desk, key)
    assert asides.back(desk, key).batch is None


def test_a_promise_kept_meanwhile_is_no_longer_in_the_list(desk: Desk) -> None:
    nudge = first(desk, StepKind.NUDGE)
    mark_sent(desk, nudge.person)
    with pytest.raises(Refused, match="no longer"):
        asides.later(desk, nudge.key)
