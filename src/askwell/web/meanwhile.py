"""What was kept while a page stood open: none of it is written over unseen, and nothing that she wrote is lost.

A page carries a mark of each thing it showed. When its form comes back, what she left alone follows what is kept by
now; what she changed goes on; and what she changed and another window changed too is a clash: the page shows both, and
she chooses.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

SHOWN = "shown"  # the field of a form that carries the marks
MINE, THEIRS = "mine", "that"  # what she chooses


@dataclass(frozen=True, slots=True)
class Met:
    """A form that came back, met with what is kept by now; each by the name of its field.

    `values` is what goes on, `hers` are the fields that she changed, `clashes` is what is kept of those that another
    window changed too.
    """

    values: Mapping[str, str]
    hers: frozenset[str] = frozenset()
    clashes: Mapping[str, str] = field(default_factory=dict)


def mark(text: str) -> str:
    """A short mark of a text, by which it is known again, however a browser ends its lines."""
    lines = (line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    plain = "\n".join(lines).strip()
    return hashlib.blake2s(plain.encode(errors="replace"), digest_size=8).hexdigest() if plain else "-"


def marks(shown: Mapping[str, str]) -> str:
    """What a form that shows this carries in its field `SHOWN`."""
    return " ".join(f"{name}:{mark(text)}" for name, text in shown.items())


def choice_of(name: str) -> str:
    """The field in which she chooses between the two texts of another."""
    return f"{name}-meanwhile"


def met(post: Mapping[str, object], kept: Mapping[str, str]) -> Met:
    """A form as it was sent, met with what is kept by now. Without marks it is taken as if it had shown just that."""
    shown = dict(one.rpartition(":")[::2] for one in str(post.get(SHOWN, "")).split())
    values, hers, clashes = dict(kept), set(), {}
    for name, now in kept.items():
        said, was = str(post.get(name) or ""), shown.get(name, mark(now))
        if mark(said) in {was, mark(now)} or post.get(choice_of(name)) == THEIRS:
            continue
        values[name] = said
        hers.add(name)
        if was != mark(now):
            clashes[name] = now
    return Met(values, frozenset(hers), clashes)


def instead(shown: Sequence[str], kept: Sequence[str]) -> dict[str, str]:
    """Of the lines of a list that was shown, by their marks: which line of the kept one stands where one is gone."""
    from difflib import SequenceMatcher  # here, because two windows on one list are rare

    found: dict[str, str] = {}
    for how, start, end, begin, stop in SequenceMatcher(a=shown, b=kept, autojunk=False).get_opcodes():
        if how == "replace":
            found.update(zip(shown[start:end], kept[begin:stop], strict=False))
    return found
