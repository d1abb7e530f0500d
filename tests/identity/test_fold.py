"""One form for comparing, and nothing that looks alike made equal."""

import unicodedata

import pytest

from askwell.identity.fold import fold, loose, visible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jesús", "JESUS"),
        (unicodedata.normalize("NFD", "Zoë Ångström"), "zoe angstrom"),
        ("İpek Işık", "ipek isik"),
        ("Łukasz Søren Đorđe Œuvre", "lukasz soren dorde oeuvre"),
        ("Groß", "gross"),
        ("Андрей Ёлкин", "андреи елкин"),
        ("Ann\u200ba \u202eK\u202c", "anna k"),
        ("\uff2d\uff41\uff52\uff41", "mara"),
    ],
)
def test_case_accents_and_invisible_marks_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == other.lower()


def test_letters_that_only_look_alike_stay_different() -> None:
    assert fold("Аnna") != fold("Anna")  # the first A is Cyrillic
    assert fold("Οlga") != fold("Olga")  # the first O is Greek


def test_marks_that_are_the_body_of_a_letter_stay() -> None:
    assert fold("देव") == "देव"
    assert fold("ガ") != fold("カ")


def test_german_spellings_meet_in_the_loose_form() -> None:
    assert loose(fold("Müller")) == loose(fold("Mueller"))


def test_what_is_shown_has_no_direction_marks_and_single_spaces() -> None:
    assert visible("\u202eevil\u202c  name\x00 \u200d") == "evil name"
    assert visible(" Mara  Okoye ") == "Mara Okoye"
    assert visible("Mara Okoye") == "Mara Okoye"


def test_hostile_lengths_are_cut() -> None:
    assert len(fold("é" * 100_000)) <= 400
