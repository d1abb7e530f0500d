"""The way to each kind of server: a probe when it is connected, a look whenever she wants one."""

from importlib import import_module
from typing import Any, cast

from askwell.domain.connections import Connection, Service
from askwell.sources.servers.apart import Apart, here
from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.seen import Key, Seen, Wanted

_WAYS = {
    Service.IMAP: ("imap", "look_imap", "probe_imap"),
    Service.CARDDAV: ("dav_look", "look_dav", "probe_dav"),
    Service.CALDAV: ("dav_look", "look_dav", "probe_dav"),
    Service.FEED: ("feed", "look_feed", "probe_feed"),
}


def look(
    connection: Connection, key: Key, place: dict[str, Any], wanted: Wanted, *, reach: Reach, patience: Patience
) -> Seen:
    """What is new since `place` ({} for a first look). Never raises for what a server does: see `said`."""
    module, name, _ = _WAYS[connection.service]
    way = getattr(import_module(f"askwell.sources.servers.{module}"), name)
    return cast("Seen", way(connection, key, place, wanted, reach=reach, patience=patience))


def probe(connection: Connection, key: Key, *, reach: Reach, patience: Patience, apart: Apart = here) -> str:
    """Whether the key lets her in, and what is there, in words; what comes in is parsed `apart`. Raises Trouble."""
    module, _, name = _WAYS[connection.service]
    way = getattr(import_module(f"askwell.sources.servers.{module}"), name)
    return cast("str", way(connection, key, reach=reach, patience=patience, apart=apart))
