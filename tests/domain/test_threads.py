"""The record in order: who spoke to whom, what counts as said, and ids that stay."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.bounds import bounded
from tests.method.cast import NOW, Story, on

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Writer
from askwell.domain.threads import Record, base_subject, stable_id


def record(story: Story, *, since: date | None = None) -> Record:
    return Record.of(replace(story.search(), since=since), now=NOW)


def test_only_what_took_place_in_the_search_is_in_the_record() -> None:
    story = Story()
    story.came("bob", "01-31")
    kept = story.came("bob", "02-02")
    story.met("bob", "03-05", cancelled=True)
    story.met("bob", "03-30")
    story.came("bob", "03-28")
    assert [i.id for i in record(story, since=date(2026, 2, 1)).past] == [kept]


def test_the_search_begins_at_midnight_where_she_lives() -> None:
    story = Story()
    story.came("bob", "02-01", hour=5)
    late = story.came("bob", "02-01", hour=6)  # midnight in Chicago
    assert [i.id for i in record(story, since=date(2026, 2, 1)).past] == [late]


def test_machines_do_not_speak() -> None:
    story = Story()
    story.came("bob", "03-02", CueType.AUTO)
    story.came("bob", "03-03", writer=Writer.MACHINE)
    said = story.came("bob", "03-04")
    assert [i.id for i in record(story).heard("bob", after=on("03-01"))] == [said]


def test_who_is_in_copy_does_not_speak_and_is_spoken_to() -> None:
    story = Story()
    story.came("bob", "03-02", cc=("ann",))
    wrote = story.went("bob", "03-03", CueType.THANKS, cc=("ann",))
    found = record(story)
    assert found.heard("ann", after=on("03-01")) == []
    told = found.told("ann", {CueType.THANKS}, since=on("03-02"))
    assert told is not None
    assert told.id == wrote


def test_thanks_that_name_somebody_are_for_them_alone() -> None:
    story = Story()
    story.went("bob", "03-03", Cue(CueType.THANKS, contacts=("ann",)), cc=("ann",))
    assert record(story).told("bob", {CueType.THANKS}, since=on("03-01")) is None
    assert record(story).told("ann", {CueType.THANKS}, since=on("03-01")) is not None


@pytest.mark.parametrize(
    ("subject", "base"),
    [
        ("Re: Fwd: Lunch", "lunch"),
        ("AW: Frage", "frage"),
        ("Meeting: Monday", "meeting: monday"),
        ("", ""),
        ("Re:", ""),
    ],
)
def test_a_subject_is_told_without_its_answer_marks(subject: str, base: str) -> None:
    assert base_subject(subject) == base


def test_answer_marks_without_end_are_taken_off_one_after_the_other() -> None:
    with bounded():
        assert base_subject("Re: " * 500_000 + "Tea") == "tea"


def test_ids_rest_on_events_and_nothing_else() -> None:
    assert stable_id("thank", "i1") == stable_id("thank", "i1") != stable_id("thank", "i2")
    assert stable_id("a", "b", "c") != stable_id("a", "bc")


def test_a_talk_is_over_when_it_has_ended() -> None:
    story = Story()
    story.met("bob", "03-27", hour=17, end=NOW + timedelta(minutes=1))
    assert record(story).past == ()
