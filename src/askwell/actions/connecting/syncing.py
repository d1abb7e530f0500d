"""Bringing in what is new on connected servers: read one after the other, then stored as one import, as files are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from askwell.actions.bring_in import Opened, Report, Told
from askwell.actions.bringing_in import own_past, reading_in
from askwell.actions.bringing_in.matching import since
from askwell.actions.connecting import connections, keyrings
from askwell.actions.connecting.parsing import Parsing
from askwell.actions.connecting.reaching_out import patience, reach_of
from askwell.actions.desk import Desk, system_zone
from askwell.domain.connections import Connection, Looked
from askwell.domain.errors import Refused
from askwell.domain.reading import Reading, Receipt
from askwell.sources import servers
from askwell.sources.servers.seen import Seen

if TYPE_CHECKING:
    from askwell.actions.bringing_in.readers import Readers

Ask = Callable[[Connection], str | None]
NONE = "Nothing is connected yet, so there is nothing to read."


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of it: how the look at each server went, and the receipt of all of them together."""

    looks: tuple[tuple[Connection, Looked], ...]
    receipt: Receipt

    @property
    def is_well(self) -> bool:
        return not any(looked.said for _, looked in self.looks)


def nobody(connection: Connection) -> str | None:  # noqa: ARG001 - as whoever can be asked takes it
    """There is nobody to ask."""
    return None


def sync(
    desk: Desk,
    names: Sequence[str] = (),
    *,
    ask: Ask = nobody,
    progress: Report | None = None,
    now: datetime | None = None,
    about_to: Told | None = None,
    readers: "Readers | None" = None,
    asked: Callable[[], None] | None = None,
) -> Synced:
    """Read what is new on all servers, or on those that are named, and bring it in.

    `ask` is asked for what lets her in where it is not kept. A server that gives trouble stands in nobody's way: what
    it told until then is kept with the rest, and how far that is, with it. Whatever is missing there is deleted
    nowhere. `progress`, `now`, `about_to` and `readers` are as of an import; `asked` is told once no server is waited
    for any more. Raises Refused where nothing is connected.
    """
    from askwell.store import read

    chosen = [connections.find(desk, name) for name in names] or list(connections.all_of(desk))
    if not chosen:
        raise Refused(NONE)
    report, facts = progress or _silent, read.facts()
    look = _Look(desk, report, ask, readers)
    seen = {one.id: look.at(one) for one in dict.fromkeys(chosen)}
    if asked:
        asked()
    readings = [reading for one in seen.values() for reading in one.readings]
    looked = _looked(now or desk.now, seen)
    receipt = _brought_in(Opened(desk, readings, report, facts, readers), chosen, looked, now, about_to)
    return Synced(tuple((one, looked[one.id]) for one in dict.fromkeys(chosen)), receipt)


def _brought_in(
    opened: Opened,
    chosen: Sequence[Connection],
    looked: Mapping[str, Looked],
    now: datetime | None,
    about_to: Told | None,
) -> Receipt:
    """All of it in one batch, and with it the place where each next look goes on; or both are not there."""
    from askwell.store import connections as stored
    from askwell.store.rows import Batch

    def also(batch: Batch) -> None:
        stored.keep_looks_with(batch, looked)

    if not opened.has_any:
        stored.keep_looks(looked)
        return opened.look()
    hers = tuple(dict.fromkeys(one.address for one in chosen if one.address))
    receipt = opened.bring_in(me=hers, now=now, about_to=about_to, also=also)
    if receipt.batch is None:
        stored.keep_looks(looked)
    return receipt


def _looked(now: datetime, seen: Mapping[str, Seen]) -> dict[str, Looked]:
    """How each look went; one that met trouble was no check, however much it brought."""
    from askwell.store import connections as stored

    before = stored.looks()
    last = {key: before[key].checked if key in before else None for key in seen}
    return {key: Looked(now, last[key] if one.said else now, one.said, one.place) for key, one in seen.items()}


class _Look:
    """Looks at one server after the other."""

    def __init__(self, desk: Desk, report: Report, ask: Ask, readers: "Readers | None") -> None:
        from askwell.store import connections as stored
        from askwell.store import read

        facts = read.facts()
        zone = facts.goals.zone or system_zone()
        begin = reading_in.midnight(since(desk, facts, own_past.filled(facts.goals, ())), zone)
        self._desk, self._ask = desk, ask
        self._wanted = servers.Wanted(begin, zone, report, desk.now)
        if readers:
            self._wanted = replace(self._wanted, apart=Parsing(readers.crew))
        self._places = {key: dict(looked.place) for key, looked in stored.looks().items()}

    def at(self, connection: Connection) -> Seen:
        place = self._places.get(connection.id, {})
        self._wanted.progress(f"asking {connection.name}", 0, 0)
        secret = connections.secret_of(self._desk, connection) or self._ask(connection)
        if not secret:
            return Seen([], place, str(keyrings.needed(connection)))
        key = servers.Key(connection.user, secret, connection.login)
        seen = servers.look(connection, key, place, self._wanted, reach=reach_of(self._desk), patience=patience())
        return replace(seen, readings=[_with_list(one) for one in seen.readings])


def _with_list(reading: Reading) -> Reading:
    """Messages as a list: a stream could be used only once."""
    reading.messages = list(reading.messages)
    return reading


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
