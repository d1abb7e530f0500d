"""`check`, `detect`, `suggest`: their shapes, and that they make no folder and load no Django."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

SCHEMAS = Path(__file__).resolve().parents[2] / "src" / "askwell" / "terminal" / "schemas"
DRAFT = {
    "id": "d1",
    "kind": "ask",
    "tie": "known",
    "status": "in-transition",
    "channel": "email",
    "text": "Hi Ana, any help?",
}
CODE = """
import sys
from askwell.cli import main
code = main(sys.argv[1:])
sys.exit(99 if "django" in sys.modules else code)
"""


def run(tmp_path: Path, *words: str, text: str = "") -> str:
    """The command in a process of its own, with its data folder pointing to one that does not exist."""
    env = {**os.environ, "ASKWELL_DATA": str(tmp_path / "none")}
    done = subprocess.run(
        [sys.executable, "-c", CODE, *words], input=text, capture_output=True, text=True, env=env, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "none").exists()
    return done.stdout


def conforms(shape: Any, name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.validate(shape, schema, cls=jsonschema.Draft202012Validator)


def test_check_reads_a_line_and_answers_with_a_line(tmp_path: Path) -> None:
    out = run(tmp_path, "check", "--jsonl", text=json.dumps(DRAFT) + "\n")
    found = json.loads(out)
    conforms(found, "check")
    assert found["id"] == "d1"
    assert {"vague-ask", "coy"} <= {f["rule"] for f in found["findings"]}


def test_check_reads_plain_text_in_words(tmp_path: Path) -> None:
    assert "Tip" in run(tmp_path, "check", text=DRAFT["text"])


def test_detect_tells_what_each_message_says(tmp_path: Path, eval_data: Path) -> None:
    mails = [str(eval_data / "mail" / f"{n:03}.eml") for n in (1, 3)]
    lines = [
        json.loads(x)
        for x in run(tmp_path, "detect", *mails, "--me", "dana.whitfield@example.com", "--jsonl").splitlines()
    ]
    assert [Path(line["file"]).name for line in lines] == ["001.eml", "003.eml"]
    for line in lines:
        conforms(line, "detect")


def test_suggest_ranks_everybody(tmp_path: Path) -> None:
    contacts = [
        {"id": "a", "name": "Ana Example", "company": "Ostara Foods", "position": "Planner", "tie": "known"},
        {"id": "b", "name": "Bo Example", "company": "Other", "position": "Nurse", "tie": "barely", "notes": ""},
    ]
    goals = {
        "roles": ["Planner"],
        "fields": ["food"],
        "companies": ["Ostara Foods"],
        "places": [],
        "status": "in-transition",
    }
    file = tmp_path / "contacts.json"
    file.write_text(json.dumps({"goals": goals, "contacts": contacts}), encoding="utf-8")
    found = json.loads(run(tmp_path, "suggest", str(file), "--json"))
    conforms(found, "suggest")
    assert [one["id"] for one in found["ranking"]] == ["a", "b"]


def refused(tmp_path: Path, *words: str, text: str = "") -> str:
    env = {**os.environ, "ASKWELL_DATA": str(tmp_path / "none")}
    done = subprocess.run(
        [sys.executable, "-m", "askwell.cli", *words], input=text, capture_output=True, text=True, env=env, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


def test_check_quotes_the_words_it_means_and_names_each_tip_once(tmp_path: Path) -> None:
    page = run(
        tmp_path, "check", text="Hi Ana, sorry to bother you. I am out of work. Do you need a planner? Thank you!"
    )
    assert "You wrote: “sorry to bother" in page
    assert not re.search(r"(Tip \d): \1", page)


@pytest.mark.parametrize("content", [b"", b" \n", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"PK\x03\x04\x00\x00words"])
def test_check_judges_nothing_that_is_no_text(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "draft").write_bytes(content)
    assert re.search(r"draft is (empty|no plain text)\. ", refused(tmp_path, "check", str(tmp_path / "draft")))


def test_detect_says_what_could_not_be_read_and_of_no_rest(tmp_path: Path) -> None:
    assert refused(tmp_path, "detect", "none.eml", "--me", "a@example.com") == "none.eml could not be read.\n"


def test_suggest_shows_names(tmp_path: Path) -> None:
    contacts = [{"id": "a", "name": "Ana Example"}, {"name": "Bo Example"}]
    (tmp_path / "c.json").write_text(json.dumps({"contacts": contacts}), encoding="utf-8")
    page = run(tmp_path, "suggest", str(tmp_path / "c.json"))
    assert "Ana Example" in page
    assert "Bo Example" in page
