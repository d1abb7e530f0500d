"""My data: copies and the way back, the history with Undo, everything in one file, and erasing it after asking."""

import io
import json
import os
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, cast

import pytest
from django.http import FileResponse
from tests.web.visitor import Visitor

from askwell.actions import keep, memory, wishes
from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk
from askwell.domain.search import Phase


@pytest.fixture
def ana(desk: Desk) -> str:
    (who,) = add_people(desk, [Newcomer("Ana Example", email="ana@example.com", tie="close")]).people
    return who


def names(desk: Desk) -> set[str]:
    return {one.name for one in memory.contacts(desk).values()}


def test_the_foot_of_every_page_tells_where_it_lies_and_when_it_was_copied(client: Visitor, ana: str) -> None:
    client.submit("/data", "/data/copy")
    assert client.page("/people").css_first(".colophon").text().startswith("Saved on this computer only. Last copy")


def test_a_change_is_taken_back_and_brought_back_from_the_history(client: Visitor, desk: Desk, ana: str) -> None:
    client.submit("/data", history_button(client, "Undo"))
    assert names(desk) == set()
    client.submit("/data", history_button(client, "Bring back"))
    assert names(desk) == {"Ana Example"}


def history_button(client: Visitor, words: str) -> str:
    """Where the first button of these words in the history leads."""
    forms = client.page("/data").css("#history form")
    return next(form.attributes["action"] or "" for form in forms if form.text().strip().startswith(words))


def test_everything_goes_along_in_one_file(client: Visitor, ana: str) -> None:
    packed = taken_along(client)
    assert set(packed.namelist()) == {"askwell.json", "contacts.vcf", "contacts.csv"}
    assert "Ana Example" in json.dumps(json.loads(packed.read("askwell.json")))


def test_what_goes_along_lies_nowhere_while_it_is_sent_and_is_closed_afterwards(
    client: Visitor, desk: Desk, ana: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = list[IO[bytes]]()

    def seen(desk: Desk) -> IO[bytes]:
        sent.append(pack(desk))
        return sent[0]

    pack = keep.pack
    monkeypatch.setattr(keep, "pack", seen)
    before = set(desk.data.rglob("*"))
    answer = cast("FileResponse", client.get("/data/askwell.zip"))
    assert set(desk.data.rglob("*")) - before == set()
    assert not sent[0].closed
    assert int(answer.headers["Content-Length"]) == len(answer.getvalue())
    assert sent[0].closed


def taken_along(visitor: Visitor) -> zipfile.ZipFile:
    answer = cast("FileResponse", visitor.get("/data/askwell.zip"))
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def test_one_can_go_back_to_a_copy_and_what_was_there_is_kept(
    client: Visitor, desk: Desk, ana: str, data: Path
) -> None:
    client.submit("/data", "/data/copy")
    add_people(desk, [Newcomer("Ben Example", tie="close")])
    name = next(file.name for file in (data / "copies").iterdir() if "yours" in file.name)
    assert client.post("/data/go-back", {"copy": name}).status_code == 303
    toast = client.page("/people").css_first(".toast")
    assert re.fullmatch(
        r"The copy of [A-Z][a-z]+ \d+, \d\d:\d\d is in place\. What was there before is kept\.",
        toast.css_first("span").text(),
    )
    assert "Ben Example" not in client.page("/people").text()
    assert "Ana Example" in client.page("/people").text()
    back = toast.css_first("button")
    assert back.text() == "Go back to what was here"
    client.post("/data/go-back", {back.attributes["name"]: back.attributes["value"]})
    assert "Ben Example" in client.page("/people").text()


def test_copies_of_one_minute_are_told_apart_by_seconds_and_by_what_they_hold(
    client: Visitor, desk: Desk, ana: str
) -> None:
    add_people(desk, [Newcomer("Ben Example", tie="close")])
    client.submit("/data", "/data/copy")
    (*_, one, two) = sorted((desk.data / "copies").iterdir())
    for second, copy in ((5, one), (50, two)):
        moment = datetime(2026, 3, 1, 9, 7, second, tzinfo=UTC).timestamp()
        os.utime(copy, (moment, moment))
    said = [line.text() for line in client.page("/data").css("[aria-labelledby=copies] li > span")]
    assert [re.sub(r"[\d.]+\s[KM]B", "so large", line.partition(" at ")[2]) for line in said] == [
        "9:07:50, as you asked (two people, so large)",
        "9:07:05, before a change (one person, so large)",
    ]


def test_a_copy_that_is_not_there_is_said(client: Visitor, ana: str) -> None:
    for name in ("nonsense", "../askwell.db", "/etc/passwd"):
        assert client.post("/data/go-back", {"copy": name}).status_code == 422


def test_light_or_dark_is_hers(client: Visitor, desk: Desk) -> None:
    client.post("/data/behave", {"theme": "dark"})
    assert client.page("/today").css_first("html").attributes["data-theme"] == "dark"
    client.post("/data/behave", {"theme": "system"})
    assert "data-theme" not in client.page("/today").css_first("html").attributes


def test_sure_things_by_themselves_are_hers_to_allow(client: Visitor, desk: Desk) -> None:
    client.post("/data/behave", {"allow": "yes"})
    assert wishes.read_wishes(desk).accepts


def test_a_job_is_told_in_one_tap_and_can_be_taken_back(client: Visitor, desk: Desk, ana: str) -> None:
    client.submit("/data", "/data/landed")
    assert memory.facts(desk).phase is Phase.LANDED
    client.undo("/today")
    assert memory.facts(desk).phase is Phase.ACTIVE


def test_erasing_asks_first_and_then_nothing_is_left(client: Visitor, desk: Desk, ana: str) -> None:
    assert client.post("/data/erase", {"word": "yes"}).status_code == 422
    assert names(desk) == {"Ana Example"}
    assert client.submit("/data/erase", word="erase").headers["Location"] == "/welcome"
    assert names(desk) == set()
    assert client.page("/welcome").css_first(".toast").text() == "Everything is erased."
    assert client.get("/").headers["Location"] == "/welcome"


def test_signing_out_ends_every_visit(client: Visitor) -> None:
    client.submit("/data", "/data/sign-out")
    assert client.get("/today").status_code == 403


def test_another_seeker_sees_and_takes_nothing_of_hers(client: Visitor, charlie: Visitor, desk: Desk, ana: str) -> None:
    assert "Ana Example" not in charlie.page("/data").text()
    packed = taken_along(charlie)
    assert b"Ana Example" not in packed.read("askwell.json")
    charlie.submit("/data/erase", word="erase")
    assert names(desk) == {"Ana Example"}
