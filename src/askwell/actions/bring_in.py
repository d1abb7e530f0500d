"""Bringing in the seeker's files: read and match first, then everything or nothing is stored, in one short batch."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from askwell.actions.bringing_in import hearing, reading_in, storing, unchanged
from askwell.actions.bringing_in.matching import EVER, Matched, Matching, since
from askwell.actions.bringing_in.read_before import Before, hangs_on_cards
from askwell.actions.desk import Desk, system_country, system_zone
from askwell.domain.goals import Goals
from askwell.domain.reading import Reading, Receipt
from askwell.domain.tables import Layouts

if TYPE_CHECKING:
    from askwell.actions.bringing_in.readers import Readers
    from askwell.store.read import Facts
    from askwell.store.rows import Batch

TRIES = 5  # times that an import is matched again because something else was stored in between
Report = Callable[[str, int, int], None]
Told = Callable[[str, Receipt], None]


def bring_in(
    desk: Desk,
    paths: Sequence[str | Path],
    *,
    me: Sequence[str] = (),
    dry_run: bool = False,
    progress: Report | None = None,
    columns: Layouts | None = None,
    all_cues: bool = False,
    readers: "Readers | None" = None,
) -> Receipt:
    """Bring in files, folders and zips; the same receipt with `dry_run`, and then nothing is stored.

    `me` are addresses of the seeker's own, `columns` her word on tables that nobody knows. `progress` is told (stage,
    done, total; 0 where unknown), `all_cues` and `readers` are as of `open_files`. Raises WhoAreYou where her own
    address cannot be told from the mail. An exception, and a cancel too, leaves the store as it was.
    """
    from askwell.store import unfinished
    from askwell.store.pause import no_garbage

    def opened() -> Opened:
        return open_files(desk, paths, progress=progress, columns=columns, all_cues=all_cues, readers=readers)

    if dry_run:
        return opened().look(me=me)
    with unfinished.begun("import"), no_garbage():
        return opened().bring_in(me=me)


def open_files(
    desk: Desk,
    paths: Sequence[str | Path],
    *,
    progress: Report | None = None,
    columns: Layouts | None = None,
    all_cues: bool = False,
    readers: "Readers | None" = None,
) -> "Opened":
    """Read files, folders and zips once, to be looked at and then, if she likes, stored.

    Of mail before her search began the text is kept and searched for cues only with `all_cues`. `readers` read apart,
    so that no file harms this process; without them it is all done here.
    """
    from askwell.store import read

    facts, report = read.facts(), progress or _silent
    given = _Given(desk, paths, columns or Layouts(), report, all_cues, readers)
    opened = Opened(desk, given.read(facts), report, facts, readers)
    opened.given = given
    return opened


@dataclass
class _Given:
    """What was given to be brought in, and who reads it: to be read once, and once more where that was too little."""

    desk: Desk
    paths: Sequence[str | Path]
    columns: Layouts
    report: Report
    all_cues: bool
    readers: "Readers | None"

    def read(self, facts: "Facts", *, whole: bool = False) -> list[Reading]:
        """Everything; what was read before and would give nothing new only as a `whole`."""
        known = unchanged.reading(self.paths, facts) if self.readers and not whole else None
        if known:
            return [known]
        layouts = replace(self.columns, known={**facts.goals.tables, **self.columns.known})
        home = _home(self.desk, facts, layouts)

        def text_from(goals: Goals) -> datetime:
            """Of mail the text counts from the start of the search on."""
            if self.all_cues:
                return EVER
            return reading_in.midnight(since(self.desk, facts, goals), home.zone)

        before = Before(facts, self.readers) if self.readers else None
        found = reading_in.read_all(
            self.paths,
            home,
            text_from=text_from,
            progress=self.report,
            readers=self.readers,
            before=before,
            whole=whole,
        )
        if self.readers:
            self.readers.prepare(sum(bool(message.text) for reading in found for message in reading.messages))
        return found


@dataclass
class Opened:
    """Files that have been read: matched with the store to be looked at, and again only if it has changed since."""

    desk: Desk
    _readings: Sequence[Reading]
    _report: Report
    _facts: "Facts"
    _readers: "Readers | None" = None
    _matched: Matched | None = field(default=None, init=False)
    _me: tuple[str, ...] = field(default=(), init=False)
    given: _Given | None = field(default=None, init=False)

    @property
    def has_any(self) -> bool:
        """Whether anything at all was read."""
        return bool(self._readings)

    def look(self, *, me: Sequence[str] = ()) -> Receipt:
        """The receipt as it would be; nothing is stored."""
        return self._match(me).receipt

    def bring_in(
        self,
        *,
        me: Sequence[str] = (),
        now: datetime | None = None,
        about_to: Told | None = None,
        also: "Callable[[Batch], None] | None" = None,
    ) -> Receipt:
        """Store everything or nothing, at `now` if it is not the desk's moment any more.

        `about_to` is told the receipt and the mark of the batch right before: `stored_by` knows a batch by its mark.
        `also` writes what belongs to it within the batch; it is not called where there is nothing new to store.
        """
        from askwell.store import read, unfinished, write
        from askwell.store.pause import no_garbage

        self.desk = replace(self.desk, now=now or self.desk.now)
        with unfinished.begun("import"), no_garbage():
            if read.version() != self._facts.version:
                self._look_anew()
            for _ in range(TRIES - 1):
                with suppress(write.Changed):
                    return self._store(me, about_to, also)
                self._look_anew()
            return self._store(me, about_to, also)

    def _store(self, me: Sequence[str], about_to: Told | None, also: "Callable[[Batch], None] | None") -> Receipt:
        from askwell.store import unfinished

        matched = self._match(me)
        self._report("storing", 0, 0)
        if self._readers:
            self._readers.rest()
        if about_to:
            about_to(unfinished.token(), matched.receipt)
        return storing.store(self.desk, self._facts, matched, also=also)

    def _match(self, me: Sequence[str]) -> Matched:
        if self._matched is None or self._me != tuple(me):
            matched = self._attempt(me)
            if self._was_too_little(matched) and self._read_whole():
                matched = self._attempt(me)
            self._matched, self._me = matched, tuple(me)
        return self._matched

    def _was_too_little(self, matched: Matched) -> bool:
        """Whether mail that was taken as read before may count otherwise now: others are she, or somebody is new."""
        placed = matched.placed
        if matched.own.handles != frozenset(self._facts.me):
            return True
        return bool(placed.people or placed.added) and any(hangs_on_cards(line) for line in matched.receipt.files)

    def _attempt(self, me: Sequence[str]) -> Matched:
        detect = self._readers.hear if self._readers else hearing.hear
        matching = Matching(self.desk, self._facts, self._report, detect=detect)
        if self.given and self.given.all_cues:
            matching.text_since = EVER
        return matching.match(self._readings, me=me)

    def _look_anew(self) -> None:
        """The store has changed since it was looked at."""
        from askwell.store import read

        self._facts, self._matched = read.facts(), None
        self._read_whole()

    def _read_whole(self) -> bool:
        """Read what was taken as read before, for it may count otherwise now; tells whether there was any."""
        if self.given is None or not any(reading.same for reading in self._readings):
            return False
        self._readings = self.given.read(self._facts, whole=True)
        return True


def stored_by(mark: str) -> str | None:
    """The batch of the import with this mark, None if nothing was stored."""
    from askwell.store import unfinished

    return unfinished.batch_of(mark)


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def _home(desk: Desk, facts: "Facts", layouts: Layouts) -> reading_in.Home:
    zone, country = facts.goals.zone or system_zone(), facts.goals.country or system_country()
    return reading_in.Home(facts.goals, zone, country, layouts, desk.now)
