"""How a draft is put together: sentences in a voice of its own, with shorter forms where the channel has less room."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from askwell.identity import wordlists

NOTE_CHARACTERS = 300  # what LinkedIn allows with an invitation to connect
WORDS = {"email": 125, "linkedin": 116, "text": 55}  # evidence.md 2.20: 50 to 125 words by e-mail; labels.md: 120, 60
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Part:
    """One thought of a draft. `forms` go from the fullest to the shortest ("" may be left out altogether).

    Where room is lacking, parts with the lowest `keep` are shortened first.
    """

    paragraph: int
    keep: int
    forms: tuple[str, ...]


@lru_cache(maxsize=1)
def _sets() -> dict[str, tuple[str, ...]]:
    """The ways of saying each thing, by the name of their set."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in wordlists.text("draft_words.txt", package="askwell.guide").splitlines():
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


def lay_out(parts: Iterable[Part], *, channel: str, note: bool = False) -> str:
    """The text: parts shortened until they fit the channel, sentences joined to paragraphs."""
    kept = [part for part in parts if part.forms]
    at = [0] * len(kept)
    fits = _room(channel, note=note)
    while not fits(text := _joined(kept, at, plain=note or channel == "text")):
        left = [i for i, part in enumerate(kept) if at[i] + 1 < len(part.forms)]
        if not left:
            break
        at[min(left, key=lambda i: (kept[i].keep, i))] += 1
    return text


def _room(channel: str, *, note: bool) -> Callable[[str], bool]:
    if note:
        return lambda text: len(text) <= NOTE_CHARACTERS
    limit = WORDS.get(channel, WORDS["email"])
    return lambda text: len(text.split()) <= limit


def _joined(parts: list[Part], at: list[int], *, plain: bool) -> str:
    paragraphs: dict[int, list[str]] = {}
    for part, form in zip(parts, at, strict=True):
        if part.forms[form]:
            paragraphs.setdefault(part.paragraph, []).append(part.forms[form])
    greeting, *rest = (" ".join(said) for _, said in sorted(paragraphs.items()))
    return "\n".join((greeting, " ".join(rest))) if plain else "\n\n".join((greeting, *rest))


def sentence(text: str) -> str:
    """The text as a sentence: a capital first, a full stop last, one line."""
    words = " ".join(text.split())
    return "" if not words else words[0].upper() + words[1:] + ("" if words[-1] in '.!?…”"' else ".")


def without_stop(text: str) -> str:
    return " ".join(text.split()).rstrip(" .!;,")


def listed(things: Iterable[str], *, last: str = "and") -> str:
    """One, two and three in one phrase: A, B and C."""
    all_of = [thing for thing in things if thing]
    return all_of[0] if len(all_of) == 1 else f"{', '.join(all_of[:-1])} {last} {all_of[-1]}" if all_of else ""
