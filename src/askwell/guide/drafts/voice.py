"""The voice of a draft: its sentences, chosen so that the same draft always comes out the same."""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from askwell.identity import wordlists

_CHOICE = re.compile(r"\[([^\[\]]*)\]")


@lru_cache(maxsize=1)
def _sets() -> dict[str, tuple[str, ...]]:
    """The ways of saying each thing, by the name of their set."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in wordlists.text("words.txt", package="askwell.guide.drafts").splitlines():
        if line.startswith("=="):
            current = found.setdefault(line.strip("= "), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def ways_of_saying(name: str) -> tuple[str, ...]:
    """All ways of saying what the set of that name says, the longest first."""
    return tuple(sorted(_sets()[name], key=len, reverse=True))


class Voice:
    """Chooses words by a seed, so that the same draft always is the same; each `turn` takes other words throughout."""

    def __init__(self, *seed: str, turn: int = 0) -> None:
        self._seed = "\x1f".join(seed)
        self._turn = turn

    def say(self, name: str, /, **facts: str) -> str:
        """One way of saying what the set of that name says, with the {facts} put in as they are."""
        templates = _sets()[name]
        return self.fill(templates[self._number(name) % len(templates)], **facts)

    def fill(self, template: str, /, **facts: str) -> str:
        """The template with one of each [choice|of words] taken, and the {facts} put in as they are."""
        count = iter(range(len(template)))

        def choose(found: re.Match[str]) -> str:
            choices = found[1].split("|")
            return choices[self._number(template, str(next(count))) % len(choices)]

        return _CHOICE.sub(choose, template).format_map(facts)

    def one_of(self, *templates: str, **facts: str) -> str:
        """One of several templates, filled."""
        return self.fill(templates[self._number(*templates) % len(templates)], **facts)

    def place(self, *, of: int) -> int:
        """One of so many places, each as often as the others."""
        return self._number("place") % of

    def some(self, things: Iterable[str], *, count: int) -> tuple[str, ...]:
        """Some of the things, in their own order; the first ones more often than the later."""
        known = list(dict.fromkeys(things))
        ranked = sorted(known, key=lambda one: self._number("some", one) % 997 + 250 * known.index(one))
        return tuple(sorted(ranked[:count], key=known.index))

    def _number(self, *about: str) -> int:
        digest = hashlib.blake2b("\x1f".join((self._seed, *about)).encode("utf-8", "replace"), digest_size=6).digest()
        return int.from_bytes(digest, "big") + self._turn
