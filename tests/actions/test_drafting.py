"""Letters begun: kept as she left them, told to her as unfinished, let go with an undo, never beyond all measure."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story, referral

from askwell.actions import drafting
from askwell.actions.asking import mark_sent
from askwell.actions.day import plan_day
from askwell.actions.desk import Desk, open_desk
from askwell.actions.done import Done
from askwell.actions.drafting import Letter
from askwell.actions.forgetting import forget
from askwell.actions.log import log_event
from askwell.actions.undo import undo
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.plans import StepKind


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Bob (p1) has named Rosalind Teague, who is nobody's contact; Ann (p2)."""
    story = Story().person("bob", "Bob Roe").person("ann", "Ann Poe")
    story.came("bob", "03-26", referral("Rosalind Teague"))
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as opened:
        yield opened


def letter(text: str, person: str = "p1") -> Letter:
    return Letter(person, "ask", text, "A question", "email", "Which way in is the best?")


def test_a_letter_outlives_its_window(desk: Desk) -> None:
    saved = drafting.keep(desk, letter("Dear Bob"))
    with open_desk(data=desk.data, now=NOW + timedelta(days=1)) as tomorrow:
        assert drafting.kept(tomorrow, "p1", "ask") == saved
        assert drafting.kept(tomorrow, "p1", "thank") is None
        again = drafting.keep(tomorrow, letter("Dear Bob, how are you?"), base=saved.letter.revision)
        assert (again.letter.kept, again.others) == (NOW + timedelta(days=1), ())


def test_unfinished_letters_are_told_by_name_of_people_and_of_those_only_named(desk: Desk) -> None:
    act = next(step for step in plan_day(desk).steps if step.kind is StepKind.ACT)
    drafting.keep(desk, letter("Dear Bob"))
    drafting.keep(desk, Letter("", "act", "Dear Rosalind", event=act.key))
    drafting.keep(desk, Letter("", "act", "Dear whoever", event="a000"))
    assert [one.name for one in drafting.unfinished(desk)] == ["", "Rosalind Teague", "Bob Roe"]
    assert drafting.let_go(desk, "", "act", event=act.key).said == "Let go of the letter to Rosalind Teague."


def test_what_is_let_go_comes_back_with_undo(desk: Desk) -> None:
    drafting.keep(desk, letter("Dear Bob"))
    done = drafting.let_go(desk, "p1", "ask")
    assert done.said == "Let go of the letter to Bob Roe."
    assert (drafting.kept(desk, "p1", "ask"), drafting.unfinished(desk)) == (None, ())
    assert undo(desk, done.batch).said == "Undone: Let go of the letter to Bob Roe."
    assert [one.letter.text for one in drafting.unfinished(desk)] == ["Dear Bob"]


@pytest.mark.parametrize(
    ("purpose", "say"),
    [
        ("ask", lambda desk: mark_sent(desk, "p1")),
        ("nudge", lambda desk: mark_sent(desk, "p1")),
        ("thank", lambda desk: log_event(desk, "p1", thanks=True)),
        ("close", lambda desk: log_event(desk, "p1", closed=True)),
        ("give", lambda desk: log_event(desk, "p1", given=True)),
    ],
)
def test_what_she_says_she_sent_is_no_letter_any_more_until_that_is_undone(
    purpose: str, say: Callable[[Desk], Done], desk: Desk
) -> None:
    drafting.keep(desk, Letter("p1", purpose, "Dear Bob"))
    drafting.keep(desk, Letter("p1", "landed" if purpose != "close" else "ask", "Another one"))
    say(desk)
    assert drafting.kept(desk, "p1", purpose) is None
    undo(desk)
    assert {one.letter.text for one in drafting.unfinished(desk)} == {"Dear Bob", "Another one"}


def test_where_nothing_is_begun_nothing_is_let_go(desk: Desk) -> None:
    done = drafting.let_go(desk, "p1", "ask")
    assert (done.said, done.batch) == ("No such letter is begun; nothing was changed.", None)


def test_of_two_windows_one_is_let_go_and_the_other_goes_on(desk: Desk) -> None:
    base = drafting.keep(desk, letter("Dear Bob")).letter.revision
    drafting.keep(desk, letter("Dear Bob, one"), base=base)
    saved = drafting.keep(desk, letter("Dear Bob, two"), base=base)
    assert ([one.text for one in saved.others], len(drafting.unfinished(desk))) == (["Dear Bob, one"], 1)
    drafting.let_go(desk, "p1", "ask", revision=saved.others[0].revision)
    found = drafting.kept(desk, "p1", "ask")
    assert found
    assert (found.letter, found.others) == (saved.letter, ())


@pytest.mark.parametrize(
    "told",
    [Letter("p1", "ask", "x" * 50_001), Letter("p1", "ask", "", "x" * 1001), Letter("p1", "ask", "", need="x" * 1001)],
)
def test_a_letter_beyond_all_measure_is_refused(told: Letter, desk: Desk) -> None:
    with pytest.raises(Refused, match="too long"):
        drafting.keep(desk, told)
    assert drafting.unfinished(desk) == ()


def test_a_letter_to_nobody_is_refused_and_to_somebody_forgotten_gone(desk: Desk) -> None:
    drafting.keep(desk, letter("Dear Ann", "p2"))
    forget(desk, "p2")
    assert drafting.unfinished(desk) == ()
    for person in ("p2", "p99", "Bob Roe"):
        with pytest.raises(NoSuchPerson):
            drafting.keep(desk, letter("Dear somebody", person))
