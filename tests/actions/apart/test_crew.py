"""A crew answers in order, and whatever ends a worker costs the piece that ended it and no other."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from askwell.actions.apart import hand, limits
from askwell.actions.apart.crew import Crew
from askwell.actions.apart.hand import Lost
from askwell.actions.apart.limits import Bound
from askwell.actions.apart.parcels import pack, unpack

ROOT = Path(__file__).parents[3]
DEEDS = "tests.actions.apart.deeds:"
WIDE = Bound()
posix = pytest.mark.skipif(os.name != "posix", reason="needs limits of the system")


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with Crew(hands=2) as crew:
        yield crew


def done(crew: Crew, deed: str, *pieces: object, bound: Bound = WIDE) -> list[object]:
    return crew.values(crew.submit(DEEDS + deed, [(bound, piece) for piece in pieces]))


def lives(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_answers_come_in_order_whoever_is_done_first(crew: Crew) -> None:
    tasks = [(DEEDS + "double", [(WIDE, n), (WIDE, n + 1)]) for n in range(40)]
    assert list(crew.answers(tasks)) == [[2 * n, 2 * n + 2] for n in range(40)]


def test_one_after_the_other_needs_one_worker_and_much_at_once_needs_more(crew: Crew) -> None:
    tasks = [(DEEDS + "pid", [(WIDE, None)]) for _ in range(6)]
    assert len({answer for (answer,) in crew.answers(tasks, at_once=1)}) == 1
    slow = [(DEEDS + "rest_and_tell", [(WIDE, 0.1)]) for _ in range(6)]
    assert len({answer for (answer,) in crew.answers(slow)}) == 2


@pytest.mark.parametrize(
    ("deed", "bound", "reason"),
    [
        pytest.param("die", WIDE, limits.STOPPED, marks=posix),
        pytest.param("turn_in_circles", Bound(seconds=0), Bound(seconds=0).too_long, marks=posix),
        pytest.param("devour", Bound(megabytes=700), Bound(megabytes=700).too_much, marks=posix),
    ],
)
def test_a_piece_that_ends_its_worker_is_lost_and_the_others_are_done(
    crew: Crew, deed: str, bound: Bound, reason: str
) -> None:
    assert done(crew, deed, 1, 7, 3, 7, bound=bound) == [1, Lost(reason), 3, Lost(reason)]


def test_a_piece_that_only_waits_is_ended_by_the_clock(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WAITING", 1)
    bound = Bound(seconds=1)
    assert done(crew, "sleep", 1, 7, 3, bound=bound) == [1, Lost(bound.too_long), 3]


@posix
def test_a_worker_that_ended_by_chance_is_no_fault_of_the_piece(crew: Crew, tmp_path: Path) -> None:
    mark = str(tmp_path / "mark")
    assert done(crew, "die_once", (1, mark), (7, mark), (3, mark)) == [1, 7, 3]


def test_a_fault_of_the_program_is_none_of_a_file(crew: Crew) -> None:
    with pytest.raises(RuntimeError, match="ValueError: a fault"):
        done(crew, "fail", 1)
    assert done(crew, "double", 4) == [8]


def test_what_is_printed_by_the_way_is_no_answer(crew: Crew) -> None:
    assert done(crew, "speak", "one", "two") == ["one", "two"]


def test_no_worker_knows_the_database(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in hand.SECRETS:
        monkeypatch.setenv(name, "postgresql://secret@db.example/x")
    assert done(crew, "environment", *hand.SECRETS) == [None] * len(hand.SECRETS)


def test_closing_ends_all_workers_whatever_they_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with Crew(hands=2) as crew:
        assert done(crew, "double", 1) == [2]
        for _ in range(4):
            crew.submit(f"{DEEDS}sleep", [(WIDE, 7)])
        pids = crew.pids
        assert pids
    assert not any(map(lives, pids))
    assert crew.pids == []


def test_at_rest_there_is_no_worker_and_later_a_new_one(crew: Crew) -> None:
    (before,) = done(crew, "pid", None)
    crew.rest()
    assert crew.pids == []
    assert done(crew, "pid", None) != [before]


@posix
def test_workers_end_with_the_one_they_work_for_even_if_it_is_killed(tmp_path: Path) -> None:
    code = (
        "from askwell.actions.apart.crew import Crew; from askwell.actions.apart.limits import Bound\n"
        f"crew = Crew(hands=1); crew.submit('{DEEDS}sleep', [(Bound(), 7)])\n"
        "import time\n"
        "while not crew.pids: time.sleep(0.01)\n"
        "print(crew.pids[0], flush=True); time.sleep(60)\n"
    )
    told = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=told, cwd=tmp_path) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    end = time.monotonic() + 30
    while lives(worker) and time.monotonic() < end:
        time.sleep(0.02)
    assert not lives(worker)


def test_bounds_grow_with_size_and_memory_not_without_end() -> None:
    assert limits.for_size(-1) == limits.for_size(0) == Bound()
    assert limits.for_size(10 << 20) == Bound(limits.SECONDS + 20, limits.MEGABYTES + 320)
    assert limits.for_size(1 << 40).megabytes == limits.MOST_MEGABYTES


def test_what_is_handed_over_arrives_as_it_was() -> None:
    told = {"a": [1, None, Lost("x")], "b": WIDE}
    assert unpack(pack(told)) == told
