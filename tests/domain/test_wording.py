"""Sentences and phrases: words in one form with spans of the text as written, and a small language to find phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.domain.phrases import Phrases
from askwell.domain.wording import forms, sentences


def found(phrase: str, text: str, **lists: str) -> str:
    (sentence,) = sentences(text)
    hit = Phrases(phrase, **lists).find(sentence)
    return "" if hit is None else text[sentence.starts[hit.first] : sentence.ends[hit.after - 1]]


@pytest.mark.parametrize(
    ("written", "read"),
    [("I'd", "i would"), ("can’t", "can not"), ("Résumé", "cv"), ("it's", "it is"), ("Tom's", "tom"), ("R&D", "r&d")],
)
def test_words_are_brought_to_one_form(written: str, read: str) -> None:
    assert " ".join(forms(written)) == read


def test_titles_and_initials_end_no_sentence() -> None:
    assert len(sentences("Dear Mr. Orr, B. N. Rao wrote at 2 p.m. on Monday.")) == 1
    assert [s.question for s in sentences("Is it so? It is.")] == [True, False]


def test_a_wrapped_line_goes_on_and_a_short_one_ends() -> None:
    assert len(sentences("This line is long enough to have been wrapped by a mailer\nand goes on here")) == 1
    assert len(sentences("Thanks,\nRuth")) == 2


@given(st.text())
def test_spans_are_those_of_the_text(text: str) -> None:
    for sentence in sentences(text):
        for raw, start, end in zip(sentence.raw, sentence.starts, sentence.ends, strict=True):
            assert text[start:end] == raw


@pytest.mark.parametrize(
    ("phrase", "text", "said"),
    [
        (
            "could|would you .. introduc~ me",
            "Could you please just introduce me to her",
            "Could you please just introduce me",
        ),
        ("look !forward", "I look forward to it", ""),
        ("look !forward", "I look at it", "look"),
        ("^ tell me", "so tell me", "tell me"),
        ("^ tell me", "he will tell me", ""),
        ("still waiting $", "I am still waiting, Tom", "still waiting"),
        ("still waiting $", "I am still waiting for Tom", ""),
        ("a very? good", "it is a good idea", "a good"),
        ("ask <me>", "do ask us", "ask us"),
        ("one .. two", "one – two", ""),
    ],
)
def test_phrases_are_found_as_they_are_written(phrase: str, text: str, said: str) -> None:
    assert found(phrase, text, me="me us") == said


def test_a_negation_just_before_turns_a_phrase_around() -> None:
    (sentence,) = sentences("I'm not at all ashamed")
    assert Phrases("ashamed").find(sentence, negated=False) is None
    assert Phrases("ashamed").find(sentence) is not None
