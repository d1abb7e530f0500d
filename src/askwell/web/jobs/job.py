"""A job: the files she gave, what she wishes done with them, and what came of it. It lives in a folder of its own.

`job.json` is written by the server alone, `progress.json`, `mark.json` and `outcome.json` by the child alone. Each wish
has a number, its turn, which the child repeats: so it is plain which wish an outcome belongs to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from askwell.web.jobs import disk
from askwell.web.jobs.receipts import Receipt

JOB, PROGRESS, MARK, OUTCOME = "job.json", "progress.json", "mark.json", "outcome.json"
RECEIPT = "receipt-{}.json"  # of a turn
FILES, ALIVE = "files", "alive"


class Wish(StrEnum):
    """What is to be done: look what would come in, or bring it in; or read connected servers, and bring that in."""

    LOOK = "look"
    IMPORT = "import"
    SYNC = "sync"


class End(StrEnum):
    """What came of a wish."""

    SEEN = "seen"
    ASKS = "asks"
    STORED = "stored"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Given:
    """A file as she named it, where it is kept within the job's files, its size in bytes, and a mark of its content."""

    name: str
    kept: str
    size: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work on the wish of that turn is: `total` is 0 where it is not known."""

    turn: int
    stage: str = ""
    done: int = 0
    total: int = 0

    def write(self, folder: Path) -> None:
        told = {"turn": self.turn, "stage": self.stage, "done": self.done, "total": self.total}
        disk.write(folder / PROGRESS, told, durable=False)

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        told = disk.read(folder / PROGRESS)
        return cls(**told) if told else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the wish of that turn: a receipt, the addresses that may be hers, or why it was not done.

    The receipt lies in a file of its own, so that a list of jobs is read quickly; `is_news` tells whether it has any.
    """

    turn: int
    end: End
    receipt: Receipt | None = None
    likely: tuple[tuple[str, str], ...] = ()
    said: str = ""
    is_news: bool = False

    def write(self, folder: Path) -> None:
        if self.receipt:
            disk.write(folder / RECEIPT.format(self.turn), self.receipt.as_dict())
        told = {"turn": self.turn, "end": self.end, "likely": self.likely, "said": self.said}
        disk.write(folder / OUTCOME, {**told, "is_news": bool(self.receipt and self.receipt.is_news)})

    @classmethod
    def read(cls, folder: Path, *, whole: bool = False) -> Self | None:
        """Without its receipt, unless the `whole` is wanted."""
        told = disk.read(folder / OUTCOME)
        if not told:
            return None
        found = disk.read(folder / RECEIPT.format(told["turn"])) if whole else {}
        receipt = Receipt.read_from(found) if found else None
        likely = tuple((address, name) for address, name in told["likely"])
        return cls(told["turn"], End(told["end"]), receipt, likely, told["said"], told["is_news"])


@dataclass(frozen=True, slots=True)
class Mark:
    """Left right before storing: the mark of the batch, and the receipt that is true if the batch is there."""

    turn: int
    mark: str
    receipt: Receipt

    def write(self, folder: Path) -> None:
        disk.write(folder / MARK, {"turn": self.turn, "mark": self.mark, "receipt": self.receipt.as_dict()})

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        told = disk.read(folder / MARK)
        return cls(told["turn"], told["mark"], Receipt.read_from(told["receipt"])) if told else None


@dataclass(frozen=True, slots=True)
class Job:
    """`seeker` is whose it is, `made` an aware moment; `stopped` tells that she has stopped the wish of this turn.

    `columns` is her word on tables that nobody knows, by the mark of their header (see `domain/tables.py`).
    `servers` are the names of the connections to be read, where that is what she wishes.
    """

    folder: Path
    seeker: str
    made: datetime
    files: tuple[Given, ...]
    wish: Wish = Wish.LOOK
    turn: int = 1
    me: tuple[str, ...] = ()
    stopped: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    servers: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.folder.name

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)

    @property
    def paths(self) -> list[Path]:
        """What to bring in: each file, and each folder once."""
        tops = dict.fromkeys("/".join(file.kept.split("/")[:2]) for file in self.files)
        return [self.folder / FILES / top for top in tops]

    def wished(
        self, wish: Wish, *, me: tuple[str, ...] | None = None, columns: Mapping[str, str] | None = None
    ) -> "Job":
        """The same with a new wish, whose turn it is now; what she says of columns is added to what she said."""
        said = {**self.columns, **(columns or {})}
        mine = self.me if me is None else me
        return replace(self, wish=wish, turn=self.turn + 1, stopped=False, me=mine, columns=said)

    def write(self) -> None:
        files = [[file.name, file.kept, file.size, file.mark] for file in self.files]
        told = {"seeker": self.seeker, "made": self.made.isoformat(), "files": files, "me": self.me}
        now: dict[str, Any] = {"wish": self.wish, "turn": self.turn, "stopped": self.stopped, "columns": self.columns}
        if self.servers:
            now["servers"] = self.servers
        disk.write(self.folder / JOB, {**told, **now})

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        told = disk.read(folder / JOB)
        return cls._of(folder, told) if told else None

    @classmethod
    def _of(cls, folder: Path, told: Mapping[str, Any]) -> Self:
        files = tuple(Given(*file) for file in told["files"])
        made = datetime.fromisoformat(told["made"])
        asked = (Wish(told["wish"]), told["turn"], tuple(told["me"]), told["stopped"], told.get("columns", {}))
        return cls(folder, told["seeker"], made, files, *asked, tuple(told.get("servers", ())))
