"""Which function runs which command."""

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

_ROOMS = {
    "bringing": ("import", "add", "applied", "demo"),
    "goals": ("goals", "brief"),
    "day": ("today",),
    "asking": ("ask", "sent", "replies", "log"),
    "standing": ("people", "referrals", "promises", "progress"),
    "tending": ("drop", "rest", "merge", "unmerge", "landed", "pause", "forget"),
    "keeping": ("undo", "export", "backup", "restore", "doctor"),
    "texts": ("check", "detect", "suggest"),
}

others: dict[str, Callable[[Namespace], int]] = {}  # what is no business of the terminal; the command line fills it


def verb(command: str) -> Callable[[Namespace], int]:
    """The function of a command: `terminal.<room>.run_<command>`; only its own room is imported."""
    if command in others:
        return others[command]
    room = next(room for room, commands in _ROOMS.items() if command in commands)
    found: Callable[[Namespace], int] = getattr(import_module(f"askwell.terminal.{room}"), f"run_{command}")
    return found
