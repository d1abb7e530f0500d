"""An argument parser that answers a slip with one sentence, and says what was probably meant."""

import argparse
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

MISSING = "the following arguments are required: "


class Parser(argparse.ArgumentParser):
    """Keeps our line breaks; wrong usage ends with 2, one line on what was wrong and one on where help is."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options)
        self.commands: dict[str, Parser] = {}

    def error(self, message: str) -> NoReturn:
        said = message.replace(MISSING, "this is missing: ")
        self.exit(2, f"{self.prog}: {said}\nMore about it: {self.prog} -h\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """A word of a fixed few; the commands are such words too."""
        if action.choices is None or value in action.choices:
            return
        words = [str(choice) for choice in action.choices]
        if action.nargs == argparse.PARSER:
            more = _meant(value, words) or "All commands: askwell -h"
            raise argparse.ArgumentError(None, f"there is no command “{value}”. {more}")
        more = _meant(value, words) or f"It is one of {', '.join(words)}."
        raise argparse.ArgumentError(None, f"“{value}” does not fit {_called(action)}. {more}")

    def of(self, command: str | None) -> "Parser":
        """The parser of one command; itself where none is named."""
        return self.commands.get(command or "", self)

    def leftover(self, words: Sequence[str]) -> NoReturn:
        """Words that no option or argument took."""
        odd = next((word for word in words if word.startswith("-")), "")
        if odd:
            more = _meant(odd.partition("=")[0], self._option_string_actions)
            self.error(f"there is no option {odd} here. {more}".rstrip())
        self.error(
            f"there are words too many: {' '.join(words)}. What belongs together stands in quotation marks, like "
            '"Cobalt Credit Union".'
        )


def _called(action: argparse.Action) -> str:
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


def _meant(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest word; "" where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else ""
