"""A sentence as the model of mail hears it: its words in classes, pairs of them, and what the shapes tagged it with."""

import re
from itertools import pairwise
from typing import Final

from askwell.guide.cues.plain import BEGIN, END, Sentence, unaccented
from askwell.guide.cues.times import FOREIGN_DAYS
from askwell.guide.learned.reading import DATES, NUMBERS

_DAYS: Final = (DATES | FOREIGN_DAYS | {"today", "tomorrow", "tonight"}) - {"may"}
_CLASSES: Final = {**dict.fromkeys(NUMBERS, "N"), **dict.fromkeys(_DAYS, "DATE")}
_CLASSED: Final = frozenset(_CLASSES)
_CAPITAL: Final = re.compile(r" (?<=[^\s.!?:;…] )[\"“(]?([A-ZÀ-Þ][\w’'-]*\w)")
_NO_NAMES: Final = frozenset("i ok cv hr pm am im ill ive id".split()) | _DAYS
_LONG: Final = 120  # words; what stands behind them tells nothing new
NAME: Final = "NAME"
STEM: Final = 4
MOST_TITLED: Final = 12  # words of a subject
_ANSWERED: Final = frozenset("re aw sv antw fw fwd wg tr rv".split())
_STRONG: Final = 3.0
_MOST_COMMAS: Final = 3


def features(sentence: Sentence) -> list[str]:
    """What is heard in a sentence that was tagged, each thing once: words, their stems, pairs of them, and marks."""
    return [*worded(sentence), *marks(sentence)]


def worded(sentence: Sentence) -> list[str]:
    """What is heard in it without any tags."""
    words = classed(sentence)
    once = dict.fromkeys(words)
    stems = dict.fromkeys(stem(word) for word in once if is_long(word))
    return [*once, *stems, *dict.fromkeys(map(pair, words, words[1:]))]


def pair(word: str, after: str) -> str:
    return f"{word} {after}"


def is_long(word: str) -> bool:
    return len(word) > STEM


def stem(word: str) -> str:
    return f"{word[:STEM]}~"


def marks(sentence: Sentence) -> list[str]:
    """What the shapes and the punctuation tell of it."""
    found = []
    for tag, weight in sentence.tags.items():
        found.append(f"#{tag}")
        if weight >= _STRONG:
            found.append(f"#{tag}!")
    commas = sentence.text.count(",")
    if commas:
        found.append(f"@commas{min(commas, _MOST_COMMAS)}")
    if ":" in sentence.text:
        found.append("@colon")
    return found


def classed(sentence: Sentence) -> list[str]:
    """The words between beginning and end; a row of name words is one NAME, a number N, a day DATE."""
    return [BEGIN, *_classed(sentence), END]


def distinct(sentence: Sentence) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The different words between beginning and end, and the different pairs of them."""
    words = _classed(sentence)
    if words is sentence.words:
        return sentence.bag.union((BEGIN, END)), sentence.pairs
    found = (BEGIN, *words, END)
    return frozenset(found), frozenset(pairwise(found))


def _classed(sentence: Sentence) -> list[str]:
    """The words in classes; those of the sentence itself where none has one."""
    words = sentence.words if len(sentence.words) <= _LONG else sentence.words[:_LONG]
    kinds = dict.fromkeys(_capitals(sentence.text), NAME)
    if sentence.odd:
        kinds.update({word: kind for word in sentence.odd if (kind := _odd(word)) != word})
    if not _CLASSED.isdisjoint(sentence.bag):
        kinds.update({word: _CLASSES[word] for word in _CLASSED & sentence.bag})
    if not kinds:
        return words
    found = [kinds.get(word, word) for word in words]
    if found.count(NAME) > 1:
        return [word for word, after in pairwise([*found, ""]) if word != NAME or after != NAME]
    return found


def titled(subject: Sentence) -> list[str]:
    """What is heard in a subject, told apart from words of the text: it says what all of a mail is about."""
    return [f":{word}" for word in dict.fromkeys(subject.words[:MOST_TITLED]) if word not in _ANSWERED]


def _odd(word: str) -> str:
    return "N" if word[0].isdigit() else "ADDRESS" if "@" in word else word


def _capitals(text: str) -> list[str]:
    """The words with a capital that no sentence begins with, in plain letters."""
    if text.isupper():
        return []
    written = [name.partition("’")[0].partition("'")[0] for name in _CAPITAL.findall(text)]
    return [low for name in written if (low := unaccented(name).lower()) not in _NO_NAMES]
