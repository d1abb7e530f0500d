"""Data folders filled by the command line, in a process of its own, before a browser looks at them."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import DATA
from tests.terminal.shell import FILES, GOALS, NOW

__all__ = ["NOW", "command", "whole_search"]

ME = "dana.whitfield@example.com"


def command(data: Path, *words: str) -> None:
    """Run one command on a folder, on the day of the tests."""
    line = [sys.executable, "-m", "askwell", *words, "--data", str(data), "--now", NOW]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)


def whole_search(data: Path) -> None:
    """Dana Whitfield's search: her goals, all her files, and her yes to what is sure in her mail."""
    data.parent.mkdir(parents=True, exist_ok=True)
    goals = data.parent / "goals.toml"
    goals.write_text(GOALS, encoding="utf-8")
    command(data, "goals", "--set", str(goals))
    command(data, "import", *(str(DATA / "scenario" / name) for name in FILES), "--me", ME)
    command(data, "replies", "--accept", "sure")
