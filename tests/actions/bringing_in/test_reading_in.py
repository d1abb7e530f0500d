"""Reading everything: small files first, and no file stops another."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.exports import connections, mail, mbox, profile
from tests.actions.letters import message

from askwell import sources
from askwell.actions.bringing_in.reading_in import Home, read_all
from askwell.actions.bringing_in.reading_one import DAMAGED
from askwell.domain.goals import Goals
from askwell.domain.messages import Message
from askwell.domain.reading import Reading
from askwell.sources.found import Found

HOME = Home(Goals(), "UTC", "")
EVER = datetime(2000, 1, 1, tzinfo=UTC)


def silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def read(*paths: Path) -> list[Reading]:
    return read_all(paths, HOME, text_from=lambda _: EVER, progress=silent)


def test_readings_come_in_the_order_of_the_files_though_her_own_are_read_first(tmp_path: Path) -> None:
    seen: list[str] = []

    def text_from(goals: Goals) -> datetime:
        seen.append(goals.country)
        return EVER

    letters = mbox(tmp_path, mail(2, From="Ann Kern <ann@example.net>"))
    found = read_all([letters, profile(tmp_path)], HOME, text_from=text_from, progress=silent)
    assert [reading.file for reading in found] == ["mail.mbox", "Profile.csv"]
    assert seen == ["US"]
    assert [len(list(reading.messages)) for reading in found] == [1, 0]


def test_a_file_that_breaks_in_the_middle_keeps_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(found: Found, **_: object) -> Reading:
        def messages() -> Iterator[Message]:
            yield message(1)
            raise OSError

        return Reading(found.file, "mail", messages=messages())

    monkeypatch.setattr(sources, "read", broken)
    (reading,) = read(connections(tmp_path))
    assert (reading.read, [note.reason for note in reading.unreadable]) == (2, [DAMAGED])
    assert len(list(reading.messages)) == 1


def test_a_fault_of_a_reader_is_that_files_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(found: Found, **_: object) -> Reading:
        if found.file == "Profile.csv":
            raise ValueError
        return Reading(found.file, "x")

    monkeypatch.setattr(sources, "read", faulty)
    first, second = read(profile(tmp_path), connections(tmp_path))
    assert (first.read, len(first.unreadable), second.unreadable) == (1, 1, [])
