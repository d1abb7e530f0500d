"""Which words wait for an answer: a question near the end, or a time that is proposed and not yet agreed."""

import pytest
from tests.bounds import bounded

from askwell.domain.unanswered import question_in


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("Happy to talk. How about Monday at 10?\n\nBest,\nLorna", "How about Monday at 10?"),
        ("I could do Tuesday at 3 or Thursday morning.\nLorna Beck", "I could do Tuesday at 3 or Thursday morning."),
        ("Shall I put your CV in front of Lorna? She decides.", "Shall I put your CV in front of Lorna?"),
        ("Wie wäre es mit Montag?", "Wie wäre es mit Montag?"),
        ("We moved on Tuesday. All is well here.", ""),
        ("How are you holding up? I can look over your CV. And come to yoga on Thursday. S.", ""),
        ("Put the number in the first line of your CV.\nChin up,\nGordon", ""),
        ("", ""),
    ],
)
def test_a_question_near_the_end_or_a_proposed_time_waits(text: str, waits: str) -> None:
    assert question_in(text) == waits


def test_an_agreed_time_waits_for_nothing() -> None:
    assert question_in("Thursday at 3 works for me.")
    assert not question_in("Thursday at 3 works for me.", agreed=True)


def test_a_hostile_text_is_read_in_a_blink() -> None:
    with bounded():
        for text in ("monday " * 15_000, "?" * 100_000, "a" * 100_000, "how about " * 10_000):
            question_in(text)
