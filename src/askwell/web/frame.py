"""What stands around every page: the index with what waits, the line about where it is saved, the last change."""

from dataclasses import dataclass
from typing import Any, Self

from askwell.actions import noticed
from askwell.actions.desk import Desk
from askwell.actions.history import foot
from askwell.actions.wishes import read_wishes
from askwell.web.parts.days import Clock

FEW = 5  # up to which things that wait are counted on the index; more would read like a backlog


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the index; `count` is what waits there (0 is not shown), `here` marks the open one."""

    name: str
    words: str
    here: bool = False
    count: int = 0

    @property
    def href(self) -> str:
        return f"/{self.name}"

    @property
    def waits(self) -> str:
        """A few are counted; beyond them it is said that there are some, never a number that looms."""
        return str(self.count) if self.count <= FEW else "some"

    @property
    def icon(self) -> str:
        return self.name


TABS = {
    "today": "Today",
    "people": "People",
    "replies": "Replies",
    "thanks": "Thanks",
    "progress": "Progress",
    "data": "My data",
}
UNDER = {  # pages that lie under a tab of another name
    **dict.fromkeys(("ask", "write", "sent", "goal", "needs", "workshop", "brief", "three-names"), "today"),
    **dict.fromkeys(("add", "sort", "twins", "find"), "people"),
    "told": "replies",
    **dict.fromkeys(("week", "applications"), "progress"),
    **dict.fromkeys(("bring", "connect"), "data"),
}
WHERE = {True: "on this computer", False: "on the server"}  # of a database that is embedded, or not


@dataclass(frozen=True, slots=True)
class Frame:
    """`toast` is the last change: what was done, and its batch for Undo. `name` is hers, `path` that of this page.

    `made_up` tells that this is the notebook with made-up people. `embedded`, that all is kept on this computer alone;
    whatever says where it is kept says it with `where`.
    """

    tabs: tuple[Tab, ...]
    path: str
    clock: Clock
    name: str
    toast: dict[str, Any] | None = None
    notices: tuple[str, ...] = ()
    foot: str = ""
    embedded: bool = True
    made_up: bool = False
    theme: str = "system"

    @property
    def where(self) -> str:
        """Where it is kept, in the words that end a sentence."""
        return WHERE[self.embedded]

    @classmethod
    def of(cls, desk: Desk, *, path: str, toast: dict[str, Any] | None, made_up: bool = False) -> Self:
        first = path.strip("/").partition("/")[0]
        here = UNDER.get(first, first)
        counts = {"replies": len(noticed.letters(desk))}
        return cls(
            tabs=tuple(Tab(name, words, name == here, counts.get(name, 0)) for name, words in TABS.items()),
            path=path,
            clock=Clock(desk.now, desk.calendar),
            name=desk.goals.name.partition(" ")[0],
            toast=toast,
            notices=desk.notices,
            foot=foot(desk),
            embedded=desk.embedded,
            made_up=made_up,
            theme=str(read_wishes(desk).theme),
        )
