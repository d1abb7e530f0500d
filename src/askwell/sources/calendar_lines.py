"""Calendar files taken apart: events and zones split, lines unfolded, parameters read; one bad line harms no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from askwell.sources.tables import decode

_WANTED = frozenset(
    "DTSTART DTEND DURATION SUMMARY DESCRIPTION STATUS ATTENDEE ORGANIZER RRULE RDATE EXDATE RECURRENCE-ID UID"
    " METHOD".split()
)
_MARKS = frozenset("BbEeMm ")  # what lines begin with that open or close something, or state a method
_NAME = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60})(?=[;:])")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^;"]*)')
_LONGEST = 20_000  # characters of one line
_USUAL = 300  # characters of a line that is worth keeping in mind
_LONGEST_HEAD = 2_000  # characters of a name with its parameters


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name in capitals, its parameters by name in capitals, its value as written."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Block:
    """A VEVENT or VTIMEZONE. `whole` is false where the file ends, or something else begins, before its end."""

    kind: str
    lines: list[str] = field(default_factory=list)
    whole: bool = False

    def properties(self) -> Iterator[Line]:
        return filter(None, map(_known_line, self.lines))


def text_of(data: bytes) -> str:
    """The file's text with folded lines joined, and lines parted by a line feed alone."""
    text = decode(data).replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\n ", "").replace("\n\t", "")


def blocks_of(text: str) -> tuple[list[Block], str]:
    """All events and time zones in order, and the METHOD of the first calendar that states one."""
    blocks: list[Block] = []
    method, block, inner = "", None, 0
    for line in text.split("\n"):
        mark = line[:40].strip().upper() if line[:1] in _MARKS else ""
        if mark in {"BEGIN:VEVENT", "BEGIN:VTIMEZONE"}:
            block, inner = Block(mark[6:]), 0
            blocks.append(block)
        elif block is None:
            method = method or (mark[7:].strip() if mark.startswith("METHOD:") else "")
        elif mark == f"END:{block.kind}":
            block.whole, block = True, None
        elif mark == "END:VCALENDAR":
            block = None
        elif block.kind == "VTIMEZONE":
            block.lines.append(line)
        else:
            inner = _keep(block, line, mark, inner)
    return blocks, method


def _known_line(line: str) -> Line | None:
    """The same people meet again and again: a line of usual length is taken apart once."""
    return _once(line) if len(line) < _USUAL else line_of(line)


@lru_cache(maxsize=8192)
def _once(line: str) -> Line | None:
    return line_of(line)


def line_of(line: str) -> Line | None:
    """The property of a line; None where it is not one that is read, or no property at all."""
    found = _NAME.match(line)
    if not found or found[1].upper() not in _WANTED:
        return None
    line = line[:_LONGEST]
    if line[found.end()] == ":":
        return Line(found[1].upper(), {}, line[found.end() + 1 :].strip())
    at = line.find(":", found.end())
    while 0 <= at < _LONGEST_HEAD and line.count('"', 0, at) % 2:
        at = line.find(":", at + 1)
    if not 0 <= at < _LONGEST_HEAD:
        return None
    parameters = {name.upper(): value.strip('" ') for name, value in _PARAMETER.findall(line[found.end() : at])}
    return Line(found[1].upper(), parameters, line[at + 1 :].strip())


def _keep(block: Block, line: str, mark: str, inner: int) -> int:
    """Take a line into an event, but nothing of an alarm within it; gives how deep in such one is."""
    if mark.startswith("BEGIN:"):
        return inner + 1
    if mark.startswith("END:"):
        return max(0, inner - 1)
    if not inner:
        block.lines.append(line)
    return inner
