"""Lists of words that are kept as text beside the code; lines that begin with # say what they are."""

from importlib.resources import files


def lines(name: str) -> list[str]:
    """The lines of a list."""
    text = files("askwell.identity").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def read(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(word for line in lines(name) for word in line.split())
