"""What one calls somebody: the word after "Dear", from a name as it is written in an address book."""

import re
from functools import lru_cache

from askwell.identity.fold import has_signs

_DEVICE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\"“”„].*?[\"“”]|(?:\s-\s|[/|;]).*$")
_TITLES = frozenset(
    {"dr", "prof", "professor", "rev", "reverend", "sir", "dame", "fr", "sr", "hon", "dipl", "ing", "coach"}
)
_FORMAL = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "herr", "frau", "señor", "señora", "monsieur", "madame", "pastor"}
)
_KIN = frozenset(
    {
        "aunt",
        "aunty",
        "auntie",
        "uncle",
        "grandma",
        "grandpa",
        "granny",
        "nana",
        "tante",
        "onkel",
        "tía",
        "tío",
        "cousin",
    }
)
LONGEST = 40  # characters; what is longer is no name to call somebody by


@lru_cache(maxsize=65536)
def called(name: str) -> str:
    """Ana for Ana Ruiz, Peggy for O'Rourke, Peggy, Mr. Abara for Mr. Abara (Josie's teacher); "" for no name at all."""
    plain = " ".join(_DEVICE.sub(" ", name[:200]).split())
    family, comma, given = plain.partition(",")
    if comma and given.strip() and " " not in family.strip() and not given.strip().isupper():
        plain = f"{given.strip()} {family.strip()}"
    words = [
        word.strip(",") for word in plain.replace(",", " ").split() if "@" not in word and any(map(str.isalpha, word))
    ]
    if not words:
        return ""
    if has_signs(words[0]):
        return plain[:LONGEST]
    return _chosen(words)[:LONGEST]


def _chosen(words: list[str]) -> str:
    first = words[0].casefold().strip(".")
    if len(words) > 1 and first in _KIN:
        return f"{words[0]} {words[1]}"
    if len(words) > 1 and first in _FORMAL:
        return f"{words[0]} {words[-1]}" if len(words) == 2 else words[1]
    named = [word for word in words if word.casefold().strip(".") not in _TITLES] or words
    whole = [word for word in named if len(word.strip(".")) > 1]  # K. Ellis is called by nobody "K."
    chosen = named[0] if named[0] in whole[:1] else " ".join(named[:2])
    return chosen[0].upper() + chosen[1:]
