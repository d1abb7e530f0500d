"""What was written into a form that was not taken: shown back as text to copy, so that nobody has to write it twice."""

import re
from dataclasses import dataclass
from typing import Self

from django.http import QueryDict

OURS = frozenset(  # the last word of the names of fields that are chosen or carried along, and of buttons
    "csrfmiddlewaretoken token by question left shown revision made need channel guess tie kind serves person status "
    "country zone meanwhile was add allow anew aside copy do drop gift how id leave no size step take theme then use "
    "yes up down first key out service secret".split()
)
MARK = re.compile(r"on|/\S*")  # a tick, an address of a page
WIDE, MOST_ROWS = 60, 12


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one field; `label` is made of its name."""

    label: str
    text: str

    @classmethod
    def of(cls, name: str, text: str) -> Self:
        label = " ".join(re.split(r"[\W_]+", name)).strip()
        return cls(f"{label[:1].upper()}{label[1:]}", text)

    @property
    def rows(self) -> int:
        return min(MOST_ROWS, sum(1 + len(line) // WIDE for line in self.text.splitlines()))


def is_ours(name: str) -> bool:
    """Whether a field of this name holds no words of whoever sends it."""
    return name.rpartition("-")[2] in OURS


def words_in(post: QueryDict) -> tuple[Words, ...]:
    """What somebody wrote into the fields of a form, in their order."""
    told = ((name, text.strip()) for name, texts in post.lists() if not is_ours(name) for text in texts)
    return tuple(Words.of(name, text) for name, text in told if text and not MARK.fullmatch(text))
