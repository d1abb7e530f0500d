"""What one calls somebody: a name as one would greet by it, never a trade, a title or an initial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.identity.called import called


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ana Ruiz", "Ana"),
        ("Plumber Joe", "Plumber Joe"),
        ("Plumber Joe Miller", "Joe"),
        ("Joe the plumber", "Joe"),
        ("Joe (plumber)", "Joe"),
        ("The plumber", "The plumber"),
        ("Mason Reed", "Mason"),
        ("Hunter Smith", "Hunter"),
        ("Uncle Willi", "Uncle Willi"),
        ("Aunt Rosalie Kern", "Aunt Rosalie"),
        ("Sister Mary", "Sister Mary"),
        ("Dr. Ann Lee", "Ann"),
        ("Dr. Lee", "Dr. Lee"),
        ("Prof. Dr. Ann Lee", "Ann"),
        ("Rev. Tate", "Rev. Tate"),
        ("Mr. Abara", "Mr. Abara"),
        ("Mrs. Ann Kern", "Ann"),
        ("Coach Luis", "Luis"),
        ("Mom", "Mom"),
        ("O'Rourke, Peggy", "Peggy"),
        ("O'ROURKE, PEGGY", "Peggy"),
        ("van den Berg, Jan", "Jan"),
        ("Garcia Lopez, Maria", "Maria"),
        ("Smith, John Jr.", "John"),
        ("Müller, Dr. Hans", "Hans"),
        ("Priya Raman, CSCP", "Priya"),
        ("Ann Lee, planner", "Ann"),
        ("JANE ROE", "Jane"),
        ("ANNE-MARIE ROE", "Anne-Marie"),
        ("JR SMITH", "JR"),
        ("AL SMITH", "Al"),
        ("jane roe", "Jane"),
        ("jane.roe", "Jane"),
        ("W. Tesch", "W. Tesch"),
        ("W. TESCH", "W. Tesch"),
        ("J. R. Smith PhD", "J. R. Smith"),
        ("J. Edgar Hoover", "Edgar"),
        ("Liz B.", "Liz"),
        ('Margaret "Peggy" O\'Rourke', "Peggy"),
        ("Robert (Bob) Aguilar", "Bob"),
        ("Ken Ostrander (gutters)", "Ken"),
        ("Elizabeth (Kowalczyk) Brandt", "Elizabeth"),
        ("Kayla Dunn - sitter", "Kayla"),
        ("★ Bob Aguilar", "Bob"),
        ("Robert Aguilar Sr.", "Robert"),
        ("Sean O'Connor", "Sean"),
        ("D'Angelo Kern", "D'Angelo"),
        ("ute bergmann", "Ute"),
        ("frau hoffmann", "Frau Hoffmann"),
        ("Frau Dr. Hoffmann", "Frau Hoffmann"),
        ("plumber joe", "Plumber Joe"),
        ("My sister Gabi", "Gabi"),
        ("my sister gabi", "Gabi"),
        ("My old friend Tom Reed", "Tom"),
        ("My aunt Rosalie", "Aunt Rosalie"),
        ("My dentist Dr. Lee", "Dr. Lee"),
        ("My sister", ""),
        ("王小明", "王小明"),
        ("po77@example.net", ""),
        ("(414) 555-0100", ""),
        ("", ""),
    ],
)
def test_people_are_called_as_one_would_greet_them(name: str, word: str) -> None:
    assert called(name) == word


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Dr. Ann Lee", "Dr. Lee"),
        ("Mr. John Smith", "Mr. Smith"),
        ("Prof. Ann Lee, PhD", "Prof. Lee"),
        ("Ann Lee", "Ann"),
        ("Plumber Joe", "Plumber Joe"),
    ],
)
def test_a_title_stands_before_the_family_name_where_it_is_formal(name: str, word: str) -> None:
    assert called(name, formal=True) == word


@given(st.text(max_size=300))
def test_a_name_to_call_somebody_by_is_short_and_one_line(name: str) -> None:
    assert len(called(name)) <= 40
    assert "\n" not in called(name)


@pytest.mark.parametrize("hostile", ["(" * 100_000, '"' * 100_000, "a." * 50_000, ", " * 50_000, "' a" * 30_000])
def test_hostile_names_take_no_time(hostile: str) -> None:
    with bounded():
        called(hostile)
