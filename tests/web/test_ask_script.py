"""What the server tells the script of a letter's page: places as browsers count them, the link, what is kept."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.bounds import bounded
from tests.web.test_ask import BAD, called
from tests.web.visitor import Visitor

from askwell.actions import drafting
from askwell.actions.desk import Desk


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.fixture
def corwin(desk: Desk) -> str:
    return called(desk, "Corwin Nakata")


def look(client: Visitor, who: str, text: str, **more: str) -> dict[str, Any]:
    answer = client.post(f"/ask/{who}/look", {"text": text, "by": "email", **more})
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.content)
    return found


def keep(client: Visitor, who: str, text: str, **more: str) -> dict[str, Any]:
    answer = client.post(f"/ask/{who}/keep", {"text": text, "by": "email", "revision": "0", **more})
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.content)
    return found


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


@pytest.mark.parametrize("before", ["", "👩‍🚀🎉 ", "é — ", "𝔥𝔦 "])
def test_a_browser_finds_the_marked_words(client: Visitor, corwin: str, before: str) -> None:
    text = BAD.replace("I lost", f"{before}I lost", 1)
    told = look(client, corwin, text)
    marked = [wide(text)[2 * one["from"] : 2 * one["to"]].decode("utf-16-le") for one in told["thoughts"]]
    assert marked[0] == "Could you introduce me to your boss?"
    assert marked[1].startswith("Sorry to bother you")
    assert told["length"] == len(wide(text)) // 2


def test_the_words_to_use_are_those_that_the_page_itself_would_put_in(client: Visitor, corwin: str) -> None:
    one = look(client, corwin, BAD)["thoughts"][1]
    assert one["rule"] == "apologetic"
    assert BAD[: one["from"]] + one["words"] + BAD[one["to"] :] == BAD.replace(
        "Sorry to bother you, but what", "What", 1
    )


def test_words_to_use_are_quoted_and_advice_is_not(client: Visitor, corwin: str) -> None:
    told = look(client, corwin, "Hi [Name], I lost my job. " * 40)
    assert {one["rule"]: one["line"][0] for one in told["thoughts"]}["insincere"] != "“"
    assert look(client, corwin, BAD)["thoughts"][0]["line"].startswith("“")


def test_a_form_with_other_line_ends_is_the_same_letter(client: Visitor, corwin: str) -> None:
    assert look(client, corwin, BAD.replace("\n", "\r\n")) == look(client, corwin, BAD)


def test_what_she_left_is_not_told_again(client: Visitor, corwin: str) -> None:
    told = look(client, corwin, BAD, left="apologetic asks-referral")
    assert not {"apologetic", "asks-referral"} & {one["rule"] for one in told["thoughts"]}


def test_the_link_is_told_with_every_reading(client: Visitor, corwin: str) -> None:
    told = look(client, corwin, "Hi.", to="a@example.com", subject="S")
    assert told["mail"] == {"href": "mailto:a@example.com?subject=S&body=Hi.", "whole": True}
    assert look(client, corwin, "word " * 600)["mail"]["whole"] is False


def test_reading_keeps_nothing(client: Visitor, desk: Desk, corwin: str) -> None:
    look(client, corwin, BAD)
    assert drafting.kept(desk, corwin, "ask") is None


def test_what_is_kept_is_there_for_the_next_window(client: Visitor, desk: Desk, corwin: str) -> None:
    first = keep(client, corwin, "One.")
    second = keep(client, corwin, "One. Two.", revision=str(first["revision"]))
    assert second["revision"] > first["revision"]
    assert second["others"] == []
    saved = drafting.kept(desk, corwin, "ask")
    assert saved is not None
    assert saved.letter.text == "One. Two."


def test_a_second_window_hears_what_the_first_one_wrote(client: Visitor, corwin: str) -> None:
    keep(client, corwin, "First.")
    told = keep(client, corwin, "Second.")
    assert [(one["text"], one["when"]) for one in told["others"]] == [("First.", "Today at 13:00, in another window")]


def test_what_she_wrote_for_another_channel_is_no_other_window(client: Visitor, corwin: str) -> None:
    keep(client, corwin, "A long letter.")
    assert keep(client, corwin, "Short.", by="text")["others"] == []


@pytest.mark.parametrize(
    "sent",
    [
        {"revision": "nonsense"},
        {"revision": "-1"},
        {"revision": "9" * 400},
        {"by": "pigeon"},
        {"left": "x " * 9000},
        {"subject": "s\x00" * 9000},
        {"text": "\x00\ud83d"},
    ],
)
def test_hostile_fields_are_taken_for_what_they_can_be(client: Visitor, corwin: str, sent: dict[str, str]) -> None:
    fields = {"text": "Hi.", "by": "email", **{k: v.encode(errors="replace").decode() for k, v in sent.items()}}
    for end in ("look", "keep"):
        assert client.post(f"/ask/{corwin}/{end}", fields).status_code == 200


@pytest.mark.parametrize("end", ["look", "keep"])
def test_what_is_too_long_to_be_kept_is_not_read_either_and_says_so(client: Visitor, corwin: str, end: str) -> None:
    answer = client.post(f"/ask/{corwin}/{end}", {"text": "x" * 20_001, "by": "email"}, HTTP_ACCEPT="application/json")
    assert answer.status_code == 422
    assert "20,001 characters" in answer.json()["said"]


@pytest.mark.parametrize("text", [BAD, "x" * 10_000, "Could you introduce me? " * 400, "👩‍🚀" * 3000, "a, " * 3000])
def test_it_is_told_quickly_enough_for_each_pause_in_her_typing(client: Visitor, corwin: str, text: str) -> None:
    look(client, corwin, text)
    with bounded():
        look(client, corwin, f"{text}.")
