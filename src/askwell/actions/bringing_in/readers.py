"""Reading by the crew: small files in handfuls, much mail in parts, each answer in its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import cast

from askwell.actions.apart import limits
from askwell.actions.apart.crew import Answers, Crew, Task
from askwell.actions.apart.hand import Lost
from askwell.actions.bringing_in import hearing, read_before, reading_one
from askwell.actions.bringing_in.early import reading_apart
from askwell.actions.bringing_in.hearing import Heard
from askwell.actions.bringing_in.read_before import Content
from askwell.actions.bringing_in.reading_one import Progress, Wanted
from askwell.domain.cues import Cue
from askwell.domain.reading import Reading
from askwell.sources import labels, parting
from askwell.sources.found import Found

__all__ = ["Readers", "reading_apart"]

HERE = reading_one.__name__
HASH, HASHED = f"{read_before.__name__}:hash_span", limits.Bound()
HEAR, PREPARE = f"{hearing.__name__}:hear_apart", f"{hearing.__name__}:prepare"
LOOK, READ, READ_AHEAD = f"{HERE}:look", f"{HERE}:read_apart", f"{HERE}:ahead"
WORDS = f"{HERE}:{reading_one.words_of.__name__}"
FILES, BYTES = 200, 1 << 20  # in one handful
HEARD = 100  # messages that are searched for cues in one go
WINDOW = 4_000  # messages that are put in order by conversation, so that those before one are handed over once
MUCH = 8 << 20  # bytes from which on more workers than one save time
FOLDER = limits.Bound(seconds=600)  # to look through a folder, whose size nobody knows before
EACH = 20_000  # bytes that a mail of a Maildir has at most, as a rule

Part = tuple[Found, Wanted]


class Readers:
    """Finds and reads files by a crew. `begin` may be called long before, while other things are made ready."""

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self._begun: tuple[list[Path], Future[Answers]] | None = None
        self._ahead: dict[str, Reading] = {}

    def rest(self) -> None:
        """There is nothing to do for a while."""
        self.crew.rest()

    def begin(self, paths: Sequence[str | Path]) -> None:
        """Look what is there, and read ahead what can be read without knowing anything of her."""
        own = [Path(path) for path in paths]
        self._begun = own, self.crew.submit(READ_AHEAD, [(_bound_of(own), own)])

    def find(self, paths: Sequence[str | Path]) -> list[Found]:
        """Everything under these paths; what nobody can look through comes as unreadable."""
        begun, self._begun = self._begun, None
        if begun and begun[0] == list(map(Path, paths)):
            (answer,) = self.crew.values(begun[1])
            if not isinstance(answer, Lost):  # else it is not known yet whose fault it was
                found, read = cast("tuple[list[Found], dict[int, Reading]]", answer)
                self._ahead = {found[at].path: reading for at, reading in read.items()}
                return found
        apart = labels.distinct(paths)
        pieces = [(_bound_of([path]), path) for path in apart]
        everything = zip(apart, self.crew.values(self.crew.submit(LOOK, pieces)), strict=True)
        return list(labels.labeled(chain.from_iterable(_found(path, answer) for path, answer in everything)))

    def read(self, files: Sequence[Part], progress: Progress) -> Iterator[Reading]:
        """Each file as one reading, in order."""
        plans = [[] if found.path in self._ahead else parting.parts(found) for found, _ in files]
        parts = [(part, wanted) for plan, (_, wanted) in zip(plans, files, strict=True) for part in plan]
        much = sum(_size(part) for part, _ in parts) > MUCH
        answers = self._answers(parts, at_once=self.crew.size if much else 1)
        for plan, (found, _) in zip(plans, files, strict=True):
            yield self._ahead.pop(found.path) if not plan else _together(found, plan, answers, progress)

    def words_of(self, text: str) -> str | None:
        """What the sender wrote themselves in a text; None where there is no end to reading it within bounds."""
        (answer,) = self.crew.values(self.crew.submit(WORDS, [(limits.for_size(len(text)), text)]))
        return None if isinstance(answer, Lost) else str(answer)

    def hashed(self, contents: Mapping[str, Content]) -> dict[str, Content]:
        """The same with the digests of their bytes."""
        blocks = [span for content in contents.values() for span in content.spans]
        answers = chain.from_iterable(self.crew.answers((HASH, [(HASHED, span)]) for span in blocks))
        found = {path: list(islice(answers, len(content.spans))) for path, content in contents.items()}
        return {
            path: replace(contents[path], digest=read_before.digest_of(some))
            for path, some in found.items()
            if not any(isinstance(one, Lost) for one in some)
        }

    def prepare(self, count: int) -> None:
        """So many messages will be searched for cues: what that takes can be made ready."""
        for _ in range(min(self.crew.size, -(-count // FILES))):
            self.crew.submit(PREPARE, [(limits.Bound(), None)])

    def hear(self, heard: Sequence[Heard], me: frozenset[str]) -> Iterator[tuple[Cue, ...]]:
        """The cues of each message, in order. One that cannot be searched within bounds tells nothing."""
        for start in range(0, len(heard), WINDOW):
            window = heard[start : start + WINDOW]
            order = sorted(range(len(window)), key=lambda at: _conversation(window[at]))
            found = dict(zip(order, self._hear([window[at] for at in order], me), strict=True))
            yield from (found[at] for at in range(len(window)))

    def _hear(self, heard: Sequence[Heard], me: frozenset[str]) -> Iterator[tuple[Cue, ...]]:
        some = [heard[at : at + HEARD] for at in range(0, len(heard), HEARD)]
        answers = self.crew.answers((HEAR, [_told(few, me)]) for few in some)
        for few, (answer,) in zip(some, answers, strict=True):
            if isinstance(answer, Lost):
                apart = self.crew.values(self.crew.submit(HEAR, [_told([one], me) for one in few]))
                yield from (() if isinstance(one, Lost) else one[0] for one in apart)
            else:
                yield from answer

    def _answers(self, parts: Sequence[Part], *, at_once: int) -> Iterator[Reading | Lost]:
        return chain.from_iterable(self.crew.answers(_handfuls(parts), at_once=at_once))


def _together(found: Found, plan: Sequence[Found], answers: Iterator[Reading | Lost], progress: Progress) -> Reading:
    """The parts of one file as they come in. A part that was lost is told at its place, and the others stand."""
    readings: list[Reading] = []
    count = 0
    damaged = False
    for part, answer in zip(plan, answers, strict=False):
        if damaged:  # of a zip: whoever reads the next part comes to the same damage
            continue
        reading = reading_one.lost(found, answer.reason) if isinstance(answer, Lost) else answer
        readings.append(reading)
        count += reading.read
        damaged = damaged or any(note.reason == reading_one.DAMAGED for note in reading.unreadable)
        if len(plan) > 1:
            progress(f"reading {part.file}", count, 0)
    return parting.together(found, readings)


def _handfuls(parts: Iterable[Part]) -> Iterator[Task]:
    few: list[tuple[limits.Bound, Part]] = []
    size = 0
    for part in parts:
        own = _size(part[0])
        if few and (size + own > BYTES or len(few) >= FILES):
            yield READ, few
            few, size = [], 0
        few.append((limits.for_size(own), part))
        size += own
    if few:
        yield READ, few


def _conversation(heard: Heard) -> str:
    message = heard[0]
    return message.thread[0] if message.thread else message.origin.message_id


def _told(heard: Sequence[Heard], me: frozenset[str]) -> tuple[limits.Bound, object]:
    return limits.for_size(sum(len(message.text) for message, _ in heard)), (heard, me)


def _size(found: Found) -> int:
    if found.span:
        return found.span[1] - found.span[0]
    return max(found.size, 0) if found.letters is None else EACH * len(found.letters)


def _bound_of(paths: Iterable[Path]) -> limits.Bound:
    """For looking through, and reading ahead, what lies there."""
    sizes = [path.stat().st_size for path in paths if path.is_file()]
    bound = limits.for_size(sum(sizes))
    return bound if len(sizes) == len(list(paths)) else limits.Bound(FOLDER.seconds, bound.megabytes)


def _found(path: Path, answer: "list[Found] | Lost") -> list[Found]:
    if isinstance(answer, Lost):
        return [labels.unreadable(labels.label(path), labels.label(path), answer.reason)]
    return answer
