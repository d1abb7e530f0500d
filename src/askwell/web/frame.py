"""What stands around every page: the index with what waits, the line about where it is saved, the last change."""

from dataclasses import dataclass
from typing import Any, Self

from askwell.actions import replies
from askwell.actions.desk import Desk

TABS = (
    ("today", "Today", "today"),
    ("people", "People", "people"),
    ("replies", "Replies", "replies"),
    ("thanks", "Thanks", "thanks"),
    ("progress", "Progress", "progress"),
    ("data", "My data", "data"),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the index; `count` is what waits there (0 is not shown), `here` marks the open one."""

    name: str
    words: str
    icon: str
    href: str
    here: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """`toast` is the last change: what was done, and its batch for Undo."""

    tabs: tuple[Tab, ...]
    toast: dict[str, Any] | None
    name: str
    foot: str = "Saved on this computer only."

    @classmethod
    def of(cls, desk: Desk, *, path: str, toast: dict[str, Any] | None) -> Self:
        waiting = len(replies.waiting(desk))
        return cls(
            tabs=tuple(
                Tab(
                    name,
                    words,
                    icon,
                    f"/{name}",
                    here=path.startswith(f"/{name}"),
                    count=waiting if name == "replies" else 0,
                )
                for name, words, icon in TABS
            ),
            toast=toast,
            name=desk.goals.name.partition(" ")[0],
        )
