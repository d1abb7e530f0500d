"""The quick ways of reading a message find what the plain ways find, whatever the words."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.guide.cues import plain, received, tenses
from askwell.guide.cues.hearing import classed, distinct
from askwell.guide.cues.lanes import NARROW, WIDE, Lanes
from askwell.guide.cues.plain import Sentence, plain_words, sentences

WORDS = st.sampled_from(
    """I we you and but or will would can could may am do have must never not just also really gladly going to happy be
    able help introduce send call it him her them that the for of Robin Vale's “Acme (Bo O’Neill Zoë café E-mail e mail
    can't won't I'll we'd don't Monday may 3 10:30 two jo@acme.example $ ^ ? NAME ADDRESS , . ; : - – / x2""".split()
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
CLAUSES = st.lists(
    st.sampled_from("call ask write use say and so then please also her Ada ok first with for it, - the".split()),
    max_size=9,
).map(" ".join)
LONG = "word " * 150 + "the end. Short."
MANY = st.one_of(TEXTS, st.text(max_size=60), st.just(LONG))


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
@example(text="And I will gladly send it to him.")
@example(text="But we really do not call.")
def test_a_promise_and_a_refusal_are_found_wherever_their_pattern_finds_them(text: str) -> None:
    one = Sentence(text, 0, plain_words(text))
    will = [found for found in tenses._WILL.finditer(one.plain) if found.group(1) not in tenses._NO_FAVOR]
    assert tenses.favor_promised(one) == any(tenses._FOR & set(found.group(2).split()) for found in will)
    wont = [found for found in tenses._WONT.finditer(one.plain) if found.group(1) not in tenses._NO_REFUSAL]
    assert tenses.refused(one) == bool(wont)


def test_promises_and_refusals_are_among_the_examples() -> None:
    assert tenses.favor_promised(Sentence("", 0, plain_words("And I will gladly send it to him.")))
    assert tenses.refused(Sentence("", 0, plain_words("But we do not really call.")))


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(TEXTS, CLAUSES))
@example(text="hello there and then call her so please ask for Ada")
def test_clauses_that_tell_what_to_do_are_counted_as_without_a_first_look(text: str) -> None:
    one = Sentence(text, 0, plain_words(text))
    with pytest.MonkeyPatch.context() as patch:
        counted = received._imperatives(one)
        patch.setattr(received, "_may_tell_to_do", lambda _: True)
        assert received._imperatives(one) == counted


@settings(max_examples=150, deadline=None)
@given(text=MANY)
def test_what_is_told_apart_of_a_sentence_is_all_that_is_classed_in_it(text: str) -> None:
    for one in sentences(text):
        words, pairs = distinct(one)
        assert words == set(classed(one))
        assert pairs == set(pairwise(classed(one)))


@settings(max_examples=150, deadline=None)
@given(text=MANY)
def test_plain_letters_are_read_as_those_with_accents(text: str) -> None:
    assert plain_words(f"{text} é") == [*plain_words(text), "e"]


def test_words_are_the_same_when_the_memory_for_them_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "I'd say so, Ada - you can't miss e-mails from jo@acme.example; I'd know."
    known = plain_words(text)
    small = plain._Chunks()
    monkeypatch.setattr(plain, "_written_out", small.__getitem__)
    monkeypatch.setattr(plain, "MOST_KEPT", 2)
    assert plain_words(text) == plain_words(text) == known
    assert 0 < len(small) <= 2


@settings(max_examples=60, deadline=None)
@given(data=st.data(), told=st.sampled_from([(NARROW, 5_000_000), (WIDE, 1 << 50)]))
def test_numbers_side_by_side_add_up_each_in_its_own_lane(data: st.DataObject, told: tuple[int, int]) -> None:
    bits, most = told
    numbers = st.tuples(*[st.integers(-most, most)] * 7)
    rows = data.draw(st.lists(numbers, min_size=1, max_size=40))
    lanes = Lanes(7, bits)
    total = sum(lanes.packed(enumerate(row)) for row in rows)
    assert lanes.unpacked(total) == tuple(map(sum, zip(*rows, strict=True)))


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from("ab .!?…;,–—-\"')»\n\t\u00a0"), max_size=40))
def test_the_ends_of_sentences_are_those_of_the_plain_pattern(text: str) -> None:
    """One that a search has to try at every letter, and which takes three times as long."""
    stop = r"(?<![.!?…])[.!?…]++[\"')\]”’»]*+(?=\s)|;(?=\s)"
    for pattern, told in ((plain._END, stop), (plain._END_OR_DASH, rf"{stop}|\s[–—-]{{1,2}}(?=\s)")):
        assert [one.span() for one in pattern.finditer(text)] == [one.span() for one in re.finditer(told, text)]
