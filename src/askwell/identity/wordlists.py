"""Lists of words that are kept as text beside the code; lines that begin with # say what they are."""

import pkgutil
from functools import cache


def text(name: str, *, package: str = "askwell.identity") -> str:
    """What stands in a file beside the code. `importlib.resources` would load zips and more, 8 ms at every start."""
    return (pkgutil.get_data(package, name) or b"").decode("utf-8")


def lines(name: str) -> list[str]:
    """The lines of a list."""
    return [line for line in text(name).splitlines() if line and not line.startswith("#")]


@cache
def read(name: str) -> frozenset[str]:
    """The words of a list, read when they are first asked for."""
    return frozenset(word for line in lines(name) for word in line.split())
