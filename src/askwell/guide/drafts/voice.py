"""The voice of a draft: sentences chosen so that the same draft comes out the same, and no two people get the same."""

import hashlib
import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from askwell.guide.drafts.said import is_new
from askwell.identity import wordlists

FILES = ("words_opening.txt", "words_question.txt", "words_asking.txt", "words_after.txt")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_FACT = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=1)
def _sets() -> dict[str, tuple[str, ...]]:
    """The ways of saying each thing, by the name of their set."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in "\n".join(wordlists.text(name, package="askwell.guide.drafts") for name in FILES).splitlines():
        if line.startswith("=="):
            current = found.setdefault(line.strip("= "), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def ways_of_saying(name: str) -> tuple[str, ...]:
    """All ways of saying what the set of that name says, the longest first."""
    return tuple(sorted(_sets()[name], key=len, reverse=True))


class Voice:
    """Chooses words by a seed, so that the same draft always is the same; what was `said` to others is passed over."""

    def __init__(self, *seed: str, said: Container[str] = frozenset()) -> None:
        self._seed = "\x1f".join(seed)
        self._said = said

    def say(self, name: str, /, **facts: str) -> str:
        """One way of saying what the set of that name says, with the {facts} put in as they are."""
        return self.one_of(*_sets()[name], **facts)

    def fresh(self, name: str, /, **facts: str) -> str:
        """The same, but nothing ("") where each way has been said to somebody, or needs a fact that is not known."""
        return self._fresh(_sets()[name], facts)

    def one_of(self, *templates: str, **facts: str) -> str:
        """One of several templates, filled: one that has been said to nobody, if there is any."""
        known = [one for one in templates if _is_known(one, facts)] or templates
        return self._fresh(known, facts) or self.fill(known[self._number(*known) % len(known)], **facts)

    def _fresh(self, templates: Sequence[str], facts: dict[str, str]) -> str:
        known = [one for one in templates if _is_known(one, facts)]
        begin = self._number(*known)
        turned = (self.fill(known[(begin + step) % len(known)], **facts) for step in range(len(known)))
        return next((said for said in turned if is_new(said, self._said)), "")

    def fill(self, template: str, /, **facts: str) -> str:
        """The template with one of each [choice|of words] taken, and the {facts} put in as they are."""
        count = iter(range(len(template)))

        def choose(found: re.Match[str]) -> str:
            choices = found[1].split("|")
            return choices[self._number(template, str(next(count))) % len(choices)]

        return _CHOICE.sub(choose, template).format_map(facts)

    def place(self, *, of: int) -> int:
        """One of so many places, each as often as the others."""
        return self._number("place") % of

    def some(self, things: Iterable[str], *, count: int, turn: int = 0) -> tuple[str, ...]:
        """Some of the things, in their own order; the first ones more often than the later. Each turn takes others."""
        known = list(dict.fromkeys(things))
        ranked = sorted(known, key=lambda one: self._number("some", one, "·" * turn) % 997 + 250 * known.index(one))
        return tuple(sorted(ranked[:count], key=known.index))

    def _number(self, *about: str) -> int:
        digest = hashlib.blake2b("\x1f".join((self._seed, *about)).encode("utf-8", "replace"), digest_size=6).digest()
        return int.from_bytes(digest, "big")


def _is_known(template: str, facts: dict[str, str]) -> bool:
    """Whether all that it names is known; {at} alone may be nothing."""
    return all(facts.get(name) or name in _MAY_BE_NOTHING for name in _FACT.findall(template))


_MAY_BE_NOTHING = frozenset({"at", "of_them", "then"})
