"""Hints as commands: what could be done next, in the words that one types."""

from collections.abc import Iterable

from askwell.domain.hints import Hint
from askwell.terminal.words import quoted


def worded(said: str, hints: Iterable[Hint]) -> str:
    """A sentence, and behind it what could be done next, each with its command."""
    return " ".join(filter(None, (said, ". ".join(f"To {hint.to}: {command(hint)}" for hint in hints))))


def command(hint: Hint) -> str:
    """The command that a hint stands for; a file or name is put into quotation marks where it needs them."""
    options = (part for name, value in hint.options for part in (f"--{name}", _typed(value)) if part)
    return " ".join(("askwell", hint.verb, *map(_typed, hint.args), *options))


def _typed(word: str) -> str:
    return quoted(word) or (f'"{word}"' if " " in word else word)
