"""What the other commands show: plain words, short ids, the seeker's days, and what to do next."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.terminal.shell import Shell, conforms

from askwell.domain.dated import spoken
from askwell.terminal.words import shortened


def first(shell: Shell) -> Any:
    return shell.json("people")["people"][0]


def test_a_change_names_its_own_batch(shell: Shell) -> None:
    said = shell.run("add", "Ana", "Example")
    batch = said.rsplit("To take this back: askwell undo ", 1)[1].strip()
    shell.run("add", "Bo", "Example")
    undone = shell.run("undo", batch)
    assert "To bring it back: askwell undo b" in undone
    names = {person["name"] for person in shell.json("people")["people"]}
    assert "Ana Example" not in names
    assert "Bo Example" in names


def test_a_person_is_found_by_id_and_shown_with_all_that_is_held(shell: Shell) -> None:
    known = next(p for p in conforms(shell.json("people"), "people")["people"] if p["phones"])
    (found,) = shell.json("people", known["id"])["people"]
    assert found == known
    page = shell.run("people", known["id"])
    for told in (known["name"], known["phones"][0], known["cards"][0]["file"]):
        assert told in page


def test_two_who_look_alike_can_be_said_to_be_two(shell: Shell) -> None:
    pair = shell.json("people")["likely"][0]
    one, other = pair["people"]
    assert f"askwell merge {one} {other} --not-same" in shell.run("people", one)
    shell.run("merge", one, other, "--not-same")
    assert pair not in shell.json("people")["likely"]
    shell.run("undo")
    assert pair in shell.json("people")["likely"]
    assert "are one person" in shell.refused("merge", one, one, "--not-same")


def test_an_undone_merge_says_who_was_made_one_with_whom(shell: Shell) -> None:
    one, other = (p["id"] for p in shell.json("people")["people"][:2])
    shell.run("merge", one, other)
    assert f"({other})" in shell.run("undo")


def test_applications_are_listed_and_one_like_another_is_told(shell: Shell) -> None:
    shell.run("applied", "Cobalt Credit Union", "Team Lead")
    said = shell.run("applied", "Cobalt Credit", "Team Lead")
    assert "There is one already: Cobalt Credit Union, Team Lead." in " ".join(said.split())
    listed = conforms(shell.json("applied"), "applications")["applications"]
    assert [one["company"] for one in listed[:2]] == ["Cobalt Credit Union", "Cobalt Credit"]
    assert "Cobalt Credit Union" in shell.run("applied")


def test_promises_show_what_is_open_with_ids_that_can_be_typed(shell: Shell) -> None:
    shell.run("replies", "--accept", "all")
    told, page = shell.json("promises")["promises"], shell.run("promises")
    assert {"void", "kept"} <= {p["state"] for p in told}
    assert "void" not in page
    short = shortened(p["id"] for p in told)
    owed = next(p for p in told if p["state"] == "owed" and p["confirmed"])
    assert short[owed["id"]] in page
    assert owed["id"] not in page
    shell.run("drop", short[owed["id"]], "--because", "we spoke")
    assert owed["id"] not in [p["id"] for p in shell.json("promises", "--owed")["promises"]]
    assert "Several promises begin" in shell.refused("drop", owed["id"][0], "--because", "we spoke")


def test_short_ids_tell_each_promise_from_the_others() -> None:
    assert shortened(["t79d1e", "t79d1f", "a6", "n12345678"]) == {
        "a6": "a6", "n12345678": "n1234", "t79d1e": "t79d1e", "t79d1f": "t79d1f",
    }  # fmt: skip


def test_what_waits_is_counted_in_promises(shell: Shell) -> None:
    unsure = [p for p in shell.json("promises")["promises"] if not p["confirmed"] and p["state"] == "owed"]
    assert f"{len(unsure)} more are owed" in shell.run("promises")


def test_the_day_of_a_referral_is_the_seekers(shell: Shell) -> None:
    told, page = shell.json("referrals")["referrals"], shell.run("referrals")
    days = [datetime.fromisoformat(r["date"]).astimezone(ZoneInfo("America/Chicago")).date() for r in told]
    assert any(
        datetime.fromisoformat(r["date"]).astimezone(UTC).date() != day for r, day in zip(told, days, strict=True)
    )
    lines = [
        line
        for line in page.split("Who led to whom")[0].split("\n")
        if line.startswith(tuple(r["referrer"]["name"] for r in told))
    ]
    for day, line in zip(days, lines, strict=False):
        assert spoken(day) in line


def test_guesses_are_told_in_words(shell: Shell) -> None:
    person = first(shell)["id"]
    shell.run("sent", person, "--guess", "no")
    page = " ".join(shell.run("progress").split())
    assert "{" not in page
    assert "One guess is made. What comes of it stands here in two weeks at the latest." in page
    assert shell.json("progress")["guesses"]["waiting"] == 1


def test_favors_to_return_are_told_with_ideas(shell: Shell) -> None:
    shell.run("replies", "--accept", "all")
    page = shell.run("progress")
    told = shell.json("progress")["favors"]["to_return"]
    assert "Something to give back, whenever you like:" in page
    assert all(one["ideas"] for one in told)
    someone = shell.run("people", told[0]["person"]["name"])
    assert "Something you could do for them:" in someone


def test_what_was_noticed_is_asked_in_plain_words(shell: Shell) -> None:
    page = shell.run("replies")
    assert "This was noticed in your mail. Is it so?" in page
    assert "helped you" in page
    ids = [one["id"] for one in shell.json("replies")["waiting"][:2]]
    assert shell.run("replies", "--yes", *ids).startswith("Noted: your yes to two things.")


def test_an_ask_goes_the_way_a_person_can_be_reached(shell: Shell) -> None:
    shell.run("add", "Ana", "Example")
    page = shell.run("ask", "Ana", "Example", "--channel", "email")
    assert "To: Ana Example, whose address is not in your files" in page
    shell.run("add", "Bo", "Example", "--email", "bo@example.org", "--tie", "known")
    assert "To: Bo Example <bo@example.org>" in shell.run("ask", "Bo", "Example")
    online = next(p for p in shell.json("people")["people"] if p["cards"][0]["url"] and not p["addresses"])
    draft = shell.json("ask", online["id"])["draft"]
    assert draft["channel"] == "linkedin"
    assert online["cards"][0]["url"] in shell.run("ask", online["id"])
    assert f"─\n{draft['text'].rstrip()}\n─" in shell.run("ask", online["id"])


def test_of_a_file_that_is_all_there_was_no_rest_is_told(empty: Shell, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7\n")
    assert "there was nothing else" in empty.refused("import", str(tmp_path / "x.pdf"))


@pytest.mark.parametrize("columns", ["60", "100"])
@pytest.mark.parametrize("words", [("people",), ("replies",), ("promises",), ("referrals",), ("goals",), ("applied",)])
def test_pages_keep_to_the_width(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, columns: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = shell.run(*words).split("\n")
    assert max(map(len, lines)) <= int(columns)
    assert all(line == line.rstrip() for line in lines)


def test_the_doctor_prints_no_empty_rows(shell: Shell) -> None:
    assert "None" not in shell.run("doctor")
    assert json.loads(shell.run("doctor", "--json"))["checks"]
