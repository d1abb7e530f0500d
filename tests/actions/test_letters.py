"""The letter of each purpose as its page shows it, from her own data; looked at again with each pause in her typing."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.actions.scenario import called
from tests.actions.stored import put
from tests.bounds import bounded
from tests.method.cast import GOALS, NOW, Story, referral

from askwell.actions import memory
from askwell.actions.desk import Desk, open_desk
from askwell.actions.letters import Purpose, review_letter, write_letter
from askwell.actions.people import add_person, never_contact
from askwell.domain.cues import CueType
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.gifts import GiftKind
from askwell.guide.room import NOTE, PAGE_CHANNELS

AIMS = replace(GOALS, status_line="Meridian closed, so I am out of work and looking.", companies=("Cascade Grain",))


def told() -> Story:
    story = Story().person("bob", "Bob Roe", company="Cascade Grain", title="Buyer").person("cal", "Cal Hall")
    story.went("bob", "03-02", CueType.ASK, text="How is the team organized?")
    story.came("bob", "03-26", CueType.HELP, referral("Cal Hall", "cal"), referral("Nadine Forsythe"), text="Line one.")
    return story


def test_an_ask_has_all_that_its_page_shows(tmp_path: Path) -> None:
    ids = put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        add_person(desk, ids["bob"], email="bob@example.com")
        letter = write_letter(desk, ids["bob"], "ask", channel="email")
        other = write_letter(desk, ids["bob"], "ask", channel="email", need=2)
    assert (letter.contact.name, letter.address, letter.channel) == ("Bob Roe", "bob@example.com", "email")
    assert letter.ways[0].kind == "insider"
    assert letter.need is not None
    assert letter.need.question in letter.text
    assert letter.need in letter.needs
    assert other.need == letter.needs[1]
    assert (letter.allowed, letter.brief, letter.asks) == (True, True, True)
    assert letter.reviewed.goods
    assert letter.reviewed.findings == ()
    assert letter.missing
    assert letter.pushy.startswith(letter.pace)


def test_by_phone_there_are_points_and_the_numbers_of_the_cards(scenario: Desk) -> None:
    from askwell.store import lookups

    (who, card), *_ = [(one.survivor, one.card) for one in lookups.known_cards() if one.card.phones]
    letter = write_letter(scenario, who, "ask", channel="phone")
    assert letter.address == card.phones[0]
    assert letter.text == "\n".join(f"- {point}" for point in letter.points)
    assert letter.reviewed.findings == ()


def test_one_letter_holds_all_that_is_owed_and_says_why(tmp_path: Path) -> None:
    story = told()
    story.came("cal", "03-27", CueType.HELP)
    ids = put(tmp_path, story, goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        letter = write_letter(desk, ids["bob"], "thank")
        owed = {p.id for p in memory.promises(desk) if p.to == ids["bob"] and p.state == "owed"}
    assert letter.purpose is Purpose.REPORT
    assert set(letter.holds) == owed
    assert letter.reasons[0].startswith("Cal Hall wrote back")
    assert "Cal Hall" in letter.text


def test_the_first_message_names_who_pointed_there_with_the_question_she_chose(tmp_path: Path) -> None:
    ids = put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        letter = write_letter(desk, ids["cal"], "act", channel="email", need=2)
    assert letter.purpose is Purpose.ACT
    assert letter.referrer is not None
    assert letter.referrer.id == ids["bob"]
    assert letter.need == letter.needs[1]
    assert len(letter.holds) == 1
    assert "Bob Roe" in letter.text


def test_somebody_only_named_is_written_to_by_the_promise(tmp_path: Path) -> None:
    put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        promise = next(p for p in memory.promises(desk) if p.kind == "act" and not p.to)
        letter = write_letter(desk, "", "act", event=promise.id)
        assert (letter.contact.id, letter.contact.name, letter.holds) == ("", "Nadine Forsythe", (promise.id,))
        assert letter.text.startswith("Dear Nadine")
        assert letter.referrer is not None
        for event in ("", "nothing"):
            with pytest.raises(NoSuchPerson):
                write_letter(desk, "", "act", event=event)


def test_a_note_and_a_message_are_two_channels(tmp_path: Path) -> None:
    ids = put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        note, message = (write_letter(desk, ids["cal"], "ask", channel=one) for one in (NOTE, "linkedin"))
    assert (note.note, note.reviewed.limit, note.brief) == (True, 300, False)
    assert note.reviewed.characters <= 300
    assert (message.note, message.reviewed.limit) == (False, 8000)
    assert note.channels == PAGE_CHANNELS


def test_a_gift_can_be_chosen(tmp_path: Path) -> None:
    ids = put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        first, last = (write_letter(desk, ids["bob"], "give", gift=number) for number in (1, 2))
    assert first.purpose is last.purpose is Purpose.GIVE
    assert len(first.gifts) == 2
    assert {first.gifts[0].kind, first.gifts[1].kind} == {GiftKind.READING, GiftKind.ASK_BACK}
    assert first.text != last.text
    assert first.text != last.text


def test_what_cannot_be_is_refused_in_words_for_a_page(tmp_path: Path) -> None:
    ids = put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        for wrong in ({"need": 99}, {"channel": "fax"}):
            with pytest.raises(Refused) as said:
                write_letter(desk, ids["bob"], "ask", **wrong)
            assert "askwell" not in str(said.value)
        with pytest.raises(Refused, match="no letter for"):
            write_letter(desk, ids["bob"], "shout")
        never_contact(desk, ids["bob"])
        with pytest.raises(Refused, match="You leave Bob Roe in peace for good"):
            write_letter(desk, ids["bob"], "thank")


def test_nobody_is_written_to_by_an_id_of_another_seeker(tmp_path: Path) -> None:
    ids = put(tmp_path, told(), goals=AIMS)
    with open_desk(data=tmp_path, now=NOW, seeker="Charlie") as desk:
        for one in (ids["bob"], "p999", "", "me"):
            with pytest.raises(NoSuchPerson):
                write_letter(desk, one, "ask")
        with pytest.raises(NoSuchPerson):
            review_letter(desk, ids["bob"], "ask", "email", "Dear Bob")


def test_every_letter_of_the_scenario_can_be_written(scenario: Desk) -> None:
    for name in ("Elizabeth Brandt", "Robert Aguilar", "Thomas Eklund"):
        who = called(scenario, name)
        for purpose in Purpose:
            letter = write_letter(scenario, who, purpose)
            assert letter.text, (name, purpose)
            assert "askwell" not in f"{letter.pushy} {letter.pace}"


def test_a_letter_is_looked_at_again_without_reading_the_search(
    scenario: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = called(scenario, "Elizabeth Brandt")
    letter = write_letter(scenario, who, "ask", channel="email")
    monkeypatch.setattr(memory, "search", None)
    monkeypatch.setattr(memory, "books", None)
    monkeypatch.setattr(memory, "contacts", None)
    assert review_letter(scenario, who, "ask", "email", letter.text) == letter.reviewed
    text = f"{letter.text} Sorry to bother you."
    with bounded():
        for _ in range(10):
            seen = review_letter(scenario, who, "ask", "email", text)
    assert [one.rule for one in seen.thoughts] == ["apologetic"]
    assert review_letter(scenario, who, "ask", "email", text, left=["apologetic"]).thoughts == ()
