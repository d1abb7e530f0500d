"""What a source gives back: what it read, what it left out and why, and what it could not read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from askwell.domain.goals import Position
from askwell.domain.hints import Hint
from askwell.domain.messages import Message
from askwell.domain.people import Card
from askwell.domain.search import Application
from askwell.domain.tables import Question


@dataclass(frozen=True, slots=True)
class Note:
    """A row, card, message or event (from 1) that was left out or could not be read, with the reason in a sentence."""

    at: int
    reason: str


@dataclass(frozen=True, slots=True)
class Me:
    """What a file tells about the seeker's own person."""

    name: str = ""
    addresses: tuple[str, ...] = ()
    url: str = ""
    headline: str = ""
    place: str = ""
    positions: tuple[Position, ...] = ()
    schools: tuple[str, ...] = ()


@dataclass
class Reading:
    """One file, read. `messages` may be a lazy stream: its notes and `read` are complete only once it is used up.

    `read` counts rows, cards, messages, events or applications, the left out and unreadable ones included, so that
    read = cards or messages or applications given + left_out + unreadable. `companies` are organizations the seeker
    follows. `source` is linkedin-connections, linkedin-messages, linkedin-profile, vcard, google, mail, calendar …
    `again` are the further days of meetings that repeat: they are counted as one event with the first of them.
    `series` are the ids of meetings of which every day around today is told, so that one told before stands no more.
    `same` are messages that are known to be stored as they are, which are not given again; `digest` is that of the
    file's bytes, "" where nobody has looked. `question` asks which column of a table is what; `layout` is the mark of a
    header and her word on its columns, under which the table was read.
    """

    file: str
    source: str
    path: str = ""
    read: int = 0
    cards: Sequence[Card] = field(default_factory=list)
    messages: Iterable[Message] = ()
    again: list[Message] = field(default_factory=list)
    series: list[str] = field(default_factory=list)
    applications: list[Application] = field(default_factory=list)
    me: Me = field(default_factory=Me)
    companies: list[str] = field(default_factory=list)
    left_out: list[Note] = field(default_factory=list)
    unreadable: list[Note] = field(default_factory=list)
    said: str = ""
    same: int = 0
    digest: str = ""
    question: Question | None = None
    layout: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class FileReceipt:
    """One file's line of the receipt; read = new + joined + changed + same + len(left_out) + len(unreadable)."""

    file: str
    source: str
    path: str = ""
    read: int = 0
    new: int = 0
    joined: int = 0
    changed: int = 0
    same: int = 0
    left_out: tuple[Note, ...] = ()
    unreadable: tuple[Note, ...] = ()
    said: str = ""
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an import did or, as a preview, would do: `known` people were there before it, `people` afterwards."""

    me: tuple[str, ...] = ()
    files: tuple[FileReceipt, ...] = ()
    people: int = 0
    batch: str | None = None
    said: tuple[str, ...] = ()
    known: int = 0
    hints: tuple[Hint, ...] = ()
