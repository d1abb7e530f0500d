"""The JSON of connected servers: published shapes, which are a contract."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from askwell.terminal.shapes import Shape, instant, receipt

if TYPE_CHECKING:
    from askwell.actions.connecting.connections import Connected
    from askwell.actions.connecting.syncing import Synced
    from askwell.domain.connections import Connection, Looked


def connections(found: "Iterable[Connected]") -> Shape:
    """What is connected, and how the last look at each went."""
    return {"connections": [_connection(one.connection, one.looked) for one in found]}


def synced(found: "Synced") -> Shape:
    """The receipt of an import, and how the look at each server went."""
    return {**receipt(found.receipt), "connections": [_connection(*one) for one in found.looks]}


def _connection(connection: "Connection", looked: "Looked | None") -> Shape:
    return {
        "id": connection.id,
        "service": connection.service.value,
        "name": connection.name,
        "server": connection.server,
        "user": connection.user,
        "address": connection.address,
        "login": connection.login.value,
        "kept": connection.keeps,
        "checked": instant(looked.checked) if looked else None,
        "tried": instant(looked.tried) if looked else None,
        "ok": looked is None or not looked.said,
        "said": looked.said if looked else "",
    }
