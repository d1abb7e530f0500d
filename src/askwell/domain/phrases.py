"""Phrases written the way people say them, and where a sentence holds one; a small linear matcher instead of regexes.

One phrase a line:

    could|would|will you .. introduc~ me|us

`a|b` is a choice, `word~` a stem, `word?` optional, `_` any word, `..` up to three words between, `...` up to seven,
`!a|b` means that the next word is none of these, `^` that a clause begins here, `$` that one ends, `<name>` stands for
a list. Fillers ("really", "just") are passed over anywhere. Contractions are written out ("i am", "do not"), accents
left out.

Long lists stand in text files beside the module that uses them: `[name]` begins a set of phrases, `@name = words` a
list, `#` a remark.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pkgutil import get_data
from typing import NamedTuple

from askwell.domain.wording import FILLERS, Sentence

GAPS = {"..": 3, "...": 7}
LEADS = frozenset(
    "and but so or then please just also ps p s well ok okay now do perhaps maybe hey hi hello yes oh question".split()
)
COMMON = frozenset(
    """i you me my your we us our it the a an to of for in on at with and or but if is am are was were be been have has
    had do does did would could can will may might should that this what how who not no any some from by as about so up
    out all get got give take make""".split()
)


class Step(NamedTuple):
    """One place of a phrase: the words or stems that fit, or a gap, a refusal, the beginning of a clause."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0
    refuse: bool = False
    clause: bool = False
    end: bool = False

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems)) or "_" in self.words

    @property
    def weight(self) -> int:
        """How common the place is: the rarest place of a phrase is sought first."""
        if self.optional or self.gap or self.refuse or self.clause or self.end or "_" in self.words:
            return 1_000_000
        return len(self.words) + len(self.stems) + 1000 * len(self.words & COMMON)


class Hit(NamedTuple):
    """Where a phrase was found: word numbers, half-open, within its sentence."""

    first: int
    after: int


class Phrases:
    """Many phrases, indexed by their rarest word; made ready when first used, to keep the start short."""

    def __init__(self, lines: str, **lists: str) -> None:
        self._lines, self._lists = lines, lists

    @cached_property
    def _phrases(self) -> list[tuple[Step, ...]]:
        return [_steps(line, self._lists) for line in self._lines.splitlines() if line.strip()]

    @cached_property
    def _index(self) -> tuple[dict[str, list[int]], dict[str, list[tuple[str, int]]]]:
        """Phrases by the words, and by the first three letters of the stems, of their rarest place."""
        by_word: dict[str, list[int]] = {}
        by_stem: dict[str, list[tuple[str, int]]] = {}
        for number, steps in enumerate(self._phrases):
            rarest = min(steps, key=lambda step: step.weight)
            for word in rarest.words:
                by_word.setdefault(word, []).append(number)
            for stem in rarest.stems:
                by_stem.setdefault(stem[:3], []).append((stem, number))
        return by_word, by_stem

    def all(self, sentence: Sentence) -> Iterator[Hit]:
        """Every place where a phrase stands, in the order of the phrases."""
        for number in self._candidates(sentence):
            steps = self._phrases[number]
            first = steps[1] if steps[0].clause else steps[0]
            for at, word in enumerate(sentence.words):
                if first.fits(word) and (after := _walk(steps, 0, sentence, at, at)) > at:
                    yield Hit(at, after)

    def find(self, sentence: Sentence, *, negated: bool = True) -> Hit | None:
        """The first place in the sentence, or None; with negated=False only where no negation stands before it."""
        hits = (h for h in self.all(sentence) if negated or not sentence.negated(h.first))
        return min(hits, default=None)

    def among(self, many: Iterable[Sentence], *, negated: bool = True) -> bool:
        """Whether any of the sentences holds one."""
        return any(self.find(sentence, negated=negated) for sentence in many)

    def _candidates(self, sentence: Sentence) -> list[int]:
        by_word, by_stem = self._index
        numbers: set[int] = set()
        for word in by_word.keys() & sentence.bag:
            numbers.update(by_word[word])
        for beginning in by_stem.keys() & sentence.beginnings.keys():
            words = sentence.beginnings[beginning]
            numbers.update(n for stem, n in by_stem[beginning] if any(word.startswith(stem) for word in words))
        return sorted(numbers)


