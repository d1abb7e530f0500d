"""Where she and somebody worked together, from her own note about them: "worked for me at Halvorsen Foods"."""

import re

TOGETHER = re.compile(
    r"\b(?:worked (?:for|with|under) me|(?:we|I) worked|my (?:team|boss|manager|colleague|deputy|mentor)|colleagues?"
    r"|co-?workers?|shared an? (?:cubicle|office|desk|lab)(?: wall)?|Kolleg(?:e|in)|coll[eè]gue"
    r"|compa[nñ]er[oa] de trabajo|colleg[ah]i?|collega)\b",
    re.IGNORECASE,
)
_WORD = r"(?:[A-ZÀ-ÖØ-Þ0-9][\w&.'’-]*)"
_AT = re.compile(rf"\s+(?:at|bei|chez|en|na|bij|alla|presso)\s+({_WORD}(?:\s+(?:(?:&|and|of|the)\s+)?{_WORD}){{0,4}})")
_CLAUSE = re.compile(r"[.;!?\n]+(?:\s|$)")
LONGEST = 2000  # characters of a note that are looked at


def together_at(note: str) -> str:
    """The company where they worked together, as the note writes it; "" where it names none."""
    for clause in _CLAUSE.split(note[:LONGEST]):
        if told := TOGETHER.search(clause):
            found = _AT.search(clause, told.end())
            if found and found.start() - told.end() <= 40:
                return found[1].rstrip(".'’-")
    return ""
