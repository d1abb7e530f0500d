"""A receipt for the page: people, messages, events, applications, each with its sum; what was left out, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from askwell.guide.left_out import UNITS, Left, as_table, to_do
from askwell.web.jobs.job import Given
from askwell.web.jobs.names import top
from askwell.web.jobs.receipts import Line, Reason, Receipt
from askwell.web.parts import Line as Sum
from askwell.web.parts.words import counted

PEOPLE, MESSAGES, EVENTS, APPLICATIONS = "People", "Messages", "Calendar", "Applications"
GROUPS: Mapping[str, frozenset[str]] = {
    PEOPLE: frozenset(
        ("linkedin-connections", "linkedin-imported", "linkedin-notes", "google", "outlook", "table", "vcard"),
    ),
    MESSAGES: frozenset(("mail", "linkedin-messages", "linkedin-invitations", "linkedin-recommendations")),
    EVENTS: frozenset(("calendar",)),
    APPLICATIONS: frozenset(("applications", "linkedin-jobs")),
}
NEW = {
    PEOPLE: "New people",
    MESSAGES: "New messages",
    EVENTS: "New events",
    APPLICATIONS: "New applications",
}
ROWS = 12  # of these that are named for one reason; more would be a wall of figures
SOURCES = {
    "linkedin-connections": "LinkedIn connections",
    "linkedin-messages": "LinkedIn messages",
    "linkedin-invitations": "LinkedIn invitations",
    "linkedin-recommendations": "recommendations you received",
    "linkedin-profile": "your LinkedIn profile",
    "linkedin-positions": "your jobs",
    "linkedin-education": "your schools",
    "linkedin-emails": "your addresses",
    "linkedin-phones": "your phone numbers",
    "linkedin-notes": "your notes on connections",
    "linkedin-imported": "address book on LinkedIn",
    "linkedin-follows": "companies you follow",
    "linkedin-saved-jobs": "jobs you saved",
    "linkedin-jobs": "applications on LinkedIn",
    "google": "Google contacts",
    "outlook": "table of contacts",
    "table": "table of people",
    "vcard": "contacts",
    "mail": "mail",
    "calendar": "calendar",
    "applications": "applications",
}


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of thing, counted over all files; the last line is the sum."""

    title: str
    lines: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """A reason, how many it is about, and where: the file, and rows of it where there are any; and what one can do."""

    said: str
    count: int
    file: str
    rows: str
    to_do: str


