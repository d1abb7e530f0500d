"""My week: what she did and what came in, Monday to Sunday where she lives, each thing once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.actions.stored import put
from tests.method.cast import GOALS, NOW, Story, on, referral

from askwell.actions.applications import applied
from askwell.actions.desk import Desk, open_desk
from askwell.actions.sending import done_in_person, sent
from askwell.actions.told import Named, came_of_it, told
from askwell.actions.week import Came, Did, week
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.messages import Channel
from askwell.domain.search import Stage


def busy() -> Story:
    """A week of March 23 to 29; NOW is its Friday."""
    story = Story().person("bob", "Bob Roe", company="Cascade Grain").person("cal", "Cal Hall").person("eve", "Eve Moe")
    story.went("bob", "03-20", CueType.ASK, text="How is the team organized?")
    story.came("bob", "03-23", CueType.HELP, referral("Cal Hall", "cal"), text="Put the team in line one.")
    story.went("bob", "03-24", CueType.THANKS, text="Thank you, Bob.")
    story.went("eve", "03-25", CueType.ASK, text="Which course would you take first?", channel=Channel.LINKEDIN)
    story.met("bob", "03-26", channel=Channel.MEETING)
    story.met("tom", "03-26")
    story.met("bob", "03-28")
    story.went("tom", "03-26", text="The papers are in the mail.")
    return story


def said(story: Story, folder: Path, day: date | None = None) -> tuple[list[str], list[str]]:
    put(folder, story)
    with open_desk(data=folder, now=NOW) as desk:
        seen = week(desk, day).week
    return [one.said for one in seen.hers], [one.said for one in seen.came]


def test_what_she_did_and_what_came_in_are_told_in_times_order(tmp_path: Path) -> None:
    hers, came = said(busy(), tmp_path)
    assert hers == [
        "Thanked Bob Roe by mail.",
        "Asked Eve Moe on LinkedIn.",
        "Met Bob Roe.",
    ]
    assert came == ["Bob Roe pointed me to Cal Hall and helped me."]


def test_each_kind_is_counted_and_none_left_out(tmp_path: Path) -> None:
    put(tmp_path, busy())
    with open_desk(data=tmp_path, now=NOW) as desk:
        seen = week(desk).week
    assert {str(kind): count for kind, count in seen.done.items() if count} == {"asked": 1, "thanked": 1, "met": 1}
    assert {str(kind): count for kind, count in seen.heard.items() if count} == {"help": 1, "referral": 1}
    assert set(seen.done) == set(Did)
    assert set(seen.heard) == set(Came)
    assert (seen.monday, seen.sunday, len(seen.days)) == (date(2026, 3, 23), date(2026, 3, 29), 7)
    asked = seen.hers[1]
    assert (asked.day, asked.channel, asked.about) == (
        date(2026, 3, 25), Channel.LINKEDIN, "Which course would you take first?",
    )  # fmt: skip


def test_the_week_before_and_after_can_be_turned_to_as_far_as_there_is_one(tmp_path: Path) -> None:
    put(tmp_path, busy(), goals=replace(GOALS, since=date(2026, 3, 12)))
    with open_desk(data=tmp_path, now=NOW) as desk:
        this, last, first, ahead = (
            week(desk, day) for day in (None, date(2026, 3, 22), date(2026, 3, 9), date(2027, 1, 1))
        )
    assert (this.before, this.after) == (date(2026, 3, 16), None)
    assert (last.before, last.after) == (date(2026, 3, 9), date(2026, 3, 23))
    assert [one.said for one in last.week.hers] == ["Asked Bob Roe by mail."]
    assert (first.before, first.week.hers) == (None, ())
    assert ahead.week == this.week


def test_a_week_begins_at_midnight_where_she_lives(tmp_path: Path) -> None:
    story = Story()
    story.went("bob", "03-23", CueType.ASK, text="Late on Sunday in Chicago?", hour=4)
    story.went("tom", "03-23", CueType.ASK, text="Early on Monday in Chicago?", hour=5)
    hers, _ = said(story, tmp_path)
    assert hers == ["Asked Tom by mail."]


def test_what_is_noted_and_found_in_mail_stands_once(tmp_path: Path) -> None:
    story = Story()
    story.went("bob", "03-24", CueType.ASK, text="How is the team organized?", by_hand=True)
    story.went("bob", "03-24", CueType.ASK, text="How is the team organized?", hour=16)
    story.went("tom", "03-26", CueType.THANKS, text="Thank you.", by_hand=True)
    story.went("tom", "03-26", CueType.THANKS, text="Thank you.", hour=16)
    hers, _ = said(story, tmp_path)
    assert hers == ["Asked Bob by mail.", "Thanked Tom by mail."]


def test_a_reminder_is_no_question_and_a_gift_counts_once_it_is_sure(tmp_path: Path) -> None:
    story = Story(answer=Answer.WAITING)
    story.went("bob", "03-18", CueType.ASK, text="How is the team organized?")
    story.went("bob", "03-25", text="Just a reminder.")
    story.went("tom", "03-25", CueType.GIVEN, text="Here is a link.")
    story.went("eve", "03-26", Cue(CueType.GIVEN, answer=Answer.YES), text="Here is the book.")
    hers, _ = said(story, tmp_path)
    assert hers == ["Reminded Bob by mail.", "Gave Eve something back by mail."]


def test_interviews_and_applications_are_of_the_week_and_their_news_came_in(tmp_path: Path) -> None:
    story = Story().person("ida", "Ida Moe").person("jo", "Jo Lee").person("al", "Al Poe").person("ed", "Ed Orr")
    story.met("ida", "03-24", subject="Interview with the panel", cc=("jo", "al", "ed"))
    story.applied("Acme", stage=Stage.OFFER, updated="03-26", applied=date(2026, 3, 23))
    story.applied("Globex", stage=Stage.SILENT, updated="03-26", applied=date(2026, 3, 1))
    hers, came = said(story, tmp_path)
    assert hers == [
        "Applied to Acme as Planner.",
        "Had an interview with Ida Moe, Jo Lee, Al Poe and others.",
    ]
    assert came == ["Acme made me an offer."]


def test_what_she_notes_on_the_pages_is_in_it_and_her_own_notes_are_not(tmp_path: Path) -> None:
    ids = put(tmp_path, Story().person("bob", "Bob {Roe}").person("cal", "Cal Hall"))
    with open_desk(data=tmp_path, now=NOW) as desk:
        sent(desk, ids["bob"], "ask", text="How is the team organized?", channel="email")
        done_in_person(desk, ids["cal"], "ask", need=1)
        told(desk, ids["cal"], what="Ask for Lorna.", helped=True, named=[Named("Lorna {Beck}")])
        came_of_it(desk, ids["cal"], "Lorna called.")
        applied(desk, "Acme", "Planner")
        seen = week(desk).week
    assert sorted(one.said for one in seen.hers) == [
        "Applied to Acme as Planner.",
        "Asked Bob {Roe} by mail.",
        "Asked Cal Hall in person.",
        "Met Cal Hall.",
    ]
    assert [one.said for one in seen.came] == ["Cal Hall pointed me to Lorna {Beck} and helped me."]


def test_what_is_still_to_come_is_not_done_yet(tmp_path: Path) -> None:
    put(tmp_path, busy())
    with open_desk(data=tmp_path, now=on("03-25", hour=10)) as desk:
        assert [one.said for one in week(desk).week.hers] == ["Thanked Bob Roe by mail."]


def test_the_weeks_of_the_scenario_hold_every_ask_once(scenario: Desk) -> None:
    from askwell.actions import memory

    seen, day = [], date(2026, 3, 27)
    while True:
        turned = week(scenario, day)
        seen += [one for one in turned.week.hers if Did.ASKED in one.kinds]
        if turned.before is None:
            break
        day = turned.before
    assert len(seen) == len(memory.books(scenario).asks)


def test_another_seekers_week_is_empty(tmp_path: Path) -> None:
    put(tmp_path, busy())
    with open_desk(data=tmp_path, now=NOW, seeker="Charlie") as desk:
        seen = week(desk).week
    assert (seen.hers, seen.came) == ((), ())
