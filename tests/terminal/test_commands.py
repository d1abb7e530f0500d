"""Every command on the scenario: what it prints is the published shape, and what it changes can be undone."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from tests.terminal.shell import FILES, NOW, ROOT, Shell, conforms

from askwell.cli import main
from askwell.terminal.options import build_parser

CHANGE = "change"


def somebody(shell: Shell) -> str:
    """The id of somebody with an address, not yet asked."""
    people = shell.json("people", "Kowal")["people"] or shell.json("people")["people"]
    return str(people[0]["id"])


@pytest.mark.parametrize(
    ("words", "schema"),
    [
        (("people",), "people"),
        (("referrals",), "referrals"),
        (("promises",), "promises"),
        (("promises", "--owed"), "promises"),
        (("progress",), "progress"),
        (("today",), "today"),
        (("today", "--all"), "today"),
        (("replies",), "replies"),
        (("replies", "--accept", "all"), "replies"),
        (("goals",), "goals"),
        (("doctor",), "doctor"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_a_command_prints_has_the_published_shape(shell: Shell, words: tuple[str, ...], schema: str) -> None:
    conforms(shell.json(*words), schema)
    assert shell.run(*words).strip()


def test_the_receipt_adds_up_and_the_same_files_bring_nothing_new(shell: Shell, eval_data: Path) -> None:
    files = [str(eval_data / "scenario" / name) for name in FILES]
    receipt = conforms(shell.json("import", *files), "import")
    for file in receipt["files"]:
        assert file["read"] == (
            file["new"] + file["joined"] + file["changed"] + file["same"]
            + len(file["left_out"]) + len(file["unreadable"])
        )  # fmt: skip
        assert (file["new"], file["joined"], file["changed"]) == (0, 0, 0)


def test_all_that_did_not_come_in_is_written_into_a_table_that_adds_up(
    shell: Shell, eval_data: Path, tmp_path: Path
) -> None:
    files = [str(eval_data / "scenario" / name) for name in FILES]
    told = shell.json("import", *files, "--left-out", str(tmp_path / "left.csv"))["files"]
    rows = list(csv.DictReader((tmp_path / "left.csv").read_text(encoding="utf-8-sig").splitlines()))
    count = sum(len(file["left_out"]) + len(file["unreadable"]) for file in told)
    assert len(rows) == count == sum(reason["count"] for file in told for reason in file["reasons"])
    assert count
    assert all(row["why"] and row["what you can do"] for row in rows)


def test_a_dry_run_promises_what_the_import_then_does(tmp_path: Path, eval_data: Path, capsys: Any) -> None:
    files = [str(eval_data / "scenario" / name) for name in FILES]
    shell = Shell(tmp_path / "store", capsys)
    promised = conforms(shell.json("import", *files, "--dry-run", "--me", "dana.whitfield@example.com"), "import")
    done = shell.json("import", *files, "--me", "dana.whitfield@example.com")
    assert promised["batch"] is None
    assert done["batch"]
    assert promised["files"] == done["files"]
    assert promised["people"] == done["people"]


def test_an_ask_is_composed_sent_and_taken_back(shell: Shell) -> None:
    person = somebody(shell)
    conforms(shell.json("ask", person), "ask")
    before = shell.json("progress")
    conforms(shell.json("sent", person, "--guess", "yes"), CHANGE)
    assert shell.json("progress")["asks"]["sent"] == before["asks"]["sent"] + 1
    conforms(shell.json("undo"), CHANGE)
    assert shell.json("progress") == before


CHANGES = (
    ("add", "Ana Example", "--email", "ana@example.org", "--met", "we met at the council"),
    ("applied", "Ostara Foods", "Planner"),
    ("log", "{person}", "--text", "She explained their planning.", "--help"),
    ("log", "{person}", "--referral", "Lee Example"),
    ("log", "{person}", "--referral", "Ana Exampel", "--new"),
    ("add", "Ana Example", "--company", "Elsewhere", "--new"),
    ("log", "{person}", "--thanks", "--channel", "phone"),
    ("rest", "{person}"),
    ("rest", "{person}", "--for-ever"),
    ("rest", "{person}", "--never"),
    ("unmerge", "{several}", "--card", "{card}"),
    ("merge", "{person}", "{other}"),
    ("replies", "--accept", "all"),
    ("landed",),
    ("pause",),
)


@pytest.mark.parametrize("words", CHANGES, ids=" ".join)
def test_every_change_can_be_undone(shell: Shell, tmp_path: Path, words: tuple[str, ...]) -> None:
    person = somebody(shell)
    other = next(p["id"] for p in shell.json("people")["people"] if p["id"] != person)
    several = next(p for p in shell.json("people")["people"] if len(p["cards"]) > 1)
    before = exported(shell, tmp_path / "before")
    told = {"person": person, "other": other, "several": several["id"], "card": several["cards"][-1]["id"]}
    done = shell.json(*(word.format(**told) for word in words))
    assert done["batch"]
    assert done["said"]
    assert exported(shell, tmp_path / "between") != before
    shell.json("undo", done["batch"])
    assert exported(shell, tmp_path / "after") == before


def exported(shell: Shell, folder: Path) -> bytes:
    shell.run("export", str(folder))
    return next(folder.glob("*.json")).read_bytes()


def test_a_yes_and_an_acceptance_in_one_command_are_both_told(shell: Shell) -> None:
    first = shell.json("replies")["waiting"][0]["id"]
    said = conforms(shell.json("replies", "--no", first, "--accept", "all"), "replies")["said"]
    assert said.startswith("Noted: your no to one thing, about ")
    assert "your yes to " in said


def test_the_demo_is_of_the_day_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASKWELL_DEMO", str(tmp_path / "demo"))
    assert main(["demo", "--now", "2026-03-04T17:00Z", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["date"] == "2026-03-04"


def test_the_demo_is_never_among_the_people_of_a_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASKWELL_DEMO", str(tmp_path / "demo"))
    monkeypatch.setenv("ASKWELL_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nowhere")
    assert main(["demo", "--now", "2026-03-04T17:00Z", "people", "Yusuf", "--json"]) == 0
    assert "Lachance" in capsys.readouterr().out


def test_a_dropped_promise_is_no_longer_owed_and_comes_back_with_undo(shell: Shell) -> None:
    shell.json("replies", "--accept", "all")
    owed = [p["id"] for p in shell.json("promises", "--owed")["promises"]]
    conforms(shell.json("drop", owed[0], "--because", "we spoke on the phone"), CHANGE)
    assert owed[0] not in [p["id"] for p in shell.json("promises", "--owed")["promises"]]
    shell.json("undo")
    assert owed[0] in [p["id"] for p in shell.json("promises", "--owed")["promises"]]


def test_forgetting_asks_first_and_is_final(shell: Shell) -> None:
    person = somebody(shell)
    shell.run("forget", person, code=1)
    conforms(shell.json("forget", person, "--yes"), CHANGE)
    assert person not in [p["id"] for p in shell.json("people")["people"]]


def test_a_name_that_fits_nobody_is_answered_with_a_sentence(shell: Shell) -> None:
    assert main(["ask", "Nobody Nowhere", "--data", str(shell.data), "--now", NOW]) == 1
    assert "Nobody Nowhere" in shell.capsys.readouterr().err


def test_every_command_has_its_help_and_its_page() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    actions = build_parser()._subparsers._group_actions[0].choices or {}  # type: ignore[union-attr]
    for name, parser in dict(actions).items():
        assert parser.format_help()
        assert f"askwell {name}" in page


def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["today", "--colour"])
    assert stopped.value.code == 2
    assert "no option --colour" in capsys.readouterr().err