@dataclass(frozen=True, slots=True)
class File:
    """One file: its name as she gave it, what it is, one sentence that adds up, and what was taken in which way."""

    name: str
    what: str
    counts: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A receipt as the page shows it. `me` are her own addresses."""

    new_people: int
    groups: tuple[Group, ...]
    left_out: tuple[Why, ...]
    unreadable: tuple[Why, ...]
    files: tuple[File, ...]
    me: tuple[str, ...]
    said: tuple[str, ...]
    is_news: bool
    has_mail: bool


def counted_of(receipt: Receipt, given: Sequence[Given]) -> Counted:
    """The receipt in figures and words, under the names she gave to her files; of servers there are none."""
    names = _names(given)
    lines = [(line, _name(line.file, names)) for line in receipt.lines]
    return Counted(
        new_people=max(0, receipt.people - receipt.known),
        groups=tuple(
            _group(title, kinds, receipt.lines, files=bool(given))
            for title, kinds in GROUPS.items()
            if _any(kinds, receipt.lines)
        ),
        left_out=tuple(_why(reason, line, name) for line, name in lines for reason in line.left_out),
        unreadable=tuple(_why(reason, line, name, lost=True) for line, name in lines for reason in line.unreadable),
        files=tuple(File(name, SOURCES.get(line.source, ""), _counts(line), line.said) for line, name in lines),
        me=tuple(handle for handle in receipt.me if "@" in handle),
        said=(*_known_from_messages(receipt), *receipt.said),
        is_news=receipt.is_news,
        has_mail=any(line.source == "mail" and line.read for line in receipt.lines),
    )


def name_of(file: str, given: Sequence[Given]) -> str:
    """A file under the name she gave to it."""
    return _name(file, _names(given))


def _known_from_messages(receipt: Receipt) -> tuple[str, ...]:
    """What explains that more people come in than stand in the lists of people."""
    listed = sum(line.new for line in receipt.lines if line.source in GROUPS[PEOPLE])
    more = receipt.people - receipt.known - listed
    if not listed or more <= 0:
        return ()
    return (f"{counted(more, 'more person', 'more people').capitalize()} you know from your messages alone.",)


def _any(kinds: frozenset[str], lines: Sequence[Line]) -> bool:
    return any(line.source in kinds and line.read for line in lines)


def _group(title: str, kinds: frozenset[str], lines: Sequence[Line], *, files: bool) -> Group:
    some = [line for line in lines if line.source in kinds]
    counts = {
        NEW[title]: sum(line.new for line in some),
        "Added to people already here": sum(line.joined for line in some),
        "Changed since last time": sum(line.changed for line in some),
        "Already here": sum(line.same for line in some),
        "Left out": sum(line.left for line in some),
        "Could not be read": sum(line.lost for line in some),
    }
    kept = [Sum(words, count) for words, count in counts.items() if count or words == NEW[title]]
    words = ("In your files" if len(some) > 1 else "In the file") if files else "Read"
    return Group(title, (*kept, Sum(words, sum(line.read for line in some), sum=True)))


def _counts(line: Line) -> str:
    """What became of a file in one line: 107 new, 13 added, 1 left out."""
    told = (
        (line.new, "new"),
        (line.joined, "added to people already here"),
        (line.changed, "changed"),
        (line.same, "already here"),
        (line.left, "left out"),
        (line.lost, "could not be read"),
    )
    return ", ".join(f"{count:,} {words}" for count, words in told if count) or "nothing in it"


def _why(reason: Reason, line: Line, name: str, *, lost: bool = False) -> Why:
    rows = _rows(reason, UNITS.get(line.source, "row"))
    return Why(reason.said, reason.count, name, rows, to_do(reason.said, lost=lost))


def list_of(receipt: Receipt, given: Sequence[Given]) -> str:
    """Everything that did not come in, place by place, as CSV."""
    names = _names(given)
    kinds = ((line, lost) for line in receipt.lines for lost in (True, False))
    return as_table(
        Left(_name(line.file, names), line.source, at, words, lost)
        for line, lost in kinds
        for reason in (line.unreadable if lost else line.left_out)
        for at, words in _each(reason)
    )


def _each(reason: Reason) -> Iterator[tuple[int, str]]:
    """Every place of a reason; last, how many more there are than are told."""
    yield from ((at, reason.said) for at in reason.places or (0,))
    if reason.more:
        yield 0, f"{reason.said}: {reason.more:,} more"


def _rows(reason: Reason, unit: str) -> str:
    """Row 91; rows 1, 2, 3 and 12 more; nothing where it is the file as a whole."""
    if not reason.places:
        return ""
    named = ", ".join(f"{at:,}" for at in reason.places[:ROWS])
    more = reason.count - len(reason.places[:ROWS])
    return f"{unit}{'s' if reason.count > 1 else ''} {named}{f' and {more:,} more' if more else ''}"


def _names(given: Sequence[Given]) -> dict[str, str]:
    """How she named the files and folders, by what they are kept under."""
    return {PurePosixPath(file.kept).parts[1]: top(file.name) for file in given}


def _name(label: str, names: Mapping[str, str]) -> str:
    """A file's name as she gave it; of something inside a zip or folder the place in it."""
    first, slash, rest = label.partition("/")
    return f"{names.get(first, first)}{slash}{rest}"


def files_in_words(given: Sequence[Given]) -> str:
    """Connections.csv and two more files; a folder counts as one."""
    first, *more = {PurePosixPath(file.kept).parts[0]: top(file.name) for file in given}.values()
    return first + (f" and {counted(len(more), 'more file')}" if more else "")
