"""Files inside a zip or folder that hold nothing to read: told by name and reason, many of one reason as a number."""

from collections.abc import Iterator

from askwell.domain.reading import Note
from askwell.sources.found import Found, Kind

_EACH = 5  # so many files of one reason are named one by one


class Leftovers:
    """What was passed over under one label."""

    def __init__(self, file: str, label: str = "") -> None:
        self.file = file
        self.label = label or file
        self._names: dict[str, list[str]] = {}

    def add(self, name: str, reason: str) -> None:
        self._names.setdefault(reason, []).append(name)

    def told(self) -> Iterator[Found]:
        """One LEFT_OUT for all of them; none where there were none."""
        notes = tuple(note for reason, names in self._names.items() for note in _notes(reason, names))
        if notes:
            yield Found(self.file, self.label, Kind.LEFT_OUT, notes=notes)


def _notes(reason: str, names: list[str]) -> Iterator[Note]:
    named = names if len(names) == _EACH + 1 else names[:_EACH]
    for name in named:
        yield Note(0, f"{name}: {reason}")
    if len(names) > len(named):
        yield Note(0, f"{len(names) - _EACH} more files: {reason}")
