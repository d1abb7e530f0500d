"""Drafts as lines of JSON: one answer a line, in order; a line that is none is told of and the rest goes on."""

import json
import subprocess
import sys

import pytest

from askwell.actions.checking import check_drafts, check_text
from askwell.domain.errors import Refused


def test_each_line_gets_an_answer_with_the_keys_of_the_contract() -> None:
    lines = [
        json.dumps({"id": "a", "text": "Hi", "more": 1}),
        "",
        json.dumps({"id": "b", "kind": "nudge", "text": "Hi"}),
    ]
    first, second = check_drafts(lines)
    assert (first["id"], second["id"]) == ("a", "b")
    assert set(first["findings"][0]) == {"rule", "tip", "start", "end", "why", "instead"}
    assert json.loads(json.dumps(second)) == second


def test_a_line_that_cannot_be_read_is_told_of_and_the_rest_goes_on() -> None:
    bad, worse, odd, good = check_drafts(["{", "[]", '{"text": "Hi", "kind": "poem"}', '{"id": 1, "text": "Hi"}'])
    assert [answer["line"] for answer in (bad, worse, odd)] == [1, 2, 3]
    assert "poem" in odd["error"]
    assert good["id"] == 1


def test_one_draft_as_plain_text_has_the_defaults_of_the_contract() -> None:
    assert "no-targets" in {finding["rule"] for finding in check_text("Hi")["findings"]}


def test_an_unknown_channel_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match="pigeon"):
        check_text("Hi", channel="pigeon")


def test_checking_needs_no_django() -> None:
    code = "import askwell.actions.checking as c, sys; c.check_text('Hi'); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
