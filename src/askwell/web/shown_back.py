"""What was written into a form that was not taken: shown back as text to copy, so that nobody has to write it twice."""

import re
from dataclasses import dataclass
from typing import Self

from django.http import QueryDict

OURS = frozenset(  # fields that carry what the program wants to know again, and buttons
    "csrfmiddlewaretoken token by question left revision made need add allow aside channel do drop gift guess leave "
    "size take theme then tie use".split()
)
MARK = re.compile(r"on|[a-z]{1,2}\d+|/\S*")  # a tick, an id, an address of a page
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


def words_in(post: QueryDict) -> tuple[Words, ...]:
    """What somebody wrote into the fields of a form, in their order."""
    told = ((name, text.strip()) for name, texts in post.lists() if name not in OURS for text in texts)
    return tuple(Words.of(name, text) for name, text in told if text and not MARK.fullmatch(text))
