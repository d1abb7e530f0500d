"""Guesses against outcomes: an answer, a no, or two weeks of silence; in kind words, and only from her own data."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.method.cast import NOW

from askwell.domain.guesses import Guesses, guessed
from askwell.domain.plans import Ask, AskState

YES, NO, SENT, QUIET = AskState.ANSWERED, AskState.DECLINED, AskState.SENT, AskState.UNANSWERED
asks = st.lists(
    st.builds(
        Ask,
        id=st.text("abc", min_size=1),
        to=st.just("bob"),
        at=st.integers(0, 40).map(lambda days: NOW - timedelta(days=days)),
        state=st.sampled_from(AskState),
        guess=st.sampled_from((True, False, None)),
    ),
    max_size=12,
)


def ask(state: AskState, *, guess: bool | None, days: int = 3) -> Ask:
    return Ask(id="k", to="bob", at=NOW - timedelta(days=days), state=state, guess=guess)


def test_an_answer_a_no_and_two_weeks_of_silence_are_outcomes() -> None:
    made = (
        *(ask(YES, guess=False) for _ in range(7)),
        *(ask(YES, guess=True) for _ in range(6)),
        *(ask(NO, guess=False) for _ in range(3)),
        *(ask(QUIET, guess=False, days=14) for _ in range(4)),
        ask(SENT, guess=True, days=13),
        ask(YES, guess=None),
    )
    found = guessed(made, NOW)
    assert found == Guesses(of=20, yes=6, answered=13, declined=3, silent=4, right=13, waiting=1)
    assert found.say == "You guessed yes for 6 of 20; 13 answered. People were kinder than you feared."


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ((), ""),
        ((ask(YES, guess=None),), ""),
        ((ask(SENT, guess=True),), "One guess is made. What comes of it stands here in two weeks at the latest."),
        ((ask(YES, guess=True),), "You guessed yes for 1 of 1; 1 answered. You know your people well."),
        (
            (ask(SENT, guess=True, days=20),),
            "You guessed yes for 1 of 1; none said yes so far. Silence is rarely about you.",
        ),
        ((ask(NO, guess=True),), "You guessed yes for 1 of 1; none said yes so far. A no is rarely about you."),
        (
            (ask(YES, guess=True), ask(QUIET, guess=True, days=20)),
            "You guessed yes for 2 of 2; 1 answered. Fewer than you hoped for, and silence is rarely about you.",
        ),
        (
            (ask(QUIET, guess=False, days=20), ask(NO, guess=False)),
            "You guessed no for 2 of 2; none said yes so far. Silence is rarely about you.",
        ),
        (
            (ask(YES, guess=False), ask(QUIET, guess=True, days=20)),
            "You guessed yes for 1 of 2; 1 answered. As many as you hoped for.",
        ),
    ],
)
def test_it_is_said_kindly_and_as_it_is(made: tuple[Ask, ...], said: str) -> None:
    assert guessed(made, NOW).say == said


@given(asks)
def test_the_figures_add_up(made: list[Ask]) -> None:
    found = guessed(made, NOW)
    assert found.of == found.answered + found.declined + found.silent
    assert found.of + found.waiting == sum(one.guess is not None for one in made)
    assert max(found.yes, found.right) <= found.of
