"""Counts in words, names that mix up no sentence, faces in every script, marks."""

from dataclasses import dataclass

import pytest

from askwell.domain.plans import ReferralStage
from askwell.web.parts.faces import initials
from askwell.web.parts.marks import marked
from askwell.web.parts.words import STAGES, apart, breakable, counted, named, naming, number, whose

REVERSED = "Eve \u202eevil"


def test_small_counts_are_words_and_large_ones_figures() -> None:
    assert [number(n) for n in (0, 1, 5, 20, 21, 30000)] == ["no", "one", "five", "twenty", "21", "30,000"]
    assert counted(1, "small thing") == "one small thing"
    assert counted(5, "small thing") == "five small things"
    assert counted(3, "person", "people") == "three people"
    assert whose("Ana") == "Ana’s"


def test_every_stage_has_its_words() -> None:
    assert set(STAGES) == set(ReferralStage)


def test_a_name_from_outside_is_escaped_and_keeps_its_direction_to_itself() -> None:
    assert named("<b>Eve</b>") == "<bdi>&lt;b&gt;Eve&lt;/b&gt;</bdi>"
    assert apart(REVERSED) == "\u2068Eve evil\u2069"


def test_an_address_breaks_where_one_would_read_on() -> None:
    assert breakable("jo@odell.example") == "<bdi>jo@<wbr>odell.<wbr>example</bdi>"
    assert breakable("<a>/b") == "<bdi>&lt;a&gt;/<wbr>b</bdi>"


def test_names_in_a_sentence_are_set_apart_the_longer_one_first() -> None:
    said = naming("Ben & Ben Whitlock, but not Benedict.", ["Ben", "Ben Whitlock", ""])
    assert said == "<bdi>Ben</bdi> &amp; <bdi>Ben Whitlock</bdi>, but not Benedict."
    assert naming("a < b", []) == "a &lt; b"
    assert naming("Write to <script>", ["<script>"]) == "Write to <bdi>&lt;script&gt;</bdi>"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Lindqvist", "AL"),
        ("Lee, Dr. Ann", "AL"),
        ("Dr Ann Lee", "AL"),
        ("Ann Lee, CSCP", "AL"),
        ("Mr. Abara", "A"),
        ("Frau Dr. Hoffmann", "H"),
        ("Frau Dr. Eva Hoffmann", "EH"),
        ("T. K.", "TK"),
        ("Zoë", "Z"),
        ("maria de la cruz", "MC"),
        ("van der Berg, Anna", "AB"),
        ("Дарья Соколова", "ДС"),
        ("Ελένη Καραμάνου", "ΕΚ"),
        ("ana.ruiz@example.com", "A"),
        ("王小明", "王"),
        ("田中 太郎", "田"),
        ("김민준", "김"),
        ("ليلى حداد", "ل"),
        ("דנה לוי", "ד"),
        ("कीर्ति", "की"),
        ("🌻 Sara 🌻", "S"),
        ("🌻", ""),
        ("", ""),
        (REVERSED, "EE"),
        ("ﬁona", "F"),
        ("ßen", "S"),
    ],
)
def test_a_face_is_one_or_two_letters_of_a_name(name: str, letters: str) -> None:
    assert initials(name) == letters


@dataclass(frozen=True)
class At:
    start: int
    end: int


def test_marks_are_numbered_as_the_findings_are_and_the_text_is_escaped() -> None:
    text = "Sorry & <please> help"
    shown = marked(text, [At(8, 16), At(0, 5)])
    assert shown == ('<mark data-number="2">Sorry</mark> &amp; <mark data-number="1">&lt;please&gt;</mark> help')
    assert marked(text, [At(0, 5)], numbered=False).startswith("<mark>Sorry</mark>")


@pytest.mark.parametrize(
    "spans", [[At(0, 9), At(4, 12)], [At(4, 12), At(0, 9)], [At(3, 3)], [At(0, 999), At(500, 900)]]
)
def test_marks_lose_and_double_no_letter_wherever_they_lie(spans: list[At]) -> None:
    text = "Could you help me?"
    shown = marked(text, spans)
    bare = shown.replace("</mark>", "")
    for number_ in range(1, len(spans) + 1):
        assert f'data-number="{number_}"' in shown
        bare = bare.replace(f'<mark data-number="{number_}">', "")
    assert bare == text
