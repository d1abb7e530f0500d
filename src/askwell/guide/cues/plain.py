"""Sentences of a message: cut apart with their places, and brought to a plain form that shapes are matched on."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from sys import intern
from typing import Final

from askwell.guide.cues import wording
from askwell.guide.cues.times import Moment, moment

LONGEST_TEXT: Final = 16_000  # letters of new text that are looked at: far more than a person writes in one mail
MOST_SENTENCES: Final = 250
LONGEST_SENTENCE: Final = 700
MOST_KEPT: Final = 8192  # what stood between two blanks, of so many letters at most
LONGEST_KEPT: Final = 40

_IS: Final = ("it", "that", "what", "who", "she", "he", "here", "there", "where", "how", "when", "this", "one", "name")
_PRONOUNS: Final = ("i", "you", "he", "she", "it", "we", "they", "that", "this", "there", "who", "what", "here")
EXPAND: Final = (
    {f"{who}'{short}": f"{who} {full}" for who in _PRONOUNS for short, full in (("ll", "will"), ("d", "would"))}
    | {f"{who}'{short}": f"{who} {full}" for who in _PRONOUNS for short, full in (("ve", "have"), ("re", "are"))}
    | {f"{word}'s": f"{word} is" for word in _IS}
    | {
        f"{word}n't": f"{word} not"
        for word in "do does did is are was were have has had would could should must".split()
    }
    | {f"{word}nt": f"{word} not" for word in "do does did is are was were have has had would could should".split()}
    | {"can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not", "wont": "will not"}
    | {"shan't": "shall not", "ain't": "am not", "let's": "let us", "i'm": "i am", "im": "i am", "ive": "i have"}
    | {"youre": "you are", "thats": "that is", "theyre": "they are", "theres": "there is", "whats": "what is"}
    | {"gonna": "going to", "wanna": "want to", "gotta": "have to", "u": "you", "ur": "your", "pls": "please"}
    | {"thx": "thanks", "tks": "thanks", "thnx": "thanks", "tnx": "thanks", "thankyou": "thank you", "'em": "them"}
    | {"cc'd": "cced", "cc'ed": "cced", "bcc'd": "bcc", "cc'ing": "ccing"}
    | {"tmrw": "tomorrow", "tmw": "tomorrow", "mgr": "manager", "ppl": "people", "p.m": "pm", "a.m": "am"}
    | {"emailed": "emailed", "mails": "emails", "resumes": "resume", "cvs": "cv", "intros": "intro", "y'all": "you all"}
    | {"yr": "your", "w": "with", "b4": "before", "cos": "because", "cuz": "because", "bc": "because", "rly": "really"}
)
_WORD: Final = re.compile(r"[^\W_]++(?:[.:@_'+&][^\W_]++)*+|[%$€£]")
GREETINGS: Final = frozenset(wording.classes()["greetings"])
MOST_GREETED: Final = 6  # words of a greeting
_MARKS: Final = re.compile(r"[^\w]+")
_QUIET: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "-": " ", "–": " ", "—": " ", "/": " ", "‑": " "}
)
_STOPS: Final = r"(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[\"')\]”’»]*+|(?<=;)"  # behind the mark that a search finds quickly
_END: Final = re.compile(rf"[.!?…;](?:{_STOPS})(?=\s)")
_END_OR_DASH: Final = re.compile(rf"[.!?…;\s](?:{_STOPS}|(?<=\s)[–—-]{{1,2}})(?=\s)")
_DIGIT: Final = re.compile(r"\d")
_DASHES: Final = "–—-"
_PAUSES: Final = f".!?…;{_DASHES}"
_BULLET: Final = re.compile(r"\s*(?:[-*•–>]\s|\(?\d{1,2}[.):]\s|[a-z][.)]\s)")
_SHORT: Final = frozenset(
    """mr mrs ms dr prof lt cmdr capt hon fr mme mlle dra sra dott ing st sr jr maj col gen sgt rev no vs e.g i.e etc
    approx inc ltd co dept tel a.m p.m u.s""".split()
)
BEGIN: Final = "^"
END: Final = "$"
WRAPPED: Final = 50  # a line at least this long that the next one goes on from was wrapped by a mail program


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence as written, where it starts in the text, its plain words and the tags that shapes gave it.

    `plain` has a blank after each word. `odd` are words that are not of letters alone.
    """

    text: str
    start: int
    words: list[str]
    asks: bool = False
    paragraph: int = 0
    tags: dict[str, float] = field(default_factory=dict)
    plain: str = field(init=False)
    bag: frozenset[str] = field(init=False)
    odd: list[str] = field(init=False)
    _pairs: frozenset[tuple[str, str]] | None = field(init=False, default=None)
    _moment: Moment | None = field(init=False, default=None)
    _tokens: frozenset[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.plain = " ".join(self.words) + " "
        self.bag = frozenset(self.words)
        self.odd = [] if "".join(self.words).isalpha() else [word for word in self.bag if not word.isalpha()]

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Each two words in a row, also between the marks of beginning and end."""
        if self._pairs is None:
            self._pairs = frozenset(pairwise((BEGIN, *self.words, END)))
        return self._pairs

    def has(self, *tags: str) -> bool:
        return not self.tags.keys().isdisjoint(tags)

    @property
    def pieces(self) -> frozenset[str]:
        """Its words, and the pieces of those with a mark inside: all that a pattern finds as a whole word."""
        return self.bag.union(_MARKS.split(" ".join(self.odd))) if self.odd else self.bag

    @property
    def digits(self) -> bool:
        return bool(self.odd) and _DIGIT.search(" ".join(self.odd)) is not None

    @property
    def moment(self) -> Moment:
        """What it says of a time."""
        if self._moment is None:
            self._moment = moment(self.plain, self.pieces, digits=self.digits)
        return self._moment

    @property
    def tokens(self) -> frozenset[str]:
        """The words as written, without accents and case, of two letters or more."""
        if self._tokens is None:
            self._tokens = _split(self.text)
        return self._tokens

    def names(self, tokens: frozenset[str]) -> bool:
        """Whether one of these tokens is in it."""
        if self._tokens is None and self.text.isascii():
            lower = self.text.lower()
            return any(token in lower for token in tokens) and not self.tokens.isdisjoint(tokens)
        return not self.tokens.isdisjoint(tokens)


def unaccented(text: str) -> str:
    """Letters without their accents; what has none stays as it is."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return (
        "".join(c for c in parts if not unicodedata.combining(c)).replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    )


