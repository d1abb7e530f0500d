"""A shell on a data folder of its own, and the published shapes to hold its answers against."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from askwell.cli import main

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "src" / "askwell" / "terminal" / "schemas"
NOW = "2026-03-27T18:00Z"
FILES = (
    "linkedin_export.zip", "contacts.vcf", "google_contacts.csv", "mail.mbox", "calendar.ics", "applications.csv",
)  # fmt: skip
GOALS = """\
name = "Dana Whitfield"
statement = "I want to lead demand planning for a food company."
status_line = "Halvorsen closed my office on Feb 13, so I am out of work and looking."
zone = "America/Chicago"
country = "US"
roles = ["Demand Planning Manager"]
fields = ["food"]
companies = ["Ostara Foods", "Brightwater Dairy", "Corvane Medical"]
kinds_of_people = ["heads of planning"]
"""


class Shell:
    """Runs commands on one data folder, as a script would."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.capsys = data, capsys

    def run(self, *words: str, code: int = 0) -> str:
        self.capsys.readouterr()
        assert main([*words, "--data", str(self.data), "--now", NOW]) == code
        return self.capsys.readouterr().out

    def json(self, *words: str, code: int = 0) -> Any:
        return json.loads(self.run(*words, "--json", code=code))

    def refused(self, *words: str) -> str:
        """What is said where a thing is not done."""
        self.capsys.readouterr()
        assert main([*words, "--data", str(self.data), "--now", NOW]) == 1
        return self.capsys.readouterr().err


def conforms(shape: Any, name: str) -> Any:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.validate(shape, schema, cls=jsonschema.Draft202012Validator)
    return shape
