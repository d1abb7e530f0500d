"""Two windows on one thing: what each left alone follows, what each changed stays, and of both nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.web.meanwhile import SHOWN, THEIRS, Met, choice_of, instead, mark, marks, met

FIRST = {"company": "Tidewell", "note": "Likes mornings.\nCall first."}


def back(shown: dict[str, str], **said: str) -> dict[str, str]:
    """The form of a page that showed this, as a browser sends it."""
    lines = {name: text.replace("\n", "\r\n") for name, text in {**shown, **said}.items()}
    return {**lines, SHOWN: marks(shown)}


def test_a_form_that_was_left_alone_changes_nothing() -> None:
    assert met(back(FIRST), FIRST) == Met(FIRST, frozenset(), {})


def test_a_field_that_she_left_alone_follows_what_is_kept_meanwhile() -> None:
    now = {**FIRST, "note": "A long note from the first window."}
    assert met(back(FIRST, company="Harrow Wind"), now) == Met(
        {**now, "company": "Harrow Wind"}, frozenset({"company"}), {}
    )


def test_what_both_changed_is_a_clash_and_stays_as_she_wrote_it() -> None:
    now = {**FIRST, "note": "A long note from the first window."}
    found = met(back(FIRST, note="Mine."), now)
    assert found == Met({**FIRST, "note": "Mine."}, frozenset({"note"}), {"note": now["note"]})


def test_the_same_from_both_is_no_clash() -> None:
    now = {**FIRST, "company": "Harrow Wind"}
    assert met(back(FIRST, company="Harrow Wind "), now) == Met(now, frozenset(), {})


def test_what_was_emptied_here_and_changed_there_is_a_clash_and_the_other_way_round() -> None:
    assert met(back(FIRST, note=""), {**FIRST, "note": "New."}).clashes == {"note": "New."}
    assert met(back(FIRST, note="New."), {**FIRST, "note": ""}).clashes == {"note": ""}


def test_after_a_clash_hers_stays_or_that_one_as_she_chooses() -> None:
    now = {**FIRST, "note": "Theirs."}
    again = back(now, note="Mine.")
    assert met(again, now) == Met({**now, "note": "Mine."}, frozenset({"note"}), {})
    assert met({**again, choice_of("note"): THEIRS}, now) == Met(now, frozenset(), {})


def test_a_third_text_while_she_chooses_is_a_clash_again() -> None:
    assert met(back({**FIRST, "note": "Theirs."}, note="Mine."), {**FIRST, "note": "Third."}).clashes == {
        "note": "Third."
    }


def test_a_form_without_marks_is_taken_as_it_stands() -> None:
    assert met({"company": "Harrow Wind", "note": ""}, FIRST) == Met(
        {"company": "Harrow Wind", "note": ""}, frozenset({"company", "note"}), {}
    )


@pytest.mark.parametrize("text", ["", "a", "a\nb", "a\r\nb", " a ", "زوي", "\ud800", "a:b c"])
def test_marks_are_read_back_whatever_is_in_the_text(text: str) -> None:
    assert met({"note": text, SHOWN: marks({"note": text})}, {"note": "other"}).hers == frozenset()


texts = st.text(alphabet="ab \n:", max_size=4)


@given(was=texts, said=texts, now=texts)
def test_no_text_of_either_window_is_lost(was: str, said: str, now: str) -> None:
    found = met(back({"note": was}, note=said), {"note": now})
    there = {mark(found.values["note"]), *map(mark, found.clashes.values())}
    assert mark(said) in there or mark(said) == mark(was)
    assert mark(now) in there or mark(now) == mark(was)


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        ("abc", {}),
        ("aXc", {"b": "X"}),
        ("ac", {}),
        ("abcX", {}),
        ("Xac", {}),
        ("XYZ", {"a": "X", "b": "Y", "c": "Z"}),
        ("", {}),
        ("aXYc", {"b": "X"}),
    ],
)
def test_a_line_that_was_reworded_elsewhere_is_found_where_it_stood(kept: str, found: dict[str, str]) -> None:
    assert instead("abc", kept) == found
