"""Work behind the pages that goes wrong: told in a sentence without anybody's words, and the next work is done."""

import errno
import sqlite3
from pathlib import Path

import pytest

from askwell.actions import trouble
from askwell.actions.behind import Behind
from askwell.domain.errors import Refused

SECRET = "Ana Lindqvist, ana@example.com"


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the details of a fault of the program are kept during this test."""
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    return tmp_path / "log" / trouble.FAULTS


def said_of(fault: Exception, capfd: pytest.CaptureFixture[str]) -> str:
    """What is printed when the work for one seeker goes wrong; that for the next one, and the copy, are made."""
    done: list[str] = []

    def renew(seeker: str) -> None:
        if seeker == "first":
            raise fault
        done.append(seeker)

    behind = Behind(renew=renew, copy=lambda: done.append("copy"))
    behind.renew("first", changed=True)
    behind.rest()
    behind.renew("second")
    behind.rest()
    assert done == ["copy", "second"]
    said = capfd.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (OSError(errno.ENOSPC, SECRET), "The disk is full. Make room on it and try again.\n"),
        (sqlite3.OperationalError(f"database is locked: {SECRET}"), "Another program uses the database just now"),
        (ValueError(SECRET), "Something went wrong that should not have. It is a fault of the program, not yours."),
        (Refused(SECRET), ""),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_fault_is_told_in_a_sentence_that_names_nobody(
    capfd: pytest.CaptureFixture[str], fault: Exception, sentence: str
) -> None:
    said = said_of(fault, capfd)
    assert said.startswith(sentence)
    assert bool(said) is bool(sentence)
    assert said.count("\n") <= 1
    for word in ("Traceback", "Ana", "example.com"):
        assert word not in said


def test_what_a_programmer_needs_of_it_is_kept_without_anybodys_words(
    capfd: pytest.CaptureFixture[str], log: Path
) -> None:
    assert str(log) in said_of(ValueError(SECRET), capfd)
    kept = log.read_text(encoding="utf-8")
    assert "builtins.ValueError" in kept
    assert "Ana" not in kept
