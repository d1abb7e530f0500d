"""The words that head the columns of people in many languages, from `people_columns.txt`, folded."""

from askwell.identity import wordlists
from askwell.sources.tables import fold


def _read() -> dict[str, tuple[str, ...]]:
    text = wordlists.text("people_columns.txt", package="askwell.sources")
    lines = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: tuple(dict.fromkeys(map(fold, words.split("|")))) for name, _, words in lines}


WORDS = _read()
# Columns of addresses and of phone numbers, the first ones and further ones.
MORE_EMAILS = frozenset(WORDS["email"] + WORDS["email2"] + WORDS["email3"])
MORE_PHONES = frozenset(WORDS["phone"] + WORDS["phone2"] + WORDS["phone3"])
SINGLE = {name: words for name, words in WORDS.items() if not name[-1].isdigit()}
