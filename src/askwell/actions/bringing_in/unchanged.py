"""A list of people that is brought in once more just as it is: known by its bytes, before anybody reads it.

What reading it once more would tell hangs on who she is and on the cards there are: after any change that may touch
cards it is read again. Known is a file that came by itself and does so again, for of several each may tell something
that another one told before.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from askwell.actions.bringing_in.read_before import as_before, mark
from askwell.actions.bringing_in.reading_one import LONGEST_LIST, digest_of
from askwell.domain.reading import Reading
from askwell.sources import labels

if TYPE_CHECKING:
    from askwell.store.read import Facts

READS = 1  # to be raised whenever lists are read in another way: then they are read once more


def known_by(digest: str, me: Iterable[str], name: str) -> str:
    """What a list will be known by, or is: all that decides what becomes of it, besides what changed since.

    Who she is, and how many cards there are with it.
    """
    from askwell.store import lookups

    return mark(digest, repr((READS, sorted(me), name)), cards=lookups.count_cards())


def reading(paths: Sequence[str | Path], facts: "Facts") -> Reading | None:
    """The file as it was read before, without its cards; None where reading it may give something new."""
    from askwell.store import lookups

    data = _only_file(paths)
    if not data:
        return None
    file, digest = labels.label(Path(paths[0])), digest_of(data)
    line = lookups.line_unchanged(known_by(digest, facts.me, facts.goals.name))
    return as_before(file, line, path=file, digest=digest) if line and line["file"] == file else None


def _only_file(paths: Sequence[str | Path]) -> bytes:
    """The bytes of the one file there is, if it is no large one."""
    try:
        path = Path(paths[0]) if len(paths) == 1 else None
        if path is None or not path.is_file() or path.stat().st_size > LONGEST_LIST:
            return b""
        return path.read_bytes()
    except OSError:
        return b""
