"""The program as a newcomer starts it: a process of its own, from cold start."""

import os
import subprocess
import sys
from pathlib import Path


def askwell(data: Path, *arguments: str) -> str:
    """What `askwell …` printed; raises if it did not end well."""
    command = [
        sys.executable,
        "-m",
        "askwell",
        *arguments,
        *([] if arguments == ("--help",) else ["--data", str(data)]),
    ]
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # as after any start before
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=compiled)
    if done.returncode:
        raise RuntimeError((done.stderr or done.stdout).strip()[-300:] or f"exit {done.returncode}")
    return done.stdout
