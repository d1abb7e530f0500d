"""The labeled sentences: `labels<TAB>sentence` a line, `-` for none, `#` a remark, `@word` a mark beside the words."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from pkgutil import get_data

from askwell.domain.wording import sentences
from askwell.guide.learned.reading import features
from askwell.guide.review.marks import marks
from training import mail_reading, marked

MARKS = {"drafts": marks}
REVIEW, LEARNED = "askwell.guide.review", "askwell.guide.learned"
KIN = ((LEARNED, "kin.txt"), (LEARNED, "words.txt"))
READ = {  # the texts that the features come from
    "mail": mail_reading.WORDING,
    "drafts": (
        *KIN,
        *((REVIEW, f"{room}.txt") for room in ("aims", "courtesy", "outcome", "questions", "requests", "tone")),
        ("askwell.method", "openness.txt"),
    ),
}
HERE = Path(__file__).parent
NONE = "-"
HOLDS = frozenset("status goal targets question return thanks thanks-for outcome job played".split())
FAULTS = frozenset("asks-referral ashamed apologetic insincere pushy euphemism vague".split())
LABELS = FAULTS | HOLDS
TOLD = "# told: "  # the labels that were looked for in the lines below, where it was not all
UNTOLD = {  # nobody looked for these in files so named
    "faults": HOLDS,
    "holds": frozenset({"vague", "euphemism"}),
    **mail_reading.UNTOLD,
}
UNTOLD_BARE = {"holds": FAULTS}  # nor for these, where a line there has no label at all
_LATER = {"thanks-for", "outcome", "job", "played"}  # stand in letters after help, the others in letters that ask
_BEFORE = {"status", "goal", "targets", "question"}
ELSEWHERE = {**dict.fromkeys(_BEFORE, _LATER), **dict.fromkeys(_LATER, _BEFORE)}
NEVER_BOTH = {"question": {"vague", "asks-referral"}, "status": {"euphemism"}}  # by the label guide


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, or a few that belong together, with what a careful reader finds in it."""

    text: str
    labels: frozenset[str]
    marks: tuple[str, ...] = ()
    untold: frozenset[str] = frozenset()  # labels that were not looked for, so that nothing is learned of them here

    def tells(self, label: str) -> bool | None:
        """Whether the sentence has the label; None where nobody has looked."""
        if label in self.labels:
            return True
        if self.labels & ELSEWHERE.get(label, set()):
            return None  # the two are never sought in the same letter
        return None if label in self.untold and not self.labels & NEVER_BOTH.get(label, set()) else False


def parse(lines: Iterable[str], *, source: str = "") -> list[Line]:
    """The lines of a file; a line without a tab is an error of the writer, and is named."""
    found, untold = [], frozenset[str]()
    for number, line in enumerate(lines, 1):
        if line.startswith(TOLD):
            untold = LABELS - frozenset(line.removeprefix(TOLD).split())
        if not line.strip() or line.startswith("#"):
            continue
        head, tab, text = line.rstrip("\n").partition("\t")
        if not tab or not text.strip():
            raise ValueError(f"{source} line {number}: labels, a tab and a sentence are expected, not {line!r}.")
        words = head.replace(",", " ").split()
        labels = frozenset(w for w in words if w != NONE and not w.startswith("@"))
        found.append(Line(text.strip(), labels, tuple(w[1:] for w in words if w.startswith("@")), untold))
    return found


def gathered(name: str, *, without: AbstractSet[str] = frozenset()) -> list[Line]:
    """All lines of a model, each sentence once with all labels it has anywhere, in the order of their digests.

    `without` are writers whose lines are left out, unless somebody else wrote the same.
    """
    read: dict[tuple[str, tuple[str, ...]], Line] = {}
    for line in chain(_of_files(name, without), _of_mails(without) if name == "mail" else ()):
        key = (line.text, line.marks)
        before = read.get(key, line)
        read[key] = replace(line, labels=line.labels | before.labels, untold=line.untold & before.untold)
    for one in _borrowed() if name == "mail" else ():
        read.setdefault((one.text, one.marks), one)
    lines = map(_of_mail, read.values()) if name == "mail" else read.values()
    return sorted(lines, key=lambda line: (digest(line.text), line.text, line.marks))


def _of_files(name: str, without: AbstractSet[str]) -> Iterator[Line]:
    for path in files(name):
        kind, *rest = path.stem.split("_")
        for one in (
            parse(path.read_text(encoding="utf-8").splitlines(), source=path.name) if without.isdisjoint(rest) else ()
        ):
            untold = UNTOLD.get(kind, frozenset()) | (UNTOLD_BARE.get(kind, set()) if not one.labels else set())
            marks = (*one.marks, *mail_reading.SIDES.get(kind, "").split())
            yield replace(one, marks=marks, untold=untold | one.untold)


def _of_mails(without: AbstractSet[str]) -> Iterator[Line]:
    """The sentences of the mails in which what tells is marked."""
    for path in marked.files():
        for mail in marked.mails(path) if marked.writer(path.stem) not in without else ():
            unsought = mail_reading.unsought(mail.side, mail.sought)
            for told in mail.sentences(path.stem):
                bare = {mail_reading.ANYTHING} if mail.sought and not told.labels else set()
                yield Line(told.text, told.labels, (mail.side,), unsought | bare)


def _of_mail(line: Line) -> Line:
    return replace(line, labels=mail_reading.with_anything(line.labels, line.marks[-1]))


def _borrowed() -> Iterator[Line]:
    """The sentences of letters that teach the model of mail as well."""
    for path in sorted(HERE.glob(mail_reading.LETTERS)):
        for one in parse(path.read_text(encoding="utf-8").splitlines(), source=path.name):
            labels, untold = mail_reading.borrowed(one.text, one.labels)
            yield Line(one.text, labels, ("out",), untold)


def files(name: str) -> list[Path]:
    return sorted((HERE / name).glob("*.txt"))


def digest(text: str) -> str:
    """What a sentence is put in order and into a fold by: nothing but its own letters."""
    return hashlib.sha256(text.encode()).hexdigest()


def checksum(name: str, lines: Sequence[Line]) -> str:
    """Stands in the file of weights, so that these, the sentences and the rules can't drift apart unnoticed.

    Of the features those of each fortieth line are looked at; all would take as long as the training.
    """
    told = [f"{' '.join(sorted(one.labels))}|{' '.join(sorted(one.untold))}|{one.marks}|{one.text}" for one in lines]
    told += [(get_data(package, file) or b"").decode() for package, file in READ.get(name, ())]
    told += [" ".join(read(name, one)) for one in lines[::40]]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def read(name: str, line: Line) -> list[str]:
    """The features of a line, with what the rules find in it where the model is told of that."""
    if name == "mail":
        return mail_reading.read(line.text, line.marks[-1])
    found = sentences(line.text)
    told = dict.fromkeys(mark for one in found for mark in MARKS[name](one)) if name in MARKS else {}
    return features(found, (*line.marks, *told))
