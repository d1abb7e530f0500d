"""When something fails: a sentence with what to do, never a traceback, and nothing of hers in what is written down."""

import errno
import sqlite3
from pathlib import Path

import pytest

from askwell import cli
from askwell.actions import trouble
from askwell.terminal import verbs


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (FileExistsError(errno.EEXIST, "exists", "contacts.vcf"), "contacts.vcf is a file, and a folder is needed"),
        (FileNotFoundError(errno.ENOENT, "missing", "/proc/nothing"), "/proc/nothing is not there"),
        (PermissionError(errno.EACCES, "denied", "askwell.db"), "askwell.db may not be opened"),
        (OSError(errno.EROFS, "read-only", "askwell.db"), "askwell.db may not be opened or written"),
        (OSError(errno.ENOSPC, "full", "askwell.db"), "The disk is full"),
        (OSError(errno.EIO, "input/output error", "askwell.db"), "askwell.db could not be used: input/output error"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "read-only, so nothing was changed"),
        (sqlite3.OperationalError("database is locked"), "Another program uses the database"),
        (sqlite3.DatabaseError("database disk image is malformed"), "The database is damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_disk_or_database_that_fails_is_told_in_a_sentence(fault: Exception, says: str) -> None:
    assert says in trouble.sentence(fault)


def test_a_fault_of_the_program_is_no_trouble_of_the_disk() -> None:
    assert trouble.sentence(KeyError("Ana Example")) == ""
    assert trouble.sentence(sqlite3.IntegrityError("UNIQUE constraint failed")) == ""


def _fail(_args: object) -> int:
    raise KeyError("Ana Example")


def test_the_unforeseen_is_one_calm_sentence_and_its_details_name_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    monkeypatch.setattr(verbs, "verb", lambda _: _fail)
    monkeypatch.delenv("ASKWELL_DEBUG", raising=False)
    assert cli.main(["ask", "Ana", "Example"]) == 1
    said, kept = capsys.readouterr().err, (tmp_path / "log" / trouble.FAULTS).read_text(encoding="utf-8")
    assert said.count("\n") == 1
    assert str(tmp_path / "log") in said
    assert "KeyError" in kept
    assert "_fail" in kept
    assert "Ana" not in said + kept


def test_where_nothing_can_be_written_down_the_sentence_still_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "file" / "log")
    monkeypatch.setattr("tempfile.mkdtemp", lambda: str(tmp_path / "file" / "other"))
    assert trouble.unforeseen(KeyError(), command="ask").endswith("not yours.")


def test_those_who_build_see_the_fault_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "verb", lambda _: _fail)
    monkeypatch.setenv("ASKWELL_DEBUG", "1")
    with pytest.raises(KeyError):
        cli.main(["today"])


def test_a_file_for_a_folder_and_a_far_moment_are_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "contacts.vcf").write_text("")
    assert cli.main(["today", "--data", str(tmp_path / "contacts.vcf")]) == 1
    assert cli.main(["today", "--data", str(tmp_path / "new"), "--now", "9999-12-31T00:00Z"]) == 1
    assert cli.main(["today", "--data", str(tmp_path / "new"), "--now", "tomorrow"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 3
