"""What she was told in person counts at once; names may be known, new or unsure; what came of it is her own note."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions import ledger, memory
from askwell.actions.desk import keep_open, open_desk
from askwell.actions.told import FEW, Named, Namesakes, came_of_it, lately, told
from askwell.actions.undo import undo
from askwell.domain.cues import CueType
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.plans import ReferralKind


def people() -> Story:
    story = Story().person("bob", "Bob Roe").person("tom", "Tom Eklund", company="Oat Mills")
    story.went("bob", "03-02", CueType.ASK, text="How is the team organized?")
    return story


def test_help_and_names_told_in_person_count_and_are_promised(tmp_path: Path) -> None:
    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = told(
            desk,
            ids["bob"],
            what="Put the team in line one.",
            helped=True,
            named=[Named("Tom Eklund", kind="introduction"), Named("Nadine Forsythe"), Named("Ida Moe", "Harrow Wind")],
        )
        assert done.said.startswith("Noted: what Bob Roe told you. Added Ida Moe. Next: ")
        found = {r.name: r for r in ledger.list_referrals(desk)}
        contacts = memory.contacts(desk)
        assert {name: r.person for name, r in found.items() if r.person} == {
            "Tom Eklund": ids["tom"],
            "Ida Moe": next(key for key, one in contacts.items() if one.name == "Ida Moe"),
        }
        assert found["Tom Eklund"].kind is ReferralKind.INTRODUCTION
        assert found["Nadine Forsythe"].person == ""
        assert contacts[found["Ida Moe"].person].company == "Harrow Wind"
        assert all(r.confirmed and r.referrer == ids["bob"] for r in found.values())
        assert [a.state for a in memory.books(desk).asks] == ["answered"]
        undo(desk, done.batch)
        assert ledger.list_referrals(desk) == ()
        assert not [one for one in memory.contacts(desk).values() if one.name == "Ida Moe"]


def test_a_no_and_an_offer_are_what_they_are(tmp_path: Path) -> None:
    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        told(desk, ids["bob"], what="Not before summer.", declined=True, channel="phone")
        told(desk, ids["tom"], what="I will show it to my boss.", offered=True, channel="text")
        assert [a.state for a in memory.books(desk).asks] == ["declined"]
        assert ledger.progress(desk).favors.pledged == 1
        assert ledger.progress(desk).helps == ()


def test_a_day_before_today_is_that_day_and_one_to_come_is_refused(tmp_path: Path) -> None:
    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        told(desk, ids["bob"], what="Line one.", helped=True, on=date(2026, 3, 20))
        told(desk, ids["tom"], what="Line two.", helped=True, on=date(2026, 3, 27))
        days = {h.by: desk.calendar.day(h.at) for h in memory.books(desk).helps}
        assert days == {ids["bob"]: date(2026, 3, 20), ids["tom"]: date(2026, 3, 27)}
        with pytest.raises(Refused, match="still to come"):
            told(desk, ids["bob"], what="Line one.", on=date(2026, 3, 28))


def test_what_she_was_told_on_the_day_of_her_letter_answers_it(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe")
    story.went("bob", "03-20", CueType.ASK, text="How is the team organized?", hour=20)
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        told(desk, ids["bob"], what="In three shifts.", helped=True, on=date(2026, 3, 20))
        assert [a.state for a in memory.books(desk).asks] == ["answered"]
        assert [desk.calendar.day(h.at) for h in memory.books(desk).helps] == [date(2026, 3, 20)]


def test_a_name_that_may_be_somebody_known_is_asked_about_and_can_be_chosen(tmp_path: Path) -> None:
    ids = put(tmp_path, people().person("tim", "Tom Eklund"))
    with open_desk(data=tmp_path, now=NOW) as desk:
        with pytest.raises(Namesakes) as unsure:
            told(desk, ids["bob"], named=[Named("Ida Moe"), Named("Tom Eklund"), Named("Tom Eklundt")])
        assert {at: {one.id for one in found} for at, found in unsure.value.people.items()} == {
            1: {ids["tom"], ids["tim"]},
            2: {ids["tom"], ids["tim"]},
        }
        assert "askwell" not in str(unsure.value)
        told(desk, ids["bob"], named=[Named("Tom Eklund", person=ids["tim"]), Named("Tom Eklundt", new=True)])
        assert {(r.name, r.person) for r in ledger.list_referrals(desk)} == {
            ("Tom Eklund", ids["tim"]),
            ("Tom Eklundt", ""),
        }


def test_a_known_address_tells_who_is_meant(tmp_path: Path) -> None:
    from askwell.actions.people import add_person

    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        add_person(desk, ids["tom"], email="tom@oat.example")
        told(desk, ids["bob"], named=[Named("Thomas from the mill", address="Tom@oat.example")])
        assert [(r.name, r.person) for r in ledger.list_referrals(desk)] == [("Tom Eklund", ids["tom"])]


@pytest.mark.parametrize(
    "more",
    [
        {"what": "  "},
        {"named": [Named("Bob Roe")]},
        {"named": [Named("Ida", kind="rumor")]},
        {"what": "Yes.", "channel": "pigeon"},
        {"named": [Named("Ida", "X", "no address")]},
    ],
)
def test_what_cannot_be_is_refused_in_words_for_a_page(tmp_path: Path, more: dict[str, Any]) -> None:
    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        with pytest.raises(Refused) as said:
            told(desk, ids["bob"], **more)
        assert "askwell" not in str(said.value)
        assert not memory.books(desk).helps


def test_nothing_noted_is_no_outcome(tmp_path: Path) -> None:
    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk, pytest.raises(Refused, match="Nothing was noted yet"):
        came_of_it(desk, ids["bob"], " ")


def test_what_came_of_a_help_is_a_loop_to_close_and_no_talk(tmp_path: Path) -> None:
    story = people()
    story.came("bob", "03-10", CueType.HELP, text="Ask for Lorna.")
    story.went("bob", "03-10", CueType.THANKS, hour=18)
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = came_of_it(desk, ids["bob"], "Lorna has  a job for me.")
        assert done.said == ("Noted: what came of Bob Roe’s help. Next: tell what came of it to Bob Roe.")
        assert memory.books(desk).record.spoken == ()
        undo(desk, done.batch)
        assert not [p for p in ledger.list_promises(desk, owed=True) if p.kind == "close"]


def test_nobody_of_another_seeker_is_told_of(tmp_path: Path) -> None:
    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW, seeker="Charlie") as desk:
        with pytest.raises(NoSuchPerson):
            told(desk, ids["bob"], what="Line one.", helped=True)
        with pytest.raises(NoSuchPerson):
            came_of_it(desk, ids["bob"], "A job.")
    with open_desk(data=tmp_path, now=NOW) as desk, pytest.raises(NoSuchPerson):
        told(desk, ids["bob"], named=[Named("Ida", person="p999")])


def test_the_few_she_was_last_in_touch_with_are_picked_once_for_each_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASKWELL_NOW", NOW.isoformat())
    story = people()
    for day in range(1, FEW + 2):
        story.person(f"a{day}", f"Ann Kern {day}").came(f"a{day}", f"02-{day:02}")
    ids = put(tmp_path, story)
    latest = [ids["bob"], *(ids[f"a{day}"] for day in range(FEW + 1, 2, -1))]
    with keep_open(data=tmp_path) as house, house.desk() as desk:
        found = lately(desk)
        assert [one.id for one in found] == latest
        assert lately(desk) is found
        told(desk, ids["tom"], what="Put the team in line one.")
        assert [one.id for one in lately(desk)] == [ids["tom"], *latest[:-1]]
