"""A sentence as the models see it: its words and their neighbors, with names, numbers and trades put into classes."""

from collections.abc import Iterable, Sequence

from askwell.domain.wording import Sentence
from askwell.guide.learned.kin import kin
from askwell.guide.learned.words import COMPANY_KINDS, PEOPLE_KINDS, ROLES, STOP, among

DATES = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri
    sat sun""".split()
)
NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
    thousand dozen couple""".split()
)
PAUSES = ("", ",", ";")
NAME = "NAME"
LONG = 120  # words; no honest sentence is longer, and a book pasted in keeps nobody waiting


def features(sentences: Iterable[Sentence], marks: Iterable[str] = ()) -> list[str]:
    """What is read of the sentences (as a rule of one), each thing once, always in the same order.

    `marks` is what the caller knows beyond the words, as in "@out" for a message that goes out.
    """
    seen: dict[str, None] = {f"@{mark}": None for mark in marks}
    for sentence in sentences:
        tokens = classed(sentence)
        for feature in (*_runs(tokens), *_skips(tokens), *_kinds(tokens), *_classes(sentence), *_parts(sentence)):
            seen[feature] = None
        if sentence.question:
            seen["?"] = None
    return list(seen)


def classed(sentence: Sentence) -> list[str]:
    """The words between the marks of beginning and end; a name of any length is one NAME, a number is N."""
    tokens = ["^"]
    for i, word in enumerate(sentence.words[:LONG]):
        token = _class(sentence, i, word)
        if token == NAME == tokens[-1] and not sentence.breaks[i]:
            continue
        if i and sentence.breaks[i]:
            tokens.append(PAUSES[sentence.breaks[i]])
        tokens.append(token)
    tokens.append("?$" if sentence.question else "$")
    return tokens


def _class(sentence: Sentence, i: int, word: str) -> str:
    if word in DATES and (word not in {"may", "sat", "sun"} or sentence.capital[i]):
        return "DATE"
    if word[0].isdigit() or word in NUMBERS:
        return "N"
    named = sentence.capital[i] and word != "i" and not sentence.raw[i].startswith(("I'", "I’"))
    if named and (i > 0 and sentence.breaks[i] < 2) and word not in STOP and not among(word, ROLES):
        return NAME
    return word


def _runs(tokens: Sequence[str]) -> Iterable[str]:
    """One, two and three words in a row."""
    for i, token in enumerate(tokens):
        yield token
        if i + 1 < len(tokens):
            yield f"{token} {tokens[i + 1]}"
        if i + 2 < len(tokens):
            yield f"{token} {tokens[i + 1]} {tokens[i + 2]}"


def _skips(tokens: Sequence[str]) -> Iterable[str]:
    """Two words with one or two between, pauses left out: "could … introduce"."""
    words = [token for token in tokens if token not in PAUSES]
    for i, token in enumerate(words):
        for after in words[i + 2 : i + 4]:
            yield f"{token} _ {after}"


def _kinds(tokens: Sequence[str]) -> Iterable[str]:
    """What kin the words are, and two in a row of which one at least is given by its kin: "feel =SHAME"."""
    before, known = "", False
    for token in tokens:
        kinds = kin(token)
        for kind in kinds:
            yield f"={kind}"
        word = f"={kinds[0]}" if kinds else token
        if before and (known or kinds):
            yield f"{before} {word}"
        before, known = word, bool(kinds)


def _classes(sentence: Sentence) -> Iterable[str]:
    """Trades, kinds of company and of people, with the word before them."""
    before = "^"
    for word in sentence.words[:LONG]:
        for name, kind in (("ROLE", ROLES), ("FIRM", COMPANY_KINDS), ("FOLK", PEOPLE_KINDS)):
            if among(word, kind):
                yield name
                yield f"{before} {name}"
        before = word


def _parts(sentence: Sentence) -> Iterable[str]:
    """Beginnings and ends of longer words, so that "introducing" is no stranger to who knows "introduce"."""
    for word in sentence.words[:LONG]:
        if len(word) > 4:
            yield f"{word[:4]}~"
            yield f"~{word[-3:]}"
        if len(word) > 6:
            yield f"{word[:6]}~"
