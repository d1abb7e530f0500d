"""How somebody is greeted: as she greeted them last, or as they sign; the name of the address book where neither is."""

import re
from itertools import islice

from askwell.domain.messages import Direction
from askwell.domain.people import Contact
from askwell.domain.threads import SPOKEN, Record, is_one_to_one
from askwell.identity.called import called
from askwell.identity.signing import signed

NEWEST = 12  # letters that are looked at
BEGINNING = 80  # characters of a letter in which its greeting stands
_GREETING = re.compile(
    r"\A\s*(?:hi|hello|hey|dear|hiya|hallo|liebe[rs]?|lieber|servus|moin|hola|ciao|salut|querid[oa]|car[oa]|ch[eè]re?)\s+"
    r"([^\W\d_][^\W\d_'’-]*(?:[ '’-][^\W\d_]+)?)\s*[,!:–—-]*\s*$",
    re.IGNORECASE,
)
_NOT_A_NAME = frozenset(
    """there all team everyone everybody folks again both you friends friend neighbor neighbour zusammen alle mr mrs ms
    dr prof professor herr frau""".split()
)


def greeted(contact: Contact, record: Record | None) -> str:
    """The name between the two in the newest letter that has one."""
    letters = record.between(contact.id) if record is not None and contact.id else []
    alone = (one for one in reversed(letters) if one.text and one.channel not in SPOKEN and is_one_to_one(one))
    for one in islice(alone, NEWEST):
        if word := _by_her(one.text) if one.direction is Direction.OUT else signed(one.text, name=contact.name):
            return word
    return called(contact.name)


def _by_her(text: str) -> str:
    """The name in her greeting; a title with a family name, or a word for everybody, is none."""
    first = next((line for line in text[:BEGINNING].splitlines() if line.strip()), "")
    found = _GREETING.match(first)
    words = found[1].split() if found else []
    if not words or not all(word[:1].isupper() for word in words):
        return ""
    return "" if words[0].casefold() in _NOT_A_NAME else words[0]
