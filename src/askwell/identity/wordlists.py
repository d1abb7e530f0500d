"""Lists of words that are kept as text beside the code; lines that begin with # say what they are."""

from functools import cache


def lines(name: str) -> list[str]:
    """The lines of a list."""
    from importlib.resources import files

    text = files("askwell.identity").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def read(name: str) -> frozenset[str]:
    """The words of a list, read when they are first asked for."""
    return frozenset(word for line in lines(name) for word in line.split())
