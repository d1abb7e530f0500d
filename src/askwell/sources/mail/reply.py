"""New text: what this sender wrote, without quotes, forwarded parts and signature; greeting and sign-off stay.

Line by line, so that time grows with length and no more. The words by which mail programs of many languages mark what
they quote stand in `quoting`.
"""

import re
from dataclasses import dataclass

from askwell.sources.mail import quoting
from askwell.sources.mail.quoting import DIVIDER

MOST_FORWARDED = 16 * 1024  # characters
_MOST_DASHES = 20
_QUOTE = re.compile(r"\s{0,3}>(?!From )")
_QUOTED = frozenset({">", "> ", ">>"})  # how a quoted line begins, at a glance
_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Reply:
    """What was written anew, what was passed on, and the signature under it."""

    new: str
    forwarded: str = ""
    signature: str = ""


def split(text: str, *, forwards: bool = False) -> Reply:
    """`text` is plain text with its quotes marked by ">". `forwards`: the subject says that this mail passes one on."""
    lines = text.replace("\xa0", " ").split("\n")
    scan = _Scan([line if line == quoting.SIGNATURE else line.rstrip() for line in lines], forwards=forwards)
    scan.run()
    forwarded = "\n".join(_unquoted(line) for line in scan.forwarded)
    return Reply(_tidy("\n".join(scan.kept)), _tidy(forwarded[:MOST_FORWARDED]), _tidy("\n".join(scan.signature)))


def _unquoted(line: str) -> str:
    quote = _QUOTE.match(line)
    return line[quote.end() :].lstrip() if quote else line


def _tidy(text: str) -> str:
    return (_GAPS.sub("\n\n", text) if "\n\n\n" in text else text).strip("\n ")


class _Scan:
    """A pass over the lines of one mail."""

    def __init__(self, lines: list[str], *, forwards: bool) -> None:
        self.lines = lines
        self.forwards = forwards
        self.kept: list[str] = []
        self.forwarded: list[str] = []
        self.signature: list[str] = []
        self.dashes = 0
        self.signed = False  # the signature has begun
        self.written = False  # something of the sender's own has been seen

    def run(self) -> None:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if _is_ordinary(line):
                self._keep(line)
                at += 1
            else:
                at = self._special(at)

    def _keep(self, line: str) -> None:
        if not self.signed:
            self.kept.append(line)
            self.written = self.written or bool(line)
        elif len(self.signature) < quoting.LONGEST_SIGNATURE:
            self.signature.append(line)

    def _special(self, at: int) -> int:
        """Deals with a line that may mark something; returns where to go on."""
        line = self.lines[at]
        if _QUOTE.match(line):
            return self._quote(at)
        if quoting.starts_forward(line):
            return self._forward(at + 1)
        if quoting.starts_original(self.lines, at):
            return self._forward(at) if self.forwards or not self.written else len(self.lines)
        if length := quoting.attribution(self.lines, at):
            return self._attributed(at + length)
        if quoting.signature(line) and (line == quoting.SIGNATURE or self._few_left(at)):
            self.signed = self.written
        elif line == DIVIDER or quoting.device(line) or (not self.written and quoting.banner(line)):
            pass
        elif self.written and quoting.notice(line):
            self.signed = True
        else:
            self._keep(line.removeprefix(">") if line.startswith(">From ") else line)
        return at + 1

    def _quote(self, at: int) -> int:
        """Quoted lines fall away; a message passed on inside of them does not."""
        if self.forwards and not self.written and quoting.has_header_block(self.lines, at):
            return self._forward(at)
        if not self.signed:
            self.kept.append("")
        at += 1
        while not self.forwards and at < len(self.lines) and self.lines[at][:2] in _QUOTED:
            at += 1
        return at

    def _forward(self, at: int) -> int:
        self.forwarded = [line for line in self.lines[at:] if line != DIVIDER]
        return len(self.lines)

    def _attributed(self, at: int) -> int:
        """Below an attribution: marked quotes are dropped line by line, unmarked ones as a whole."""
        below = next((line for line in self.lines[at : at + 4] if line), "")
        if _QUOTE.match(below) or not self.written:
            return at
        return len(self.lines)

    def _few_left(self, at: int) -> bool:
        """Whether what follows, up to a quote, is short enough for a signature; many dashes are an ornament."""
        self.dashes += 1
        if self.dashes > _MOST_DASHES:
            return False
        for count, line in enumerate(self.lines[at + 1 :]):
            if (
                _QUOTE.match(line)
                or line == DIVIDER
                or (line.endswith(":") and quoting.attribution(self.lines, at + 1 + count))
            ):
                return True
            if count >= quoting.LONGEST_SIGNATURE:
                return False
        return True


def _is_ordinary(line: str) -> bool:
    """The quick look that most lines need only."""
    if not line:
        return True
    return line[0].isalnum() and ":" not in line and "：" not in line and not quoting.may_mark(line)
