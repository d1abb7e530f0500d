"""What she wrote to somebody is written to nobody else; what others wrote, or what was said aloud, does not count."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.guide.drafts.test_composer import ANA, GOALS, TODAY
from tests.method.cast import CALENDAR, NOW, Story

from askwell.domain.people import Contact, Tie
from askwell.domain.threads import Record
from askwell.guide.drafts import Composer
from askwell.guide.drafts.said import LONGEST, is_new, sentences_of, written

LETTER = "Hi Tom,\n\nWe met at a fair in Bologna. How far ahead do you plan carriers?\n\nMany thanks,\nDana"


def record(story: Story) -> Record:
    return Record.of(story.search(goals=GOALS), now=NOW, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met  at a fair.", ["we met at a fair"]),
        ("“Bring two numbers.” He did so.", ["bring two numbers", "he did so"]),
        ("One line\nand another one", ["and another one"]),
        ("Thank you. Hi Ana,", []),
        ("", []),
    ],
)
def test_sentences_have_one_form_and_very_short_ones_are_none(text: str, found: list[str]) -> None:
    assert list(sentences_of(text)) == found


def test_a_letter_of_any_length_is_looked_at_to_a_bound() -> None:
    assert len(list(sentences_of("Here is one line. " * 100_000))) <= LONGEST // 18 + 1


def test_her_letters_count_and_theirs_and_talks_do_not() -> None:
    story = Story().person("tom", "Tom Eklund")
    story.went("tom", "03-02", text=LETTER)
    story.came("tom", "03-03", text="We plan them three weeks ahead.")
    story.met("tom", "03-05", subject="Coffee with Tom and his whole team")
    found = written(record(story))
    assert "how far ahead do you plan carriers" in found
    assert not is_new("We met at a fair in Bologna.", found)
    assert is_new("We plan them three weeks ahead.", found)
    assert is_new("Coffee with Tom and his whole team", found)


def test_they_are_looked_up_once_for_each_record() -> None:
    story = Story().person("tom", "Tom Eklund")
    story.went("tom", "03-02", text=LETTER)
    one = record(story)
    assert written(one) is written(one)
    assert written(None) == frozenset()


def test_what_went_to_one_person_goes_to_nobody_else() -> None:
    last = datetime(2026, 3, 20, tzinfo=UTC) - timedelta(days=400)
    twins = [
        Contact(id=f"t{n}", name=name, company="Elm Foods", title="Buyer", tie=Tie.KNOWN, sent=1, received=1, last=last)
        for n, name in enumerate(("Tom Eklund", "Tim Ekberg"))
    ]
    first = Composer.of(GOALS, today=TODAY).ask(twins[0], channel="email").text
    story = Story().person("tom", "Tom Eklund")
    story.went("tom", "03-02", text=first)
    second = Composer.of(GOALS, today=TODAY, record=record(story)).ask(twins[1], channel="email").text
    again = {*sentences_of(first)} & {*sentences_of(second)}
    assert all(one.startswith(("halvorsen closed", "i want to lead")) for one in again)
    assert ANA.name not in second
