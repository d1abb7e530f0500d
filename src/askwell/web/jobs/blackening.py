"""Names of somebody who was forgotten, taken out of what a job tells."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from askwell.web.jobs import disk

OWN = frozenset({"seeker", "made", "mark", "batch", "wish", "end"})  # what is no text about anybody


def blacken(folder: Path, without: Callable[[str], str]) -> None:
    """In all that a job's folder tells: names of files, receipts, sentences. Nobody may be at work on it."""
    for file in folder.glob("*.json"):
        told = disk.read(file)
        left = _without(told, without)
        if left != told:
            disk.write(file, left)


def _without(told: Any, without: Callable[[str], str]) -> Any:
    if isinstance(told, dict):
        return {key: value if key in OWN else _without(value, without) for key, value in told.items()}
    if isinstance(told, list):
        return [_without(value, without) for value in told]
    return without(told) if isinstance(told, str) else told
