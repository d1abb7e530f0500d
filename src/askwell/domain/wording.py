"""Sentences of a message and their words in one form; spans stay those of the text as written."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

WORD = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")
LONGEST = 80  # words; a longer run without a full stop is cut, so that no phrase is sought across a whole book

FILLERS = frozenset(
    """so very really truly just also actually still even quite rather simply perhaps maybe ever possibly please kindly
    now always honestly frankly well too only already again then therefore certainly gladly happily particularly
    especially most more much too first finally greatly deeply sincerely genuinely recently currently lately suddenly
    absolutely totally completely entirely extremely terribly awfully incredibly super pretty kind-of probably literally
    somehow indeed either likewise personally ideally preferably hugely immensely heartily warmly""".split()
)
NEGATORS = frozenset(
    "not never no neither nor without nothing hardly nobody none refuse stop stopped rather instead cannot less".split()
)
SUFFIXES = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
IS_AFTER = frozenset("it that he she there what who where how here when why".split())
SPELLED = {
    "cannot": "can not",
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "let's": "let us",
    "im": "i am",
    "il": "i will",
    "ive": "i have",
    "dont": "do not",
    "didnt": "did not",
    "doesnt": "does not",
    "cant": "can not",
    "wont": "will not",
    "isnt": "is not",
    "wasnt": "was not",
    "havent": "have not",
    "hasnt": "has not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "youre": "you are",
    "youve": "you have",
    "thats": "that is",
    "whats": "what is",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "u": "you",
    "ur": "your",
    "ya": "you",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "tks": "thanks",
    "tnx": "thanks",
    "ty": "thanks",
    "resume": "cv",
    "resumes": "cv",
    "cvs": "cv",
    "favour": "favor",
    "favours": "favors",
    "honour": "honor",
    "neighbours": "neighbors",
    "organisation": "organization",
    "organisations": "organizations",
    "apologise": "apologize",
    "apologising": "apologizing",
    "apologises": "apologizes",
    "realise": "realize",
    "recognise": "recognize",
    "behaviour": "behavior",
    "programme": "program",
    "programmes": "programs",
    "centre": "center",
    "centres": "centers",
}
BEFORE_A_POINT = frozenset("mr mrs ms dr prof st fr sr jr vs etc approx no mme mlle hr sra dra rev capt sgt".split())
ENDS = frozenset(".!?…。！？")


@dataclass(frozen=True)
class Sentence:
    """Words in one form (lower case, no accents, contractions spelled out), each with its span in the text.

    `breaks[i]` tells what stands before word i: 0 a space, 1 a comma, 2 a stronger pause. `capital[i]` is true where
    the word begins with a capital letter, `raw[i]` is the word as written.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]
    capital: tuple[bool, ...]
    raw: tuple[str, ...]
    question: bool = False

    @property
    def start(self) -> int:
        return self.starts[0]

    @property
    def end(self) -> int:
        return self.ends[-1]

    @cached_property
    def bag(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def beginnings(self) -> dict[str, tuple[str, ...]]:
        """The words by their first three letters."""
        found: dict[str, tuple[str, ...]] = {}
        for word in self.bag:
            found[word[:3]] = (*found.get(word[:3], ()), word)
        return found

    def negated(self, at: int, *, reach: int = 4) -> bool:
        """Whether one of the few words before word `at`, in the same clause, turns it into its opposite."""
        for i in range(at - 1, max(-1, at - 1 - reach), -1):
            if self.breaks[i + 1]:
                return False
            if self.words[i] in NEGATORS:
                return True
        return False


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """One written word as the words it stands for: "I'd" is "i would", "résumé" is "cv"."""
    low = word.lower().replace("’", "'")
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)) or low
    if low in SPELLED:
        return tuple(SPELLED[low].split())
    head, apostrophe, tail = low.partition("'")
    if not apostrophe or not head:
        return (low,)
    if low.endswith("n't"):
        return (SPELLED.get(low[:-3], low[:-3]), "not")
    if f"'{tail}" in SUFFIXES:
        return (SPELLED.get(head, head), SUFFIXES[f"'{tail}"])
    if tail == "s":
        return (head, "is") if head in IS_AFTER else (head,)
    return (low,)


def sentences(text: str, *, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """The sentences of text[start:end]; spans are code points of the whole text."""
    found: list[Sentence] = []
    run: list[tuple[str, int, int, int, bool, str]] = []
    stop = len(text) if end is None else min(end, len(text))
    before, pause, line = start, 0, start
    for match in WORD.finditer(text, start, stop):
        gap = text[before : match.start()]
        if "\n" in gap:
            short = before - line < 45
            line = match.start()
        else:
            short = False
        if run and (_ends(gap, run[-1][5], short=short, goes_on=match.group()[0].islower()) or len(run) >= LONGEST):
            found.append(_sentence(run, question="?" in gap or "？" in gap))
            run = []
        pause = 0 if not run else _pause(gap)
        for form in forms(match.group()):
            run.append((form, match.start(), match.end(), pause, match.group()[0].isupper(), match.group()))
            pause = 0
        before = match.end()
    if run:
        tail = text[before:stop]
        found.append(_sentence(run, question="?" in tail[:4] or "？" in tail[:4]))
    return tuple(found)


def _sentence(run: list[tuple[str, int, int, int, bool, str]], *, question: bool) -> Sentence:
    words, starts, ends, breaks, capital, raw = zip(*run, strict=True)
    return Sentence(words, starts, ends, breaks, capital, raw, question=question)


def _ends(gap: str, last: str, *, short: bool, goes_on: bool) -> bool:
    """Whether the gap ends a sentence; a point after a title, an initial or "p.m." need not."""
    if short or gap.count("\n") > 1:
        return True
    if not any(c in ENDS for c in gap) or not (gap[-1].isspace() or gap[-1] in "\"'“‘(«¿¡" or gap[0] in "。！？"):
        return False
    if not gap.startswith("."):
        return True
    initial = len(last) == 1 and last != "I" and (last.isupper() or goes_on)
    return not (initial or last.lower() in BEFORE_A_POINT)


def _pause(gap: str) -> int:
    if any(c in ';:–—()"“”…\n!?' for c in gap) or " - " in gap:
        return 2
    return 1 if "," in gap else 0