def read(package: str, name: str) -> dict[str, Phrases]:
    """The sets of phrases of a text file of the package, by their names."""
    lists: dict[str, str] = {}
    sets: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (get_data(package, name) or b"").decode().splitlines():
        if line.startswith("@"):
            key, _, words = line[1:].partition("=")
            lists[key.strip()] = words
        elif line.startswith("["):
            current = sets.setdefault(line.strip("[] "), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return {key: Phrases("\n".join(lines), **lists) for key, lines in sets.items()}


def _steps(line: str, lists: dict[str, str]) -> tuple[Step, ...]:
    for name, words in lists.items() if "<" in line else ():
        line = line.replace(f"<{name}>", "|".join(words.split()))
    return tuple(_step(part) for part in line.split())


def _step(part: str) -> Step:
    if part in GAPS:
        return Step(gap=GAPS[part])
    if part in {"^", "$"}:
        return Step(clause=part == "^", end=part == "$")
    refuse, optional = part.startswith("!"), part.endswith("?")
    assert not (refuse and optional), part
    choices = part.strip("!?").split("|")
    if "~" not in part:
        return Step(frozenset(choices), (), optional, 0, refuse)
    stems = tuple(c[:-1] for c in choices if c.endswith("~"))
    return Step(frozenset(c for c in choices if not c.endswith("~")), stems, optional, 0, refuse)


def _walk(steps: tuple[Step, ...], k: int, sentence: Sentence, i: int, start: int) -> int:
    """The word number after the phrase if steps[k:] fit from word i on, else -1; never past a strong pause."""
    while k < len(steps):
        step = steps[k]
        k += 1
        if step.gap:
            return _over(steps, k, sentence, i, start=start, gap=step.gap)
        if step.clause or step.end or step.refuse:
            if not _stands(step, sentence, i, start):
                return -1
            continue
        j = _seek(step, sentence, i, start)
        if step.optional and j >= 0 and (after := _walk(steps, k, sentence, j + 1, start)) >= 0:
            return after
        if not step.optional:
            if j < 0:
                return -1
            i = j + 1
    return i


def _stands(step: Step, sentence: Sentence, i: int, start: int) -> bool:
    """Whether a condition that takes up no word holds at word i."""
    if step.clause:
        return begins(sentence, i)
    if step.end:
        return i >= len(sentence.words) or sentence.breaks[i] > 0
    return _seek(step, sentence, i, start) < 0


def _over(steps: tuple[Step, ...], k: int, sentence: Sentence, i: int, *, start: int, gap: int) -> int:
    for j in range(i, min(i + gap, len(sentence.words)) + 1):
        if j > start and j < len(sentence.words) and sentence.breaks[j] > 1:
            return -1
        if (after := _walk(steps, k, sentence, j, start)) >= 0:
            return after
    return -1


def _seek(step: Step, sentence: Sentence, i: int, start: int) -> int:
    """The number of the word that fits at i, or just behind a few fillers; else -1."""
    words, breaks = sentence.words, sentence.breaks
    for j in range(i, min(i + 4, len(words))):
        if j > start and breaks[j] > 1:
            return -1
        if step.fits(words[j]):
            return j
        if words[j] not in FILLERS:
            return -1
    return -1


def begins(sentence: Sentence, i: int) -> bool:
    """Whether a clause begins at word i: after a pause, or after words like "and", "please", "just"."""
    while i > 0 and i < len(sentence.words) and not sentence.breaks[i] and sentence.words[i - 1] in LEADS | FILLERS:
        i -= 1
    return i == 0 or (i < len(sentence.words) and sentence.breaks[i] > 0)
