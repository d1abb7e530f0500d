"""Words that carry meaning, told apart from those that could stand in any letter."""

from pkgutil import get_data

from askwell.domain.wording import Sentence


def _read() -> dict[str, frozenset[str]]:
    sets: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in (get_data("askwell.guide.learned", "words.txt") or b"").decode().splitlines():
        if line.startswith("["):
            current = sets.setdefault(line.strip("[] "), set())
        elif not line.startswith("#"):
            current.update(line.split())
    return {name: frozenset(words) for name, words in sets.items()}


SETS = _read()
STOP = SETS["stop"]
VAGUE = SETS["vague"]
ROLE_STOP = SETS["role stop"]
ROLES = SETS["roles"]
COMPANY_KINDS = SETS["company kinds"]
PEOPLE_KINDS = SETS["people kinds"]


def among(word: str, words: frozenset[str]) -> bool:
    """Whether the word, or its singular, is in the set."""
    return word in words or (word.endswith("s") and word[:-1] in words)


def proper(sentence: Sentence, i: int) -> bool:
    """Whether word i is written as a name; an abbreviation in capitals is none."""
    raw = sentence.raw[i]
    if not sentence.capital[i] or raw.isupper() or among(sentence.words[i], ROLES):
        return False
    return i > 0 and sentence.breaks[i] < 2 and sentence.words[i] != "i"


def content(
    sentence: Sentence, *, first: int = 0, after: int | None = None, without: frozenset[str] = VAGUE
) -> list[str]:
    """The words that say something particular in words first to after: no stop words, names, numbers, or `without`."""
    stop = len(sentence.words) if after is None else after
    return [
        word
        for i, word in enumerate(sentence.words[first:stop], first)
        if (len(word) > 2 or sentence.raw[i].isupper())
        and not word.isdigit()
        and word not in STOP
        and not among(word, without)
        and not proper(sentence, i)
    ]
