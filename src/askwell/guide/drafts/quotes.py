"""What somebody wrote or did, as a letter can say it again: a clean short sentence, a phrase, else nothing at all."""

import re

from askwell.identity.fold import fold

MOST, LEAST = 12, 4  # words; a longer sentence is not a quotation but a copy
# What nobody wants to read again of what they wrote: pointers into their own letter, pleasantries, private asides.
_NOT_FOR_QUOTING = re.compile(
    r"[?!…:;()\[\]{}<>\"“”„«»@/]|https?|www\.|\b(?:attached|attach|enclosed|below|above|here is|here are|here's|hope"
    r"|slides?|site|website|link|file|document|page|folder|invoice|password|sorry|thanks?|love|dear|hi|hello|cheers"
    r"|regards|sincerely|lol|ps)\b|\b(?:i|i'm|i'll|i'd|i've|me|my|we|us|our)\b",
    re.IGNORECASE,
)
_NOT_A_PHRASE = re.compile(r"[?!…()\[\]{}<>\"“”@]|[.;:] ")
_SENTENCES = re.compile(r"(?<=\.)\s+")
_OF_THEM = frozenset("her his their him them she he they hers theirs".split())
_WH = frozenset("how what which when where whether why who".split())
_FIRST = frozenset("a an the your some".split())
_GIVEN = frozenset(
    """advice answer answers call comments contacts cv encouragement feedback help hint hints honest ideas info
    information input insight insights introduction list mock notes offer opinion pointers practice resume review
    suggestion suggestions support talk thoughts tip tips""".split()
)
_DID = frozenset(
    """brought built chose did drew drove found gave held kept knew led lent let made met put read rang ran said sent
    sat showed spent spoke taught thought told took went wrote""".split()
)


def clean(words: str) -> str:
    """A whole sentence of at most twelve words without its full stop; "" for anything else."""
    said = " ".join(words[:400].split()).replace("’", "'")
    whole = said[:1].isupper() and said.endswith(".")
    if not whole or not LEAST <= len(said.split()) <= MOST or _NOT_FOR_QUOTING.search(said):
        return ""
    plain = said.rstrip(".")
    return "" if "." in plain else plain.replace("'", "’")


def first_clean(words: str) -> str:
    """The first sentence of theirs that can be said again, where there are several."""
    return next((said for one in _SENTENCES.split(words[:400]) if (said := clean(one))), "")


def _to_you(said: str, who: str) -> str:
    """What she noted of them by name, as said to them: "Kim explained the panel" is "explained the panel"."""
    first, _, rest = said.partition(" ")
    named = fold(first) in {"she", "he", "they", *([fold(who)] if who else [])}
    about_them = _OF_THEM & {*fold(rest).split()}
    return rest if named and not about_them else said


def deed(words: str, who: str = "") -> tuple[str, str]:
    """What she noted of a help, as it stands behind "for" and behind "you"; twice "" where it does neither.

    "read my cover letter" is something you did; "feedback on my CV" is something she thanks for. `who` is what they
    are called.
    """
    said = _to_you(" ".join(words[:400].split()).rstrip(" .,;:!"), who)
    if not said or len(said.split()) > MOST or _NOT_A_PHRASE.search(said):
        return "", ""
    if not said[:2].isupper() and not said.startswith("I "):
        said = said[0].lower() + said[1:]
    first = fold(said).split()[0]
    if first == fold(said):
        return "", ""  # "help", "talk": no more than that there was one
    if first in _DID or (first.endswith("ed") and len(first) > 4):
        return "", said
    if first in _WH:
        return f"telling me {said}", f"told me {said}"
    if (first.endswith("ing") and len(first) > 5) or first in _FIRST:
        return said, ""
    return (f"your {said}", "") if first in _GIVEN else ("", "")
