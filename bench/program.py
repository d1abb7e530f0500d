"""The program as a newcomer starts it: a process of its own, from cold start."""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

LOOK = 0.05  # seconds between two looks at the memory


class Together:
    """The most memory that a process and its children held together, in MB; 0 where the system does not tell.

    Pages that several of them share, such as the code of Python, count for each.
    """

    def __init__(self) -> None:
        self.most = 0.0
        self._over = threading.Event()

    def watch(self, pid: int) -> threading.Thread:
        thread = threading.Thread(target=self._watch, args=(pid,), daemon=True)
        thread.start()
        return thread

    def end(self, thread: threading.Thread) -> None:
        self._over.set()
        thread.join()

    def _watch(self, pid: int) -> None:
        while not self._over.wait(LOOK):
            self.most = max(self.most, _held(pid))


def _held(pid: int) -> float:
    """MB of a process and all below it."""
    place = Path("/proc", str(pid))
    with suppress(OSError, StopIteration, ValueError):
        status = (place / "status").read_text().splitlines()
        own = next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
        below = [child for task in (place / "task").iterdir() for child in (task / "children").read_text().split()]
        return own + sum(_held(int(child)) for child in below)
    return 0.0


def askwell(data: Path, *arguments: str, memory: Together | None = None) -> str:
    """What `askwell …` printed; raises if it did not end well. `memory` is told how much it held."""
    command = [
        sys.executable,
        "-m",
        "askwell",
        *arguments,
        *([] if arguments == ("--help",) else ["--data", str(data)]),
    ]
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # as after any start before
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=compiled) as process:
        watching = memory.watch(process.pid) if memory else None
        out, err = process.communicate()
        if memory and watching:
            memory.end(watching)
    if process.returncode:
        raise RuntimeError((err or out).strip()[-300:] or f"exit {process.returncode}")
    return out
