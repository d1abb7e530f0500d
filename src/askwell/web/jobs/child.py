"""A child seen from the server: a process for one job, told its turns, heard when it is done, ended at will."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

PATIENCE = 8.0  # seconds for an orderly end before it is cut off
URL = "ASKWELL_DATABASE_URL"


class Child:
    """Works on one folder. `turn` is what it works on, 0 while it has nothing to do but keeps the files in mind.

    `on_done` and `on_gone` are called from a thread of its own.
    """

    def __init__(
        self, folder: Path, *, embedded: bool, on_done: Callable[["Child"], None], on_gone: Callable[["Child"], None]
    ) -> None:
        self.folder = folder
        self.turn = 0
        self._on_done, self._on_gone = on_done, on_gone
        environment = {name: value for name, value in os.environ.items() if name != URL or not embedded}
        self._process = subprocess.Popen(  # noqa: S603 - our own module, by this very Python
            [sys.executable, "-P", "-m", "askwell.web.jobs.work", str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
        threading.Thread(target=self._listen, name=f"job {folder.name}", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def ended_well(self) -> bool:
        """Whether it ended by itself; meaningful once it is gone."""
        return self._process.returncode == 0

    def do(self, turn: int, whisper: str = "") -> bool:
        """Tell it a turn, and what nobody else may hear; False where it is gone."""
        self.turn = turn
        try:
            self._stdin.write(f"{turn} {whisper}".strip().encode() + b"\n")
            self._stdin.flush()
        except (OSError, ValueError):  # its pipe is broken; or closed, since it was heard to be gone this very moment
            return False
        return True

    def end(self) -> None:
        """Let it end: what it hears no more from is a server that is gone. Does not wait."""
        with suppress(OSError):
            self._stdin.close()

    def wait(self) -> None:
        """End it and wait until it is gone, by force if it must be; what it was storing is as if never begun."""
        self.end()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def _stdin(self) -> IO[bytes]:
        return cast("IO[bytes]", self._process.stdin)

    def _listen(self) -> None:
        """Whatever it says besides is no turn; and whatever goes wrong here, it is ended and told to be gone."""
        try:
            with cast("IO[bytes]", self._process.stdout) as said:
                for line in said:
                    if self.turn and line.strip() == str(self.turn).encode():
                        self.turn = 0
                        self._on_done(self)
        finally:
            self.end()
            self._process.wait()
            self._on_gone(self)
