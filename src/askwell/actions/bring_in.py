"""Bringing in the seeker's files: read and match first, then everything or nothing is stored, in one short batch."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from askwell.actions import reading_in, storing
from askwell.actions.desk import Desk, system_country, system_zone
from askwell.actions.matching import Matching, since
from askwell.domain.goals import Goals
from askwell.domain.reading import Reading, Receipt

if TYPE_CHECKING:
    from askwell.store.read import Facts

TRIES = 5  # times that an import is matched again because something else was stored in between
Report = Callable[[str, int, int], None]


def bring_in(
    desk: Desk,
    paths: Sequence[str | Path],
    *,
    me: Sequence[str] = (),
    dry_run: bool = False,
    progress: Report | None = None,
) -> Receipt:
    """Bring in files, folders and zips; the same receipt with `dry_run`, and then nothing is stored.

    `me` are addresses of the seeker's own. `progress` is told (stage, done, total; 0 where unknown). Raises Refused
    where her own address cannot be told from the mail. An exception, and a cancel too, leaves the store as it was.
    """
    from askwell.store import read, unfinished, write
    from askwell.store.pause import no_garbage

    report = progress or _silent
    if dry_run:
        facts = read.facts()
        return Matching(desk, facts, report).match(_read(desk, facts, paths, report), me=me).receipt
    with unfinished.begun("import"), no_garbage():
        facts = read.facts()
        readings = _read(desk, facts, paths, report)
        for _ in range(TRIES - 1):
            try:
                return _store(desk, facts, readings, me, report)
            except write.Changed:
                facts = read.facts()
        return _store(desk, facts, readings, me, report)


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def _store(desk: Desk, facts: "Facts", readings: Sequence[Reading], me: Sequence[str], report: Report) -> Receipt:
    matched = Matching(desk, facts, report).match(readings, me=me)
    report("storing", 0, 0)
    return storing.store(desk, facts, matched)


def _read(desk: Desk, facts: "Facts", paths: Sequence[str | Path], report: Report) -> list[Reading]:
    """Everything under `paths`; of mail the text from the start of the search on."""
    home = reading_in.Home(facts.goals, facts.goals.zone or system_zone(), facts.goals.country or system_country())

    def text_from(goals: Goals) -> datetime:
        return reading_in.midnight(since(desk, facts, goals), home.zone)

    return reading_in.read_all(paths, home, text_from=text_from, progress=report)
