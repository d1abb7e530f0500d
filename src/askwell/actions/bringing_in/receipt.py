"""The receipt of an import: for each file what became of everything in it, so that the numbers always add up."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from askwell.domain.reading import FileReceipt, Note, Reading


@dataclass(eq=False)
class Tally:
    """What became of the cards, messages and applications of one file."""

    reading: Reading
    new: int = 0
    joined: int = 0
    changed: int = 0
    same: int = 0
    left_out: list[Note] = field(default_factory=list)

    def leave_out(self, at: int, reason: str) -> None:
        self.left_out.append(Note(at, reason))

    def line(self, *, path: str = "") -> FileReceipt:
        """The file's line; read = new + joined + changed + same + left_out + unreadable."""
        read, left_out = self.reading, sorted((*self.reading.left_out, *self.left_out), key=lambda note: note.at)
        line = FileReceipt(
            file=read.file,
            source=read.source,
            path=path,
            read=read.read,
            new=self.new,
            joined=self.joined,
            changed=self.changed,
            same=self.same,
            left_out=tuple(left_out),
            unreadable=tuple(read.unreadable),
            said=read.said,
            question=read.question,
        )
        told = line.new + line.joined + line.changed + line.same + len(line.left_out) + len(line.unreadable)
        if told != line.read:
            raise AssertionError(f"a receipt that does not add up: {line.source}, {told} of {line.read}")
        return line


def lines(tallies: Sequence[Tally]) -> tuple[FileReceipt, ...]:
    """The lines of all files; the path is told only where two files have one name."""
    names = Counter(tally.reading.file for tally in tallies)
    return tuple(tally.line(path=tally.reading.path if names[tally.reading.file] > 1 else "") for tally in tallies)


def sentence(files: Iterable[FileReceipt]) -> str:
    """The batch in one sentence: "Import of Connections.csv and 2 more files"."""
    names = [line.file for line in files if line.read]
    if not names:
        return "Import of nothing."
    more = len(names) - 1
    rest = "" if not more else f" and {more} more file{'s' if more > 1 else ''}"
    return f"Import of {names[0]}{rest}."
