"""Somebody is greeted by the name that stands between the two: as she greeted them, or as they sign."""

import pytest
from tests.method.cast import CALENDAR, NOW, Story

from askwell.domain.threads import Record
from askwell.guide.drafts import Composer
from askwell.identity.greeted import greeted


def name_of(story: Story) -> str:
    record = Record.of(story.search(), now=NOW, calendar=CALENDAR)
    contact = record.search.contacts["al"]
    draft = Composer.of(record.search.goals, today=NOW.date(), record=record).ask(contact, channel="email")
    word = greeted(contact, record)
    assert draft.text.startswith((f"Hi {word},", f"Dear {word},"))
    return word


def test_as_she_greeted_them() -> None:
    story = Story().person("al", "William Novak")
    story.went("al", "03-02", text="Hi Bill,\n\nthe pallets are here.\n\nAlice")
    assert name_of(story) == "Bill"


def test_as_they_sign() -> None:
    story = Story().person("al", "Alexander Petrov")
    story.went("al", "03-02", text="Dear Mr. Petrov,\n\nthe pallets are here.\n\nAlice")
    story.came("al", "03-03", text="Fine.\n\nSasha")
    assert name_of(story) == "Sasha"


def test_the_newest_letter_counts() -> None:
    story = Story().person("al", "Alexander Petrov")
    story.came("al", "03-03", text="Fine.\n\nAlexander")
    story.went("al", "03-04", text="Hey Sasha,\n\nthank you.\n\nAlice")
    assert name_of(story) == "Sasha"


@pytest.mark.parametrize("greeting", ["Hi there,", "Hi all,", "Dear Mr. Petrov,", "Hello,", "Hi again,", "Hi, a word:"])
def test_a_greeting_without_a_given_name_says_nothing(greeting: str) -> None:
    story = Story().person("al", "Alexander Petrov")
    story.went("al", "03-02", text=f"{greeting}\n\nthe pallets are here.\n\nAlice")
    assert name_of(story) == "Alexander"


def test_a_letter_to_several_says_nothing_of_one() -> None:
    story = Story().person("al", "Alexander Petrov").person("bo", "Bo Lind")
    story.went("al", "03-02", text="Hi Bo,\n\nthe pallets are here.\n\nAlice", cc=("bo",))
    assert name_of(story) == "Alexander"


def test_without_a_record_the_name_of_the_address_book_is_taken() -> None:
    story = Story().person("al", "William Novak")
    assert greeted(story.contacts["al"], None) == "William"
