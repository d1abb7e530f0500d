"""How to get the files of each brand: texts in `brands.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Brand:
    """A tile: an icon, a title, one line, the steps in their order, and what else to know.

    Where these are `ways`, they stand side by side, and one of them will do.
    """

    icon: str
    title: str
    words: str
    steps: tuple[str, ...]
    also: tuple[str, ...] = ()
    ways: bool = False


@cache
def brands() -> tuple[Brand, ...]:
    """In the order in which they help most people."""
    text = Path(__file__).with_name("brands.toml").read_text(encoding="utf-8")
    return tuple(_brand(**told) for told in tomllib.loads(text)["brand"])


def _brand(*, steps: list[str], also: list[str] | tuple[str, ...] = (), **told: str | bool) -> Brand:
    return Brand(steps=tuple(steps), also=tuple(also), **told)  # type: ignore[arg-type] # names as in the file
