"""What only she can say finds its place in the letter."""

import re
from datetime import date
from pathlib import Path

import pytest

import askwell.guide.drafts
from askwell.domain.goals import Goals
from askwell.domain.people import Contact, Tie
from askwell.guide.drafts import Composer
from askwell.guide.drafts.voice import ways_of_saying
from askwell.guide.gaps import _PLACES, Place, place_of, put

LETTER = "Hi Ana,\n\nThank you for the talk on Tuesday. I will write to Ben.\n\nThanks again,\nNora"
SOURCES = sorted(Path(askwell.guide.drafts.__file__).parent.glob("*.py"))
ASKED = [words for source in SOURCES for words in re.findall(r"\.lacks\(\s*f?\"(.+?)\"\)", source.read_text())]


def test_all_that_drafts_ask_for_is_found_in_their_sources() -> None:
    assert len(ASKED) >= 15


@pytest.mark.parametrize("words", ASKED)
def test_all_that_drafts_ask_for_has_its_place(words: str) -> None:
    said = re.sub(r"\{[^{}]*\}", "Ana", words)
    assert any(re.match(pattern, said) for pattern, _ in _PLACES), said


@pytest.mark.parametrize(
    ("missing", "place"),
    [
        ("One line on how you know Ana.", Place.KNOWN),
        ("What Ben said about Dana, in one line.", Place.SECOND),
        ("Your CV, attached to the message.", Place.NOTE),
        ("Your résumé, attached to the message.", Place.NOTE),
        ("Something that is not known yet.", Place.NOTE),
    ],
)
def test_a_line_belongs_where_it_is_asked_for(missing: str, place: Place) -> None:
    assert place_of(missing) is place


def test_how_they_know_each_other_is_said_first() -> None:
    assert put(LETTER, "we shared a desk at Meridian", Place.KNOWN).startswith(
        "Hi Ana,\n\nWe shared a desk at Meridian. Thank you for the talk"
    )


def test_what_stayed_is_said_behind_the_first_sentence() -> None:
    assert "on Tuesday. Your word on spares stayed with me. I will" in put(
        LETTER, "Your word on spares stayed with me.", Place.SECOND
    )


def test_an_offer_is_a_paragraph_of_its_own_before_the_name() -> None:
    assert put(LETTER, "I could help you move house", Place.LAST).endswith(
        "to Ben.\n\nI could help you move house.\n\nThanks again,\nNora"
    )


def test_a_talking_point_stays_one() -> None:
    assert put("- Your news: I am looking.\n- Say thank you.", "We met at Meridian", Place.KNOWN) == (
        "- We met at Meridian.\n- Your news: I am looking.\n- Say thank you."
    )


@pytest.mark.parametrize("place", list(Place))
@pytest.mark.parametrize("text", ["", "Hi", LETTER, "👩‍🚀" * 40, "- a"])
def test_no_letter_loses_a_word(text: str, place: Place) -> None:
    found = put(text, "A line of hers 😀", place)
    assert all(word in found for word in text.split())
    assert put(text, "  \n ", place) == text


def test_a_note_is_no_line_of_the_letter() -> None:
    assert put(LETTER, "anything", Place.NOTE) == LETTER


@pytest.mark.parametrize("text", ["email", "phone"])
def test_her_own_offer_takes_the_place_of_the_standard_one(text: str) -> None:
    ana = Contact(id="ana", name="Ana Ruiz", tie=Tie.KNOWN)
    composer = Composer.of(Goals(name="Nora", roles=("planner",)), today=date(2026, 3, 20))
    draft = composer.ask(ana, channel=text).text
    offers = [one for name in ("offer", "offer short") for one in ways_of_saying(name)]
    assert any(one in draft for one in offers)
    mended = put(draft, "I could walk your dog on Fridays", Place.LAST)
    assert mended.count("I could walk your dog on Fridays.") == 1
    assert not any(one in mended for one in offers)
