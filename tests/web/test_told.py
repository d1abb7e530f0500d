"""Told in person, and messages from elsewhere: one small form, one line is enough, nothing is lost on the way."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor, first, read

from askwell.actions import ledger, memory
from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk
from askwell.actions.noticed import noticed

MAIL = b"""From: Ana Example <ana@example.com>
To: Me <me@example.org>
Date: Thu, 26 Mar 2026 10:00:00 +0000
Message-ID: <1@example.com>
Subject: Your question

You should talk to Mei Tanaka at Brightmoor, and feel free to use my name.

Ana
"""


@pytest.fixture
def ana(desk: Desk) -> str:
    (who,) = add_people(desk, [Newcomer("Ana Example", email="ana@example.com", tie="close")]).people
    return who


def test_one_looks_for_whoever_told_it(client: Visitor, ana: str) -> None:
    page = client.page("/told?q=ana")
    assert [node.attributes["href"] for node in page.css(".person__name a")] == [f"/told/{ana}"]


def test_a_name_that_was_volunteered_becomes_a_referral(client: Visitor, desk: Desk, ana: str) -> None:
    told = {"named-0-name": "Mei Tanaka", "named-0-company": "Brightmoor"}
    client.submit(f"/told/{ana}", what="Talk to Mei.", **told)
    (referral,) = ledger.list_referrals(desk)
    assert (referral.name, referral.referrer, referral.confirmed) == ("Mei Tanaka", ana, True)
    assert "Mei Tanaka" in {one.name for one in memory.contacts(desk).values()}


def test_help_is_owed_a_thank_you(client: Visitor, desk: Desk, ana: str) -> None:
    client.submit(f"/told/{ana}", what="Put the figures first.", helped="on")
    assert [promise.to for promise in ledger.list_promises(desk, owed=True)] == [ana]


def test_nothing_told_is_said_and_stays_as_it_was(client: Visitor, ana: str) -> None:
    answer = client.post(f"/told/{ana}", {"what": "", "named-0-company": "Brightmoor"})
    assert answer.status_code == 422
    assert "Brightmoor" in answer.content.decode()


@pytest.mark.parametrize("field", ["what", "named-0-name", "named-0-company", "named-0-address"])
@pytest.mark.parametrize("words", ["Me\x00i", "x" * 5_001], ids=["unseen", "long"])
def test_words_that_cannot_be_kept_are_said_at_their_field(
    client: Visitor, desk: Desk, ana: str, field: str, words: str
) -> None:
    answer = client.post(f"/told/{ana}", {"what": "Talk to Mei.", "named-0-name": "Mei Tanaka", field: words})
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.content.decode())
    assert ("An unseen character" if "\x00" in words else "5001 characters") in first(page, f"#{field}_fault").text()
    place = first(page, f"#{field}")
    assert (place.attributes.get("value") or place.text().strip()) == words.replace("\x00", "")
    assert first(page, "#what").text().strip()
    assert not ledger.list_referrals(desk)


def test_a_day_that_is_none_is_said_at_its_field(client: Visitor, ana: str) -> None:
    answer = client.post(f"/told/{ana}", {"what": "Talk to Mei.", "on": "some day"})
    assert answer.status_code == 422
    assert "2026-03-27" in first(LexborHTMLParser(answer.content.decode()), "#on_fault").text()


@pytest.mark.parametrize("field", ["channel", "named-0-kind", "named-0-person"])
def test_a_choice_that_is_none_is_said_above_the_form(client: Visitor, ana: str, field: str) -> None:
    told = {"what": "Talk to Mei.", "named-0-name": "Mei Tanaka"}
    for choice in ("no\x00ne", "none" * 20):
        answer = client.post(f"/told/{ana}", {**told, field: choice})
        assert answer.status_code == 422
        assert first(LexborHTMLParser(answer.content.decode()), "#told-fault").text().strip()


def test_a_name_that_is_here_already_is_asked_about(client: Visitor, desk: Desk, ana: str) -> None:
    add_people(
        desk, [Newcomer("Mei Tanaka", company="Harrow Wind"), Newcomer("Mei Tanaka", company="Tidewell", new=True)]
    )
    answer = client.post(f"/told/{ana}", {"what": "Talk to Mei.", "named-0-name": "Mei Tanaka"})
    assert answer.status_code == 422
    assert "named-0-person" in answer.content.decode()
    assert not ledger.list_referrals(desk)


def test_what_came_of_it_is_noted(client: Visitor, desk: Desk, ana: str) -> None:
    client.submit(f"/told/{ana}", what="Put the figures first.", helped="on")
    client.submit(f"/told/{ana}/outcome", outcome="I got the interview.")
    assert {str(promise.kind) for promise in ledger.list_promises(desk, owed=True)} >= {"close"}


def test_what_came_of_it_wants_a_line(client: Visitor, ana: str) -> None:
    answer = client.post(f"/told/{ana}/outcome", {"outcome": " "})
    assert answer.status_code == 422
    assert LexborHTMLParser(answer.content.decode()).css_first("#outcome_fault").text().strip()


@pytest.mark.parametrize("words", ["They call\x00ed back.", "They called back. " * 300])
def test_what_came_of_it_is_said_where_it_cannot_be_kept(client: Visitor, desk: Desk, ana: str, words: str) -> None:
    answer = client.post(f"/told/{ana}/outcome", {"outcome": words})
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.content.decode())
    assert first(page, "#outcome_fault").text().strip()
    assert "They called back." in first(page, "#outcome").text()
    assert not ledger.list_promises(desk)


def test_a_saved_mail_asks_which_address_is_hers_and_loses_nothing(client: Visitor, desk: Desk, ana: str) -> None:
    answer = client.post("/told/message", {"text": "", "sender": "", "file": SimpleUploadedFile("answer.eml", MAIL)})
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.content.decode())
    assert [node.attributes["value"] for node in page.css("input[name=me]")][-1] == "me@example.org"
    words = page.css("textarea[name=text]")[0].text()
    assert client.post("/told/message", {"text": words, "sender": "", "me": "me@example.org"}).status_code == 303
    assert {one.waiting.type for one in noticed(desk)} == {"referral"}


def test_pasted_words_are_read_once(client: Visitor, desk: Desk, ana: str) -> None:
    words = {"text": "You should talk to Mei Tanaka at Brightmoor. Say I sent you.", "sender": "Ana Example"}
    for _ in range(2):
        assert client.post("/told/message", words).status_code == 303
    assert len({one.interaction.id for one in noticed(desk)}) == 1


def test_words_of_nobody_known_are_said_and_kept_in_the_form(client: Visitor, ana: str) -> None:
    answer = client.post("/told/message", {"text": "Talk to Mei.", "sender": "Nobody Known"})
    assert answer.status_code == 422
    assert "Talk to Mei." in answer.content.decode()


def test_a_name_that_is_nearly_somebodys_is_chosen_by_a_tap_and_no_id_is_seen(
    client: Visitor, desk: Desk, ana: str
) -> None:
    words = {"text": "You should talk to Mei Tanaka at Brightmoor. Say I sent you.", "sender": "Ana"}
    page = read(client.post("/told/message", words))
    assert ana not in page.text()
    assert "Nobody here is called exactly “Ana”. Choose who wrote it" in page.text()
    (chip,) = page.css("input[name=person]")
    assert (chip.parent and chip.parent.text(), chip.attributes["value"]) == ("Ana Example", ana)
    assert client.post("/told/message", {**words, "person": ana}).status_code == 303
    assert [one.id for one in memory.books(desk).record.between(ana)] == [one.interaction.id for one in noticed(desk)]


def test_another_seeker_notes_nothing_on_her_people(desk: Desk, charlie: Visitor, ana: str) -> None:
    assert charlie.get(f"/told/{ana}").status_code == charlie.get("/told/p99999").status_code == 404
    assert charlie.post(f"/told/{ana}", {"what": "x"}).status_code == 404
    assert not memory.books(desk).helps
