"""How a draft is put together: parts with shorter forms for where the channel has less room."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

NOTE_CHARACTERS = 300  # what LinkedIn allows with an invitation to connect
WORDS = {"email": 125, "linkedin": 120, "text": 60}  # evidence.md 2.20: 50 to 125 words by e-mail; labels.md: 120, 60


@dataclass(frozen=True, slots=True)
class Part:
    """One thought of a draft. `forms` go from the fullest to the shortest ("" may be left out altogether).

    Where room is lacking, parts with the lowest `keep` are shortened first.
    """

    paragraph: int
    keep: int
    forms: tuple[str, ...]


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
