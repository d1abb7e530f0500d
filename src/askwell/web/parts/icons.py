"""The icons by their names, from icons.toml."""

import tomllib
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe


@cache
def drawn(name: str) -> SafeString:
    """The inside of an icon's SVG; a name that is not in the file is a KeyError."""
    return mark_safe(_drawings()[name])  # noqa: S308 - our own drawings


@cache
def _drawings() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(Path(__file__).with_name("icons.toml").read_text(encoding="utf-8"))
    return found
