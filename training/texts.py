"""The labeled sentences: `labels<TAB>sentence` a line, `-` for none, `#` a remark, `@word` a mark beside the words."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from askwell.domain.wording import sentences
from askwell.guide.learned.reading import features

HERE = Path(__file__).parent
NONE = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, or a few that belong together, with what a careful reader finds in it."""

    text: str
    labels: frozenset[str]
    marks: tuple[str, ...] = ()


def parse(lines: Iterable[str], *, source: str = "") -> list[Line]:
    """The lines of a file; a line without a tab is an error of the writer, and is named."""
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        head, tab, text = line.rstrip("\n").partition("\t")
        if not tab or not text.strip():
            raise ValueError(f"{source} line {number}: labels, a tab and a sentence are expected, not {line!r}.")
        words = head.replace(",", " ").split()
        labels = frozenset(w for w in words if w != NONE and not w.startswith("@"))
        found.append(Line(text.strip(), labels, tuple(w[1:] for w in words if w.startswith("@"))))
    return found


def gathered(name: str) -> list[Line]:
    """All lines of a model, each sentence once with all labels it has anywhere, in the order of their digests."""
    read: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}
    for path in files(name):
        for line in parse(path.read_text(encoding="utf-8").splitlines(), source=path.name):
            key = (line.text, line.marks)
            read[key] = read.get(key, frozenset()) | line.labels
    lines = [Line(text, labels, marks) for (text, marks), labels in read.items()]
    return sorted(lines, key=lambda line: (digest(line.text), line.text, line.marks))


def files(name: str) -> list[Path]:
    return sorted((HERE / name).glob("*.txt"))


def digest(text: str) -> str:
    """What a sentence is put in order and into a fold by: nothing but its own letters."""
    return hashlib.sha256(text.encode()).hexdigest()


def checksum(name: str, lines: Sequence[Line]) -> str:
    """Stands in the file of weights, so that weights and sentences can't drift apart unnoticed."""
    told = "\n".join(f"{name} {' '.join(sorted(one.labels))} {' '.join(one.marks)}\t{one.text}" for one in lines)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def read(line: Line) -> list[str]:
    return features(sentences(line.text), line.marks)
