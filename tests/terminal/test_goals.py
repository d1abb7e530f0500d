"""Goals: a page to fill in, set as a whole and never wiped by mistake, shown in full, and as the page for helpers."""

from pathlib import Path

import pytest
from tests.terminal.shell import GOALS, Shell, conforms

from askwell.domain.goals import Goals
from askwell.method.goals import parse


def written(tmp_path: Path, text: str) -> str:
    (tmp_path / "goals.toml").write_text(text, encoding="utf-8")
    return str(tmp_path / "goals.toml")


def test_the_example_is_a_page_that_can_be_read_and_says_nothing_yet(empty: Shell) -> None:
    page = empty.run("goals", "--example")
    assert parse(page) == Goals()
    filled = page.replace('roles = [""]', 'roles = ["Nurse"]').replace("# [[needs]]", "[[needs]]")
    filled = filled.replace('# kind = "advice"', 'kind = "advice"').replace("# question =", "question =")
    assert parse(filled).roles == ("Nurse",)
    assert len(parse(filled).needs) == 1
    assert not empty.data.exists()


@pytest.mark.parametrize("text", ["", "\n# nothing\n", 'name = ""\nroles = [""]\n'])
def test_a_file_without_a_goal_changes_nothing(shell: Shell, tmp_path: Path, text: str) -> None:
    before = shell.json("goals")
    assert "nothing was changed" in shell.refused("goals", "--set", written(tmp_path, text))
    assert shell.json("goals") == before


def test_a_single_line_does_not_take_the_place_of_all(shell: Shell, tmp_path: Path) -> None:
    said = shell.refused("goals", "--set", written(tmp_path, 'status_line = "I am looking."'))
    assert "nothing was changed" in said
    assert shell.json("goals")["roles"]


def test_lines_that_are_gone_are_told_with_how_to_take_it_back(shell: Shell, tmp_path: Path) -> None:
    said = shell.run("goals", "--set", written(tmp_path, GOALS.replace('fields = ["food"]\n', "")))
    assert "No longer in them: fields." in said
    batch = said.rsplit("askwell undo ", 1)[1].strip()
    shell.run("undo", batch)
    assert shell.json("goals")["fields"] == ["food"]
    assert "These were your goals already" in shell.run("goals", "--set", written(tmp_path, GOALS))


def test_goals_are_shown_with_all_that_was_said_and_what_was_worked_out(shell: Shell, tmp_path: Path) -> None:
    more = '\n[limits]\ncommute = "45 minutes"\n[[needs]]\nkind = "advice"\nquestion = "Which one?"\nserves = "food"\n'
    shell.run("goals", "--set", written(tmp_path, GOALS + more))
    page = shell.run("goals")
    for told in ("Dana Whitfield", "America/Chicago", "US", "45 minutes", "openly looking", "worked out"):
        assert told in page
    assert page.split("Which one?")[1].split("\n")[0].strip() == "food"


def test_the_brief_is_the_page_for_helpers(shell: Shell, empty: Shell) -> None:
    page = shell.run("brief")
    assert "Companies I would love to know\n- Ostara Foods" in page
    assert conforms(shell.json("brief"), "brief")["brief"] == page == shell.run("goals", "--brief")
    assert "none yet" in empty.refused("brief")


def test_the_brief_is_saved_as_a_pdf_whole_or_not_at_all(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "My brief.pdf"
    assert "one page" in " ".join(shell.run("brief", "--pdf", str(file)).split())
    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    made = conforms(shell.json("brief", "--pdf", str(file)), "brief")
    assert (made["pdf"], made["paper"]) == (str(file), "letter")
    assert file.read_bytes() == content
    assert "could not be saved" in shell.refused("brief", "--pdf", str(tmp_path / "nowhere" / "x.pdf"))
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


def test_goals_tell_her_jobs_and_what_she_is_clear_about(shell: Shell, tmp_path: Path) -> None:
    more = '[clarity]\nproblems = ["Food is thrown away"]\n[[jobs]]\ncompany = "Kestrel"\nuntil = 2026-02-01\n'
    shell.run("goals", "--set", written(tmp_path, GOALS + more))
    told = conforms(shell.json("goals"), "goals")
    assert told["clarity"] == {"problems": "Food is thrown away"}
    assert {"company": "Kestrel", "title": "", "since": None, "until": "2026-02-01", "own": True} in told["jobs"]


def test_words_without_quotation_marks_are_told_with_their_line(shell: Shell, tmp_path: Path) -> None:
    said = shell.refused("goals", "--set", written(tmp_path, 'status = "employed"\nroles = [Nurse]\n'))
    assert "Line 2 of the goals could not be read: roles = [Nurse]" in said
    assert "quotation marks" in said


def test_a_file_as_powershell_writes_it_is_read(empty: Shell, tmp_path: Path) -> None:
    (tmp_path / "goals.toml").write_bytes('roles = ["Nürse"]\n'.encode("utf-16"))
    assert empty.json("goals", "--set", str(tmp_path / "goals.toml"))["roles"] == ["Nürse"]


def test_without_goals_the_way_to_them_is_told(empty: Shell) -> None:
    assert "askwell goals --example > goals.toml" in empty.run("goals")
    assert "askwell goals --example > goals.toml" in empty.run("today")


def test_a_remark_on_the_status_is_left_as_it_is_until_it_is_taken_back(shell: Shell) -> None:
    (remark,) = (one for one in shell.json("goals")["voice"] if one["place"] == "headline")
    assert "askwell goals --leave headline" in shell.run("goals")
    done = conforms(shell.json("goals", "--leave", "headline"), "change")
    assert done["said"] == "Left as it is: your headline."
    assert "headline" not in [one["place"] for one in shell.json("goals")["voice"]]
    assert "no longer said" in shell.refused("goals", "--leave", "headline")
    shell.run("undo", done["batch"])
    assert remark in shell.json("goals")["voice"]
    shell.run("goals", "--leave", remark["key"])
    assert "headline" not in [one["place"] for one in shell.json("goals")["voice"]]