def _split(text: str) -> frozenset[str]:
    return frozenset([word for word in _MARKS.split(unaccented(text).lower()) if len(word) > 1])


@lru_cache(maxsize=4096)
def tokens(text: str) -> frozenset[str]:
    """The words of a name, without accents and case, of two letters or more."""
    return _split(text)


def _expanded(word: str) -> str:
    known = EXPAND.get(word)
    if known is not None:
        return known
    stem, quote, rest = word.partition("'")
    if not quote:
        return word
    if rest in {"s", ""}:
        return stem
    return f"{stem} {rest}" if rest != "t" else word


class _Chunks(dict[str, tuple[str, ...]]):
    """The words of what stands between two blanks, without its punctuation, written out once; the oldest are let go."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        words = tuple(intern(word) for short in _WORD.findall(chunk) for word in _expanded(short).split())
        if len(chunk) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[chunk] = words
        return words


_written_out: Final = _Chunks().__getitem__


def plain_words(text: str) -> list[str]:
    """Its words in lower case, no accents, no punctuation, contractions written out."""
    quiet = text.replace("-", " ").replace("/", " ") if text.isascii() else unaccented(text.translate(_QUIET))
    lower = quiet.lower()
    words = list(chain.from_iterable(map(_written_out, lower.split())))
    joined = f" {' '.join(words)}" if "mail" in lower else ""
    return joined.replace(" e mail", " email").split() if " e mail" in joined else words


def _lines(text: str) -> list[tuple[int, int]]:
    """Where each paragraph begins and ends: lines joined where a mail program wrapped them."""
    spans: list[tuple[int, int]] = []
    at, open_since = 0, -1
    lines = text.split("\n")
    for number, line in enumerate(lines):
        end = at + len(line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if open_since < 0:
            open_since = at
        wrapped = len(line) >= WRAPPED and len(line.rstrip()) >= WRAPPED
        goes_on = wrapped and following.strip() and not _BULLET.match(following)
        if not goes_on:
            if text[open_since:end].strip():
                spans.append((open_since, end))
            open_since = -1
        at = end + 1
    return spans


def _ends(text: str) -> list[int]:
    if not any(map(text.__contains__, _PAUSES)):
        return [len(text)]
    ends = []
    dashed = any(map(text.__contains__, _DASHES))
    for found in (_END_OR_DASH if dashed else _END).finditer(text):
        before = text[max(0, found.start() - 6) : found.start()].rsplit(None, 1)
        word = before[-1].lower().lstrip("(") if before else ""
        if text[found.start()] == "." and (word in _SHORT or (len(word) == 1 and word.isalpha() and word != "i")):
            continue
        if found.start() <= 4 and text[: found.start()].strip(" (").isdigit():
            continue  # "2. Ada Roe" is an entry of a list
        ends.append(found.end())
    return [*ends, len(text)]


def _cuts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences between two places, long ones cut at a blank."""
    found, at = [], start
    for stop in _ends(text[start:end]):
        until = start + stop
        while until - at > LONGEST_SENTENCE:
            blank = text.rfind(" ", at, at + LONGEST_SENTENCE)
            cut = blank + 1 if blank > at else at + LONGEST_SENTENCE
            found.append((at, cut))
            at = cut
        found.append((at, until))
        at = until
    return found


def _after_greeting(words: list[str], names: frozenset[str]) -> list[str]:
    """Words without the greeting they begin with and the names it greets, unless there is nothing else."""
    at = 0
    while at < min(len(words), MOST_GREETED) and (words[at] in GREETINGS or words[at] in names):
        at += 1
    return (words[at:] or words) if at else words


def sentences(text: str, *, greeted: frozenset[str] = frozenset()) -> list[Sentence]:
    """The sentences of the first part of a text, in order; their plain form without a greeting of these names."""
    head = text[:LONGEST_TEXT]
    found: list[Sentence] = []
    paragraph, before = 0, 0
    for start, end in _lines(head):
        paragraph += head.count("\n", before, start) > 1
        before = end
        for a, b in _cuts(head, start, end):
            raw = head[a:b]
            written = raw.strip()
            words = plain_words(written)
            if not words:
                continue
            at = a + (len(raw) - len(raw.lstrip()))
            asks = written.rstrip("\"')”’» ").endswith("?")
            words = _after_greeting(words, greeted)
            found.append(Sentence(written, at, [*words, "?"] if asks else words, asks, paragraph))
            if len(found) >= MOST_SENTENCES:
                return found
    return found
