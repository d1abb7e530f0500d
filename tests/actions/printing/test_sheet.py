"""The printed page: one sheet whatever is on it, its fonts inside, any letters there are, the same bytes each time."""

import re
import zlib
from dataclasses import replace
from datetime import date

import pytest

from askwell.actions.printing import Paper, Unset, print_page
from askwell.domain.goals import Goals, Position

GOALS = Goals(
    name="Dana Whitfield",
    statement="I want to lead demand planning for a food company.",
    status_line="Halvorsen closed its office, so I am out of work and looking.",
    roles=("Demand Planning Manager",),
    companies=("Ostara Foods", "Brightwater Dairy"),
    kinds_of_people=("heads of planning",),
    positions=(Position("Halvorsen Foods", "Senior Manager", date(2016, 3, 1), date(2026, 2, 1)),),
)
WIDE = "WWWWWWWW MMMMMMMM "
SHEETS = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}


def pages(pdf: bytes) -> list[tuple[int, int]]:
    """The size of each page, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    return [(round(float(wide)), round(float(high))) for wide, high in boxes]


def lowest(pdf: bytes) -> float:
    """How near to the foot of the sheet any text comes, in points."""
    streams = [
        zlib.decompress(part) for part in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL) if part[:1] == b"x"
    ]
    content = next(stream for stream in streams if b"BT" in stream)
    return min(float(y) for y in re.findall(rb"BT [\d.]+ ([\d.-]+) Td", content))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("words", ["", "food and drink ", WIDE, WIDE * 20, "W" * 900])
def test_it_is_one_sheet_and_nothing_runs_off_its_foot(paper: Paper, words: str) -> None:
    many = tuple(f"{words}{number}" for number in range(40))
    goals = replace(
        GOALS,
        name=words,
        statement=words or "Food",
        status_line=words,
        roles=many,
        companies=many,
        kinds_of_people=many,
        strengths=many,
        positions=tuple(Position(one, one, date(2001, 1, 1), date(2002, 1, 1)) for one in many),
        clarity={"problems": "\n".join(many)},
    )
    pdf, made = print_page(goals, paper=paper, reach="dana@example.com")
    assert pages(pdf) == [SHEETS[paper]]
    assert lowest(pdf) > 50
    assert made.left_out


def test_the_same_words_are_the_same_bytes_with_their_fonts_inside() -> None:
    pdf, _ = print_page(GOALS, paper=Paper.A4)
    assert pdf == print_page(GOALS, paper=Paper.A4)[0]
    assert pdf.count(b"/FontFile2") == 2
    assert len(pdf) < 100_000
    assert b"/Helvetica" not in pdf


@pytest.mark.parametrize(
    "name",
    ["Łukasz Żak", "Ξενία Ἀθηνᾶ", "Жанна Ґудзь", "Nguyễn Thị Hà", "דוד כהן", "გიორგი", "Արամ", "Zoë\u200b Ångström"],
)
def test_names_are_set_in_their_own_letters(name: str) -> None:
    pdf, made = print_page(replace(GOALS, name=name), paper=Paper.A4)
    assert made.name == name
    assert pages(pdf) == [SHEETS[Paper.A4]]


@pytest.mark.parametrize("name", ["李娜", "محمد", "स्मिता"])
def test_letters_that_no_font_has_are_told_with_what_to_do_instead(name: str) -> None:
    with pytest.raises(Unset) as refusal:
        print_page(replace(GOALS, companies=(name,)), paper=Paper.A4)
    assert name[0] in str(refusal.value)
    assert "print" in str(refusal.value)


def test_the_paper_is_that_of_her_country() -> None:
    assert [Paper.of(country) for country in ("US", "us", "DE", "")] == [
        Paper.LETTER, Paper.LETTER, Paper.A4, Paper.A4,
    ]  # fmt: skip
