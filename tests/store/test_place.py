"""The place: each thread has its own, so that a made-up notebook and hers can be open at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest
from django.core.exceptions import ImproperlyConfigured

from askwell import store
from askwell.domain.goals import Goals
from askwell.store import read, scope, write

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)


def test_two_threads_write_to_two_places_at_the_same_moment_and_neither_sees_the_other(tmp_path: Path) -> None:
    both_open = Barrier(2, timeout=20)

    def write_down(name: str) -> tuple[Path, str]:
        store.setup(tmp_path / name)
        with scope.open("me"):
            both_open.wait()
            with write.batch("goals", name, now=NOW) as batch:
                write.set_goals(batch, Goals(name=name))
            both_open.wait()
            found = read.facts().goals.name
        store.close()
        return store.here().data, found

    with ThreadPoolExecutor(2) as threads:
        told = list(threads.map(write_down, ("hers", "made up")))
    assert told == [(tmp_path / "hers", "hers"), (tmp_path / "made up", "made up")]


def test_a_thread_that_opened_no_place_reaches_no_database(tmp_path: Path) -> None:
    store.setup(tmp_path / "hers")
    with ThreadPoolExecutor(1) as threads, pytest.raises(ImproperlyConfigured):
        threads.submit(lambda: scope.open("me").__enter__()).result()
    store.close()
