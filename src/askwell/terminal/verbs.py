"""Which function runs which command."""

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from askwell.actions.desk import Desk

_ROOMS = {
    "importing": ("import",),
    "bringing": ("add", "applied", "demo"),
    "connecting": ("connect", "sync", "connections", "disconnect"),
    "goals": ("goals", "brief"),
    "day": ("today",),
    "asking": ("ask", "sent", "replies", "log"),
    "standing": ("people", "referrals", "promises", "progress"),
    "tending": ("drop", "rest", "merge", "unmerge", "landed", "pause", "forget"),
    "keeping": ("undo", "export", "backup", "restore", "doctor"),
    "texts": ("check", "detect", "suggest"),
}


class Given(Protocol):
    """Files that were given to the pages, and what is told of those that were brought in."""

    def stand_still(self, desk: "Desk", *, so_that: str) -> None:
        """Raises Refused while one is at work, which would bring back what is to go."""

    def forget(self, desk: "Desk", without: Callable[[str], str]) -> None:
        """Nothing in them names somebody any more, whom `without` takes out of a text."""


others: dict[str, Callable[[Namespace], int]] = {}  # what is no business of the terminal; the command line fills it
given: list[Callable[["Desk"], Given]] = []  # what the pages keep beside the store; the command line fills it


def verb(command: str) -> Callable[[Namespace], int]:
    """The function of a command: `terminal.<room>.run_<command>`; only its own room is imported."""
    if command in others:
        return others[command]
    room = next(room for room, commands in _ROOMS.items() if command in commands)
    found: Callable[[Namespace], int] = getattr(import_module(f"askwell.terminal.{room}"), f"run_{command}")
    return found
